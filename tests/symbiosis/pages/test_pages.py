"""What pages show to whom, read as HTML. The story in a browser stands in `tests/journeys`."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask import Flask
from markupsafe import escape

from graph.records import Role
from matching.exposure import PUSHED
from symbiosis import operations
from symbiosis.pages.atlas import harmless
from symbiosis.pages.rendering import local
from tests.symbiosis.builders import NOW, a_need, a_registration, a_site, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

MARKED = "Demonstration: the firms and listings marked"


@pytest.fixture(autouse=True)
def _no_form_tokens(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False  # forms and their tokens are tested in a browser


def test_the_front_page_of_an_empty_network_shows_no_zeros(app: Flask) -> None:
    html = browser(app).get("/", headers={"Accept-Language": "en"}).text
    assert "Nothing is listed yet. The first listing can be yours." in html
    assert "No exchange has been agreed yet." in html
    assert not re.search(r"<dd>0</dd>", html)
    assert MARKED not in html


def test_potential_and_realised_have_a_tile_each(app: Flask, town: Town) -> None:
    town.exchange()
    html = browser(app).get("/", headers={"Accept-Language": "en"}).text
    potential, realised = html.split('<section class="tile realised">')
    assert "outputs listed" in potential
    assert "match" not in potential.split("The network today")[1]
    assert "exchanges opened" not in potential
    assert re.search(r"exchanges opened</dt><dd>1</dd>", realised)
    assert "outputs listed" not in realised


def test_a_page_that_shows_invented_firms_says_so(app: Flask, town: Town) -> None:
    real = town.business()
    operations.register_firm(town.services, real, a_registration(), now=NOW, is_demo=True)
    client = browser(app, town.user(town.coordinator()))
    page = client.get("/desk").text
    assert MARKED in page
    assert "(demo)" in page
    assert MARKED not in client.get("/exchanges").text


def test_the_language_switch_comes_back_to_the_page_and_to_no_other_site(app: Flask) -> None:
    client = browser(app)
    answer = client.post("/language", data={"language": "en", "next": "/codes?q=ხე"})
    assert answer.headers["Location"].startswith("/codes?q=")
    assert 'lang="en"' in client.get("/codes").text
    client.post("/language", data={"language": "ka", "next": "/"})
    assert 'lang="ka"' in client.get("/codes").text


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "", None]
)
def test_nobody_is_sent_to_another_site(path: str | None) -> None:
    assert local(path, "/home") == "/home"


def test_matches_show_the_first_five_and_then_all(app: Flask, town: Town) -> None:
    winery = town.business()
    output = town.post(winery, an_output())
    for _ in range(PUSHED + 1):
        town.post(town.business(at="gurjaani"), a_need())
    client = browser(app, town.user(winery))
    assert client.get("/matches").text.count("<article") == PUSHED
    everything = client.get(f"/matches?listing={output.id}").text
    assert everything.count("<article") == PUSHED + 1
    assert client.get("/matches?listing=nobody").text.count("<article") == PUSHED


def test_a_stranger_is_sector_and_municipality(app: Flask, town: Town) -> None:
    giver, taker, match = town.pair()
    other = operations.show_firm(town.services, taker, taker.firm_id or "", now=NOW)
    sector = escape(town.services.book.nace[other.nace_division].name_en)
    client = browser(app, town.user(giver))
    for path in ("/matches", f"/matches/{match.id}"):
        html = client.get(path).text
        assert sector in html
        for secret in (other.name_ka, other.name_latin, str(other.identification_code), str(other.id)):
            assert secret not in html


def test_the_price_of_today_is_on_the_owner_s_page_alone(app: Flask, town: Town) -> None:
    winery, distillery = town.business(), town.business(at="gurjaani")
    output = town.post(winery, an_output(cost_gel_per_year=54_321.0))
    town.post(distillery, a_need())
    assert "54,321" in browser(app, town.user(winery)).get(f"/listings/{output.id}").text
    other = browser(app, town.user(distillery))
    assert "54,321" not in other.get("/matches").text
    assert other.get(f"/listings/{output.id}").status_code == 404


def test_an_edit_keeps_what_its_form_does_not_show(app: Flask, town: Town) -> None:
    winery = town.business()
    given = an_output(material_ids=("grape-pomace",), season_months=(9, 10))
    listing = town.post(winery, given)
    client = browser(app, town.user(winery))
    html = client.get(f"/listings/{listing.id}/edit").text
    assert 'name="material_ids" value="grape-pomace"' in html
    sent = {"side": "output", "text": "ჭაჭა", "material_ids": "grape-pomace", "season_months": ["9", "10"]}
    assert client.post(f"/listings/{listing.id}/edit", data=sent).status_code == 302
    after = operations.show_listing(town.services, winery, listing.id, now=NOW)
    assert (after.text, after.material_ids, after.season_months) == ("ჭაჭა", ("grape-pomace",), (9, 10))


def test_a_form_sent_twice_makes_one_listing(app: Flask, town: Town) -> None:
    winery = town.business()
    client = browser(app, town.user(winery))
    hidden = re.search(r'name="id" value="([^"]+)"', client.get("/listings/new?side=need").text)
    assert hidden
    for _ in range(2):
        client.post("/listings/new", data={"side": "need", "text": "ნახერხი", "id": hidden[1]})
    assert len(operations.my_listings(town.services, winery, now=NOW)) == 1


def test_the_atlas_hides_few_firms_in_every_form(app: Flask, town: Town) -> None:
    for _ in range(3):
        town.post(town.business(at="batumi"), an_output())
    for _ in range(2):
        town.post(town.business(at="telavi"), an_output())
    client = browser(app, town.user(town.somebody(Role.PLANNER)))
    table = client.get("/atlas.csv").get_data(as_text=True).removeprefix("\ufeff")
    rows = {row[0]: row[2:] for row in csv.reader(io.StringIO(table))}
    assert rows["Telavi"] == ["fewer than 3 firms: not shown"]
    assert "Poti" not in rows
    html = client.get("/atlas").text
    assert "fewer than 3 firms" in html
    assert re.search(r"<title>Telavi: fewer than 3 firms</title>", html)


def test_no_cell_of_a_table_is_a_formula() -> None:
    assert harmless("=cmd()") == "'=cmd()"
    assert harmless("ბათუმი") == "ბათუმი"


def test_an_entrepreneur_s_number_is_on_no_page(app: Flask, town: Town) -> None:
    given = a_registration(site=a_site())
    number = "01017055555"
    sent = {
        "identification_code": number,
        "name_ka": "ი/მ ნინო",
        "name_latin": "Nino",
        "nace_division": "11",
        "municipality": "telavi",
        "email": given.email,
        "password": "short",
        "contact_name": "ნინო",
    }
    client = browser(app)
    refused = client.post("/register", data=sent)
    assert refused.status_code == 422
    assert number not in refused.text
    assert "short" not in re.sub(r"<[^>]*>", "", refused.text)
    accepted = client.post("/register", data={**sent, "password": given.password})
    assert accepted.status_code == 302
    assert number not in client.get("/firm").text
    desk = browser(app, town.user(town.coordinator())).get("/desk").text
    assert number not in desk
    assert "Nino" in desk

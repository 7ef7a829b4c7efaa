"""Typical for a sector and what arises where, as pages show them."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from markupsafe import escape

from tests.symbiosis.builders import a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph, browser

ENGLISH = {"Accept-Language": "en"}


def read(app: Flask, path: str, status: int = 200) -> str:
    answer = browser(app).get(path, headers=ENGLISH)
    assert answer.status_code == status, path
    return answer.text


def card(html: str, name: str) -> str:
    """The card of an output or need."""
    return next(part for part in html.split('<article class="way">') if f">{name}</a></h3>" in part)


def test_a_sector_says_what_its_firms_have_and_need_and_how_to_list_it(app: Flask) -> None:
    html = read(app, "/sectors/11.02")
    assert "Firms like yours usually have: grape pomace" in html
    pomace = card(html, "Grape pomace")
    assert "Grapes processed, 1 t: about 160\N{NO-BREAK SPACE}kg (100–200) a year" in pomace
    assert 'href="/materials/grape-pomace"' in pomace
    assert "/listings/new?side=output&amp;material=grape-pomace" in pomace
    assert "published figure" in pomace
    assert "professional judgement, no page cited" in card(html, "Cardboard packaging")
    assert "September–November" in pomace
    need = html.split('id="needs"')[1]
    assert "/listings/new?side=need&amp;use=bottle-reuse" in need
    assert 'href="/uses/bottle-reuse"' in need


def test_the_size_of_the_firm_makes_amounts_of_a_year(app: Flask) -> None:
    html = read(app, "/sectors/1102?grapes-t=500")
    assert "Grapes processed, 500 t: about 80\N{NO-BREAK SPACE}t (50–100) a year" in card(
        html, "Grape pomace"
    )
    assert 'value="500"' in html
    assert "Wine bottled, 1 thousand bottles" in card(html, "Cardboard packaging")  # not told, not reckoned
    assert "about 160\N{NO-BREAK SPACE}t (100–200)" in card(
        read(app, "/sectors/1102?grapes-t=1000"), "Grape pomace"
    )


@pytest.mark.parametrize("typed", ["many", "-5", "0", "1e99", "<script>"])
def test_a_size_that_is_none_is_told_beside_its_field(app: Flask, typed: str) -> None:
    answer = browser(app).get("/sectors/1102", query_string={"grapes-t": typed}, headers=ENGLISH)
    assert answer.status_code == 422
    assert 'id="grapes-t-error"' in answer.text
    assert "Please give a number" in answer.text
    assert f'value="{escape(typed)}"' in answer.text
    assert "Grapes processed, 1 t" in answer.text


def test_a_measure_that_the_sector_does_not_ask_is_left_out(app: Flask) -> None:
    assert "beds" not in read(app, "/sectors/1102?beds=12").split("<main")[1]


def test_a_division_leads_to_its_classes_and_a_section_to_its_divisions(app: Flask) -> None:
    assert 'href="/sectors/1102"' in read(app, "/sectors/11")
    assert 'href="/sectors/11"' in read(app, "/sectors/C")
    assert 'href="/sectors/11"' in read(app, "/sectors/1102")


def test_every_sector_can_be_opened_from_the_list(app: Flask) -> None:
    html = read(app, "/sectors")
    for entry in app.extensions["symbiosis"].book.nace.values():
        assert entry.level == "section" or f'href="/sectors/{entry.id}"' in html, entry.id
    found = read(app, "/sectors?q=ღვინის ქარხანა").split('id="found"')[1].split("</section>")[0]
    assert 'href="/sectors/1102"' in found
    assert "No sector goes by these words" in read(app, "/sectors?q=xyzzy")


@pytest.mark.parametrize("path", ["/sectors/9999", "/places/atlantis", "/places/abkhazia"])
def test_what_the_book_lacks_is_not_there(app: Flask, path: str) -> None:
    assert browser(app).get(path).status_code == 404


def test_the_front_page_and_registration_lead_to_it(app: Flask) -> None:
    for path in ("/", "/register"):
        assert 'href="/sectors"' in read(app, path).split("<main")[1].split("</main>")[0]


def test_a_region_shows_estimates_with_year_source_range_and_their_mark(app: Flask) -> None:
    html = read(app, "/places/kakheti")
    assert "Estimates of what could be, not of what is exchanged." in html
    row = html.split('href="/materials/grape-pomace"')[1].split("</tr>")[0]
    assert re.search(r"about [\d,]+\N{NO-BREAK SPACE}t \([\d,]+–[\d,]+\)", row)
    assert "upper limit" in row
    assert re.search(r"Grapes harvested, t: [\d,]+ \(20\d\d\)", row)
    assert "Geostat" in row
    assert "upper limit" not in html.split('href="/materials/vine-prunings"')[1].split("</tr>")[0]


def test_a_municipality_says_whose_figures_it_shows(app: Flask) -> None:
    html = read(app, "/places/telavi")
    own, region = html.split("In the whole region by estimate:")
    assert "nothing is estimated for it" in own
    assert "<table" not in own
    assert 'href="/places/kakheti"' in region
    assert 'href="/materials/grape-pomace"' in region
    assert "Active firms here" in region
    assert 'href="/sectors/C"' in region


def test_every_place_with_statistics_can_be_opened(app: Flask) -> None:
    html = read(app, "/places")
    places = {place for place, _ in app.extensions["symbiosis"].book.statistics}
    assert {place for place in places if f'href="/places/{place}"' not in html} == set()


def test_all_of_it_is_there_without_the_database() -> None:
    with app_without_graph() as app:
        for path in ("/sectors", "/sectors/1102", "/places", "/places/telavi"):
            read(app, path)


def test_a_firm_sees_what_is_usual_and_not_what_it_lists_already(app: Flask, town: Town) -> None:
    winery = town.business(nace="11")
    client = browser(app, town.user(winery))
    before = client.get("/listings", headers=ENGLISH).text
    assert "Typical for your sector" in before
    offered = re.findall(r"side=output&amp;material=([a-z0-9-]+)", before)
    needed = re.findall(r"side=need&amp;use=([a-z0-9-]+)", before)
    assert offered
    assert needed
    assert 'href="/sectors/1102"' in before

    town.post(winery, an_output(material_ids=(offered[0],)))
    town.post(winery, a_need(use_ids=(needed[0],)))
    after = client.get("/listings", headers=ENGLISH).text.split('id="typical"')[1]
    assert f"side=output&amp;material={offered[0]}" not in after
    assert f"side=need&amp;use={needed[0]}" not in after
    assert f"side=output&amp;material={offered[1]}" in after


def test_on_the_page_of_a_sector_a_firm_sees_what_it_lists(app: Flask, town: Town) -> None:
    winery = town.business(nace="11")
    town.post(winery, an_output(material_ids=("grape-pomace",)))
    html = browser(app, town.user(winery)).get("/sectors/1102", headers=ENGLISH).text
    assert "You list it already" in card(html, "Grape pomace")
    assert "You list it already" not in card(html, "Grape stalks")
    assert "You list it already" not in read(app, "/sectors/1102")

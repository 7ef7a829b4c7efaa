"""Uses at once: what the front page, materials and uses tell to whoever asks."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from markupsafe import escape

from symbiosis import operations
from symbiosis.access import Viewer
from tests.symbiosis.builders import NOW, a_need, a_registration, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph, browser

ENGLISH = {"Accept-Language": "en"}
HIDDEN = "fewer than 3 firms: not shown"


def read(app: Flask, path: str, viewer_html: dict[str, str] | None = None) -> str:
    answer = browser(app).get(path, headers=viewer_html or ENGLISH)
    assert answer.status_code == 200, path
    return answer.text


def test_the_front_page_asks_before_anything_else(app: Flask) -> None:
    main = read(app, "/").split("<main")[1]
    form = main.index('<form class="search')
    assert form < main.index('class="lead"')
    assert 'method="get" action="/materials"' in main[form:]
    assert "/materials?q=Grape+pomace" in main


def test_a_text_leads_to_its_uses_at_once(app: Flask) -> None:
    html = read(app, "/materials?q=ყურძნის%20ჭაჭა")
    assert 'href="/materials/grape-pomace"' in html
    assert "What it can become" in html
    assert 'href="/uses/compost-feedstock"' in html
    assert "by your words “ყურძნის ჭაჭა”" in html
    assert "/codes?q=020701" in html
    assert "/listings/new?side=output&amp;material=grape-pomace" in html


def test_a_mirror_code_is_a_question(app: Flask) -> None:
    for path in ("/materials?q=sawdust", "/materials/sawdust"):
        html = read(app, path)
        assert "hazardous or not: depends on its content" in html
        assert "Does it contain hazardous substances?" in html


def test_a_use_leads_to_what_can_serve_it(app: Flask) -> None:
    html = read(app, "/materials?q=animal%20feed")
    assert "What can serve it" in html
    assert "/listings/new?side=need&amp;use=animal-feed" in html
    assert "Waste codes it may go under" not in html


def test_what_is_not_understood_is_met_kindly_and_goes_on(app: Flask) -> None:
    html = read(app, "/materials?q=xyzzy")
    assert "We did not understand this yet" in html
    assert html.split("<main")[1].count("/materials?q=") == 3
    assert 'href="/codes?q=xyzzy"' in html
    assert 'href="/listings/new?side=output&amp;text=xyzzy"' in html


def test_what_was_typed_is_shown_as_text_and_never_as_markup(app: Flask) -> None:
    html = read(app, "/materials?q=%3Cscript%3Ealert(1)%3C/script%3E%00%E2%80%8B")
    assert "<script>alert" not in html
    assert str(escape("<script>alert(1)</script>")) in html


def test_the_ways_of_a_material_stand_by_their_strength(app: Flask) -> None:
    html = read(app, "/materials/concrete-rubble")
    found = re.findall(r'<section class="ways (\w+)"', html)
    assert found == [key for key in ("proven", "practised", "possible", "never") if key in found]
    assert "proven" in found
    assert "Needs: Crushing" in html
    assert re.search(r"₾ per tonne, prices of 20\d\d", html)


def test_what_must_never_be_done_is_told_with_its_reason_and_no_taker(app: Flask) -> None:
    html = read(app, "/materials/asbestos-cement")
    assert "No lawful use is known." in html
    assert "What must not be done with it" in html
    assert "Crushing frees fibres that cause cancer." in html
    assert "List this as an output" not in html
    assert re.search(r'class="notice warn hazard">.*?<strong>Caution:</strong>', html, re.DOTALL)


def test_all_materials_stand_under_their_family(app: Flask) -> None:
    html = read(app, "/materials")
    for id in app.extensions["symbiosis"].book.materials:
        assert f'href="/materials/{id}"' in html, id


@pytest.mark.parametrize("path", ["/materials/phlogiston", "/uses/phlogiston"])
def test_what_the_book_lacks_is_not_there(app: Flask, path: str) -> None:
    assert browser(app).get(path).status_code == 404


def test_counts_below_three_stay_hidden_and_names_never_show(app: Flask, town: Town) -> None:
    paths = (
        "/materials/grape-pomace",
        "/materials?q=grape%20pomace",
        "/uses/compost-feedstock",
        "/materials",
    )
    firms = []
    for _ in range(2):
        giver, taker = town.business(), town.business(nace="38", at="gurjaani")
        town.post(giver, an_output(material_ids=("grape-pomace",)))
        town.post(taker, a_need(text="ვეძებთ ნედლეულს", use_ids=("compost-feedstock",)))
        firms += [
            operations.show_firm(town.services, each, each.firm_id or "", now=NOW) for each in (giver, taker)
        ]
    for path in paths:
        html = read(app, path)
        assert "or more firms" not in html
        for firm in firms:
            for secret in (firm.name_ka, firm.name_latin, str(firm.identification_code), firm.id):
                assert secret not in html, path
    assert read(app, paths[0]).count(HIDDEN) == 2
    town.post(town.business(), an_output(material_ids=("grape-pomace",)))
    html = read(app, paths[0])
    assert "3 or more firms" in html
    assert html.count(HIDDEN) == 1


def test_counts_with_invented_firms_say_so(app: Flask, town: Town) -> None:
    for _ in range(3):
        user = operations.register_firm(
            town.services, Viewer(language="en"), a_registration(), now=NOW, is_demo=True
        )
        operations.verify_firm(town.services, town.coordinator(), user.firm_id or "", now=NOW)
        firm = Viewer(user.id, user.role, user.firm_id, "en")
        given = an_output(material_ids=("grape-pomace",))
        operations.post_listing(town.services, firm, given, now=NOW, is_demo=True)
    assert "Demonstration: the firms and listings marked" in read(app, "/materials/grape-pomace")
    assert "Demonstration: the firms and listings marked" not in read(app, "/materials/sawdust")


def test_the_form_of_a_listing_opens_with_the_material_or_the_use(app: Flask, town: Town) -> None:
    client = browser(app, town.user(town.business()))
    html = client.get("/listings/new?side=output&material=grape-pomace").text
    assert '<input type="hidden" name="material_ids" value="grape-pomace">' in html
    assert 'value="open:grape-pomace"' in html
    assert ">Grape pomace</textarea>" in html
    html = client.get("/listings/new?side=need&use=animal-feed").text
    assert '<input type="hidden" name="use_ids" value="animal-feed">' in html
    assert 'value="open:animal-feed"' in html
    assert ">whatever it is</textarea>" in client.get("/listings/new?text=whatever+it+is").text
    plain = client.get("/listings/new?side=output&material=phlogiston").text
    assert "material_ids" not in plain


def test_a_listing_is_about_the_material_it_was_opened_with(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    winery = town.business()
    sent = {"side": "output", "text": "რაც დარჩა", "material_ids": "grape-pomace"}
    assert browser(app, town.user(winery)).post("/listings/new", data=sent).status_code == 302
    [listing] = operations.my_listings(town.services, winery, now=NOW)
    assert listing.material_ids == ("grape-pomace",)


def test_without_its_graph_uses_are_told_and_nobody_is_counted() -> None:
    with app_without_graph() as app:
        for path in ("/materials?q=sawdust", "/uses/compost-feedstock"):
            html = read(app, path)
            assert "The figures cannot be read at the moment." in html

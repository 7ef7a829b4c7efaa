"""What somebody did before, on the card and the page of a match."""

from __future__ import annotations

from flask import Flask
from markupsafe import escape

from symbiosis.wiring import Services
from tests.symbiosis.builders import a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

NONE_FOUND = "No documented exchange like this one was found."


def test_a_match_names_the_documented_exchange_most_like_it(
    app: Flask, services: Services, town: Town
) -> None:
    case = next(
        one
        for one in services.book.precedents.values()
        if services.book.materials[one.material_id].kind == services.book.uses[one.use_id].kind == "material"
    )
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    town.post(giver, an_output(material_ids=(case.material_id,)))
    town.post(taker, a_need(material_ids=(), use_ids=(case.use_id,)))
    [match] = town.matches_of(giver)
    named = services.book.precedents[match.precedent_id or ""]
    assert (named.material_id, named.use_id) == (case.material_id, case.use_id)
    for viewer in (giver, taker):
        told = browser(app, town.user(viewer))
        assert escape(named.title_en) in told.get(f"/matches/{match.id}").text
        assert escape(named.title_en) in told.get("/matches").text
    told = app.test_client().get(f"/api/v1/matches/{match.id}", headers=town.key(giver)).json
    assert told["precedent_id"] == named.id


def test_a_match_like_none_says_so(app: Flask, town: Town) -> None:
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    town.post(giver, an_output(text="Odd things with blue dots", material_ids=()))
    town.post(taker, a_need(text="Odd things with blue dots", material_ids=(), use_ids=()))
    [match] = town.matches_of(giver)
    assert match.precedent_id is None
    page = browser(app, town.user(giver))
    assert NONE_FOUND in page.get(f"/matches/{match.id}").text
    assert "Done before" not in page.get("/matches").text

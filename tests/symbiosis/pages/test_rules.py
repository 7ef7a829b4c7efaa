"""The administrator's pages of the law, and the law on the page of a match."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.records import Role
from symbiosis.wiring import Services
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

RULE = "/desk/rules/ge-pcb-oil"
FORM = {
    "title_ka": "სათაური",
    "title_en": "Oil is tested first",
    "requires_ka": "მოთხოვნა",
    "requires_en": "Have it tested.",
    "effect": "duty",
    "certainty": "unclear",
    "is_off": "no",
    "source": "practice",
    "checked": "2026-01-15",
    "number": "0",
}


@pytest.fixture
def keeper(app: Flask, town: Town) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, town.user(town.somebody(Role.ADMINISTRATOR)))


def test_rules_are_found_by_words_and_narrowed_down(keeper: FlaskClient) -> None:
    assert "ge-pcb-oil" in keeper.get("/desk/rules").text
    assert "ge-pcb-oil" in keeper.get("/desk/rules?q=PCB").text
    assert "ge-pcb-oil" not in keeper.get("/desk/rules?q=PCB&effect=forbids").text
    assert "ge-pcb-oil" not in keeper.get("/desk/rules?jurisdiction=eu").text
    assert "ge-pcb-oil" not in keeper.get("/desk/rules?state=off").text


def test_a_rule_is_changed_shown_with_the_file_and_put_back(keeper: FlaskClient) -> None:
    assert keeper.post(RULE, data=FORM).status_code == 302
    shown = keeper.get(RULE).text
    assert "<ins>Oil is tested first</ins>" in shown
    assert "The reference file says otherwise" in shown
    assert "Oil is tested first" in keeper.get("/desk/rules?state=changed").text
    assert keeper.post(f"{RULE}/undo", data={"number": "1"}).status_code == 302
    again = keeper.get(RULE).text
    assert "The reference file says otherwise" not in again
    assert "<del>Oil is tested first</del>" in again


def test_a_refused_form_keeps_what_was_typed(keeper: FlaskClient) -> None:
    told = keeper.post(RULE, data={**FORM, "effect": "asks", "title_en": "Kept as typed"})
    assert told.status_code == 422
    assert 'value="Kept as typed"' in told.text
    assert 'id="question_ka-error"' in told.text
    late = keeper.post(RULE, data={**FORM, "number": "7"})
    assert late.status_code == 409
    assert "Somebody else changed this rule" in late.text


def test_a_match_tells_the_law_as_it_stands(app: Flask, services: Services, town: Town) -> None:
    giver, _, match = town.pair()
    rule_id = next(id for id in match.rule_ids if services.law.rules[id].effect == "asks")
    page = browser(app, town.user(giver)).get(f"/matches/{match.id}").text
    question = services.law.rules[rule_id].question_en or ""
    assert question in page
    assert "replaces no legal advice" in page
    told = app.test_client().get(f"/api/v1/matches/{match.id}", headers=town.key(giver)).json
    assert rule_id in {rule["id"] for rule in told["rules"]}
    assert told["rule_ids"] == list(match.rule_ids)
    town.change_rule(rule_id, is_off=True)
    assert question not in browser(app, town.user(giver)).get(f"/matches/{match.id}").text
    told = app.test_client().get(f"/api/v1/matches/{match.id}", headers=town.key(giver)).json
    assert rule_id not in {rule["id"] for rule in told["rules"]}


def test_everybody_reads_the_rules_and_a_program_of_an_administrator_changes_one(
    app: Flask, town: Town
) -> None:
    client, path = app.test_client(), "/api/v1/rules/ge-pcb-oil"
    before = client.get(path).json
    assert before["is_changed"] is False
    assert {"subject", "values"} == set(before["when"][0])
    assert path.rsplit("/", maxsplit=1)[1] in {rule["id"] for rule in client.get("/api/v1/rules").json}
    assert client.get("/api/v1/rules/none").status_code == 404
    key = town.key(town.somebody(Role.ADMINISTRATOR))
    after = client.put(path, json=FORM | {"number": 0, "is_off": True}, headers=key).json
    assert (after["title_en"], after["is_off"], after["is_changed"]) == (FORM["title_en"], True, True)
    assert client.put(path, json=FORM | {"number": 0}, headers=key).status_code == 409

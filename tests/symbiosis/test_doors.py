"""All routes x all readers: who gets in is what `doors.py` says, and others learn nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from graph import chains, firms, matches
from graph.chains import Due, Reckoned
from graph.records import Role
from symbiosis import operations
from symbiosis.access import EVERY_ROLE, Viewer, rule_of
from symbiosis.inputs import OfferInput, OptOutInput, TokenInput
from tests.graph.builders import a_chain
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.doors import DOORS, EVERYBODY, Door
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph, browser

READERS = ("anonymous", "own", "other", "coordinator", "planner", "administrator")
ROLE_OF = {"own": "business", "other": "business"}


def routes() -> list[tuple[str, str, str]]:
    """(endpoint, method, address) of every route."""
    with app_without_graph() as app:
        rules: Iterator[Rule] = app.url_map.iter_rules()
        return sorted(
            (rule.endpoint, method, rule.rule)
            for rule in rules
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        )


ROUTES = routes()


class Scene:
    """Six readers, and the things of the first business."""

    def __init__(self, app: Flask, town: Town) -> None:
        self.app, self.town = app, town
        giver, taker, exchange_id = town.exchange()
        listing = operations.my_listings(town.services, giver, now=NOW)[0]
        self.spare = an_output(text="ხის ნახერხი")
        third = town.business(verified=False)
        self.readers: dict[str, Viewer | None] = {
            "anonymous": None,
            "own": giver,
            "other": town.business(),
            "coordinator": town.coordinator(),
            "planner": town.somebody(Role.PLANNER),
            "administrator": town.somebody(Role.ADMINISTRATOR),
        }
        exchange = operations.show_exchange(town.services, giver, exchange_id, now=NOW)
        self.things = {
            "firm": giver.firm_id,
            "site": firms.sites_of(town.services.store, giver.firm_id or "")[0].id,
            "listing": listing.id,
            "match": exchange.match_id,
            "exchange": exchange_id,
            "third_firm": third.firm_id,
            "third_user": third.user_id,
            "opt_out": operations.ask_opt_out(
                town.services, giver, giver.firm_id or "", OptOutInput("404555668", "x"), now=NOW
            ).id,
            "style": "css/fonts.css",
            "material": "grape-pomace",
            "place": "telavi",
            "sector": "1102",
            "use": "compost-feedstock",
            "rule": "ge-pcb-oil",
            "changed_rule": "ge-asbestos",
        }
        town.post(taker, an_output(text="ყურძნის წიპწა"))
        town.change_rule("ge-asbestos", effect="asks", question_ka="?", question_en="?")

    def thing(self, name: str, reader: Viewer | None) -> str:
        """The id behind a variable of an address; some things are made for the reader who will use them
        up.
        """
        if name in ("fresh_token", "spare_listing", "synonym"):
            return self._used_up(name, reader)
        if name == "own_site":
            # A form is about the reader's own firm; a request names the firm whose site it is.
            return self._own_site(reader)
        if name == "offered_process":
            for viewer in (self.readers["own"], self.readers["other"]):
                assert viewer is not None
                given = OfferInput(self._own_site(viewer), "chipping")
                operations.offer_process(self.town.services, viewer, viewer.firm_id or "", given, now=NOW)
            return "chipping"
        if name == "chain":
            return self._chain()
        return str(self.things[name])

    def _chain(self) -> str:
        """A chain from the output of the first business through the other one."""
        store = self.town.services.store
        self.thing("offered_process", None)
        match = matches.by_id(store, str(self.things["match"]))
        assert match is not None
        site = self._own_site(self.readers["other"])
        found = a_chain(match.output_id, match.need_id, site, process_id="chipping")
        chains.replace_for(
            store, Due(match.output_id, 1), Reckoned((found,), (match.need_id,), ("chipping",))
        )
        return chains.of_pair(store, match.output_id, match.need_id, least=0.0)[0].id

    def _used_up(self, name: str, reader: Viewer | None) -> str:
        services, owner = self.town.services, self.readers["own"]
        assert owner is not None
        if name == "spare_listing":
            return self.town.post(owner, self.spare).id
        if name == "synonym":
            return self.town.synonym("ქვევრის ქუსპი", "grape-pomace")
        if reader is None:
            return "none"
        return operations.create_token(services, reader, TokenInput("x"), now=NOW).token.id

    def _own_site(self, reader: Viewer | None) -> str:
        whose = reader if reader is not None and reader.firm_id else self.readers["own"]
        assert whose is not None
        return firms.sites_of(self.town.services.store, whose.firm_id or "")[0].id

    def body(self, door: Door, reader: Viewer | None) -> dict[str, Any]:
        """What to bring to a door, with the things that it names."""
        return {
            name: self.thing(value[1:-1], reader) if isinstance(value, str) and value[:1] == "<" else value
            for name, value in door.body.items()
        }

    def ask(self, name: str, door: Door, method: str, address: str) -> TestResponse:
        """The answer that a reader gets at a door."""
        reader = self.readers[name]
        for variable, thing in door.behind.items():
            address = address.replace(f"<{variable}>", self.thing(thing, reader))
            address = address.replace(f"<path:{variable}>", self.thing(thing, reader))
        if address.startswith("/api/"):
            headers = self.town.key(reader) if reader else {}
            sent = self.body(door, reader)
            body: dict[str, Any] = {"json": sent} if method in ("POST", "PUT") else {}
            return self.app.test_client().open(address, method=method, headers=headers, buffered=True, **body)
        client = browser(self.app, self.town.user(reader) if reader else None)
        return client.open(
            address,
            method=method,
            data=self.body(door, reader) if method == "POST" else None,
            buffered=True,
        )


@pytest.fixture
def scene(app: Flask, town: Town) -> Scene:
    app.config["WTF_CSRF_ENABLED"] = False  # what comes after the guard has its own test
    return Scene(app, town)


def wanted(reader: str, door: Door) -> str:
    """`in`, or how the reader is sent away."""
    if "anyone" in door.who:
        return "in"
    if reader == "anonymous":
        return "log in"
    if ROLE_OF.get(reader, reader) not in door.who:
        return "refused"
    return "not there" if reader == "other" and door.behind and door.is_owned else "in"


def happened(answer: TestResponse) -> str:
    """What an answer means."""
    if answer.status_code == 401 or (answer.status_code == 302 and "/login" in answer.location):
        return "log in"
    if answer.status_code in (403, 404):
        return {403: "refused", 404: "not there"}[answer.status_code]
    return "in" if answer.status_code < 500 else f"broken: {answer.status_code}"


def test_every_route_says_whom_it_is_for_and_stands_in_the_table(app: Flask) -> None:
    assert {endpoint for endpoint, *_ in ROUTES} == set(DOORS)
    for endpoint, door in DOORS.items():
        rule = rule_of(app.view_functions[endpoint])
        assert rule is not None, endpoint
        assert rule.is_public == ("anyone" in door.who), endpoint
        assert rule.is_public or {role.value for role in rule.roles} == door.who, endpoint
    assert {role.value for role in EVERY_ROLE} == EVERYBODY


def test_every_reader_gets_at_every_door_what_the_table_says(scene: Scene) -> None:
    wrong = []
    for endpoint, method, address in ROUTES:
        door = DOORS[endpoint]
        for reader in sorted(
            READERS, key=lambda name: wanted(name, door) == "in"
        ):  # who is let in may change things
            answer = scene.ask(reader, door, method, address)
            what = happened(answer)
            if endpoint == "pages.login" and what == "log in":
                what = "in"
            if endpoint == "pages.logout" and reader != "anonymous" and answer.status_code == 302:
                what = "in"
            if what != wanted(reader, door):
                wrong.append(
                    (endpoint, method, reader, "wanted", wanted(reader, door), "got", what, answer.status)
                )
    assert not wrong


def test_an_id_of_another_firm_and_an_invented_id_get_the_same_answer(scene: Scene) -> None:
    owned = [
        (e, m, a) for e, m, a in ROUTES if DOORS[e].behind and DOORS[e].is_owned and e.startswith("api_")
    ]
    assert len(owned) > 10
    for endpoint, method, address in owned:
        door = DOORS[endpoint]
        real = scene.ask("other", door, method, address)
        kept = dict(scene.things)
        scene.things.update(dict.fromkeys(("firm", "site", "listing", "match", "exchange"), "invented"))
        invented_door = Door(door.who, dict.fromkeys(door.behind, "listing"), body=door.body)
        invented = scene.ask("other", invented_door, method, address)
        scene.things = kept
        assert real.status_code == invented.status_code == 404, endpoint
        said = [
            {k: v for k, v in each.json["error"].items() if k != "request_id"} for each in (real, invented)
        ]
        assert said[0] == said[1], endpoint

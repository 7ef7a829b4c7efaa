"""Who learns what of the worth of a match, who may say a figure better, and what stands first."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from flask import Flask

from graph.errors import NotFound
from graph.records import Role
from matching.impact import ROLES
from matching.impact.order import keys
from matching.records import Quantity, Side
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import NotAllowed, NotLoggedIn
from symbiosis.inputs import AssumptionInput
from symbiosis.operations.edit_assumption import AssumptionsEdited
from symbiosis.operations.reckon_worth import needs_support
from symbiosis.views import MatchView, WorthView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

HUNDRED = Quantity(100, "t", "year")
SAWDUST: dict[str, Any] = {"text": "ხის ნახერხი", "quantity": HUNDRED, "material_ids": ("sawdust",)}
BEDDING: dict[str, Any] = {
    "text": "ვეძებთ საფენს ცხოველებისთვის",
    "quantity": HUNDRED,
    "use_ids": ("animal-bedding",),
}


class Deal:
    """Sawdust for bedding: giver, taker, coordinator, and the match between the two."""

    def __init__(self, services: Services, town: Town) -> None:
        self.services = services
        self.giver, self.taker = town.business(nace="16"), town.business(nace="01", at="gurjaani")
        self.coordinator = town.coordinator()
        self.output = town.post(self.giver, an_output(**SAWDUST))
        self.need = town.post(self.taker, a_need(**BEDDING))
        [match] = town.matches_of(self.giver)
        self.id = match.id
        self.numbers = count()

    def seen_by(self, viewer: Viewer) -> WorthView:
        worth = operations.show_match(self.services, viewer, self.id, now=NOW).worth
        assert worth is not None
        return worth

    def say(self, figure: str, *span: float, number: int | None = None, by: Viewer | None = None) -> bool:
        number = next(self.numbers) if number is None else number
        values = (span[0], span[1], span[2]) if span else None
        given = AssumptionInput(figure, values, "told by telephone", number)
        return operations.edit_assumption(self.services, by or self.coordinator, self.id, given, now=NOW)


@pytest.fixture
def deal(services: Services, town: Town) -> Deal:
    return Deal(services, town)


def test_a_firm_sees_the_money_of_its_own_side_and_a_coordinator_all(deal: Deal) -> None:
    giver, taker, both = (deal.seen_by(one) for one in (deal.giver, deal.taker, deal.coordinator))
    for gains in (giver.impact.per_year, giver.impact.per_unit):
        assert gains.giver is not None
        assert gains.taker is gains.joint is gains.giver_paid is gains.taker_paying is None
    for gains in (taker.impact.per_year, taker.impact.per_unit):
        assert gains.taker is not None
        assert gains.giver is gains.joint is gains.giver_paid is gains.taker_paying is None
    assert giver.impact.price is taker.impact.price is None
    assert {one.about for one in giver.impact.assumptions} == {"giver", "both"}
    assert {one.about for one in taker.impact.assumptions} == {"taker", "both"}
    assert {one.about for one in both.impact.assumptions} == {"giver", "taker", "both", "broker"}
    assert both.impact.price is not None
    assert None not in (both.impact.per_year.joint, both.impact.per_year.giver, both.impact.per_year.taker)
    assert giver.impact.break_even_km == both.impact.break_even_km is not None
    assert giver.impact.co2e_t_per_year == both.impact.co2e_t_per_year is not None


def test_what_a_coordinator_says_of_one_side_changes_nothing_that_the_other_sees(deal: Deal) -> None:
    """Not the figure only: nothing that was reckoned with it either, such as the distance that pays."""
    before = {Side.OUTPUT: deal.seen_by(deal.giver), Side.NEED: deal.seen_by(deal.taker)}
    for name, role in ROLES.items():
        if role.about in ("taker", "broker"):
            deal.say(name, *[(role.least + 1) if role.most > 1 else 0.9] * 3)
            assert deal.seen_by(deal.giver) == before[Side.OUTPUT], name
    seen_by_taker = deal.seen_by(deal.taker)
    assert seen_by_taker != before[Side.NEED]
    for name, role in ROLES.items():
        if role.about in ("giver", "broker"):
            deal.say(name, *[77.0 if role.most > 1 else 0.8] * 3)
            assert deal.seen_by(deal.taker) == seen_by_taker, name
    assert deal.seen_by(deal.giver) != before[Side.OUTPUT]
    assert len(deal.seen_by(deal.coordinator).changes) == next(deal.numbers)


def test_what_a_firm_pays_today_is_in_no_figure_of_the_other(
    services: Services, town: Town, deal: Deal
) -> None:
    before = deal.seen_by(deal.taker)
    operations.edit_listing(
        services, deal.giver, deal.output.id, an_output(**SAWDUST, cost_gel_per_year=25_000), now=NOW
    )
    after = deal.seen_by(deal.taker)
    assert after == before
    own = next(one for one in deal.seen_by(deal.giver).impact.assumptions if one.id == "today")
    assert (own.span, own.basis) == ((250, 250, 250), "stated")
    both = next(one for one in deal.seen_by(deal.coordinator).impact.assumptions if one.id == "today")
    assert both == own


def test_what_is_said_of_both_is_seen_by_both(deal: Deal) -> None:
    deal.say("distance", 80, 90, 100)
    for viewer in (deal.giver, deal.taker, deal.coordinator):
        said = next(one for one in deal.seen_by(viewer).impact.assumptions if one.id == "distance")
        assert (said.span, said.basis) == ((80, 90, 100), "coordinator")
    assert deal.seen_by(deal.giver).changes == deal.seen_by(deal.taker).changes == ()


def test_each_change_is_kept_with_who_when_and_why_and_can_be_put_back(town: Town, deal: Deal) -> None:
    at_first = deal.seen_by(deal.coordinator)
    assert deal.say("price", 200, 220, 240)
    assert not deal.say("price", 200, 220, 240, number=1)
    assert deal.say("price", number=1)
    after = deal.seen_by(deal.coordinator)
    assert after.impact == at_first.impact
    assert [(one.number, one.span) for one in after.changes] == [(2, None), (1, (200, 220, 240))]
    assert {one.user_email for one in after.changes} == {town.user(deal.coordinator).email}
    assert {(one.why, one.changed_at) for one in after.changes} == {("told by telephone", NOW)}


def test_of_two_coordinators_the_second_is_told(town: Town, deal: Deal) -> None:
    deal.say("price", 200, 220, 240, number=0)
    with pytest.raises(AssumptionsEdited):
        deal.say("freight", 1, 1, 1, number=0, by=town.coordinator())


def test_only_coordinators_say_figures(services: Services, town: Town, deal: Deal) -> None:
    for role in (Role.PLANNER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            deal.say("price", 1, 1, 1, by=town.somebody(role))
    with pytest.raises(NotAllowed):
        deal.say("price", 1, 1, 1, by=deal.giver)
    with pytest.raises(NotLoggedIn):
        deal.say("price", 1, 1, 1, by=Viewer())
    given = AssumptionInput("price", (1, 1, 1), "asked", 0)
    with pytest.raises(NotFound):
        operations.edit_assumption(services, deal.coordinator, "nothing", given, now=NOW)


def test_what_was_said_survives_a_rematch(services: Services, deal: Deal) -> None:
    deal.say("price", 200, 220, 240)
    operations.find_matches(services, deal.output.id, now=NOW)
    said = next(one for one in deal.seen_by(deal.coordinator).impact.assumptions if one.id == "price")
    assert said.span == (200, 220, 240)


def test_the_api_tells_each_reader_the_same_as_the_page(app: Flask, town: Town, deal: Deal) -> None:
    def told(viewer: Viewer) -> Any:
        answer = app.test_client().get(f"/api/v1/matches/{deal.id}", headers=town.key(viewer))
        assert answer.status_code == 200
        return answer.json["impact"]

    giver, taker, both = told(deal.giver), told(deal.taker), told(deal.coordinator)
    assert giver["is_estimate"] is True
    assert [name for name, gain in giver["gel_per_year"].items() if gain] == ["giver"]
    assert [name for name, gain in taker["gel_per_year"].items() if gain] == ["taker"]
    assert all(both["gel_per_year"].values())
    assert giver["price_gel_per_unit"] is taker["price_gel_per_unit"] is None
    assert both["price_gel_per_unit"]["suggested"] > 0
    assert "price" not in {one["id"] for one in giver["figures"]}
    assert "today" not in {one["id"] for one in taker["figures"]}
    assert all(one["source"] or one["basis"] in ("stated", "reckoned") for one in both["figures"])


def test_a_coordinator_says_a_figure_on_the_page_and_what_cannot_be_is_marked(
    app: Flask, town: Town, deal: Deal
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    client = browser(app, town.user(deal.coordinator))
    where = f"/matches/{deal.id}/figures"
    form = {
        "assumption_id": "price",
        "low": "200",
        "central": "220",
        "high": "240",
        "why": "asked",
        "number": "0",
    }
    for wrong, field in (
        ({"low": "230"}, "central"),
        ({"assumption_id": "anyway"}, "low"),
        ({"why": ""}, "why"),
        ({"central": ""}, "central"),
        ({"assumption_id": "pirce"}, "assumption_id"),
    ):
        refused = client.post(where, data=form | wrong)
        assert refused.status_code == 422
        assert f'id="{field}-error"' in refused.text, wrong
        assert "asked" in refused.text or "why" in wrong
    assert client.post(where, data=form).status_code == 302
    assert client.post(where, data=form | {"central": "230"}).status_code == 409
    shown = client.get(f"/matches/{deal.id}").text
    assert "220" in shown
    assert "asked" in shown
    assert browser(app, town.user(deal.giver)).get(f"/matches/{deal.id}").text.count("220") == 0
    assert (
        client.post(
            where, data={"assumption_id": "price", "back": "yes", "why": "no", "number": "1"}
        ).status_code
        == 302
    )


def test_a_firm_reads_its_matches_by_worth_or_by_fit(
    app: Flask, services: Services, town: Town, deal: Deal
) -> None:
    far = town.business(nace="01", at="batumi")
    town.post(
        far,
        a_need(**BEDDING | {"text": "ვეძებთ ხის ნახერხს საფენად", "quantity": replace(HUNDRED, amount=1)}),
    )
    by_fit, by_worth = (_first(services, deal.giver, order) for order in ("fit", "worth"))
    assert [one.score for one in by_fit] == sorted((one.score for one in by_fit), reverse=True)
    known = [(one.probability, _central(one)) for one in by_worth]
    assert None not in [gain for _likely, gain in known]
    assert keys(known) == sorted(keys(known), reverse=True)
    client = browser(app, town.user(deal.giver))
    orders = {"": by_fit, "?order=worth": by_worth, "?order=x": by_fit, "?order=fit": by_fit}
    for asked, order in orders.items():
        page = client.get(f"/matches{asked}").text
        places = [page.index(f"m-{one.id}") for one in order]
        assert places == sorted(places), asked


def _central(match: MatchView) -> float | None:
    gain = match.worth.gain_gel_per_year if match.worth else None
    return gain[1] if gain else None


def _first(services: Services, viewer: Viewer, by: Any) -> tuple[MatchView, ...]:
    [group] = operations.my_matches(services, viewer, now=NOW, by=by)
    return group.matches


def test_what_brings_nothing_to_both_stands_apart_for_firms_and_coordinators(
    app: Flask, services: Services, town: Town, deal: Deal
) -> None:
    town.post(town.business(nace="01", at="telavi"), a_need(**BEDDING))
    pages, desk = browser(app, town.user(deal.giver)), browser(app, town.user(deal.coordinator))
    assert "Need support" not in pages.get("/matches?order=worth").text
    deal.say("distance", 3000, 3000, 3000)
    near, far = _first(services, deal.giver, "worth")
    assert far.id == deal.id
    assert [needs_support(one) for one in (near, far)] == [False, True]
    told = pages.get("/matches?order=worth").text
    assert told.index(f"m-{near.id}") < told.index("Need support") < told.index(f"m-{far.id}")
    assert "Need support" not in pages.get("/matches").text
    assert "Need support" not in desk.get("/desk/matches").text
    for order in ("worth", "worth-co2e"):
        told = desk.get(f"/desk/matches?order={order}").text
        assert told.index(near.id) < told.index("Need support") < told.index(far.id)
        assert "Of the 200 likeliest matches." in told


def test_greenhouse_gas_held_worth_enough_lifts_what_loses_money_and_only_who_sees_all_orders_all(
    deal: Deal,
) -> None:
    deal.say("distance", 3000, 3000, 3000)
    [match] = operations.matches_by_worth(deal.services, deal.coordinator, now=NOW)
    assert match.worth is not None
    loss, saved = match.worth.gain_gel_per_year, match.worth.impact.co2e_t_per_year
    assert loss is not None
    assert saved is not None
    least = -loss[2] / saved[1]
    assert loss[2] < 0 < saved[1]
    assert needs_support(match)
    assert needs_support(match, 0.9 * least)
    assert not needs_support(match, 1.1 * least)
    with pytest.raises(NotAllowed):
        operations.matches_by_worth(deal.services, deal.giver, now=NOW)

"""What nobody does for those who wait for it, and what a planner is told of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from graph.records import Role
from matching.chains import Flow
from matching.records import Quantity
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.inputs import TreatedInput
from symbiosis.operations import see_gaps
from symbiosis.operations.planner_counts import FEWEST
from symbiosis.views import GapView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.operations.joinery import CLEAN, Wood, a_need, offers, reckon, site_of
from tests.symbiosis.town import Town


def _gaps(services: Services, viewer: Viewer) -> dict[str, GapView]:
    """What a reader sees once the job has been there."""
    reckon(services)
    return {gap.process_id: gap for gap in operations.show_gaps(services, viewer, now=NOW).gaps}


def test_a_gap_closes_when_somebody_offers_the_process(services: Services, town: Town, wood: Wood) -> None:
    keeper = town.coordinator()
    site, firm_id = site_of(services, wood.chipper), wood.chipper.firm_id or ""
    assert "chipping" not in _gaps(services, keeper)
    operations.withdraw_process(services, wood.chipper, firm_id, site, "chipping", now=NOW)
    assert _gaps(services, keeper)["chipping"].tonnes_per_year == 200
    offers(services, wood.chipper)
    assert "chipping" not in _gaps(services, keeper)
    operations.suspend_firm(services, keeper, firm_id, now=NOW)
    assert "chipping" in _gaps(services, keeper)


def test_who_treats_other_things_closes_no_gap(services: Services, town: Town, wood: Wood) -> None:
    site, firm_id = site_of(services, wood.chipper), wood.chipper.firm_id or ""
    for treated, is_gap in ((("green-waste",), True), (("wood",), False), ((), False)):
        said = TreatedInput(site, "chipping", treated)
        operations.say_what_is_treated(services, wood.chipper, firm_id, said, now=NOW)
        assert ("chipping" in _gaps(services, town.coordinator())) == is_gap


def test_nothing_waits_once_its_counterpart_is_closed(services: Services, town: Town, wood: Wood) -> None:
    site, firm_id = site_of(services, wood.chipper), wood.chipper.firm_id or ""
    operations.withdraw_process(services, wood.chipper, firm_id, site, "chipping", now=NOW)
    keeper = town.coordinator()
    assert "chipping" in _gaps(services, keeper)
    (need,) = operations.my_listings(services, wood.taker, now=NOW)
    operations.change_listing_state(services, wood.taker, need.id, "pause", now=NOW)
    # Before the job has been there, too.
    assert operations.show_gaps(services, keeper, now=NOW).gaps == ()
    late = NOW + timedelta(days=1000)
    assert operations.show_gaps(services, keeper, now=late).gaps == ()


def test_a_planner_sees_a_gap_only_when_three_firms_stand_behind_it(services: Services, town: Town) -> None:
    planner = town.somebody(Role.PLANNER)
    town.post(town.business(nace="10", at="batumi"), a_need("Wood chips for a boiler"))
    for n_givers in (1, 2, 3):
        town.post(town.business(nace="16"), an_output(text="Wood offcuts from a joinery", **CLEAN))
        known = _gaps(services, planner)
        assert ("chipping" in known) == (n_givers == 3)
        assert bool(operations.show_gaps(services, planner, now=NOW).n_hidden) == (n_givers < 3)
    assert known["chipping"].tonnes_per_year == 600
    (flow,) = known["chipping"].flows
    assert (flow.product_id, flow.n_outputs, flow.tonnes_per_year) == ("wood-chips", 3, 600)
    assert known["chipping"].n_needs is None


def test_tonnes_and_worth_of_two_firms_are_no_planners_business(services: Services, town: Town) -> None:
    town.post(town.business(nace="10", at="batumi"), a_need("Wood chips for a boiler"))
    for tonnes in (200, 300, None):
        said = {"hazardous": False, "quantity": Quantity(tonnes, "t", "year") if tonnes else None}
        town.post(town.business(nace="16"), an_output(text="Wood offcuts from a joinery", **said))
    seen = _gaps(services, town.somebody(Role.PLANNER))["chipping"]
    assert (seen.n_outputs, seen.tonnes_per_year, seen.n_unknown, seen.gel_per_year) == (3, None, None, None)
    assert (seen.fills_a_plant, seen.flows, seen.n_flows_hidden) == (False, (), 1)
    whole = _gaps(services, town.coordinator())["chipping"]
    assert (whole.tonnes_per_year, whole.n_unknown, whole.is_worth_hidden) == (500, 1, False)
    assert seen.is_worth_hidden == (whole.gel_per_year is not None)


def test_what_is_left_out_of_a_gap_is_not_the_rest_of_the_whole() -> None:
    def flow(material_id: str, n_givers: int) -> Flow:
        return Flow(material_id, None, n_givers, n_givers, n_givers, 10.0)

    def shown(*flows: Flow) -> tuple[Flow, ...]:
        return see_gaps._countable(flows, FEWEST)

    many, few, more = flow("wood", 5), flow("paper-board", 2), flow("plastics", 3)
    assert shown(many, more) == (many, more)
    assert shown(many, few, more) == (many,)
    assert shown(many, few) == shown(few) == ()
    assert shown(many, replace(more, n_known_givers=2)) == ()
    none = replace(more, tonnes_per_year=0.0)
    assert shown(many, few, more, none) == (many,)
    assert shown(few, none) == ()

"""Chains, pools and gaps over the graph: who is in them, and who may see what of them."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest

from graph import chains, labels
from graph.chains import Due, Reckoned
from graph.errors import NotFound
from graph.records import Role, Visibility
from matching.records import Quantity
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import InvalidInput, NotAllowed
from symbiosis.inputs import ChainAnswerInput, OfferInput, TreatedInput
from symbiosis.schemas.base import load
from symbiosis.schemas.chain import ChainAnswerSchema
from symbiosis.views import ThirdPartiesView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.operations.joinery import CLEAN, PRICE, Wood, a_need, offers, reckon, site_of
from tests.symbiosis.town import Town


def test_both_sides_see_the_processor_without_a_name_price_or_money(services: Services, wood: Wood) -> None:
    name = operations.show_firm(services, wood.chipper, wood.chipper.firm_id or "", now=NOW).name_ka
    for viewer in (wood.giver, wood.taker):
        (chain,) = wood.seen_by(viewer).chains
        assert (chain.processor.process_id, chain.product_id) == ("chipping", "wood-chips")
        assert (chain.processor.municipality, chain.processor.nace_division) == ("gurjaani", "38")
        assert chain.worth is None
        told = str(asdict(chain))
        for secret in (name, str(PRICE), wood.chipper.firm_id or "", wood.giver.firm_id or ""):
            assert secret not in told


def test_a_coordinator_sees_who_it_is_what_it_asks_and_what_it_brings(town: Town, wood: Wood) -> None:
    (chain,) = wood.seen_by(town.coordinator()).chains
    assert chain.processor.firm_id == wood.chipper.firm_id
    assert chain.processor.price_gel_per_t == PRICE
    assert chain.worth is not None
    assert chain.worth.processor_paid is not None
    assert chain.output.firm_id == wood.giver.firm_id


def test_what_a_chain_brings_is_reckoned_by_the_words_that_coordinators_took_for_names(
    services: Services, town: Town
) -> None:
    given = {"hazardous": False, "quantity": Quantity(200, "m3", "year"), "cost_gel_per_year": 4000.0}
    for text in ("Kvernaki, dry", "Wood offcuts, dry"):
        town.post(town.business(nace="16"), an_output(text=text, **given))
    town.post(town.business(nace="10", at="batumi"), a_need("Wood chips for a boiler"))
    offers(services, town.business(nace="38", at="gurjaani"))
    town.synonym("kvernaki", "wood-offcuts")
    keeper = town.coordinator()
    operations.rematch(services, keeper, now=NOW)
    found = operations.show_third_parties(services, keeper, now=NOW).chains
    worths = {one.output.text: one.worth for one in found}
    assert worths["Kvernaki, dry"] is not None
    assert worths["Kvernaki, dry"] == worths["Wood offcuts, dry"]


def test_nobody_else_may_ask(town: Town, wood: Wood) -> None:
    for stranger in (wood.chipper, town.business()):
        with pytest.raises(NotFound):
            wood.seen_by(stranger)
    with pytest.raises(NotAllowed):
        wood.seen_by(town.somebody(Role.PLANNER))


def test_what_is_offered_no_longer_or_by_no_verified_firm_is_in_no_chain(
    services: Services, town: Town, wood: Wood
) -> None:
    keeper, firm_id = town.coordinator(), wood.chipper.firm_id or ""
    operations.suspend_firm(services, keeper, firm_id, now=NOW)
    assert wood.seen_by(wood.giver).chains == ()
    operations.verify_firm(services, keeper, firm_id, now=NOW)
    assert len(wood.seen_by(wood.giver).chains) == 1
    site = site_of(services, wood.chipper)
    operations.withdraw_process(services, wood.chipper, firm_id, site, "chipping", now=NOW)
    assert wood.seen_by(wood.giver).chains == ()


def test_a_firm_without_the_permit_is_in_no_chain(services: Services, town: Town) -> None:
    assert Wood(services, town, has_permit=False).seen_by(town.coordinator()).chains == ()


def test_only_ones_own_site_and_a_known_process_can_be_offered(services: Services, wood: Wood) -> None:
    mine = wood.chipper.firm_id or ""
    given = OfferInput(site_of(services, wood.chipper), "alchemy")
    with pytest.raises(InvalidInput) as unknown:
        operations.offer_process(services, wood.chipper, mine, given, now=NOW)
    assert set(unknown.value.problems) == {"process_id"}
    given = OfferInput(site_of(services, wood.giver), "chipping")
    with pytest.raises(NotFound):
        operations.offer_process(services, wood.chipper, mine, given, now=NOW)
    with pytest.raises(NotFound):
        operations.list_offered(services, wood.giver, mine, now=NOW)


def test_what_a_firm_treats_is_kept_when_the_offer_is_said_anew(services: Services, wood: Wood) -> None:
    mine, site = wood.chipper.firm_id or "", site_of(services, wood.chipper)
    said = TreatedInput(site, "chipping", ("wood",))
    assert operations.say_what_is_treated(services, wood.chipper, mine, said, now=NOW).treats == ("wood",)
    offers(services, wood.chipper, tonnes_per_year=50.0)
    (kept,) = operations.list_offered(services, wood.chipper, mine, now=NOW)
    assert (kept.treats, kept.tonnes_per_year) == (("wood",), 50.0)
    with pytest.raises(InvalidInput) as unknown:
        operations.say_what_is_treated(
            services, wood.chipper, mine, TreatedInput(site, "chipping", ("ether",)), now=NOW
        )
    assert set(unknown.value.problems) == {"treats"}
    with pytest.raises(NotFound):
        operations.say_what_is_treated(
            services, wood.chipper, mine, TreatedInput(site, "drying", ("wood",)), now=NOW
        )
    with pytest.raises(NotFound):
        operations.say_what_is_treated(services, wood.giver, mine, said, now=NOW)


def test_what_a_firm_treats_decides_what_is_led_to_it(services: Services, town: Town, wood: Wood) -> None:
    mine, site = wood.chipper.firm_id or "", site_of(services, wood.chipper)
    (asked,) = wood.seen_by(wood.giver).chains
    assert "treats" in {gate.name for gate in asked.gates}
    for treated, n_chains in ((("wood",), 1), (("green-waste",), 0)):
        said = TreatedInput(site, "chipping", treated)
        operations.say_what_is_treated(services, wood.chipper, mine, said, now=NOW)
        chains = wood.seen_by(wood.giver).chains
        assert len(chains) == n_chains
        assert all("treats" not in {gate.name for gate in one.gates} for one in chains)


def test_the_job_may_run_twice_or_late(services: Services, town: Town, wood: Wood) -> None:
    (first,) = wood.seen_by(town.coordinator()).chains
    assert operations.find_chains_due(services, now=NOW) == 0
    for listing in operations.my_listings(services, wood.giver, now=NOW):
        operations.find_matches(services, listing.id, now=NOW)
    assert operations.find_chains_due(services, now=NOW) == 1
    (again,) = wood.seen_by(town.coordinator()).chains
    assert again == first


def test_a_processor_learns_what_waits_and_nothing_of_whom(
    services: Services, town: Town, wood: Wood
) -> None:
    reckon(services)
    mine = wood.chipper.firm_id or ""
    (inflow,) = operations.show_inflows(services, wood.chipper, mine, now=NOW)
    assert (inflow.process_id, inflow.material_id, inflow.product_id) == (
        "chipping",
        "wood-offcuts",
        "wood-chips",
    )
    assert (inflow.region, inflow.band, inflow.n_outputs) == ("kakheti", "100-1000", 1)
    giver = operations.show_firm(services, wood.giver, wood.giver.firm_id or "", now=NOW)
    told = str(asdict(inflow))
    for secret in (giver.id, giver.name_ka, giver.sites[0].id, "telavi", "batumi", "joinery", "200.0"):
        assert secret not in told


def test_outputs_of_one_kind_are_counted_and_each_once(services: Services, town: Town, wood: Wood) -> None:
    town.post(town.business(nace="10", at="gori"), a_need("Wood chips for a boiler"))
    for tonnes in (300, 5):
        clean = CLEAN | {"quantity": Quantity(tonnes, "t", "year")}
        town.post(town.business(nace="16"), an_output(text="Wood offcuts from a joinery", **clean))
    reckon(services)
    found = operations.show_inflows(services, wood.chipper, wood.chipper.firm_id or "", now=NOW)
    assert [(one.band, one.n_outputs) for one in found] == [("100-1000", 2), ("under-10", 1)]


def test_what_waits_is_for_the_firm_and_its_coordinator(services: Services, town: Town, wood: Wood) -> None:
    reckon(services)
    mine = wood.chipper.firm_id or ""
    assert operations.show_inflows(services, town.coordinator(), mine, now=NOW)
    for other in (wood.giver, wood.taker):
        with pytest.raises(NotFound):
            operations.show_inflows(services, other, mine, now=NOW)
    for role in (Role.PLANNER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            operations.show_inflows(services, town.somebody(role), mine, now=NOW)


def _say(services: Services, viewer: Viewer, chain_id: str | None, verdict: Any, **rest: Any) -> None:
    given = ChainAnswerInput(verdict, **rest)
    operations.answer_chain(services, viewer, chain_id or "", given, now=NOW)


def test_a_chain_has_an_answer_that_survives_every_reckoning(
    services: Services, town: Town, wood: Wood
) -> None:
    keeper, mine = town.coordinator(), wood.chipper.firm_id or ""
    (chain,) = wood.seen_by(keeper).chains
    _say(services, keeper, chain.id, "in_talks", note="calls on Monday")
    shown = operations.show_third_parties(services, keeper, now=NOW)
    assert shown.chains == ()
    (kept,) = shown.kept
    assert [(one.verdict, one.note) for one in kept.answers] == [("in_talks", "calls on Monday")]
    operations.withdraw_process(
        services, wood.chipper, mine, site_of(services, wood.chipper), "chipping", now=NOW
    )
    reckon(services)
    (past,) = operations.show_third_parties(services, keeper, now=NOW).kept
    assert (past.id, past.is_current, past.answers) == (kept.id, False, kept.answers)
    assert past.processor.firm_name_ka
    offers(services, wood.chipper)
    reckon(services)
    (back,) = operations.show_third_parties(services, keeper, now=NOW).kept
    assert (back.id, back.is_current) == (kept.id, True)


def test_an_answered_chain_to_what_the_book_no_longer_knows_is_left_out(
    services: Services, town: Town, wood: Wood
) -> None:
    keeper = town.coordinator()
    (seen,) = wood.seen_by(keeper).chains
    _say(services, keeper, seen.id, "in_talks")
    known = chains.by_id(services.store, seen.id or "")
    assert known is not None
    gone = Reckoned((replace(known, product_id="phlogiston"),), (known.need_id,), ())
    chains.replace_for(services.store, Due(known.output_id, 1), gone)
    assert operations.show_third_parties(services, keeper, now=NOW).kept == ()


def test_what_is_said_is_added_and_counts_for_no_pair(services: Services, town: Town, wood: Wood) -> None:
    keeper = town.coordinator()
    before = labels.answered(services.store)
    (chain,) = wood.seen_by(keeper).chains
    _say(services, keeper, chain.id, "worth_contact")
    _say(services, keeper, chain.id, "no", reason="price")
    (kept,) = operations.show_third_parties(services, keeper, now=NOW).kept
    assert {one.verdict for one in kept.answers} == {"worth_contact", "no"}
    assert labels.answered(services.store) == before
    (match,) = town.matches_of(wood.giver)
    assert match.my_verdict is None


def test_what_is_said_of_a_chain_is_the_coordinators(services: Services, town: Town, wood: Wood) -> None:
    (chain,) = wood.seen_by(town.coordinator()).chains
    _say(services, town.coordinator(), chain.id, "no", reason="other", note="secret")
    for firm in (wood.giver, wood.taker):
        (seen,) = wood.seen_by(firm).chains
        assert (seen.id, seen.answers) == (None, ())
    for other in (wood.giver, wood.chipper, town.somebody(Role.PLANNER), town.somebody(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            _say(services, other, chain.id, "in_talks")
    with pytest.raises(NotFound):
        _say(services, town.coordinator(), "nothing", "in_talks")


def test_a_no_to_a_chain_has_a_reason() -> None:
    assert load(ChainAnswerSchema(), {"verdict": "no", "reason": "law"}).reason == "law"
    assert load(ChainAnswerSchema(), {"verdict": "in_talks", "reason": "law"}).reason is None
    with pytest.raises(InvalidInput) as refused:
        load(ChainAnswerSchema(), {"verdict": "no"})
    assert set(refused.value.problems) == {"reason"}


class Sawdust:
    """Three joineries with a few tonnes each, and a farm that takes no less than a lorry."""

    def __init__(self, services: Services, town: Town, **hidden: Any) -> None:
        self.services = services
        self.taker = town.business(nace="01", at="sagarejo")
        self.joiners = [town.business(nace="16", at=at) for at in ("telavi", "gurjaani", "kvareli")]
        for number, joiner in enumerate(self.joiners):
            rest = hidden if number == 2 else {}
            tonnes = {"hazardous": False, "quantity": Quantity(8, "t", "year")}
            town.post(joiner, an_output(text="Sawdust, dry and clean", **tonnes, **rest))
        town.post(self.taker, a_need("Sawdust for animal bedding, at least 20 t"))

    def seen_by(self, viewer: Viewer, town: Town) -> ThirdPartiesView:
        match = town.matches_of(viewer)[0]
        return operations.third_parties(self.services, viewer, match.id, now=NOW)


def test_a_giver_learns_its_own_share_and_nothing_of_the_others(services: Services, town: Town) -> None:
    sawdust = Sawdust(services, town)
    (pool,) = sawdust.seen_by(sawdust.joiners[0], town).pools
    assert pool.tonnes == pytest.approx(20)
    assert [share.is_mine for share in pool.shares].count(True) == 1
    for share in pool.shares:
        assert share.is_mine == (share.output is not None)
        assert share.is_mine or share.leg_km is None
    assert pool.cost is None


def test_the_taker_meets_all_of_them_without_names(services: Services, town: Town) -> None:
    sawdust = Sawdust(services, town)
    (pool,) = sawdust.seen_by(sawdust.taker, town).pools
    places = {share.output.municipality for share in pool.shares if share.output is not None}
    assert places == {"telavi", "gurjaani", "kvareli"}
    assert all(share.output is not None and share.output.firm_id is None for share in pool.shares)
    assert pool.cost is None


def test_a_lot_for_coordinators_only_is_in_no_pool_that_firms_see(services: Services, town: Town) -> None:
    sawdust = Sawdust(services, town, visibility=Visibility.COORDINATORS)
    assert sawdust.seen_by(sawdust.taker, town).pools == ()
    assert sawdust.seen_by(sawdust.joiners[0], town).pools == ()


def test_the_desk_has_all_with_names_and_is_for_coordinators(
    services: Services, town: Town, wood: Wood
) -> None:
    Sawdust(services, town)
    reckon(services)
    shown = operations.show_third_parties(services, town.coordinator(), now=NOW)
    assert shown.chains[0].match_id == wood.match_id
    (pool,) = shown.pools
    assert all(share.output is not None and share.output.firm_name_ka for share in pool.shares)
    assert pool.cost is not None
    for other in (wood.giver, town.somebody(Role.PLANNER), town.somebody(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            operations.show_third_parties(services, other, now=NOW)

"""A graph in which everything occurs that can occur: each label, relationship and property at least once."""

from __future__ import annotations

from datetime import date, timedelta

from graph import (
    accounts,
    assumption_changes,
    candidates,
    chain_answers,
    chains,
    due,
    exchanges,
    firms,
    jobs,
    listings,
    matches,
    offers,
    opt_outs,
    outcomes,
    rule_changes,
    showing,
    synonyms,
    weights,
)
from graph.chain_answers import ChainAnswer
from graph.chains import Due, Reckoned
from graph.change_records import AssumptionChange
from graph.correction_records import CodeChange, Correction, SynonymDecision
from graph.ids import new_id
from graph.learning_records import Outcome, WeightsOffer, WeightsSwitch
from graph.offers import ProcessOffer
from graph.opt_out_records import OptOut
from graph.records import Disclosure, FirmStatus, RuleChange, Token
from graph.showing import Placed
from graph.store import Store
from matching.recognition import Guess, Recognition
from matching.records import Hop, Quantity, Side, Trace, Verdict, Wait
from tests.graph.builders import (
    NOW,
    Enrolled,
    a_chain,
    a_decision,
    a_firm,
    a_listing,
    a_match,
    a_site,
    a_user,
    enrol,
)


def a_world(store: Store) -> tuple[Enrolled, Enrolled]:
    """Two firms with an exchange between them; gives them as (giver, taker)."""
    giver, taker = enrol(store), enrol(store, municipality="batumi", nace_division="16")
    entrepreneur = a_firm(identification_code=None, personal_number_digest="digest")
    firms.register(store, entrepreneur, a_site(entrepreneur.id, lat=41.7, lon=45.8), a_user())
    coordinator = accounts.list_users(store)[0].id
    firms.set_status(store, entrepreneur.id, FirmStatus.VERIFIED, coordinator, NOW)

    token = Token(new_id(), giver.user.id, "excel", "sym_ab", "digest", NOW)
    accounts.add_token(store, token)
    accounts.touch_token(store, token.id, NOW)

    processing = ProcessOffer(
        taker.firm.id, taker.site.id, "pelletising", 500.0, 80.0, False, True, ("sawdust",)
    )
    offers.put(store, processing)

    output = a_listing(
        giver,
        quantity=Quantity(2.0, "t", "month"),
        tonnes_per_year=24.0,
        season_months=(9, 10),
        hazardous=False,
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 9, 1),
        cost_gel_per_year=100.0,
        material_ids=("sawdust",),
        not_ids=("wood", "compost"),
        ewc_code="030105",
    )
    need = a_listing(taker, Side.NEED, use_ids=("bedding",))
    guesses = Recognition(materials=(Guess("shavings", 0.5, ""),), codes=(Guess("030104", 0.3, ""),))
    tap = Correction(new_id(), output.id, "material", "wood", "not", "ნახერხი", "ka", NOW, giver.user.id)
    listings.post(store, output, guesses, [tap])
    listings.post(store, need)
    due.compared(store, output.id, output.changed_at, NOW, "ranker 1")
    due.put_off(store, need.id, NOW)
    jobs.at_work(store, NOW)
    read_as = [
        Trace("material", "sawdust", 1.0, 0.5, 1.0),
        Trace("use", "fuel", 0.5),
        Trace("code", "030105", 1.0),
    ]
    candidates.keep(store, output.for_ranking(), read_as, b"sketch", "[]")

    hop = Hop("sawdust", None, "bedding", "proven", "sawdust-bedding")
    matches.replace_for(store, output.id, [a_match(output.id, need.id, pathway=hop)], "1", NOW)
    (match,) = matches.all_matches(store)
    step = ("sawdust", "pellets", "sawdust-pellets")
    waits = [
        Wait(output.id, giver.firm.id, "pelletising", (need.id,), *step, 12.5),
        Wait(need.id, taker.firm.id, "pelletising", (output.id,)),
    ]
    found = (a_chain(output.id, need.id, taker.site.id),)
    reckoned = Reckoned(found, (need.id,), ("pelletising",), waits)
    chains.replace_for(store, Due(output.id, 1), reckoned)
    offers.firm_changed(store, taker.firm.id)
    (chain,) = chains.of_pair(store, output.id, need.id, least=0.0)
    chain_answers.append(
        store, ChainAnswer(new_id(), chain.id, "no", NOW, coordinator, "price", "ძვირია", {"score": 0.18})
    )
    showing.put_places(store, [Placed(match.id, "exploring", 0.5, NOW)])
    first = a_decision(match.id, Side.OUTPUT, giver, Verdict.LATER, reason="time", note="შემოდგომაზე")
    second = a_decision(match.id, Side.OUTPUT, giver, decided_at=NOW + timedelta(days=1))
    third = a_decision(match.id, Side.NEED, taker, decided_at=NOW + timedelta(days=1))
    for decision in (first, second, third):
        matches.decide(store, decision)
    (exchange,) = exchanges.all_exchanges(store)
    shown = Disclosure(new_id(), giver.user.id, taker.firm.id, exchange.id, "exchange_page", NOW)
    exchanges.log_disclosure(store, shown)
    rule_changes.append(store, RuleChange(new_id(), "a-rule", 1, NOW, giver.user.id, {"effect": "asks"}))
    said = AssumptionChange(
        new_id(), output.id, need.id, 1, "price", (1.0, 2.0, 3.0), "by telephone", NOW, giver.user.id
    )
    assumption_changes.append(store, said)
    for happened in (
        {"happened": False, "reason": "price", "note": "ძვირია"},
        {"happened": True, "tonnes": 2.5, "happened_on": date(2026, 10, 1), "cost_gel": 40.0},
    ):
        outcomes.append(
            store,
            Outcome(new_id(), exchange.id, Side.OUTPUT, recorded_at=NOW, user_id=giver.user.id, **happened),
        )
    coded = CodeChange(
        new_id(), output.id, "030105", False, "030104", True, "an analysis", NOW, giver.user.id
    )
    listings.update(store, output, guesses, code_change=coded)
    accepted = SynonymDecision(
        new_id(), "ნახერხი", "ka", "material", "sawdust", "accepted", NOW, giver.user.id, (tap.id,)
    )
    synonyms.append(store, accepted)
    for named in ({"identification_code": "404111222"}, {"personal_number_digest": "digest"}):
        asked = OptOut(new_id(), giver.firm.id, "კონკურენტი", "asked", NOW, giver.user.id, **named)
        opt_outs.ask(store, asked)
        opt_outs.decide(store, asked.id, "holds", coordinator, NOW)
    weights.put_offer(store, WeightsOffer(new_id(), "v1", NOW, "flask retrain", {"version": "v1"}, {"n": 40}))
    weights.switch(store, WeightsSwitch(new_id(), 1, "v1", NOW, giver.user.id))
    return giver, taker

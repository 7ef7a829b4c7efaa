from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from graph import exchanges, firms, listings, matches
from graph.errors import AlreadyThere, NotFound
from graph.records import FirmStatus, ListingState, Visibility
from matching.records import Hop, Side, Verdict
from tests.graph.builders import NOW, a_decision, a_match, enrol, posted
from tests.graph.pairs import Pair

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def pair(store):
    return Pair(store)


def test_a_match_comes_back_as_the_ranker_gave_it(store):
    hop = Hop("sawdust", None, "bedding", "proven", "sawdust-bedding")
    pair = Pair(store, pathway=hop)
    match, ranked = pair.match, pair.ranked
    assert (match.output_id, match.need_id) == (pair.output_id, pair.need_id)
    assert (match.score, match.probability, match.distance_km) == (1.25, 0.7773, 12.5)
    assert match.evidence == tuple(asdict(evidence) for evidence in ranked.evidence)
    assert match.gates == tuple(asdict(gate) for gate in ranked.gates)
    assert match.pathway == asdict(hop)
    assert (match.ranker_version, match.computed_at, match.is_current) == ("1", NOW, True)
    assert (match.output_verdict, match.need_verdict, match.exchange_id) == (None, None, None)
    assert matches.by_id(store, match.id) == match
    assert matches.by_id(store, "none") is None


def test_computing_a_pair_again_from_either_side_keeps_its_id(store, pair):
    again = replace(pair.ranked, score=-0.5, distance_km=None)
    matches.replace_for(store, pair.need_id, [again], "2", LATER)
    assert matches.all_matches(store) == [
        replace(pair.match, score=-0.5, distance_km=None, ranker_version="2", computed_at=LATER)
    ]


def test_a_pair_that_is_not_given_any_more_goes_away_and_others_stay(store, pair):
    other = posted(store, pair.taker, Side.NEED)
    both = [pair.ranked, a_match(pair.output_id, other, score=3.0)]
    matches.replace_for(store, pair.output_id, both, "1", NOW)
    assert [match.need_id for match in matches.all_matches(store)] == [other, pair.need_id]
    matches.replace_for(store, pair.need_id, [], "1", LATER)
    assert [match.need_id for match in matches.all_matches(store)] == [other]


def test_a_pair_that_somebody_decided_on_is_kept_but_not_current(store, pair):
    pair.decide(Side.OUTPUT, Verdict.LATER)
    matches.replace_for(store, pair.output_id, [], "1", LATER)
    (kept,) = matches.all_matches(store)
    assert kept == replace(pair.match, is_current=False, output_verdict=Verdict.LATER)
    assert pair.seen_by(pair.giver) == []
    matches.replace_for(store, pair.output_id, [pair.ranked], "1", LATER)
    assert matches.by_id(store, kept.id).is_current


def test_a_pair_whose_listing_is_gone_is_left_out(store, pair):
    matches.replace_for(store, pair.output_id, [a_match(pair.output_id, "none"), pair.ranked], "1", NOW)
    assert matches.all_matches(store) == [pair.match]


def test_two_comparisons_of_one_pair_at_once_make_one_match(store, pair):
    def compare(listing_id):
        matches.replace_for(store, listing_id, [pair.ranked], "1", NOW)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(compare, [pair.output_id, pair.need_id] * 6))
    assert matches.all_matches(store) == [pair.match]


def test_both_firms_see_an_open_match_and_an_outsider_does_not(store, pair):
    outsider = enrol(store)
    assert pair.seen_by(pair.giver) == [pair.match.id]
    assert pair.seen_by(pair.taker) == [pair.match.id]
    assert pair.seen_by(outsider) == []


def test_matches_are_read_best_first_and_in_pages(store, pair):
    better = posted(store, pair.taker, Side.NEED)
    given = [pair.ranked, a_match(pair.output_id, better, score=9.0)]
    matches.replace_for(store, pair.output_id, given, "1", NOW)
    best, good = matches.of_firm(store, pair.giver.firm.id, NOW)
    assert (best.need_id, good.need_id) == (better, pair.need_id)
    assert matches.all_matches(store, skip=1, limit=1) == [good]


def withdraw_output(pair):
    listings.set_state(pair.store, pair.output_id, ListingState.WITHDRAWN, LATER)


def pause_need(pair):
    listings.set_state(pair.store, pair.need_id, ListingState.PAUSED, LATER)


def expire_output(pair):
    listings.renew(pair.store, pair.output_id, NOW, LATER)


def suspend_giver(pair):
    firms.set_status(pair.store, pair.giver.firm.id, FirmStatus.SUSPENDED, "somebody", LATER)


CLOSINGS = [withdraw_output, pause_need, expire_output, suspend_giver]


@pytest.mark.parametrize("close", CLOSINGS)
def test_a_match_of_what_is_closed_is_seen_by_coordinators_only(store, pair, close):
    close(pair)
    assert pair.seen_by(pair.giver) == []
    assert pair.seen_by(pair.taker) == []
    assert matches.all_matches(store) == [pair.match]


@pytest.mark.parametrize("close", CLOSINGS)
def test_a_match_with_an_exchange_is_seen_whatever_happens_later(store, pair, close):
    pair.decide(Side.OUTPUT)
    pair.decide(Side.NEED)
    close(pair)
    assert pair.seen_by(pair.giver) == pair.seen_by(pair.taker) == [pair.match.id]


def test_a_match_with_a_listing_for_coordinators_is_hidden_from_the_other_firm(store, pair):
    secret = listings.by_id(store, pair.output_id)
    listings.update(store, replace(secret, visibility=Visibility.COORDINATORS))
    assert pair.seen_by(pair.giver) == [pair.match.id]
    assert pair.seen_by(pair.taker) == []
    assert matches.all_matches(store) == [pair.match]
    with pytest.raises(NotFound):
        pair.decide(Side.NEED)
    assert matches.decisions_of(store, pair.match.id) == []
    assert pair.decide(Side.OUTPUT) is None


def test_decisions_are_appended_and_the_latest_of_each_side_counts(store, pair):
    first = a_decision(
        pair.match.id, Side.OUTPUT, pair.giver, Verdict.NO, reason="price", note="ძვირია", decided_at=NOW
    )
    second = a_decision(pair.match.id, Side.OUTPUT, pair.giver, Verdict.LATER, decided_at=LATER)
    third = a_decision(pair.match.id, Side.NEED, pair.taker, Verdict.YES, decided_at=LATER, shown={})
    for decision in (first, second, third):
        assert matches.decide(store, decision) is None
    assert matches.decisions_of(store, pair.match.id) == [first, *sorted([second, third], key=lambda d: d.id)]
    match = matches.by_id(store, pair.match.id)
    assert (match.output_verdict, match.need_verdict) == (Verdict.LATER, Verdict.YES)


def test_two_yeses_open_an_exchange(store, pair):
    assert pair.decide(Side.OUTPUT) is None
    exchange = pair.decide(Side.NEED, decided_at=LATER)
    assert exchange is not None
    assert exchange == exchanges.by_id(store, exchange.id)
    assert (exchange.match_id, exchange.opened_at, exchange.stage) == (pair.match.id, LATER, "idea")
    assert (exchange.output_id, exchange.need_id) == (pair.output_id, pair.need_id)
    assert (exchange.output_firm_id, exchange.need_firm_id) == (pair.giver.firm.id, pair.taker.firm.id)
    assert matches.by_id(store, pair.match.id).exchange_id == exchange.id


def test_repeating_a_decision_gives_the_same_and_adds_nothing(store, pair):
    pair.decide(Side.OUTPUT)
    decision = a_decision(pair.match.id, Side.NEED, pair.taker)
    opened = matches.decide(store, decision)
    assert matches.decide(store, decision) == opened
    assert matches.decide(store, replace(decision, verdict=Verdict.NO)) == opened
    assert len(matches.decisions_of(store, pair.match.id)) == 2


def test_a_later_no_leaves_the_exchange_as_it_was(store, pair):
    pair.decide(Side.OUTPUT)
    opened = pair.decide(Side.NEED)
    assert pair.decide(Side.NEED, Verdict.NO, decided_at=LATER) is None
    assert exchanges.all_exchanges(store) == [opened]


def test_only_the_firm_that_owns_a_side_decides_for_it(store, pair):
    outsider = enrol(store)
    for decision in (
        a_decision(pair.match.id, Side.OUTPUT, outsider),
        a_decision(pair.match.id, Side.OUTPUT, pair.taker),
        a_decision("none", Side.OUTPUT, pair.giver),
    ):
        with pytest.raises(NotFound):
            matches.decide(store, decision)
    assert matches.decisions_of(store, pair.match.id) == []


@pytest.mark.parametrize("attempt", range(3))
def test_two_yeses_in_the_same_moment_open_exactly_one_exchange(store, pair, attempt):
    decisions = [
        a_decision(pair.match.id, Side.OUTPUT, pair.giver),
        a_decision(pair.match.id, Side.NEED, pair.taker),
    ] * 4
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda decision: matches.decide(store, decision), decisions))
    (exchange,) = exchanges.all_exchanges(store)
    assert {one for one in opened if one is not None} == {exchange}
    assert len(matches.decisions_of(store, pair.match.id)) == 2


def test_deciding_while_the_pair_is_taken_away_either_counts_or_is_told(store, pair):
    decision = a_decision(pair.match.id, Side.OUTPUT, pair.giver)

    def decide():
        try:
            matches.decide(store, decision)
        except NotFound:
            return "told"
        return "counted"

    with ThreadPoolExecutor(2) as threads:
        deciding = threads.submit(decide)
        taking = threads.submit(matches.replace_for, store, pair.output_id, [], "1", LATER)
        taking.result()
    kept = matches.by_id(store, pair.match.id)
    if deciding.result() == "counted":
        assert kept is not None
        assert not kept.is_current
        assert matches.decisions_of(store, pair.match.id) == [decision]
    else:
        assert kept is None


def test_an_answer_to_one_match_is_no_answer_to_another(store, pair):
    other = posted(store, pair.taker, Side.NEED)
    matches.replace_for(store, pair.output_id, [pair.ranked, a_match(pair.output_id, other)], "1", NOW)
    (second,) = [match.id for match in matches.all_matches(store) if match.need_id == other]
    answer = a_decision(pair.match.id, Side.OUTPUT, pair.giver, Verdict.YES)
    matches.decide(store, answer)
    for stolen in (
        replace(answer, match_id=second),
        replace(answer, side=Side.NEED, firm_id=pair.taker.firm.id, user_id=pair.taker.user.id),
    ):
        with pytest.raises(AlreadyThere) as error:
            matches.decide(store, stolen)
        assert error.value.field == "id"
    assert matches.decisions_of(store, second) == []
    assert matches.decisions_of(store, pair.match.id) == [answer]


def edit_output(pair, text="ახალი ტექსტი"):
    listing = listings.by_id(pair.store, pair.output_id)
    listings.update(pair.store, replace(listing, text=text, changed_at=LATER))


def test_a_yes_lapses_when_the_other_listing_is_edited_and_counts_again_when_it_is_given_again(store, pair):
    pair.decide(Side.NEED)
    edit_output(pair)
    match = matches.by_id(store, pair.match.id)
    assert (match.need_verdict, match.need_lapsed, match.output_lapsed) == (Verdict.YES, True, False)
    assert pair.decide(Side.OUTPUT, decided_at=LATER) is None
    assert exchanges.all_exchanges(store) == []
    assert pair.decide(Side.NEED, decided_at=LATER, edition=1) is not None
    assert not matches.by_id(store, pair.match.id).need_lapsed


def test_a_yes_to_what_stood_before_an_edit_opens_nothing_however_late_it_comes(store, pair):
    pair.decide(Side.OUTPUT)
    edit_output(pair)
    assert pair.decide(Side.NEED, decided_at=LATER + timedelta(days=1), edition=0) is None
    assert exchanges.all_exchanges(store) == []


def test_ones_own_edit_leaves_ones_own_yes(store, pair):
    pair.decide(Side.OUTPUT)
    edit_output(pair)
    assert not matches.by_id(store, pair.match.id).output_lapsed
    assert pair.decide(Side.NEED, edition=1) is not None


def test_an_open_exchange_outlives_an_edit(store, pair):
    pair.decide(Side.OUTPUT)
    opened = pair.decide(Side.NEED)
    edit_output(pair)
    match = matches.by_id(store, pair.match.id)
    assert (match.exchange_id, match.need_lapsed) == (opened.id, False)
    assert pair.decide(Side.OUTPUT, decided_at=LATER) == opened


def test_answers_from_before_there_were_editions_count_until_the_next_edit(store, pair):
    pair.decide(Side.NEED)
    store.driver.execute_query("MATCH (d:Decision) REMOVE d.edition")
    store.driver.execute_query("MATCH (m:Match) REMOVE m.need_edition, m.output_edition")
    store.driver.execute_query("MATCH (l:Listing) REMOVE l.edition")
    assert not matches.by_id(store, pair.match.id).need_lapsed
    edit_output(pair)
    assert matches.by_id(store, pair.match.id).need_lapsed
    assert pair.decide(Side.OUTPUT) is None


@pytest.mark.parametrize("attempt", range(3))
def test_an_edit_in_the_moment_of_the_second_yes_opens_an_exchange_or_undoes_the_first(store, pair, attempt):
    pair.decide(Side.NEED)
    with ThreadPoolExecutor(2) as threads:
        editing = threads.submit(edit_output, pair)
        opened = threads.submit(pair.decide, Side.OUTPUT).result()
        editing.result()
    assert exchanges.all_exchanges(store) == ([] if opened is None else [opened])
    assert matches.by_id(store, pair.match.id).need_lapsed is (opened is None)

"""What the ranker learns from: pairs with an answer, as they were shown, and nothing of the others."""

from __future__ import annotations

from datetime import timedelta

from graph import exchanges, labels, matches, outcomes
from graph.ids import new_id
from graph.learning_records import Outcome
from graph.store import Store
from matching.records import Side, Verdict
from tests.graph.builders import NOW, a_decision, a_match, posted
from tests.graph.pairs import Pair

SHOWN = {
    "evidence": [
        {"name": "prior", "value": 0.03, "contribution": -4.2},
        {"name": "material", "value": 0.5, "contribution": 1.3},
        {"name": "quantity", "value": None, "contribution": 0.0},
    ],
    "probability": 0.2,
}


def test_a_pair_that_nobody_answered_is_not_among_them(store: Store) -> None:
    Pair(store)
    assert labels.answered(store) == []


def test_the_latest_answer_of_each_side_comes_with_what_it_was_shown(store: Store) -> None:
    pair = Pair(store)
    pair.decide(Side.OUTPUT, Verdict.LATER)
    pair.decide(Side.OUTPUT, Verdict.NO, reason="price", decided_at=NOW + timedelta(days=1), shown=SHOWN)
    (found,) = labels.answered(store)
    assert (found.output_id, found.need_id) == (pair.output_id, pair.need_id)
    assert (found.output_firm_id, found.need_firm_id) == (pair.giver.firm.id, pair.taker.firm.id)
    (answer,) = found.answers
    assert (answer.side, answer.verdict, answer.reason) == (Side.OUTPUT, Verdict.NO, "price")
    assert answer.values == {"prior": 0.03, "material": 0.5, "quantity": None}
    assert (answer.probability, answer.decided_at) == (0.2, NOW + timedelta(days=1))
    assert (found.stage, found.outcomes, found.is_demo) == (None, (), False)


def test_an_exchange_brings_its_stage_and_what_each_side_said_last(store: Store) -> None:
    pair = Pair(store)
    pair.decide(Side.OUTPUT)
    exchange = pair.decide(Side.NEED)
    assert exchange is not None
    for days, happened in ((1, False), (2, True)):
        said = Outcome(
            new_id(), exchange.id, Side.NEED, happened, NOW + timedelta(days=days), pair.taker.user.id
        )
        outcomes.append(store, said)
    (found,) = labels.answered(store)
    assert found.stage == exchanges.FIRST_STAGE
    assert {answer.side for answer in found.answers} == set(Side)
    assert [(said.side, said.happened) for said in found.outcomes] == [(Side.NEED, True)]


def test_they_are_read_in_pages(store: Store, monkeypatch) -> None:
    monkeypatch.setattr(labels, "PAGE", 2)
    pair = Pair(store)
    needs = [pair.need_id, *(posted(store, pair.taker, Side.NEED) for _ in range(4))]
    ranked = [a_match(pair.output_id, need_id) for need_id in needs]
    matches.replace_for(store, pair.output_id, ranked, "1", NOW)
    for match in matches.all_matches(store):
        matches.decide(store, a_decision(match.id, Side.OUTPUT, pair.giver))
    found = labels.answered(store)
    assert len({(pair.output_id, pair.need_id) for pair in found}) == len(found) == 5


def test_comparing_again_leaves_what_was_answered_and_shown(store: Store) -> None:
    pair = Pair(store)
    pair.decide(Side.OUTPUT, Verdict.NO, reason="quality", shown=SHOWN)
    before = labels.answered(store)
    matches.replace_for(store, pair.output_id, [], "other weights", NOW + timedelta(days=9))
    assert labels.answered(store) == before

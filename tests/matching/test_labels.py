"""Answers and outcomes become labels; silence, delay and what tells nothing never do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from matching.evidence.kinds import NAMES
from matching.labels import MOST_OF_A_FIRM, SPEAKS_OF, Row, labels
from matching.records import Answered, OutcomeSaid, Side, Verdict
from tests.matching.labelled import NOW, an_answer, answered

LATE = NOW + timedelta(days=40)


def the_row(pair: Answered) -> Row:
    (row,) = labels([pair], NAMES).rows
    return row


def why_not(pair: Answered) -> dict[str, int]:
    found = labels([pair], NAMES)
    assert found.rows == ()
    return dict(found.dropped)


def no(reason: str, side: Side = Side.NEED) -> Answered:
    return answered(an_answer(side, Verdict.NO, reason=reason))


def both(**changes: object) -> Answered:
    return answered(an_answer(), an_answer(Side.NEED), **{"stage": "idea", **changes})


@pytest.mark.parametrize(
    ("reason", "label"),
    [("quality", 0), ("law", 0), ("price", 1), ("distance", 1), ("quantity", 1)],
)
def test_a_no_is_labelled_by_its_reason(reason: str, label: int) -> None:
    assert the_row(no(reason)).label == label


@pytest.mark.parametrize("reason", ["trust", "already", "other"])
def test_a_reason_that_tells_nothing_of_the_evidence_gives_no_label(reason: str) -> None:
    assert why_not(no(reason)) == {"no_label": 1}


def test_too_far_and_too_dear_speak_of_distance_alone_and_wrong_quality_of_everything() -> None:
    assert the_row(no("price")).speaks_of == the_row(no("distance")).speaks_of == ("distance",)
    assert the_row(no("quality")).speaks_of is None


def test_what_reasons_speak_of_is_evidence_there_is() -> None:
    told = {name for _label, names in SPEAKS_OF.values() for name in names or ()}
    assert told <= set(NAMES)


def test_later_and_a_yes_that_waits_give_no_label() -> None:
    assert why_not(answered(an_answer(verdict=Verdict.LATER))) == {"later": 1}
    assert why_not(answered(an_answer())) == {"waiting": 1}
    lapsed = answered(an_answer(), an_answer(Side.NEED))  # both said yes, yet no exchange opened
    assert why_not(lapsed) == {"waiting": 1}
    assert labels([], NAMES).rows == ()


def test_an_exchange_is_worth_more_the_further_it_came() -> None:
    one = (OutcomeSaid(Side.OUTPUT, True, LATE),)
    assert [
        the_row(both()).label,
        the_row(both(stage="negotiation")).label,
        the_row(both(outcomes=one)).label,
        the_row(both(outcomes=(*one, OutcomeSaid(Side.NEED, True, LATE)))).label,
    ] == [2, 3, 3, 4]


def test_an_exchange_that_came_to_nothing_is_labelled_by_why() -> None:
    failed = tuple(OutcomeSaid(side, False, LATE, "quality") for side in Side)
    row = the_row(both(outcomes=failed))
    assert (row.label, row.decided_at) == (0, LATE)
    assert the_row(both(outcomes=(OutcomeSaid(Side.NEED, False, LATE, "distance"),))).label == 1
    assert why_not(both(outcomes=(OutcomeSaid(Side.NEED, False, LATE, "other"),))) == {"no_label": 1}


def test_an_outcome_that_only_one_side_tells_so_is_nobodys_lesson() -> None:
    two = (OutcomeSaid(Side.OUTPUT, True, LATE), OutcomeSaid(Side.NEED, False, LATE, "quality"))
    assert why_not(both(outcomes=two)) == {"disputed": 1}


def test_of_two_refusals_the_one_that_speaks_of_the_material_counts() -> None:
    pair = answered(
        an_answer(Side.OUTPUT, Verdict.NO, reason="price"), an_answer(Side.NEED, Verdict.NO, reason="quality")
    )
    assert the_row(pair).label == 0


def test_the_evidence_is_that_of_the_moment_by_the_names_of_today() -> None:
    row = the_row(no("quality"))
    assert set(row.values) == set(NAMES)
    assert (row.values["material"], row.values["quantity"]) == (0.4, None)
    old = answered(
        an_answer(verdict=Verdict.NO, reason="law", values={"a former evidence": 1.0, "code": 0.5})
    )
    assert the_row(old).values == {**dict.fromkeys(NAMES), "code": 0.5}
    nothing = answered(an_answer(verdict=Verdict.NO, reason="law", values={}))
    assert why_not(nothing) == {"not_kept": 1}


def test_nothing_is_learned_from_the_demonstration() -> None:
    assert why_not(both(is_demo=True)) == {"demonstration": 1}


def test_a_firm_that_answers_much_does_not_decide_for_all() -> None:
    many = [
        answered(an_answer(verdict=Verdict.NO, reason="law"), need_id=f"n{n:03}", need_firm_id=f"taker{n}")
        for n in range(40)
    ]
    rows = labels(many, NAMES).rows
    assert sum(row.weight for row in rows) == pytest.approx(MOST_OF_A_FIRM)
    assert the_row(many[0]).weight == 1.0


def test_the_order_of_answers_and_pairs_does_not_matter() -> None:
    pairs = [
        answered(an_answer(), an_answer(Side.NEED, Verdict.NO, reason="law"), output_id=f"o{n}")
        for n in range(5)
    ]
    turned = [answered(*reversed(pair.answers), output_id=pair.output_id) for pair in reversed(pairs)]
    assert labels(pairs, NAMES) == labels(turned, NAMES)


def test_what_was_shown_seldom_counts_more_and_never_above_five() -> None:
    def weight(propensity: float | None) -> float:
        pair = answered(
            an_answer(propensity=propensity), an_answer(Side.NEED, propensity=propensity), stage="idea"
        )
        return the_row(pair).weight

    assert [weight(propensity) for propensity in (None, 1.0, 0.5, 0.25, 0.01)] == [1, 1, 2, 4, 5]

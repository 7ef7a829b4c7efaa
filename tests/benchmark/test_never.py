"""How pairs that must not come about are judged."""

from __future__ import annotations

import pytest

from benchmark.hand_written import ENGLISH
from benchmark.never import OUTCOMES, Judged, judge, outcome_of, table
from matching.ranker import Ranker
from matching.records import GateResult, Match, RuledOut
from matching.reference_book import default_book

HAZARD = "hazardous without permit"
FORBIDDEN = "forbidden way"


def a_match(*asked: tuple[str, str]) -> Match:
    gates = tuple(GateResult(name, "unknown", question=question) for name, question in asked)
    return Match("o", "n", 1.0, 0.7, evidence=(), gates=(GateResult("kind", "pass"), *gates))


def test_what_is_refused_or_no_match_is_so_whatever_the_reason() -> None:
    assert outcome_of(RuledOut("o", "n", "hazard", "hazard.not_authorised"), HAZARD) == "ruled out"
    assert outcome_of(None, FORBIDDEN) == "no match"


def test_a_match_without_any_question_is_shown() -> None:
    assert outcome_of(a_match(), HAZARD) == "shown"


@pytest.mark.parametrize(
    ("question", "why", "outcome"),
    [
        (("forbidden", "forbidden.is_it_this_material"), FORBIDDEN, "asked"),
        (("law", "law.ge-hazardous-storage-2-10t"), FORBIDDEN, "only a routine question"),
        (("hazard", "hazard.is_it_hazardous"), FORBIDDEN, "only a routine question"),
        (("hazard", "hazard.is_it_hazardous"), HAZARD, "asked"),
        (("law", "law.ge-hazardous-storage-2-10t"), HAZARD, "only a routine question"),
    ],
)
def test_a_question_counts_when_its_answer_bears_on_the_matter(
    question: tuple[str, str], why: str, outcome: str
) -> None:
    assert outcome_of(a_match(question), why) == outcome


def test_one_telling_question_among_routine_ones_is_enough() -> None:
    both = a_match(("law", "law.ge-hazardous-storage-2-10t"), ("forbidden", "forbidden.is_it_this_material"))
    assert outcome_of(both, FORBIDDEN) == "asked"


def test_the_table_counts_by_reason_and_language() -> None:
    judged = [
        Judged("a", "en", HAZARD, "ruled out", is_right=True),
        Judged("b", "en", HAZARD, "shown", is_right=False),
        Judged("a", "ka", HAZARD, "asked", is_right=True),
    ]
    rows = table(judged, OUTCOMES).splitlines()[2:]
    assert rows == [f"| {HAZARD}, en | 2 | 1 | 0 | 0 | 0 | 1 |", f"| {HAZARD}, ka | 1 | 0 | 0 | 1 | 0 | 0 |"]


def test_cases_are_judged_by_the_gates_and_look_alikes_by_their_place() -> None:
    plain = {"flow_type": "material", "output_ewc": None, "hazardous": None, "need_hazardous": None}
    oil = plain | {"output_text": "used engine oil", "output_ewc": "130205", "hazardous": True}
    rows = {
        "oil": oil
        | {"need_text": "used engine oil", "need_hazardous": False, "why": HAZARD, "expect": "ruled_out"},
        "milk": plain
        | {"output_text": "grape pomace", "need_text": "grape pomace", "why": "alike", "expect": "low"},
    }
    rows = {name: row | {"id": name} for name, row in rows.items()}
    oil_judged, milk_judged = judge(rows, ENGLISH, Ranker(default_book()))
    assert (oil_judged.outcome, oil_judged.is_right) == ("ruled out", True)
    assert (milk_judged.outcome, milk_judged.is_right) == ("among the first ten", False)

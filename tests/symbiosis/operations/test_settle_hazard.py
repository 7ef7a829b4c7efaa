"""The answer to the question of a mirror pair, with each kind of code."""

from __future__ import annotations

import pytest

from matching.reference_book import default_book
from symbiosis.errors import (
    AnswerContradicts,
    CodeContradictsHazard,
    HazardContradictsCode,
    OnlyForOutputs,
    SeveralTwins,
)
from symbiosis.operations.settle_hazard import settle_hazard
from tests.symbiosis.builders import a_need, an_output

BOOK = default_book()
PAINT, WATER_PAINT = "080111", "080112"  # a pair
POMACE, BATTERIES = "020701", "160601"  # neither has a twin
TREATED_TIMBER = "170204"  # wood, glass or plastic, with hazardous substances: three twins


def settled(code: str | None, answer: str | None, **stated: bool | None):
    given = an_output(ewc_code=code, contains_hazardous=answer, **stated)
    return settle_hazard(given, BOOK.waste_codes[code] if code else None, BOOK)


@pytest.mark.parametrize("taken", [PAINT, WATER_PAINT])
@pytest.mark.parametrize(("answer", "code", "hazardous"), [("yes", PAINT, True), ("no", WATER_PAINT, False)])
def test_an_answer_takes_the_code_of_the_pair_that_fits(
    taken: str, answer: str, code: str, hazardous: bool
) -> None:
    given, problems = settled(taken, answer)
    assert (given.ewc_code, given.hazardous, problems) == (code, hazardous, [])


@pytest.mark.parametrize("taken", [PAINT, WATER_PAINT])
@pytest.mark.parametrize("answer", ["unknown", None])
def test_not_sure_keeps_the_code_and_makes_nothing_safe(taken: str, answer: str | None) -> None:
    given, problems = settled(taken, answer)
    assert (given.ewc_code, given.hazardous, problems) == (taken, None, [])


def test_an_answer_without_a_code_is_the_firm_s_statement() -> None:
    assert settled(None, "yes")[0].hazardous is True
    assert settled(None, "no")[0].hazardous is False
    assert settled(POMACE, "no") == (
        an_output(ewc_code=POMACE, contains_hazardous="no", hazardous=False),
        [],
    )


@pytest.mark.parametrize(
    ("code", "answer", "hazardous", "error", "field"),
    [
        (POMACE, "yes", None, CodeContradictsHazard, "hazardous"),
        (POMACE, None, True, CodeContradictsHazard, "hazardous"),
        (BATTERIES, "no", None, HazardContradictsCode, "hazardous"),
        (BATTERIES, None, False, HazardContradictsCode, "hazardous"),
        (PAINT, None, False, HazardContradictsCode, "contains_hazardous"),
        (WATER_PAINT, None, True, CodeContradictsHazard, "contains_hazardous"),
        (PAINT, "yes", False, AnswerContradicts, "contains_hazardous"),
        (PAINT, "unknown", True, AnswerContradicts, "contains_hazardous"),
        (TREATED_TIMBER, "no", None, SeveralTwins, "ewc_code"),
    ],
)
def test_what_cannot_both_be_right_is_told_at_its_field(
    code: str, answer: str | None, hazardous: bool | None, error: type[Exception], field: str
) -> None:
    [problem] = settled(code, answer, hazardous=hazardous)[1]
    assert (type(problem), problem.field) == (error, field)


def test_the_codes_that_are_left_are_named() -> None:
    [problem] = settled(TREATED_TIMBER, "no")[1]
    assert problem.facts["codes"].replace("\N{NO-BREAK SPACE}", " ") == "17 02 01, 17 02 02, 17 02 03"


def test_a_need_says_a_permit_and_is_not_asked() -> None:
    seeks = a_need(ewc_code=POMACE, hazardous=True)
    assert settle_hazard(seeks, BOOK.waste_codes[POMACE], BOOK) == (seeks, [])
    [problem] = settle_hazard(a_need(contains_hazardous="no"), None, BOOK)[1]
    assert isinstance(problem, OnlyForOutputs)


def test_every_pair_of_the_book_is_hazardous_on_one_side_only() -> None:
    for entry in BOOK.waste_codes.values():
        for twin in entry.twins:
            assert BOOK.waste_codes[twin].is_hazardous is not entry.is_hazardous

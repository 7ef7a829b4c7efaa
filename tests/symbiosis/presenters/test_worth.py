"""The worth of a match in words: own money only, losses as losses, and nothing unknown as a number."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from matching.impact import ROLES
from matching.impact.records import About
from matching.records import Side
from matching.reference_book import default_book
from symbiosis.presenters import figures
from symbiosis.presenters.worth import WorthCard, card, rough
from symbiosis.reducing import worth_view
from tests.matching.impact.builders import reckoned
from tests.symbiosis.presenters.conftest import InLanguage

MINUS = "\N{MINUS SIGN}"


def _card(side: Side | None, lang: str, *texts: str, **rest: Any) -> WorthCard:
    made = card(worth_view(reckoned(*texts, **rest), side), 60.0, default_book(), lang)
    assert made is not None
    return made


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_firm_reads_one_line_of_money_and_a_coordinator_all(in_language: InLanguage, lang: str) -> None:
    with in_language(lang):
        giver, taker, both = (_card(side, lang) for side in (Side.OUTPUT, Side.NEED, None))
    assert [len(one.money) for one in (giver, taker, both)] == [1, 1, 5]
    assert giver.price is taker.price is giver.once is taker.once is None
    assert both.price is not None
    assert both.once is not None


def test_money_of_a_year_is_rounded_to_what_an_estimate_knows(in_language: InLanguage) -> None:
    with in_language("en"):
        [line] = _card(Side.OUTPUT, "en", distance_km=60).money
    assert (line.central, line.is_loss) == ("1,600\N{NO-BREAK SPACE}₾", False)
    assert line.ends == f"{MINUS}2,000 to 4,300"


def test_without_amounts_the_money_is_for_a_tonne_and_the_question_is_asked(in_language: InLanguage) -> None:
    with in_language("en"):
        made = _card(Side.OUTPUT, "en", tonnes=(None, 10))
        told = _card(Side.OUTPUT, "en", tonnes=(10, 10))
    assert (made.per, made.ask_amount) == ("for one t", True)
    assert (told.per, told.ask_amount) == ("a year", False)


def test_a_loss_is_told_with_what_it_means(in_language: InLanguage) -> None:
    with in_language("en"):
        made = _card(Side.NEED, "en", "whey", "raw material for spirit distillation")
    assert made.money[0].is_loss
    assert made.money[0].central.startswith(MINUS)
    assert made.hint is not None
    assert made.hint.startswith("Even free of charge")
    assert made.needs_support is not None


def test_more_emitted_than_saved_keeps_its_sign(in_language: InLanguage) -> None:
    with in_language("en"):
        made = _card(None, "en", "concrete rubble", "gravel for road base", at=("telavi", "batumi"))
    assert made.co2e is not None
    assert made.co2e.startswith(MINUS)


def test_what_is_missing_is_named_and_no_number_stands_for_it(in_language: InLanguage) -> None:
    with in_language("en"):
        made = _card(Side.NEED, "en", "grape pomace", "looking for grape pomace")
        assert str(figures.LABELS["price"]) in made.unknown
    assert made.money == ()
    assert made.headline is made.co2e is made.distance is None


def test_every_figure_and_every_group_has_its_words(in_language: InLanguage) -> None:
    assert set(figures.LABELS) == set(ROLES)
    assert set(figures.GROUPS) == set(get_args(About)) == {role.about for role in ROLES.values()}
    for lang in ("ka", "en"):
        with in_language(lang):
            offered = [one for group in figures.choices("MWh", lang) for one in group.choices]
        assert {one.id for one in offered} == set(ROLES)
        assert not any("GEL" in str(one.label) or "*" in str(one.label) for one in offered)


@pytest.mark.parametrize(
    ("unit", "lang", "shown"),
    [
        ("GEL/t", "en", "₾/t"),
        ("GEL/t·km", "ka", "₾/ტ·კმ"),
        ("kg CO2e/MWh", "ka", "კგ CO₂e/მგვტ·სთ"),
        ("m3/year", "en", "m³/year"),
        ("kWh/t", "ka", "კვტ·სთ/ტ"),
        ("ratio", "ka", ""),
    ],
)
def test_units_are_written_as_the_reader_does(unit: str, lang: str, shown: str) -> None:
    assert figures.shown_unit(unit, lang) == shown


@pytest.mark.parametrize(
    ("value", "told"), [(0, 0), (1234.5, 1200), (-0.0678, -0.068), (98.7, 99), (4310.3, 4300)]
)
def test_an_estimate_has_two_digits(value: float, told: float) -> None:
    assert rough(value) == pytest.approx(told)

"""A listing in words."""

from __future__ import annotations

from datetime import date

import pytest

from matching.records import Quantity, Side
from matching.reference_book import default_book
from symbiosis.presenters import listing, names, numbers
from tests.symbiosis.presenters.builders import a_counterpart
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()


@pytest.mark.parametrize(
    ("months", "english"),
    [
        ((), None),
        (tuple(range(1, 13)), None),
        ((9, 10, 11), "September–November"),
        ((11, 12, 1, 2), "November–February"),
        ((3, 5), "March, May"),
        ((1, 2, 8), "January–February, August"),
        ((12,), "December"),
    ],
)
def test_months_become_ranges_over_the_turn_of_the_year(
    months: tuple[int, ...], english: str | None, in_language: InLanguage
) -> None:
    with in_language("en"):
        assert listing.season(months) == english


def test_amounts_read_as_people_say_them(in_language: InLanguage) -> None:
    with in_language("en") as lang:
        assert numbers.quantity(Quantity(1200, "t", "year"), BOOK, lang) == "1,200\N{NO-BREAK SPACE}t a year"
        assert numbers.quantity(Quantity(2.5, "m3", "once"), BOOK, lang) == "2.5\N{NO-BREAK SPACE}m³, once"
    with in_language("ka") as lang:
        shown = numbers.quantity(Quantity(1200.5, "t", "year"), BOOK, lang)
        assert shown == "1\N{NO-BREAK SPACE}200,5\N{NO-BREAK SPACE}ტ წელიწადში"
        assert numbers.money(5400, lang) == "5\N{NO-BREAK SPACE}400\N{NO-BREAK SPACE}₾"


def test_a_code_is_printed_as_the_list_prints_it(in_language: InLanguage) -> None:
    with in_language("ka") as lang:
        card = listing.card(a_counterpart(ewc_code="170106"), BOOK, lang)
    assert card.code == "17\N{NO-BREAK SPACE}01\N{NO-BREAK SPACE}06*"
    assert card.code_name == BOOK.waste_codes["170106"].name_ka


def test_a_need_speaks_of_permits_where_an_output_speaks_of_hazard(in_language: InLanguage) -> None:
    with in_language("en") as lang:
        output = listing.card(a_counterpart(hazardous=None), BOOK, lang)
        need = listing.card(a_counterpart(side=Side.NEED, hazardous=True), BOOK, lang)
    assert (str(output.hazard), output.hazard_key) == ("Not known", "unknown")
    assert str(need.hazard) == "Has a permit for hazardous material"


def test_dates_are_told_as_far_as_they_are_known(in_language: InLanguage) -> None:
    with in_language("en") as lang:
        assert listing.span(date(2026, 9, 1), None, lang) == "from 1 September 2026"
        assert listing.span(None, date(2026, 9, 1), lang) == "until 1 September 2026"
        assert listing.span(None, None, lang) is None


def test_an_invented_firm_carries_its_mark_once() -> None:
    assert names.in_language("მარანი", "Marani", "ka", is_demo=True) == "მარანი (სადემონსტრაციო)"
    assert (
        names.in_language("მარანი (სადემონსტრაციო)", "Marani (demo)", "en", is_demo=True) == "Marani (demo)"
    )
    assert names.in_language("მარანი", "Marani", "en") == "Marani"


def test_places_are_declined_in_georgian() -> None:
    assert names.in_municipality("telavi", BOOK, "ka") == "თელავში"
    assert names.in_municipality("telavi", BOOK, "en") == "Telavi"
    assert names.someone("11", "telavi", BOOK, "en").endswith("· Telavi")


def test_a_probability_never_claims_certainty(in_language: InLanguage) -> None:
    with in_language("en") as lang:
        assert [numbers.percent(share, lang) for share in (0.9999, 0.99, 0.5, 0.0001)] == [
            "over 99%",
            "99%",
            "50%",
            "under 1%",
        ]
    with in_language("ka") as lang:
        assert numbers.percent(0.999, lang) == "99\N{NO-BREAK SPACE}%-ზე მეტი"

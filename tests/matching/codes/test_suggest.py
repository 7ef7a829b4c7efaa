"""Codes are suggested with reasons, in every language, and never with a verdict on what is inside."""

from __future__ import annotations

import pytest

from matching.codes.sectors import sector_fit
from matching.codes.suggest import WEIGHTS, suggest_codes
from matching.reference_book import default_book


def _codes(text: str, nace: str | None = None, limit: int = 10) -> list[str]:
    return [found.code for found in suggest_codes(text, default_book(), nace, limit)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ყურძნის ჭაჭა მარნიდან", "020701"),
        ("chacha marnidan", "020701"),
        ("виноградные выжимки", "020701"),
        ("grape pomace after pressing", "020701"),
        ("asbestos roof sheets", "170605"),
        ("აზბესტის სახურავის ფურცლები", "170605"),
        ("cardboard boxes from the shop", "150101"),
        ("მუყაოს ყუთები მაღაზიიდან", "150101"),
    ],
)
def test_the_usual_code_comes_first_in_every_language(text: str, code: str) -> None:
    assert code in _codes(text)[:2]


def test_the_activity_of_the_firm_moves_codes_of_its_sector_up() -> None:
    text = "sludge from on-site effluent treatment"
    dairy, paper = _codes(text, "1051", limit=100), _codes(text, "1712", limit=100)
    assert dairy.index("020502") < dairy.index("030311")
    assert paper.index("030311") < paper.index("020502")


def test_an_unknown_activity_says_nothing() -> None:
    assert sector_fit("020701", None, default_book()) is None
    assert sector_fit("020701", "1102", default_book()) == 1.0
    assert sector_fit("020701", "4520", default_book()) == 0.0


def test_parts_add_up_to_the_score() -> None:
    for found in suggest_codes("fly ash from a coal boiler", default_book(), "3511"):
        assert found.score == pytest.approx(sum(found.parts.values()) / sum(WEIGHTS.values()), abs=1e-4)
        assert set(found.parts) <= set(WEIGHTS)


@pytest.mark.parametrize(
    "text",
    [
        "sludge from paint booth water curtain",
        "soil dug out beside an old petrol station",
        "mixed demolition rubble from an old workshop",
        "მიწა ძველი ბენზინგასამართი სადგურიდან",
        "საღებავის შლამი",
        "fly ash from waste incineration",
    ],
)
def test_what_may_be_hazardous_is_never_shown_as_safe(text: str) -> None:
    best = suggest_codes(text, default_book())[0]
    assert best.is_open or default_book().waste_codes[best.code].is_hazardous
    assert all(best.code in default_book().waste_codes[twin].twins for twin in best.twins)


def test_what_is_named_by_no_entry_is_not_called_safe_beside_hazardous_ones() -> None:
    suggested = {
        one.code: one
        for text in ("paint waste", "winery waste")
        for one in suggest_codes(text, default_book())
    }
    assert suggested["080199"].is_open
    assert not suggested["020799"].is_open


def test_nothing_recognisable_gives_nothing() -> None:
    assert _codes("xyzzy") == []
    assert _codes("1234") == []


def test_what_a_text_says_is_not_there_is_worded_like_nothing() -> None:
    caps, without = "მინის ბოთლები ლითონის თავსახურით", "მინის ბოთლები ლითონის თავსახურის გარეშე"
    book = default_book()
    metal = {
        text: next(
            (found.parts["wording"] for found in suggest_codes(text, book) if found.code == "150104"), 0.0
        )
        for text in (caps, without)
    }
    assert metal[without] < metal[caps]
    assert _codes(without)[0] == "150107"


@pytest.mark.parametrize(
    "text", ["ლუდის ბოთლი, უნაკლო, დასაბრუნებელი ყუთებით", "whey from curd making, kept cold"]
)
def test_a_reason_is_between_nothing_and_its_whole_weight(text: str) -> None:
    for found in suggest_codes(text, default_book(), "1105"):
        assert all(0 <= share <= WEIGHTS[reason] for reason, share in found.parts.items())

"""Bars whose shown numbers are the arithmetic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matching.evidence.kinds import EVIDENCE
from symbiosis.presenters import evidence
from symbiosis.views import EvidenceView
from tests.symbiosis.presenters.conftest import InLanguage

CONTRIBUTIONS = st.lists(
    st.floats(-8, 8, allow_nan=False).map(lambda value: round(value, 4)), min_size=1, max_size=12
)


@given(CONTRIBUTIONS)
def test_hundredths_add_up_to_the_shown_sum(contributions: list[float]) -> None:
    score = round(sum(contributions), 4)
    shown = evidence.add_up(contributions, score)
    assert sum(shown) == round(score * 100)
    assert all(abs(one - value * 100) < 2 for one, value in zip(shown, contributions, strict=True))


def test_what_adds_nothing_shows_nothing() -> None:
    assert evidence.add_up([0.336, 0.0, 0.336, 0.336], 1.008) == [34, 0, 34, 33]


def test_unknown_is_a_state_of_its_own_and_never_a_bar(in_language: InLanguage) -> None:
    given_ = (
        EvidenceView("prior", 1.0, -2.0),
        EvidenceView("material", 0.9, 1.5),
        EvidenceView("quantity", None, 0.0),
        EvidenceView("distance", 0.0, -0.5),
    )
    with in_language("ka") as lang:
        bars = evidence.bars(given_, -1.0, lang)
        chips = evidence.chips(given_, "დაახლ. 300 კმ")
        assert [(bar.name, bar.state) for bar in bars.bars] == [
            ("prior", "even"),
            ("material", "for"),
            ("quantity", "unknown"),
            ("distance", "against"),
        ]
        assert bars.total == "\N{MINUS SIGN}1,00"
        assert [(str(chip.label), chip.state) for chip in chips] == [
            ("მასალა", "for"),
            ("დაახლ. 300 კმ", "against"),
            ("რაოდენობა", "unknown"),
        ]


def test_bars_start_at_the_middle_and_stay_inside(in_language: InLanguage) -> None:
    with in_language("en") as lang:
        bars = evidence.bars(
            (EvidenceView("material", 1, 3.0), EvidenceView("distance", 0, -6.0)), -3.0, lang
        )
    assert [(bar.x, bar.width) for bar in bars.bars] == [(50.0, 25.0), (0.0, 50.0)]


def test_every_evidence_of_the_ranker_has_a_name() -> None:
    assert {*(function.__name__ for function in EVIDENCE), "prior"} == set(evidence.LABELS)

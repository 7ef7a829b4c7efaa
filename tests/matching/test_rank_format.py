"""The page that describes the format of `rank` names what the program takes and gives."""

from __future__ import annotations

from pathlib import Path

from matching.fields import KNOWN
from matching.reference_records import STRENGTHS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rank-format.md"


def test_the_page_has_every_field_and_strength() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in (*KNOWN, *(strength for strength in STRENGTHS if strength != "never")):
        assert f"`{name}`" in text, name

"""How codes are counted."""

from __future__ import annotations

import json
from pathlib import Path

from benchmark.codes import gap_report, hits, in_both, place
from matching.reference_book import default_book


def _row(pair: str, lang: str, text: str, code: str) -> dict[str, str]:
    return {"id": f"{pair}-{lang}", "pair": pair, "lang": lang, "text": text, "code": code}


def test_a_code_that_is_not_suggested_counts_as_not_found() -> None:
    assert place(["150101", "150102"], "150102") == 2
    assert place(["150101"], "170405") == 0
    assert hits([1, 2, 0, 7]) == (0.25, 0.5, 0.75)


def test_languages_are_compared_on_cases_that_are_in_both() -> None:
    rows = [
        _row("a", "en", "x", "1"),
        _row("a", "ka", "x", "1"),
        _row("b", "en", "x", "1"),
        _row("c", "ka-latn", "x", "1"),
        _row("d", "en", "x", "1"),
        _row("d", "ka-latn", "x", "1"),
        _row("d", "ru", "x", "1"),
    ]
    assert [(english["id"], georgian["id"]) for english, georgian in in_both(rows)] == [
        ("a-en", "a-ka"),
        ("d-en", "d-ka-latn"),
    ]


def test_the_difference_is_that_of_the_hits(tmp_path: Path) -> None:
    rows = [
        _row("a", "en", "grape pomace after pressing", "020701"),
        _row("a", "ka", "ყურძნის ჭაჭა მარნიდან", "020701"),
        _row("b", "en", "cardboard boxes from the shop", "150101"),
        _row("b", "ka", "სულ სხვა რამ, კაუსტიკური სოდის ხსნარი", "150101"),
    ]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    alone = gap_report(path, default_book())[2]
    assert alone.startswith("| text alone | 2 | 1.000 / 1.000 | 0.500 / 0.500 | -0.500 (")

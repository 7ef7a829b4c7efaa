"""`python -m matching codes`: good lines are answered, bad ones told by line and field."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matching.codes.lines import KNOWN

ROOT = Path(__file__).resolve().parents[3]


def _run(path: Path, *more: str) -> tuple[int, list[dict[str, Any]], str]:
    done = subprocess.run(
        [sys.executable, "-m", "matching", "codes", "--texts", str(path), *more],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return done.returncode, answers, done.stderr.decode("utf-8")


def test_every_text_is_answered_in_order_with_reasons(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"id": "b", "text": "ყურძნის ჭაჭა", "nace": "11.02", "lang": "ka"}\n'
        '{"id": "a", "text": "sludge from paint booth"}\n',
        encoding="utf-8",
    )
    status, answers, told = _run(path, "--top", "3")
    assert (status, told) == (0, "")
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert answers[0]["codes"][0]["code"] == "020701"
    assert answers[0]["codes"][0]["hazard"] == "not_hazardous"
    assert answers[0]["codes"][0]["why"]["material"] == "grape-pomace"
    assert answers[0]["materials"][0]["why"] == {"named": "ყურძნის ჭაჭა"}
    assert {"use", "score", "why"} <= answers[0]["uses"][0].keys()
    assert all(len(answers[0][part]) <= 3 for part in ("codes", "materials", "uses"))
    assert answers[1]["codes"][0]["hazard"] == "ask"
    assert answers[1]["codes"][0]["twins"]


def test_bad_lines_are_told_and_the_good_ones_answered(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    bad = ['{"id": "c"}', '{"id": "a", "text": "x"}', "no json", '{"id": "d", "text": "x", "kode": "1"}']
    bad += ['{"id": "e", "text": "x", "nace": "zz"}', '{"id": "f", "text": "x", "lang": "de"}']
    path.write_bytes("\n".join(['{"id": "a", "text": "sawdust"}', *bad]).encode() + b'\n{"id": "\xff"}\n')
    status, answers, told = _run(path)
    assert status == 2
    assert [answer["id"] for answer in answers] == ["a"]
    lines = told.splitlines()
    assert [f"line {number}" in line for number, line in zip(range(2, 9), sorted(lines), strict=True)]
    for part in ("line 2, field text", "line 3, field id", "line 5, field kode", "line 6, field nace"):
        assert part in told
    for part in ("line 4", "line 7, field lang", "line 8"):
        assert part in told


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    status, answers, told = _run(tmp_path / "nowhere.jsonl")
    assert (status, answers) == (2, [])
    assert "nowhere.jsonl" in told


def test_the_page_names_every_field() -> None:
    page = (ROOT / "docs" / "reference" / "codes-format.md").read_text(encoding="utf-8")
    for name in (*KNOWN, "hazard", "twins", "words_like", "wording", "material", "origin", "sector"):
        assert f"`{name}`" in page


@pytest.mark.parametrize("top", ["0", "-1", "many"])
def test_top_is_a_number_from_one(tmp_path: Path, top: str) -> None:
    assert _run(tmp_path / "texts.jsonl", "--top", top)[0] == 2

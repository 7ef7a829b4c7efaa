"""`python -m matching rank`: the same bytes on every run, and one clear error for bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matching.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = {"id": "o1", "text": "ყურძნის ჭაჭა", "kind": "material"}
NEED = {"id": "n1", "text": "Grape pomace for a distillery", "kind": "material"}


def _write(path: Path, *lines: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def _rank(
    tmp_path: Path, capfdbinary: Any, outputs: Path | None = None, *more: str
) -> tuple[int, bytes, str]:
    needs = tmp_path / "needs.jsonl"
    if not needs.exists():
        _write(needs, NEED)
    outputs = outputs or _write(tmp_path / "outputs.jsonl", OUTPUT)
    code = main(["rank", "--outputs", str(outputs), "--needs", str(needs), *more])
    out, err = capfdbinary.readouterr()
    return code, out, err.decode("utf-8")


def test_one_line_for_each_output_in_their_order_with_the_promised_shape(
    tmp_path: Path, capfdbinary: Any
) -> None:
    outputs = _write(tmp_path / "o.jsonl", OUTPUT | {"id": "b"}, OUTPUT | {"id": "a"})
    code, out, err = _rank(tmp_path, capfdbinary, outputs)
    assert (code, err) == (0, "")
    lines = [json.loads(line) for line in out.decode("utf-8").splitlines()]
    assert [line["output_id"] for line in lines] == ["b", "a"]
    assert all(list(line) == ["output_id", "matches", "ruled_out"] for line in lines)
    match = lines[0]["matches"][0]
    assert list(match) == ["need_id", "score", "probability", "evidence", "gates", "rules", "pathway"]
    assert match["need_id"] == "n1"
    assert round(sum(part["contribution"] for part in match["evidence"]), 4) == match["score"]
    assert all(set(part) == {"name", "value", "contribution"} for part in match["evidence"])
    for gate in match["gates"]:
        assert gate["result"] in {"pass", "unknown"}
        assert ("question" in gate) == (gate["result"] == "unknown")


def test_a_refused_pair_stands_in_ruled_out(tmp_path: Path, capfdbinary: Any) -> None:
    _write(tmp_path / "needs.jsonl", NEED | {"firm_id": "f"})
    outputs = _write(tmp_path / "o.jsonl", OUTPUT | {"firm_id": "f"})
    _, out, _ = _rank(tmp_path, capfdbinary, outputs)
    line = json.loads(out)
    assert line["matches"] == []
    assert line["ruled_out"] == [{"need_id": "n1", "gate": "self", "reason": "self.same_firm"}]


def test_top_limits_and_today_rules_out(tmp_path: Path, capfdbinary: Any) -> None:
    _write(tmp_path / "needs.jsonl", *(NEED | {"id": f"n{n}", "ends_on": "2026-01-01"} for n in range(5)))
    _, out, _ = _rank(tmp_path, capfdbinary, None, "--top", "2")
    assert len(json.loads(out)["matches"]) == 2
    _, out, _ = _rank(tmp_path, capfdbinary, None, "--today", "2026-02-01")
    assert json.loads(out)["matches"] == []


def test_every_field_of_a_listing_is_taken(tmp_path: Path, capfdbinary: Any) -> None:
    full = OUTPUT | {
        "ewc_code": "02 07 02",
        "nace": "11.02",
        "hazardous": False,
        "tonnes_per_year": 40,
        "lat": 41.9,
        "lon": 45.4,
        "municipality": "telavi",
        "lang": "ka",
        "firm_id": "f1",
        "amount": 3,
        "unit": "t",
        "period": "month",
        "season_months": [9, 10],
        "starts_on": "2027-01-01",
        "ends_on": "2027-12-31",
        "material_ids": ["grape-pomace"],
        "use_ids": [],
    }
    code, _, err = _rank(tmp_path, capfdbinary, _write(tmp_path / "o.jsonl", full))
    assert (code, err) == (0, "")


def test_a_field_that_is_null_is_not_given(tmp_path: Path, capfdbinary: Any) -> None:
    bare, null = OUTPUT, OUTPUT | {"nace": None, "ewc_code": None, "lat": None, "hazardous": None}
    _, one, _ = _rank(tmp_path, capfdbinary, _write(tmp_path / "o.jsonl", bare))
    _, other, _ = _rank(tmp_path, capfdbinary, _write(tmp_path / "p.jsonl", null))
    assert one == other


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (OUTPUT | {"colour": "red"}, "field colour"),
        ({"id": "x", "kind": "material"}, "field text"),
        ({"id": "x", "text": "y"}, "field kind"),
        (OUTPUT | {"id": 7}, "field id"),
        (OUTPUT | {"id": ""}, "field id"),
        (OUTPUT | {"text": ""}, "field text"),
        (OUTPUT | {"text": ["a"]}, "field text"),
        (OUTPUT | {"text": "a" * 10_001}, "field text"),
        (OUTPUT | {"kind": "stuff"}, "field kind"),
        (OUTPUT | {"ewc_code": "999999"}, "field ewc_code"),
        (OUTPUT | {"ewc_code": 20702}, "field ewc_code"),
        (OUTPUT | {"nace": "C"}, "field nace"),
        (OUTPUT | {"nace": "0000"}, "field nace"),
        (OUTPUT | {"hazardous": "yes"}, "field hazardous"),
        (OUTPUT | {"tonnes_per_year": "40"}, "field tonnes_per_year"),
        (OUTPUT | {"tonnes_per_year": True}, "field tonnes_per_year"),
        (OUTPUT | {"tonnes_per_year": -1}, "field tonnes_per_year"),
        (OUTPUT | {"tonnes_per_year": 10**400}, "field tonnes_per_year"),
        (OUTPUT | {"lat": 41.7}, "field lon"),
        (OUTPUT | {"lat": 95, "lon": 44}, "field lat"),
        (OUTPUT | {"municipality": "atlantis"}, "field municipality"),
        (OUTPUT | {"lang": "xx"}, "field lang"),
        (OUTPUT | {"amount": 3}, "field unit"),
        (OUTPUT | {"amount": 3, "unit": "stone"}, "field unit"),
        (OUTPUT | {"unit": "t"}, "field unit"),
        (OUTPUT | {"amount": 3, "unit": "t", "period": "fortnight"}, "field period"),
        (OUTPUT | {"season_months": [13]}, "field season_months"),
        (OUTPUT | {"season_months": 9}, "field season_months"),
        (OUTPUT | {"season_months": [True]}, "field season_months"),
        (OUTPUT | {"starts_on": "21.11.2026"}, "field starts_on"),
        (OUTPUT | {"starts_on": "2027-02-01", "ends_on": "2027-01-01"}, "field ends_on"),
        (OUTPUT | {"material_ids": ["unobtainium"]}, "field material_ids"),
        (OUTPUT | {"use_ids": "fuel"}, "field use_ids"),
        ('{"id": "x", "text": "\\ud800", "kind": "material"}', "field text"),
        ('{"id": "x", "id": "y", "text": "t", "kind": "material"}', "field id"),
        ('{"id": "x", "text": "t", "kind": "material", "tonnes_per_year": NaN}', "NaN"),
        ('{"id": "x", "text": "t", "kind": "material"', "JSON object"),
        ("[1, 2]", "JSON object"),
        ("[" * 100_000, "JSON object"),
        ("hello", "JSON object"),
        (OUTPUT, "field id"),
    ],
)
def test_a_bad_line_is_told_with_file_line_and_field_and_the_good_ones_are_ranked(
    tmp_path: Path, capfdbinary: Any, line: object, said: str
) -> None:
    outputs = _write(tmp_path / "outputs.jsonl", OUTPUT, "", line, OUTPUT | {"id": "o2"})
    code, out, err = _rank(tmp_path, capfdbinary, outputs)
    assert code == 2
    assert [json.loads(answer)["output_id"] for answer in out.splitlines()] == ["o1", "o2"]
    assert err.startswith("outputs.jsonl, line 3")
    assert said in err
    assert err.count("\n") == 1


def test_a_bad_need_is_told_as_well(tmp_path: Path, capfdbinary: Any) -> None:
    _write(tmp_path / "needs.jsonl", NEED, NEED | {"id": "n2", "price": 3})
    code, out, err = _rank(tmp_path, capfdbinary)
    assert code == 2
    assert [match["need_id"] for match in json.loads(out)["matches"]] == ["n1"]
    assert err.startswith("needs.jsonl, line 2, field price")


def test_every_bad_line_of_both_files_is_told(tmp_path: Path, capfdbinary: Any) -> None:
    _write(tmp_path / "needs.jsonl", "x", NEED, "y")
    code, out, err = _rank(tmp_path, capfdbinary, _write(tmp_path / "o.jsonl", "z", OUTPUT))
    assert code == 2
    assert len(out.splitlines()) == 1
    places = ("o.jsonl, line 1", "needs.jsonl, line 1", "needs.jsonl, line 3")
    assert all(told.startswith(place) for told, place in zip(err.splitlines(), places, strict=True))


def test_without_a_good_need_nothing_is_ranked(tmp_path: Path, capfdbinary: Any) -> None:
    _write(tmp_path / "needs.jsonl", NEED | {"kind": "stuff"})
    code, out, err = _rank(tmp_path, capfdbinary)
    assert (code, out) == (2, b"")
    assert "field kind" in err


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tmp_path: Path, capfdbinary: Any, content: bytes) -> None:
    path = tmp_path / "outputs.jsonl"
    path.write_bytes(content)
    code, out, err = _rank(tmp_path, capfdbinary, path)
    assert (code, out) == (2, b"")
    assert "at least one listing" in err


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_another_encoding_is_told(tmp_path: Path, capfdbinary: Any, encoding: str) -> None:
    path = tmp_path / "outputs.jsonl"
    path.write_bytes(json.dumps(OUTPUT | {"text": "опилки"}, ensure_ascii=False).encode(encoding))
    code, out, err = _rank(tmp_path, capfdbinary, path)
    assert (code, out) == (2, b"")
    assert "UTF-8" in err


def test_a_missing_file_is_told(tmp_path: Path, capfdbinary: Any) -> None:
    code, out, err = _rank(tmp_path, capfdbinary, tmp_path / "nowhere.jsonl")
    assert (code, out) == (2, b"")
    assert "nowhere.jsonl" in err


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path, capfdbinary: Any) -> None:
    plain = _write(tmp_path / "plain.jsonl", OUTPUT, OUTPUT | {"id": "o2"})
    windows = tmp_path / "windows.jsonl"
    windows.write_bytes(b"\xef\xbb\xbf" + plain.read_bytes().replace(b"\n", b"\r\n"))
    assert _rank(tmp_path, capfdbinary, plain) == _rank(tmp_path, capfdbinary, windows)


def test_the_same_bytes_whatever_the_hash_seed_locale_and_process(tmp_path: Path) -> None:
    texts = [
        "Sawdust and shavings for boards", "Whey", "ნახერხი და ბურბუშელა", "Old bricks, glass, steel slag",
        "Опилки", "wood ash to improve soil", "naxerxi", "Waste heat from servers",
    ]  # fmt: skip
    outputs = _write(
        tmp_path / "o.jsonl", *(OUTPUT | {"id": f"o{n}", "text": t} for n, t in enumerate(texts))
    )
    needs = _write(tmp_path / "n.jsonl", *(NEED | {"id": f"n{n}", "text": t} for n, t in enumerate(texts)))
    runs = set()
    for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("4711", "POSIX")):
        done = subprocess.run(
            [sys.executable, "-m", "matching", "rank", "--outputs", str(outputs), "--needs", str(needs)],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": seed, "LC_ALL": locale},
        )
        runs.add(done.stdout)
    assert len(runs) == 1
    assert len(runs.pop().splitlines()) == len(texts)


def test_help_names_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    from matching.fields import KNOWN

    with pytest.raises(SystemExit) as caught:
        main(["rank", "--help"])
    assert caught.value.code == 0
    told = capsys.readouterr().out
    assert all(name in told for name in KNOWN)


@pytest.mark.parametrize("arguments", [["--top", "0"], ["--top", "x"], ["--today", "soon"]])
def test_bad_options_end_with_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    path = str(_write(tmp_path / "o.jsonl", OUTPUT))
    with pytest.raises(SystemExit) as caught:
        main(["rank", "--outputs", path, "--needs", path, *arguments])
    assert caught.value.code == 2
    assert capsys.readouterr().out == ""

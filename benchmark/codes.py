"""How often the right waste code is among those suggested, on texts that the book was not written from.

python -m benchmark.codes [TEXTS.jsonl]      default: benchmark/cases/codes_test.jsonl

A line: {"id", "text", "code", "lang", "nace"?, "pair"?}. Prints hit@1, hit@5 and hit@10 for every language,
by text alone and with the activity of the firm, beside a plain search of the titles by character n-grams;
how far Georgian is from English on the texts that are in both; then what becomes of mirror pairs
(benchmark/cases/codes_mirror.jsonl) and the time of a suggestion.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmark.figures import interval
from matching.codes.suggest import suggest_codes
from matching.reference.reading import digits
from matching.reference_book import ReferenceBook, default_book

CASES = Path(__file__).parent / "cases"
CUTS = (1, 5, 10)
TOP = 10
GEORGIAN = ("ka", "ka-latn")
Suggest = Callable[[str, str | None], list[str]]


def cases(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of cases."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def place(codes: Sequence[str], right: str) -> int:
    """Where the right code stands, from 1; 0 where it is not among the suggested."""
    return codes.index(right) + 1 if right in codes else 0


def hits(places: Sequence[int]) -> tuple[float, ...]:
    """hit@1, hit@5, hit@10 of the places."""
    return tuple(sum(0 < one <= cut for one in places) / len(places) for cut in CUTS)


def by_book(book: ReferenceBook) -> Suggest:
    """The suggestions of this project."""
    return lambda text, nace: [found.code for found in suggest_codes(text, book, nace, TOP)]


def by_titles(book: ReferenceBook) -> Suggest:
    """What one would otherwise pick: TF-IDF of character 3- to 5-grams over the titles in both languages."""
    entries = [entry for entry in book.waste_codes.values() if entry.level == 3]
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5))
    titles = vectors.fit_transform([f"{entry.title_en} {entry.title_ka}" for entry in entries])

    def suggest(text: str, nace: str | None) -> list[str]:
        alike = (titles @ vectors.transform([text]).T).toarray().ravel()
        best = sorted(range(len(entries)), key=lambda number: (-alike[number], entries[number].id))
        return [entries[number].id for number in best[:TOP]]

    return suggest


def _nace(row: dict[str, Any]) -> str | None:
    return digits(row.get("nace") or "") or None


def report(path: Path, book: ReferenceBook) -> list[str]:
    """The figures as lines of markdown."""
    rows = cases(path)
    lines = ["| texts | n | | hit@1 (95 %) | hit@5 (95 %) | hit@10 |", "|---|---|---|---|---|---|"]
    for lang in dict.fromkeys(row["lang"] for row in rows):
        mine = [row for row in rows if row["lang"] == lang]
        for label, suggest, with_nace in (
            ("**suggested, text alone**", by_book(book), False),
            ("**suggested, text and activity**", by_book(book), True),
            ("titles by character n-grams", by_titles(book), False),
        ):
            places = [
                place(suggest(row["text"], _nace(row) if with_nace else None), row["code"]) for row in mine
            ]
            found = hits(places)
            spans = [interval([[float(0 < one <= cut)] for one in places]) for cut in CUTS[:2]]
            cells = [
                f"{hit:.3f} ({low:.3f}–{high:.3f})" for hit, (low, high) in zip(found, spans, strict=False)
            ]
            lines.append(f"| {lang} | {len(mine)} | {label} | {cells[0]} | {cells[1]} | {found[2]:.3f} |")
    return lines


def in_both(rows: Sequence[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """English and Georgian wordings of one case; Georgian in either alphabet."""
    english = {row["pair"]: row for row in rows if row["lang"] == "en"}
    georgian = [row for row in rows if row["lang"] in GEORGIAN]
    return [(english[row["pair"]], row) for row in georgian if row["pair"] in english]


def gap_report(path: Path, book: ReferenceBook) -> list[str]:
    """How far Georgian is from English on the same cases, as lines of markdown; below 0 it is behind."""
    pairs, suggest = in_both(cases(path)), by_book(book)
    lines = [
        "| the same texts | n | English hit@1 / 5 | Georgian hit@1 / 5 | difference at 1 (95 %) | at 5 |"
    ]
    lines.append("|---|---|---|---|---|---|")
    for label, with_nace in (("text alone", False), ("text and activity", True)):
        places = [
            [
                place(suggest(row["text"], _nace(row) if with_nace else None), row["code"])
                for row in (english, georgian)
            ]
            for english, georgian in pairs
        ]
        english_hits, georgian_hits = (hits([pair[side] for pair in places]) for side in (0, 1))
        apart = [float(0 < there <= 1) - float(0 < here <= 1) for here, there in places]
        low, high = interval([[one] for one in apart])
        cells = [" / ".join(f"{hit:.3f}" for hit in found[:2]) for found in (english_hits, georgian_hits)]
        first, fifth = (georgian_hits[cut] - english_hits[cut] for cut in (0, 1))
        lines.append(
            f"| {label} | {len(pairs)} | {cells[0]} | {cells[1]} | {first:+.3f} ({low:+.3f} to {high:+.3f}) "
            f"| {fifth:+.3f} |"
        )
    return lines


def mirror_report(path: Path, book: ReferenceBook) -> str:
    """How many texts that may be either of a mirror pair are shown as settled not hazardous: none must be."""
    rows = cases(path)
    asked = safe = found = 0
    for row in rows:
        suggested = suggest_codes(row["text"], book, None, TOP)
        found += any(one.code in row["codes"] for one in suggested[:5])
        best = suggested[0] if suggested else None
        asked += best is not None and best.is_open
        pair = [one for one in suggested if one.code in row["codes"]]
        safe += any(not one.is_open for one in pair)
    return (
        f"{len(rows)} texts that may be either of a mirror pair: one of it among the first five {found}, "
        f"the first suggestion asks {asked}, one of the pair shown as settled {safe}"
    )


def main(arguments: Sequence[str]) -> None:
    """Prints the figures."""
    book = default_book()
    path = Path(arguments[0]) if arguments else CASES / "codes_test.jsonl"
    print("\n".join(report(path, book)))
    print("\n" + "\n".join(gap_report(path, book)))
    print("\n" + mirror_report(CASES / "codes_mirror.jsonl", book))
    rows = cases(path)
    suggest_codes.cache_clear()
    times = []
    for row in rows:
        start = time.perf_counter()
        suggest_codes(row["text"] + " ", book)
        times.append((time.perf_counter() - start) * 1000)
    p95 = sorted(times)[int(len(times) * 0.95)]
    print(f"\na suggestion: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Ranks documented exchanges with this ranker, with BM25 and with character TF-IDF; prints markdown tables.

    python -m benchmark.run EXCHANGES.jsonl SCORER.py

EXCHANGES has one exchange a line; SCORER splits it into the files that a ranker may see and measures what
comes back. Needs are ranked in full, no sampled negatives. Figures of this ranker are taken by the scorer as
well, and the two must agree. It is measured a second time without the precedents that tell of an exchange's
own site (`benchmark.sites`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmark.baselines import Bm25, CharacterTfidf, ranked
from benchmark.figures import figures, first_right
from benchmark.sites import about_site, ranked_without
from matching import complaints
from matching.jsonl import ranking_line, read_listings
from matching.ranker import Ranker
from matching.records import Listing, Ranking, Side
from matching.reference_book import default_book

TOP = 10
SETTINGS: Mapping[str, tuple[str, ...]] = {
    "texts only, English": ("--text-only",),
    "texts only, Georgian": ("--text-only", "--georgian"),
    "texts only, Georgian outputs before English needs": ("--text-only", "--cross"),
    "with codes, sectors and amounts, English": (),
    "with codes, sectors and amounts, Georgian": ("--georgian",),
    "with codes, sectors and amounts, Georgian outputs before English needs": ("--cross",),
}
Rank = Callable[[Sequence[Listing], Sequence[Listing]], dict[str, list[str]]]


def by_us(outputs: Sequence[Listing], needs: Sequence[Listing]) -> list[Ranking]:
    """What `python -m matching rank` gives."""
    ranker = Ranker(default_book())
    return [ranker.rank(output, needs, top=TOP) for output in outputs]


def by_us_elsewhere(
    outputs: Sequence[Listing],
    needs: Sequence[Listing],
    ours: Sequence[Ranking],
    rows: Mapping[str, Mapping[str, Any]],
) -> dict[str, list[str]]:
    """As `ours`, each output ranked without the precedents that are about its own site."""
    ranker, found = Ranker(default_book()), _ids(ours)
    for output in outputs:
        own = about_site(rows[output.id], ranker.book)
        if own:
            found[output.id] = ranked_without(ranker, output, needs, own, TOP)
    return found


def _by_scores(made: Callable[[Sequence[str]], Bm25 | CharacterTfidf]) -> Rank:
    def rank(outputs: Sequence[Listing], needs: Sequence[Listing]) -> dict[str, list[str]]:
        index, ids = made([need.text for need in needs]), [need.id for need in needs]
        return {output.id: ranked(index.scores(output.text), ids, TOP) for output in outputs}

    return rank


def _ids(rankings: Sequence[Ranking]) -> dict[str, list[str]]:
    return {ranking.listing_id: [match.need_id for match in ranking.matches] for ranking in rankings}


def _scorer(scorer: Path, *arguments: str | Path) -> str:
    command = [sys.executable, str(scorer), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def _read(path: Path, side: Side) -> list[Listing]:
    """The listings of a file. Stops at lines that cannot be read: figures without them would be others."""
    found, wrong = read_listings(path, side, default_book())
    if wrong:
        sys.exit("\n".join(map(complaints.told, wrong)))
    return found


def _agree(scorer: Path, exchanges: Path, rankings: Sequence[Ranking], folder: Path, ours: float) -> None:
    """Stops when the scorer measures another mean reciprocal rank than we did."""
    path = folder / "ranked.jsonl"
    path.write_text("".join(ranking_line(ranking) + "\n" for ranking in rankings), encoding="utf-8")
    theirs = json.loads(_scorer(scorer, "measure", exchanges, path))["strict"]["MRR"]
    if abs(theirs - ours) > 0.001:
        sys.exit(f"The scorer measures MRR {theirs}, this program {ours}: one of them is wrong.")


def table(exchanges: Path, scorer: Path, options: tuple[str, ...]) -> str:
    """The figures of one setting as a markdown table."""
    rows: dict[str, Mapping[str, Any]] = {}
    for line in exchanges.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows[row["id"]] = row
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _scorer(scorer, "split", exchanges, folder, *options)
        outputs, needs = (_read(folder / f"{side}s.jsonl", side) for side in (Side.OUTPUT, Side.NEED))
        ours = by_us(outputs, needs)
        rankings = {
            "**this ranker**": _ids(ours),
            "the same without precedents of the exchange's own site": by_us_elsewhere(
                outputs, needs, ours, rows
            ),
            "BM25, words": _by_scores(Bm25)(outputs, needs),
            "TF-IDF, character 3–5-grams": _by_scores(CharacterTfidf)(outputs, needs),
        }
        lines = [f"| {len(outputs)} outputs, {len(needs)} needs | strict hit@1 / 5 / 10 | strict MRR (95 %) "]
        lines[0] += "| lenient hit@1 / 5 / 10 | lenient MRR (95 %) |"
        lines.append("|---|---|---|---|---|")
        for method, ranking in rankings.items():
            strict = figures(first_right(ranking, rows, lenient=False), rows)
            lenient = figures(first_right(ranking, rows, lenient=True), rows)
            lines.append(f"| {method} | {strict.cells()} | {lenient.cells()} |")
            if ranking is rankings["**this ranker**"]:
                _agree(scorer, exchanges, ours, folder, strict.mrr)
    return "\n".join(lines)


def main() -> None:
    """Prints a table for each setting."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("exchanges", type=Path)
    parser.add_argument("scorer", type=Path)
    args = parser.parse_args()
    for title, options in SETTINGS.items():
        print(
            f"\n### {title[0].upper()}{title[1:]}\n\n{table(args.exchanges, args.scorer, options)}",
            flush=True,
        )


if __name__ == "__main__":
    main()

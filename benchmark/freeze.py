"""Keeps what the ranker makes of every case, and shows what a change has moved.

    python -m benchmark.freeze                # writes benchmark/results/frozen.csv and frozen_never.csv anew
    python -m benchmark.freeze --compare      # leaves them, and says what is better and worse than in them

A row of `frozen.csv`: case, language, what is listed (`texts` alone or `all`), the place of the need of that
exchange among all needs (empty when it is not among the first `DEEPEST`), its score. A row of
`frozen_never.csv`: case, language, what became of the pair.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmark.hand_written import (
    ALL_FACTS,
    LANGUAGES,
    SPLITS,
    TEXTS,
    all_exchanges,
    listings_of,
    read_rows,
)
from benchmark.moves import DEEPEST, Key, Outcomes, Place, Places, moved, turned
from benchmark.never import judge
from matching.ranker import Ranker
from matching.reference_book import default_book

RESULTS = Path(__file__).parent / "results"
EXCHANGES, NEVER = RESULTS / "frozen.csv", RESULTS / "frozen_never.csv"


def places_now(ranker: Ranker) -> dict[Key, Place]:
    """(case, language, listed) -> place and score of the right need."""
    rows, found = all_exchanges(), {}
    for language in LANGUAGES:
        for listed in (TEXTS, ALL_FACTS):
            for ranking in ranker.rank_all(*listings_of(rows, language, listed), top=DEEPEST):
                case = ranking.listing_id
                found[case, language.name, listed.short] = next(
                    (
                        (place, round(match.score, 2))
                        for place, match in enumerate(ranking.matches, 1)
                        if match.need_id == case
                    ),
                    (None, None),
                )
    return dict(sorted(found.items()))


def outcomes_now(ranker: Ranker) -> dict[Key, str]:
    """(case, language) -> what became of a pair that must not come about."""
    rows = {name: row for split in SPLITS for name, row in read_rows("never", split).items()}
    judged = [one for language in LANGUAGES for one in judge(rows, language, ranker)]
    return dict(sorted(((one.id, one.language), one.outcome) for one in judged))


def write_places(path: Path, places: Places) -> None:
    """One line a case, language and listing, so that a diff shows what moved."""
    _write(
        path,
        ("case", "language", "listed", "place", "score"),
        [
            (*key, "" if place is None else place, "" if score is None else score)
            for key, (place, score) in places.items()
        ],
    )


def write_outcomes(path: Path, outcomes: Outcomes) -> None:
    """One line a case and language."""
    _write(path, ("case", "language", "outcome"), [(*key, outcome) for key, outcome in outcomes.items()])


def _write(path: Path, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_places(path: Path) -> dict[Key, Place]:
    """What `write_places` wrote."""
    return {
        (row["case"], row["language"], row["listed"]): (
            int(row["place"]) if row["place"] else None,
            float(row["score"]) if row["score"] else None,
        )
        for row in _read(path)
    }


def read_outcomes(path: Path) -> dict[Key, str]:
    """What `write_outcomes` wrote."""
    return {(row["case"], row["language"]): row["outcome"] for row in _read(path)}


def main(arguments: Sequence[str]) -> None:
    """Writes the files, or compares with them."""
    if not set(arguments) <= {"--compare"}:
        sys.exit(__doc__)
    ranker = Ranker(default_book())
    places, outcomes = places_now(ranker), outcomes_now(ranker)
    if arguments:
        families = {name: str(row["family"]) for name, row in all_exchanges().items()}
        print(moved(read_places(EXCHANGES), places, families))
        print("\n" + turned(read_outcomes(NEVER), outcomes))
    else:
        write_places(EXCHANGES, places)
        write_outcomes(NEVER, outcomes)
        print(f"{len(places)} places and {len(outcomes)} outcomes are kept in {RESULTS}.")


if __name__ == "__main__":
    main(sys.argv[1:])

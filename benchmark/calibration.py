"""Whether a probability says how often such a pair is right: what was said, and what came.

    python -m benchmark.calibration

Every output of `exchanges_dev.jsonl` before all needs; right is the need of the exchange or any of its group.
On these pairs one in a hundred is right, so the ranker says it by the share at which its weights were
fitted, not by the share of a national list. Other needs would fit as well and count as wrong: what came is
a lower bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmark.hand_written import (
    ALL_FACTS,
    LANGUAGES,
    TEXTS,
    Row,
    all_exchanges,
    listings_of,
    markdown,
    read_rows,
)
from matching.evaluation import figures
from matching.ranker import Ranker
from matching.records import Listing
from matching.reference_book import default_book

EDGES = (0.01, 0.03, 0.1, 0.3, 0.5, 0.75)
"""Where one band of probability ends and the next begins."""

Judged = tuple[float, bool]
"""What was said of a pair, and whether it is right."""


def at_fitted_share(ranker: Ranker) -> Ranker:
    """The same ranker, its prior at the share of right pairs where its weights were fitted."""
    weights = ranker.weights
    return ranker.weighing(replace(weights, prior=weights.fitted_at))


def judged(
    ranker: Ranker, outputs: Sequence[Listing], needs: Sequence[Listing], rows: dict[str, Row]
) -> list[Judged]:
    """Every match of every output: what the ranker says of it, and whether its need is one of the group."""
    group = {name: row["need_group"] for name, row in rows.items()}
    return [
        (match.probability, group[match.need_id] == group[output.id])
        for output in outputs
        for match in ranker.rank(output, needs).matches
    ]


def by_band(pairs: Sequence[Judged]) -> list[tuple[str, int, float, float]]:
    """Band, pairs in it, mean of what was said, share that is right; bands without pairs are left out."""
    found = []
    for low, high in zip((0.0, *EDGES), (*EDGES, 1.0), strict=True):
        band = [pair for pair in pairs if low <= pair[0] < high]
        if band:
            said, came = (sum(pair[place] for pair in band) / len(band) for place in (0, 1))
            found.append((f"{low:g}–{high:g}", len(band), said, came))
    return found


def report(ranker: Ranker) -> str:
    """A table for each language and way of listing, as markdown."""
    rows, dev, parts = all_exchanges(), read_rows("exchanges", "dev"), []
    fitted = at_fitted_share(ranker)
    for language in LANGUAGES:
        for listed in (TEXTS, ALL_FACTS):
            outputs, needs = listings_of(rows, language, listed)
            pairs = judged(fitted, [one for one in outputs if one.id in dev], needs, rows)
            told = figures([said for said, _ in pairs], [is_right for _, is_right in pairs])
            table = markdown(
                ("said", "pairs", "mean said", "share right"),
                [(band, str(n), f"{said:.3f}", f"{came:.3f}") for band, n, said, came in by_band(pairs)],
            )
            error = f"Calibration error over ten bins {told.ece:.4f}." if told else ""
            parts.append(f"### {language.name}, {listed.name}\n\n{table}\n\n{error}")
    return "\n\n".join(parts)


if __name__ == "__main__":
    print(report(Ranker(default_book())))

"""How long ranking takes, and how many times as long as BM25 on words in the same run.

    python -m benchmark.speed

The listings are made up from the names in the reference book, so nothing else is needed. Times are processor
times of this process; the ratio is what can be compared between machines.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from time import process_time

from benchmark.baselines import Bm25, ranked
from matching.ranker import Ranker
from matching.records import Listing, Place, Side
from matching.reference_book import ReferenceBook

N_OTHERS = 1000
N_QUERIES = 20
SEED = 1


def listings(book: ReferenceBook, side: Side, n: int, draw: random.Random) -> list[Listing]:
    """Listings worded from two names of materials and one of a use, in Georgian or English, somewhere."""
    materials, uses = list(book.materials.values()), list(book.uses.values())
    places = list(book.municipalities)
    found = []
    for number in range(n):
        lang = draw.choice(("ka", "en"))
        one, other = draw.choice(materials), draw.choice(materials)
        text = f"{one.name(lang)}, {other.name(lang)}, {draw.choice(uses).name(lang)}"
        place = Place(draw.choice(places))
        found.append(
            Listing(f"{side}-{number}", side, text, tonnes_per_year=draw.uniform(1, 500), place=place)
        )
    return found


def _median(work: Callable[[Listing], object], queries: Sequence[Listing]) -> float:
    times = []
    for query in queries:
        start = process_time()
        work(query)
        times.append(process_time() - start)
    return sorted(times)[len(times) // 2]


def main() -> None:
    """Prints a markdown table."""
    draw = random.Random(SEED)  # noqa: S311 (a repeatable draw, not a secret)
    start = process_time()
    book = ReferenceBook.read()
    ranker = Ranker(book)
    outputs, needs = (
        listings(book, side, n, draw) for side, n in ((Side.OUTPUT, N_QUERIES), (Side.NEED, N_OTHERS))
    )
    ranker.rank(outputs[0], needs[:1])
    loaded = process_time() - start
    start = process_time()
    ranker.rank(outputs[0], needs)
    first = process_time() - start
    ours = _median(lambda query: ranker.rank(query, needs, top=10), outputs[1:])
    index, ids = Bm25([need.text for need in needs]), [need.id for need in needs]
    bm25 = _median(lambda query: ranked(index.scores(query.text), ids, 10), outputs[1:])
    print("| what | processor time |\n|---|---|")
    print(f"| reference book, its words and vectors, first match | {loaded:.2f} s |")
    print(f"| first ranking of 1 against {N_OTHERS:,}, every text read for the first time | {first:.2f} s |")
    print(f"| ranking of 1 against {N_OTHERS:,}, median of {N_QUERIES - 1} | {ours * 1000:.0f} ms |")
    print(f"| BM25 on words, the same | {bm25 * 1000:.1f} ms |")
    print(f"| ratio | {ours / bm25:.0f} |")


if __name__ == "__main__":
    main()

"""How much of what ranks high the finder brings: recall among its candidates, against comparing everything.

    python -m benchmark.finding EXCHANGES.jsonl [--others 20000]

The outputs and needs of documented exchanges are put into a real Neo4j among many made-up needs
(`benchmark/country.py`, fixed seed). For each output all needs are compared (`Ranker.rank_all`); then it is
looked how many of the ten best, and whether the documented taker, are among the candidates. The taker counts
where it is among the fifty best of all: what ranks lower no reader meets.

`each way alone` leaves only what that way found among the candidates; `without it` shows what only that way
finds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j import Driver

from benchmark.book import empty_graph
from benchmark.country import NOW, MadeFirm, an_open_listing, enter, made_listings
from benchmark.exchanges_file import division_of, has_language, listing_of, read_exchanges
from graph.candidates import WAYS, candidates_for
from graph.records import StoredListing
from graph.seed import seed_reference
from graph.store import Store
from matching.ranker import Ranker
from matching.records import Leads, Side
from matching.reference_book import ReferenceBook, default_book

SEED = 7
LIMIT = 200
BEST = 10
FEWER = (20, 40, 100)
TAKER_WITHIN = 50


@dataclass(frozen=True)
class Asked:
    """An output, what the ranker puts first among all needs, and the need of its documented taker."""

    output: StoredListing
    best: tuple[str, ...]
    taker: str | None


def documented(
    rows: Sequence[dict[str, Any]], side: Side, lang: str, book: ReferenceBook
) -> tuple[list[MadeFirm], list[StoredListing]]:
    """One side of the exchanges, each listed by a firm of its own somewhere in the country."""
    draw = random.Random(SEED)  # noqa: S311 (the same for both sides, so that both are of one place)
    places = [place.id for place in book.municipalities.values()]
    owners, found = [], []
    for row in rows:
        said = listing_of(row, side.value, lang, with_codes=True)
        owner = MadeFirm(
            f"{row['id']}-{side}", division_of(row, side.value, with_codes=True), draw.choice(places)
        )
        owners.append(owner)
        found.append(
            an_open_listing(
                owner,
                id=owner.id,
                side=side,
                text=said["text"],
                lang=lang,
                kind=said["kind"],
                ewc_code=said.get("ewc_code"),
                tonnes_per_year=said.get("amount"),
            )
        )
    return owners, found


def asked(outputs: Sequence[StoredListing], needs: Sequence[StoredListing], ranker: Ranker) -> list[Asked]:
    """What comparing everything gives."""
    rankings = ranker.rank_all(
        [output.for_ranking() for output in outputs],
        [need.for_ranking() for need in needs],
        today=NOW.date(),
        top=TAKER_WITHIN,
    )
    found = []
    for output, ranking in zip(outputs, rankings, strict=True):
        best = tuple(match.need_id for match in ranking.matches)
        taker = output.id.removesuffix(f"-{Side.OUTPUT}") + f"-{Side.NEED}"
        found.append(Asked(output, best[:BEST], taker if taker in best else None))
    return found


def recalls(
    questions: Sequence[Asked], candidates: Sequence[Mapping[str, Sequence[str]]]
) -> tuple[float, float, float]:
    """Shares of the best and of the takers that are candidates, and the mean number of candidates."""
    n_best = sum(len(question.best) for question in questions)
    n_takers = sum(question.taker is not None for question in questions)
    best = sum(
        len(set(question.best) & set(ids)) for question, ids in zip(questions, candidates, strict=True)
    )
    takers = sum(question.taker in ids for question, ids in zip(questions, candidates, strict=True))
    return best / max(n_best, 1), takers / max(n_takers, 1), sum(map(len, candidates)) / len(candidates)


def candidates_of(
    store: Store, questions: Sequence[Asked], leads: Mapping[str, Leads]
) -> list[dict[str, tuple[str, ...]]]:
    """What the finder brings for each, with the ways."""
    return [
        {
            pair.need.id: pair.found_by
            for pair in candidates_for(store, one.output.for_ranking(), leads[one.output.id], NOW, LIMIT)
        }
        for one in questions
    ]


def measure(driver: Driver, rows: Sequence[dict[str, Any]], lang: str, n_others: int) -> None:
    """Prints a markdown table."""
    book = default_book()
    ranker = Ranker(book)
    rows = [row for row in rows if has_language(row, lang)]
    givers, outputs = documented(rows, Side.OUTPUT, lang, book)
    takers, needs = documented(rows, Side.NEED, lang, book)
    others, made = made_listings(book, Side.NEED, n_others, SEED)
    for owners, listed in ((givers, outputs), (takers, needs), (others, made)):
        enter(driver, book, owners, listed)
    questions = asked(outputs, [*needs, *made], ranker)
    leads = {output.id: ranker.leads_of(output.for_ranking()) for output in outputs}
    found = candidates_of(Store(driver), questions, leads)
    n_takers = sum(question.taker is not None for question in questions)
    size = f"{len(outputs)} outputs ({lang}), {len(needs) + len(made):,} needs"
    print(f"{size}, {n_takers} takers within {TAKER_WITHIN}\n")
    print(f"| found by | of the best {BEST} | of the takers | candidates |\n|---|---|---|---|")
    print_row("all ways", questions, found)
    for most in FEWER:
        print_row(f"all ways, the first {most}", questions, [dict(list(ids.items())[:most]) for ids in found])
    for way in WAYS:
        print_row(
            f"{way} alone",
            questions,
            [{id_: ways for id_, ways in ids.items() if way in ways} for ids in found],
        )
    for way in WAYS:
        print_row(
            f"without {way}",
            questions,
            [{id_: ways for id_, ways in ids.items() if ways != (way,)} for ids in found],
        )


def print_row(name: str, questions: Sequence[Asked], found: Sequence[Mapping[str, Sequence[str]]]) -> None:
    """One row of the table."""
    best, takers, n = recalls(questions, found)
    print(f"| {name} | {best:.3f} | {takers:.3f} | {n:.0f} |")


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmark.finding")
    parser.add_argument("exchanges", type=Path)
    parser.add_argument("--others", type=int, default=20_000)
    parser.add_argument("--lang", choices=("en", "ka"), default="en")
    given = parser.parse_args(words)
    with empty_graph() as driver:
        seed_reference(driver, default_book())
        measure(driver, read_exchanges(given.exchanges), given.lang, given.others)


if __name__ == "__main__":
    main()

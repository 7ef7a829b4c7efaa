"""What becomes of pairs that must not come about: ruled out, asked about, or shown.

    python -m benchmark.never [dev|test]      default: test

A pair that is expected to be ruled out or asked about is safe when it is ruled out, when nothing material
speaks for it so that it is no match, or when it is shown with a question that bears on the matter. A question
that is asked wherever such waste changes hands (`ROUTINE`) does not count. A pair of things that only sound
alike is low when the need is not among the first ten before all needs of the exchanges.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmark.hand_written import (
    LANGUAGES,
    TEXTS,
    Language,
    Row,
    all_exchanges,
    listings_of,
    markdown,
    pair_of,
    read_rows,
)
from matching.ranker import Ranker
from matching.records import Match, RuledOut
from matching.reference_book import default_book

TOP = 10
LOOK_ALIKE = "low"
ROUTINE = frozenset(
    {
        "hazard.is_it_hazardous",
        "law.ge-hazardous-storage-2-10t",
        "scope.permit_for_gas_or_water",
        "reach.how_far_apart",
    }
)
"""Asked whoever takes it: no answer to them tells that this pair must not be."""

OUTCOMES = ("ruled out", "no match", "asked", "only a routine question", "shown")
SAFE = OUTCOMES[:3]
PLACES = ("below the first ten", "among the first ten")


@dataclass(frozen=True)
class Judged:
    """A case in a language and what became of it. `questions`: what is asked, by gate."""

    id: str
    language: str
    why: str
    outcome: str
    is_right: bool
    questions: tuple[str, ...] = ()


def outcome_of(result: Match | RuledOut | None, why: str) -> str:
    """What became of a pair that must not come about, one of `OUTCOMES`.

    Args:
        result: as `Ranker.compare` gives it.
        why: the reason against the pair; where hazard is the matter, every question of hazard counts.
    """
    if result is None:
        return "no match"
    if isinstance(result, RuledOut):
        return "ruled out"
    asked = [gate for gate in result.gates if gate.result == "unknown"]
    if any(gate.question not in ROUTINE or (gate.name == "hazard" and "hazardous" in why) for gate in asked):
        return "asked"
    return "only a routine question" if asked else "shown"


def judge(rows: Mapping[str, Row], language: Language, ranker: Ranker) -> list[Judged]:
    """Every case in a language."""
    _, pool = listings_of(all_exchanges(), language, TEXTS)
    found = []
    for row in rows.values():
        output, need = pair_of(row, language)
        result = ranker.compare(output, need)
        if row["expect"] == LOOK_ALIKE:
            first = next(ranker.rank_all([output], [need, *pool], top=TOP)).matches
            is_low = need.id not in {match.need_id for match in first}
            outcome, is_right = PLACES[not is_low], is_low
        else:
            outcome = outcome_of(result, row["why"])
            is_right = outcome in SAFE
        found.append(Judged(row["id"], language.name, row["why"], outcome, is_right, _questions(result)))
    return found


def _questions(result: Match | RuledOut | None) -> tuple[str, ...]:
    if not isinstance(result, Match):
        return ()
    return tuple(gate.question for gate in result.gates if gate.question is not None)


def table(judged: Sequence[Judged], outcomes: Sequence[str]) -> str:
    """How many of each reason and language came to what."""
    counts = Counter((one.why, one.language, one.outcome) for one in judged)
    rows = []
    for why, lang in dict.fromkeys((one.why, one.language) for one in judged):
        cells = [counts[why, lang, outcome] for outcome in outcomes]
        rows.append([f"{why}, {lang}", str(sum(cells)), *map(str, cells)])
    return markdown(["why it must not be, language", "n", *outcomes], rows)


def report(split: str, ranker: Ranker) -> str:
    """The tables, and the wrong ones by id."""
    rows = read_rows("never", split)
    judged = [one for lang in LANGUAGES for one in judge(rows, lang, ranker)]
    refused, alike = (
        [one for one in judged if (one.outcome in PLACES) is is_alike] for is_alike in (False, True)
    )
    parts = [table(refused, OUTCOMES), table(alike, PLACES), *_wrong(judged)]
    return "\n\n".join(parts)


def _wrong(judged: Sequence[Judged]) -> list[str]:
    """The ids of what came out wrong, by what became of it."""
    by_outcome: dict[str, dict[str, list[str]]] = {}
    for one in judged:
        if not one.is_right:
            by_outcome.setdefault(one.outcome, {}).setdefault(one.id, []).append(one.language)
    return [
        f"{outcome.capitalize()}: " + ", ".join(f"{name} ({', '.join(langs)})" for name, langs in ids.items())
        for outcome, ids in sorted(by_outcome.items())
    ]


def main(arguments: Sequence[str]) -> None:
    """Prints the tables; for `dev` also what the wrongly shown pairs say and what is asked of them."""
    split = arguments[0] if arguments else "test"
    ranker = Ranker(default_book())
    print(report(split, ranker))
    if split != "dev":
        return
    rows = read_rows("never", split)
    for lang in LANGUAGES:
        for one in judge(rows, lang, ranker):
            if not one.is_right:
                output, need = pair_of(rows[one.id], lang)
                print(f"\n{one.id} ({lang.name}) {one.why}: {one.outcome} {', '.join(one.questions)}")
                print(f"    {output.text}\n    {need.text}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""How high the right need stands for exchanges written by hand, beside what people would otherwise use.

    python -m benchmark.exchanges [dev|test|wide]      default: test

Every output is ranked against the needs of all exchanges of dev and test, those of `wide` against all three.
A need outside the first ten counts as not found, in MRR too. Strict: the need of the exchange itself;
lenient: any need of its group.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmark.figures import Figures, ahead, figures, first_right
from benchmark.hand_written import (
    ALL_FACTS,
    ENGLISH,
    FACTS,
    LANGUAGES,
    TEXTS,
    Language,
    Listed,
    Row,
    all_exchanges,
    listings_of,
    markdown,
    read_rows,
)
from benchmark.rivals import TOP, Rankings, rivals
from matching.ranker import Ranker
from matching.records import Listing, RuledOut
from matching.reference_book import default_book

US = "**this ranker**"
Places = Mapping[str, int]
Slicing = tuple[str, Callable[[Row], str]]

SLICES: tuple[Slicing, ...] = (
    ("sureness", lambda row: str(row["sureness"])),
    ("kind of flow", lambda row: str(row["flow_type"])),
    ("waste code", lambda row: "with a code" if row["output_ewc"] else "without a code"),
    ("family", lambda row: str(row["family"])),
    ("part", lambda row: str(row.get("part", "all"))),
)


class Measured:
    """Rankings of the exchanges of one part against all needs, and the places of the right ones."""

    def __init__(self, ranker: Ranker, split: str) -> None:
        self._ranker = ranker
        mine = read_rows("exchanges", split)
        self.rows = all_exchanges() | mine
        self.ids = list(mine)
        self._ours: dict[tuple[Language, Listed], Rankings] = {}

    def listings(self, language: Language, listed: Listed) -> tuple[list[Listing], list[Listing]]:
        """The outputs of this part, the needs of all."""
        outputs, needs = listings_of(self.rows, language, listed)
        mine = set(self.ids)
        return [output for output in outputs if output.id in mine], needs

    def ours(self, language: Language, listed: Listed) -> Rankings:
        """What this ranker puts among the first ten; ranked once, then kept."""
        if (language, listed) not in self._ours:
            rankings = self._ranker.rank_all(*self.listings(language, listed), top=TOP)
            self._ours[language, listed] = {
                one.listing_id: [match.need_id for match in one.matches] for one in rankings
            }
        return self._ours[language, listed]

    def places(self, ranking: Rankings, *, lenient: bool) -> Places:
        """Output -> the place of the right need, 0 for none."""
        return first_right(ranking, self.rows, lenient=lenient)

    def both(self, ranking: Rankings) -> tuple[Figures, Figures]:
        """Strict and lenient figures."""
        strict, lenient = (self.places(ranking, lenient=lenient) for lenient in (False, True))
        return figures(strict, self.rows), figures(lenient, self.rows)


HEAD = ("strict hit@1 / 5 / 10", "strict MRR (95 %)", "lenient hit@1 / 5 / 10", "lenient MRR (95 %)")


def _line(name: str, found: tuple[Figures, Figures]) -> list[str]:
    return [name, *(cell for one in found for cell in one.cells().split(" | "))]


def beside_rivals(measured: Measured, language: Language, listed: Listed) -> str:
    """The figures of a setting for this ranker and all baselines, and how far it is ahead of the best."""
    outputs, needs = measured.listings(language, listed)
    ours = measured.ours(language, listed)
    lines = [_line(US, measured.both(ours))]
    best: tuple[float, str, Rankings] = (-1.0, "", {})
    for name, rival in rivals(with_codes=listed.code).items():
        if rival is None:
            lines.append([name, "not installed", *[""] * 3])
            continue
        ranking = rival(outputs, needs, default_book())
        found = measured.both(ranking)
        lines.append(_line(name, found))
        best = max(best, (found[0].mrr, name, ranking), key=lambda one: one[0])
    places = [measured.places(ranking, lenient=False) for ranking in (ours, best[2])]
    mean, low, high = ahead(places[0], places[1], measured.rows)
    return (
        markdown([f"{len(outputs)} outputs, {len(needs)} needs", *HEAD], lines)
        + f"\n\nStrict MRR above that of the best baseline, {best[1]}: {mean:.3f} ({low:.3f}–{high:.3f})."
    )


def by_facts(measured: Measured) -> str:
    """What codes and sectors add to the texts, in English."""
    lines = [_line(listed.name, measured.both(measured.ours(ENGLISH, listed))) for listed in FACTS]
    return markdown(["listed", *HEAD], lines)


def by_slices(measured: Measured) -> str:
    """hit@10 and MRR for parts of the cases, with all facts, in every language."""
    rankings = {language.name: measured.ours(language, ALL_FACTS) for language in LANGUAGES}
    lines = []
    for name, part_of in SLICES:
        parts = {part_of(measured.rows[case]) for case in measured.ids}
        for part in sorted(parts):
            mine = [case for case in measured.ids if part_of(measured.rows[case]) == part]
            lines.append([f"{name}: {part}", str(len(mine)), *_slice(measured, mine, rankings)])
    head = [f"{name}, {mode} hit@10 / MRR" for name in rankings for mode in ("strict", "lenient")]
    return markdown(["part", "n", *head], lines)


def _slice(measured: Measured, mine: Sequence[str], rankings: Mapping[str, Rankings]) -> Iterator[str]:
    for ranking in rankings.values():
        for one in measured.both({case: ranking[case] for case in mine}):
            yield f"{one.hits[-1]:.3f} / {one.mrr:.3f}"


def refused(measured: Measured, ranker: Ranker) -> str:
    """The exchanges that a gate rules out, by id: there should be none."""
    found: dict[tuple[str, str], list[str]] = {}
    for language in LANGUAGES:
        for listed in (TEXTS, ALL_FACTS):
            outputs, needs = measured.listings(language, listed)
            by_id = {need.id: need for need in needs}
            for output in outputs:
                result = ranker.compare(output, by_id[output.id])
                if isinstance(result, RuledOut):
                    found.setdefault((output.id, result.reason), []).append(f"{language.name} {listed.name}")
    n = len({case for case, _ in found})
    lines = [f"\n- {case} by {reason}: {'; '.join(where)}" for (case, reason), where in found.items()]
    return f"{n} of {len(measured.ids)} exchanges are ruled out by a gate.{''.join(lines)}"


def report(split: str, ranker: Ranker) -> str:
    """All tables for a part of the cases."""
    measured = Measured(ranker, split)
    parts = []
    for language in LANGUAGES:
        for listed in (TEXTS, ALL_FACTS):
            parts += [f"#### {language.name}, {listed.name}", beside_rivals(measured, language, listed)]
    parts += ["#### What each fact adds, English", by_facts(measured)]
    parts += ["#### By parts, with codes, sectors and amounts", by_slices(measured)]
    parts += ["#### Ruled out though they make sense", refused(measured, ranker)]
    return "\n\n".join(parts)


def main(arguments: Sequence[str]) -> None:
    """Prints the tables."""
    print(report(arguments[0] if arguments else "test", Ranker(default_book())))


if __name__ == "__main__":
    main(sys.argv[1:])

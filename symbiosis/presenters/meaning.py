"""What a listing is taken to mean, as lines that one tap corrects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.meanings import SORTS, Meaning
from matching.recognition import NAMED
from matching.reference_book import ReferenceBook
from matching.reference_records import Named

MOST_OTHERS = 5
PERHAPS = 0.4
"""Where nothing is surely named, the likeliest thing is shown as perhaps meant from this confidence on."""


@dataclass(frozen=True, slots=True)
class MeaningLine:
    """A material or use. `words`: those of the text that name it; `like`: what of the book it is like."""

    sort: str
    id: str
    name: str
    words: str = ""
    like: str = ""
    is_confirmed: bool = False
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Meanings:
    """`taken`: what it is taken to be; `others`: what it may be instead, likeliest first, as long as nobody
    confirmed anything; `not_meant`: what a person said it is not.
    """

    taken: tuple[MeaningLine, ...]
    others: tuple[MeaningLine, ...]
    not_meant: tuple[MeaningLine, ...]


def meanings(
    found: Sequence[Meaning], not_ids: Iterable[str], side: str, book: ReferenceBook, lang: str
) -> Meanings:
    """What to show of an output or a need. A need is about uses too; of an output, those that it names."""
    taken: list[MeaningLine] = []
    others: list[MeaningLine] = []
    for sort in SORTS:
        of_sort = [one for one in found if one.sort == sort]
        chosen = [one for one in of_sort if one.is_confirmed or one.confidence >= NAMED]
        is_asked_for = sort == "material" or side == "need"
        if not chosen and is_asked_for and of_sort and of_sort[0].confidence >= PERHAPS:
            chosen = of_sort[:1]
        taken += [_line(one, book, lang) for one in chosen]
        if is_asked_for and not any(one.is_confirmed for one in of_sort):
            others += [_line(one, book, lang) for one in of_sort if one not in chosen][:MOST_OTHERS]
    return Meanings(tuple(taken), tuple(others), tuple(plain_lines(not_ids, book, lang)))


def looked_for(
    found: Sequence[Meaning], known: Iterable[str], book: ReferenceBook, lang: str
) -> list[MeaningLine]:
    """What was found by words of its own, surest first, without what is shown already."""
    shown = set(known)
    fresh = sorted((one for one in found if one.id not in shown), key=lambda one: -one.confidence)
    return [_line(one, book, lang) for one in fresh[: 2 * MOST_OTHERS]]


def plain_lines(ids: Iterable[str], book: ReferenceBook, lang: str) -> Iterable[MeaningLine]:
    """Lines of materials and uses by id; ids that the book no longer has are passed over."""
    for id in ids:
        for sort, known in _tables(book):
            if id in known:
                yield MeaningLine(sort, id, known[id].name(lang))


def _tables(book: ReferenceBook) -> tuple[tuple[str, dict[str, Named]], ...]:
    return ("material", dict(book.materials)), ("use", dict(book.uses))


def _line(one: Meaning, book: ReferenceBook, lang: str) -> MeaningLine:
    entry = book.materials[one.id] if one.sort == "material" else book.uses[one.id]
    is_sure = one.is_confirmed or one.confidence >= NAMED
    return MeaningLine(one.sort, one.id, entry.name(lang), one.words, one.like, one.is_confirmed, is_sure)

"""The words of the reference book: which phrases name which material or use, and how telling each word is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.spelling import Speller
from matching.stems import is_cyrillic
from matching.text import normalise, words

AMBIGUOUS = 0.5
"""How surely words that may mean several materials mean any one of them: too little for a rule to forbid."""

FEW = 3
"""A word in the names of more entries than this does not say for sure which one is meant."""


REUSE = "-reuse"
"""What the ids of uses end in that take a thing as it is."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or synonym: the stems it consists of, and the entry it names (`material` or `use`).

    `sure`: 1 where the phrase names one entry only, less where it may name several. `aims`: those of its
    stems that name no part of the thing within the phrase itself (cement in `slag for cement`).
    `is_of_thing`: names a use of a thing as it is by the name of the thing (`bottles wanted`).
    """

    stems: tuple[str, ...]
    head: str
    sort: str
    id: str
    text: str
    sure: float = 1.0
    aims: frozenset[str] = frozenset()
    is_of_thing: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All phrases of a book, findable by stem.

    `weight`: how telling a stem is (its inverse document frequency among materials and uses).
    `telling`: the weight from which the words of a phrase are telling enough; `sheet` alone is not.
    `known`: every stem of the book's texts, so that a word of a waste code is not taken for a misspelling.
    """

    phrases: tuple[Phrase, ...]
    by_stem: dict[str, tuple[int, ...]]
    weight: dict[str, float]
    telling: float
    known: frozenset[str]
    speller: Speller


def doubtful_names(book: ReferenceBook) -> frozenset[str]:
    """The names, normalised, that may mean several materials and are asked about."""
    return frozenset(normalise(entry.synonym) for entry in book.ambiguities)


def _phrases(book: ReferenceBook) -> Iterable[Phrase]:
    doubtful = doubtful_names(book)
    for material in book.materials.values():
        for name in _names(material.name_en, material.name_ka, material.name_ru, *material.synonyms):
            if normalise(name) not in doubtful:
                yield from _phrase(name, "material", material.id)
    for use in book.uses.values():
        for name in _names(use.name_en, use.name_ka, use.name_ru, *use.synonyms):
            yield from _phrase(name, "use", use.id)
    for entry in book.ambiguities:
        for material_id in entry.material_ids:
            yield from _phrase(entry.synonym, "material", material_id, AMBIGUOUS)


def _names(*names: str) -> Iterable[str]:
    return dict.fromkeys(name for name in names if name)


def _phrase(name: str, sort: str, entry_id: str, sure: float = 1.0) -> Iterable[Phrase]:
    found = words(name)
    if found:
        # What a Russian phrase is about stands first, a Georgian or English one has it last.
        told = Role.THING if any(word.role is Role.THING for word in found) else found[0].role
        things = [word for word in found if word.role is told]
        head = things[0] if is_cyrillic(found[0].text) else things[-1]
        stems = tuple(dict.fromkeys(word.stem for word in found))
        beside = {Role.PURPOSE, Role.REPLACED, Role.ABSENT}
        aims = frozenset(word.stem for word in found if word.role in beside)
        yield Phrase(stems, head.stem, sort, entry_id, name, sure, aims)


def _with_things(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Marks the names of reuse whose head is by itself the name of a material: bottles, pallets, boxes."""
    things = {phrase.head for phrase in phrases if phrase.sort == "material" and len(phrase.stems) == 1}
    return tuple(
        replace(phrase, is_of_thing=True)
        if phrase.sort == "use" and phrase.id.endswith(REUSE) and phrase.head in things
        else phrase
        for phrase in phrases
    )


def _known_stems(book: ReferenceBook, phrases: Iterable[Phrase]) -> frozenset[str]:
    titles: list[str] = []
    for code in book.waste_codes.values():
        titles += (code.title_en, code.title_ka, code.name_en, code.name_ka, *code.phrases)
    for industry in book.nace.values():
        titles += (industry.name_en, industry.name_ka)
    for process in book.processes.values():
        titles += (process.name_en, process.name_ka)
    for family in book.word_families.values():
        titles += family.words
    stems = {word.stem for title in titles for word in words(title)}
    return frozenset(stems.union(*(phrase.stems for phrase in phrases)))


@lru_cache(maxsize=8)
def lexicon(book: ReferenceBook) -> Lexicon:
    """The lexicon of a book, made on first use and kept."""
    phrases = _with_things(tuple(_phrases(book)))
    by_stem: dict[str, list[int]] = {}
    named: dict[str, set[tuple[str, str]]] = {}
    for number, phrase in enumerate(phrases):
        for stem in phrase.stems:
            by_stem.setdefault(stem, []).append(number)
            named.setdefault(stem, set()).add((phrase.sort, phrase.id))
    n_entries = len(book.materials) + len(book.uses)
    return Lexicon(
        phrases=phrases,
        by_stem={stem: tuple(numbers) for stem, numbers in by_stem.items()},
        weight={stem: round(log(1 + n_entries / len(entries)), 6) for stem, entries in named.items()},
        telling=round(log(1 + n_entries / FEW), 6),
        known=_known_stems(book, phrases),
        speller=Speller.of({word.text: word.stem for phrase in phrases for word in words(phrase.text)}),
    )

"""Words of firms that coordinators accepted as names of materials and uses, laid over those of the book.

They are few and change while the program runs, so they stand beside the book, and nothing that was made ready
from it is made again. A synonym only adds what a text may mean; it takes nothing away, least of all a hazard.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Literal

from matching.latin_letters import in_georgian_letters
from matching.recognition import Guess, Recognition, each_once
from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.text import Word, words

Sort = Literal["material", "use"]

SURE = 0.9
"""How surely a text means what a synonym in it names: people said so, of another listing."""

_OUT_OF_QUESTION = {
    "material": frozenset({Role.PURPOSE, Role.REPLACED, Role.ABSENT}),
    "use": frozenset({Role.REPLACED, Role.ABSENT}),
}


@dataclass(frozen=True, slots=True)
class Synonym:
    """A phrase of firms and the material or use that it names."""

    sort: Sort
    entry_id: str
    phrase: str


@dataclass(frozen=True, eq=False)
class Synonyms:
    """All synonyms in force. Two are equal only when they are the same object, as with books."""

    entries: tuple[Synonym, ...] = ()

    @cached_property
    def version(self) -> str:
        """Eight signs that change with every synonym; empty without any."""
        plain = sorted((one.sort, one.entry_id, one.phrase) for one in self.entries)
        return sha256(repr(plain).encode("utf-8")).hexdigest()[:8] if plain else ""

    @cached_property
    def by_stem(self) -> dict[str, tuple[tuple[Synonym, dict[str, Role]], ...]]:
        """First stem of a phrase -> the synonyms that begin with it, with the roles of all their stems."""
        found: dict[str, list[tuple[Synonym, dict[str, Role]]]] = {}
        for one in self.entries:
            said = words(one.phrase)
            if said:
                found.setdefault(said[0].stem, []).append((one, {word.stem: word.role for word in said}))
        return {stem: tuple(those) for stem, those in found.items()}


NONE = Synonyms()


@lru_cache(maxsize=4096)
def synonyms_in(text: str, synonyms: Synonyms, book: ReferenceBook) -> Recognition:
    """What the synonyms in a text name; `because` holds the words of the text."""
    if not synonyms.entries:
        return Recognition()
    found = words(in_georgian_letters(text, book))
    materials: dict[str, Guess] = {}
    uses: dict[str, Guess] = {}
    for word in found:
        for one, roles in synonyms.by_stem.get(word.stem, ()):
            named = _nearest(word, frozenset(roles), found)
            # What is for another thing, or absent, is not named; unless the phrase itself says it so.
            astray = [each for each in named if each.role in _OUT_OF_QUESTION[one.sort]]
            if named and all(each.role is roles[each.stem] for each in astray):
                guess = Guess(one.entry_id, SURE, " ".join(each.text for each in named))
                (materials if one.sort == "material" else uses)[one.entry_id] = guess
    return Recognition(tuple(materials.values()), tuple(uses.values()))


def with_synonyms(found: Recognition, text: str, synonyms: Synonyms, book: ReferenceBook) -> Recognition:
    """What was recognised in a text, and what the synonyms in it name: each thing once, surest first."""
    also = synonyms_in(text, synonyms, book)
    if not (also.materials or also.uses):
        return found
    return replace(
        found,
        materials=each_once((*also.materials, *found.materials)),
        uses=each_once((*also.uses, *found.uses)),
    )


def _nearest(first: Word, stems: frozenset[str], found: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a phrase around its first one, in their order; empty where they do not stand together."""
    near = [word for word in found if abs(word.position - first.position) < 2 * len(stems)]
    best = {word.stem: word for word in reversed(near) if word.stem in stems}
    if set(best) != stems:
        return ()
    return tuple(sorted(best.values(), key=lambda word: word.position))

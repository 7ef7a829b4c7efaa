"""Activities (NACE) found by what firms call themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from matching.georgian import is_georgian, latin_skeleton, skeleton_of_stem
from matching.reference_book import ReferenceBook
from matching.reference_records import Industry
from matching.stems import stem
from matching.text import script, tokens

MOST = 40
_NUMBER = re.compile(r"[0-9]{2}\.?[0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class _Known:
    """Stems of what an activity is called; of the Georgian ones also how they look in Latin letters.

    `title`: the stems of its names alone, for the order of what was found.
    """

    code: str
    title: frozenset[str]
    stems: frozenset[str]
    skeletons: frozenset[str]


def find_activities(text: str, book: ReferenceBook) -> tuple[str, ...]:
    """The divisions and classes that every word of a text fits, or whose number it begins.

    Any of the three languages, any case ending, Georgian in Latin letters too; the beginning of a word is
    enough. Those that have the very words stand first, of them those that have them in their name, and then
    those with the shortest name.
    """
    asked = text.strip()
    if _NUMBER.fullmatch(asked):
        number = asked.replace(".", "")
        return tuple(sorted(code for code in book.nace if code.startswith(number))[:MOST])
    wanted = tokens(asked)
    if not wanted:
        return ()
    ranked = []
    for known in _known(book):
        fits = [_fit(word, known) for word in wanted]
        if all(fits):
            is_named = all(stem(word) in known.title for word in wanted)
            ranked.append((-sum(fits), not is_named, len(known.title), known.code))
    return tuple(code for *_rank, code in sorted(ranked)[:MOST])


def _fit(word: str, known: _Known) -> int:
    """2 for the very word, 1 for the beginning of one, 0 for neither."""
    root = stem(word)
    if root in known.stems:
        return 2
    found = any(one.startswith(root) for one in known.stems)
    if not found and script(word) == "latin":
        skeleton = skeleton_of_stem(word)
        found = any(one.startswith(skeleton) for one in known.skeletons)
    return int(found)


@lru_cache(maxsize=8)
def _known(book: ReferenceBook) -> tuple[_Known, ...]:
    return tuple(_words(entry) for entry in book.nace.values() if entry.level != "section")


def _words(entry: Industry) -> _Known:
    title = _stems(entry.name_ka, entry.name_en, entry.name_ru)
    stems = title | _stems(*entry.words)
    skeletons = frozenset(latin_skeleton(one) for one in stems if is_georgian(one))
    return _Known(entry.id, title, stems, skeletons)


def _stems(*texts: str) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in tokens(text))

"""Georgian typed in Latin letters, put back into Georgian ones word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matching import georgian
from matching.reference_book import ReferenceBook
from matching.stems import stem
from matching.text import STOP_WORDS, normalise, tokens

_LATIN_WORD = re.compile(r"(?<!\w)[a-z](?:['’ʼ`]?[a-z])+(?!\w)")
_SHORTEST = 3
"""Skeletons of fewer letters fit too many words."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What a word in Latin letters may be.

    `english`: stems of English words. `stems`, `forms`: the Georgian stem, and the word, that is commonest in
    the book among those of one skeleton in Latin letters.
    """

    english: frozenset[str]
    stems: Mapping[str, str]
    forms: Mapping[str, str]


@lru_cache(maxsize=4096)
def in_georgian_letters(text: str, book: ReferenceBook) -> str:
    """A text with its Georgian words in Georgian letters, in whatever romanisation they were typed.

    Where more words of the text can only be Georgian than only English, all that may be Georgian are taken so
    (`metali`, metal), and what the book does not know is read letter by letter. Else a word is changed only
    where it is no English one. The number of words stays; a text that is changed comes back in lower case.
    """
    written = normalise(text)
    typed = [match.group() for match in _LATIN_WORD.finditer(written)]
    if not typed:
        return text
    known = vocabulary(book)
    georgian_only = sum(_as_known(word, known) is not None and not _is_english(word, known) for word in typed)
    if not georgian_only:
        return text
    english_only = sum(_is_english(word, known) and _as_known(word, known) is None for word in typed)
    is_georgian = georgian_only > english_only

    def changed(match: re.Match[str]) -> str:
        word = match.group()
        is_english = _is_english(word, known)
        if is_english and not is_georgian:
            return word
        unknown = georgian.from_latin(_plain(word)) if is_georgian and not is_english else word
        return _as_known(word, known) or unknown

    return _LATIN_WORD.sub(changed, written)


def _plain(word: str) -> str:
    return re.sub("['’ʼ`]", "", word)


def _is_english(word: str, known: Vocabulary) -> bool:
    return word in STOP_WORDS or stem(_plain(word)) in known.english


def _as_known(word: str, known: Vocabulary) -> str | None:
    """The word in Georgian letters, with its ending, where the book has it or another form of it."""
    plain = _plain(word)
    form = known.forms.get(georgian.latin_skeleton(plain))
    if form is not None:
        return form
    skeleton = georgian.skeleton_of_stem(plain)
    meant = known.stems.get(skeleton) if len(skeleton) >= _SHORTEST else None
    if meant is None:
        return None
    read = georgian.from_latin(plain)
    cut = georgian.stem(read)
    # The ending says what the word does in its sentence (ჭაჭიდან); a swallowed vowel hides where it begins.
    return meant + read[len(cut) :] if read.startswith(cut) else meant


@lru_cache(maxsize=4)
def vocabulary(book: ReferenceBook) -> Vocabulary:
    """The English and the Georgian words of a book, made on first use and kept."""
    english = frozenset(
        stem(word) for text in _english_texts(book) for word in tokens(text) if word.isascii()
    )
    stems: dict[str, dict[str, int]] = {}
    forms: dict[str, dict[str, int]] = {}
    for text in _all_texts(book):
        for word in tokens(text):
            if georgian.is_georgian(word):
                _count(stems, georgian.latin_skeleton(georgian.stem(word)), georgian.stem(word))
                _count(forms, georgian.latin_skeleton(word), word)
    for word in STOP_WORDS:
        if georgian.is_georgian(word):
            _count(forms, georgian.latin_skeleton(word), word)
    return Vocabulary(
        english,
        _commonest({skeleton: counts for skeleton, counts in stems.items() if len(skeleton) >= _SHORTEST}),
        _commonest(forms),
    )


def _count(counts: dict[str, dict[str, int]], skeleton: str, word: str) -> None:
    of_skeleton = counts.setdefault(skeleton, {})
    of_skeleton[word] = of_skeleton.get(word, 0) + 1


def _commonest(counts: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    return {skeleton: min(words, key=lambda word: (-words[word], word)) for skeleton, words in counts.items()}


def _english_texts(book: ReferenceBook) -> Iterable[str]:
    """Texts that hold no Georgian in Latin letters; synonyms do."""
    for material in book.materials.values():
        yield material.name_en
    for use in book.uses.values():
        yield use.name_en
    for process in book.processes.values():
        yield process.name_en
    for industry in book.nace.values():
        yield industry.name_en
    for code in book.waste_codes.values():
        yield from (code.title_en, code.name_en)
        yield from (phrase for phrase in code.phrases if phrase.isascii())
    for family in book.word_families.values():
        yield from family.words


def _all_texts(book: ReferenceBook) -> Iterable[str]:
    for material in book.materials.values():
        yield from (material.name_ka, *material.synonyms)
    for use in book.uses.values():
        yield from (use.name_ka, *use.synonyms)
    for code in book.waste_codes.values():
        yield from (code.title_ka, code.name_ka, *code.phrases)
    for family in book.word_families.values():
        yield from family.words

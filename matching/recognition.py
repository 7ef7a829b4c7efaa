"""What a text is about: materials and uses of the reference book, each with how sure and why.

Works on whole words (their stems), never on pieces of words, so that `Cheese whey` is not taken for e-waste.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import fsum

from matching.latin_letters import in_georgian_letters
from matching.lexicon import Lexicon, Phrase, lexicon
from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.stems import stem
from matching.text import Word, tokens, words

MIN_CONFIDENCE = 0.25
"""Below this a guess is not worth a person's time."""

MAX_GUESSES = 8

# How much a word counts by what it does in its sentence. Ash from paper sludge is ash; a use is a purpose.
_ROLE_FACTORS = {
    "material": {
        Role.THING: 1.0,
        Role.ORIGIN: 0.55,
        Role.PURPOSE: 0.4,
        Role.REPLACED: 0.5,
        Role.OF: 0.65,
        Role.HELD: 0.7,
        Role.ABSENT: 0.1,
    },
    "use": {
        Role.THING: 1.0,
        Role.ORIGIN: 0.6,
        Role.PURPOSE: 1.0,
        Role.REPLACED: 0.6,
        Role.OF: 0.65,
        Role.HELD: 0.6,
        Role.ABSENT: 0.3,
    },
}
_FOR_THE_THING = 0.3
"""Boxes for bottles are boxes: what is left of a use named by a thing that is only a purpose itself."""

NAMED = 0.6
"""From this confidence on, a text is taken to name a thing."""

_LATIN_LETTERS = 0.9
_SLIP = {1: 0.85, 2: 0.7}
_GUESSED = 0.55
"""What is named only if a word is misspelt stays below what any rule takes for sure (`gates.SURE`)."""
_BY_ITSELF = 0.65
"""What a text says at least that is nothing but a name, common as its words may be: straw, 20 t a year."""

_OF_AMOUNTS = frozenset(
    stem(word)
    for word in (
        *("t", "ton", "tonne", "kg", "kilogram", "l", "litre", "pcs", "piece"),
        *("month", "week", "year", "day"),
        *("monthly", "weekly", "yearly", "annually", "daily"),
        *("ტ", "ტონა", "კგ", "კილოგრამი", "ლ", "ლიტრი", "ცალი", "თვეში", "კვირაში", "წელიწადში", "დღეში"),
        *("თვიურად", "ყოველთვიურად", "ყოველკვირეულად", "ყოველწლიურად", "წლიურად", "ყოველდღიურად"),
        *("т", "тонна", "кг", "килограмм", "л", "литр", "шт", "штука", "месяц", "неделя", "год", "день"),
        *("ежемесячно", "еженедельно", "ежегодно", "ежедневно"),
    )
)
"""How much, and how often: they stand beside the name of a thing and say nothing of what it is."""

_SCATTERED = 0.75
_INSIDE_ANOTHER = 0.5
_MIN_COVERAGE = 0.4


@dataclass(frozen=True, slots=True)
class Guess:
    """An entry of the book that a text may be about. `because` holds the words that name it."""

    id: str
    confidence: float
    because: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a text is about, surest first; equal confidence by id. `codes`: see `understanding.py`."""

    materials: tuple[Guess, ...] = ()
    uses: tuple[Guess, ...] = ()
    codes: tuple[Guess, ...] = ()


def each_once(guesses: Iterable[Guess]) -> tuple[Guess, ...]:
    """Each entry once, surest first, equal ones by id; the first of two guesses that are equally sure."""
    best: dict[str, Guess] = {}
    for guess in guesses:
        kept = best.get(guess.id)
        if kept is None or guess.confidence > kept.confidence:
            best[guess.id] = guess
    return tuple(sorted(best.values(), key=lambda guess: (-guess.confidence, guess.id))[:MAX_GUESSES])


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase seen in a text, at which words, how surely. `is_aim`: a thing named only as what it is for."""

    phrase: Phrase
    confidence: float
    positions: frozenset[int]
    weight: float
    is_complete: bool = True
    is_aim: bool = False


@lru_cache(maxsize=4096)
def things_in(text: str, book: ReferenceBook) -> Recognition:
    """The materials and uses that a text names: what the ranker needs to know of it. No codes."""
    found, typed = words(in_georgian_letters(text, book)), tokens(text)
    seen = _without_aims(_settled(_phrases_in(found, typed, lexicon(book))))
    as_typed = [typed[word.position] for word in found]
    return Recognition(_guesses("material", seen, as_typed), _guesses("use", seen, as_typed))


def _readings(word: Word, lexis: Lexicon) -> tuple[tuple[str, float], ...]:
    """The stems of the lexicon that a word may stand for, with how sure that is."""
    if word.stem in lexis.by_stem:
        return ((word.stem, 1.0),)
    if word.stem in lexis.known:
        return ()
    halves = _halves(word.text, lexis)
    if halves:
        return tuple((half, 1.0) for half in halves)
    corrections = lexis.speller.corrections(word.text)
    if not corrections:
        return ()
    fewest = corrections[0][1]
    return tuple((meant, _SLIP[slips]) for meant, slips in corrections if slips == fewest)


def _halves(word: str, lexis: Lexicon) -> tuple[str, str] | None:
    """The two words of a compound (`sawdust`), where the lexicon has both but not the compound."""
    for cut in range(4, len(word) - 3):
        first, second = stem(word[:cut]), stem(word[cut:])
        if first in lexis.by_stem and second in lexis.by_stem:
            return first, second
    return None


def _phrases_in(found: tuple[Word, ...], typed: tuple[str, ...], lexis: Lexicon) -> list[_Found]:
    """Every phrase of the lexicon that the words name, wholly or in its telling part."""
    at: dict[str, list[tuple[int, float]]] = {}
    for number, word in enumerate(found):
        is_read = typed[word.position].isascii() and not word.text.isascii()
        for meant, sure in _readings(word, lexis):
            at.setdefault(meant, []).append((number, sure * _LATIN_LETTERS if is_read else sure))
    for number, (word, following) in enumerate(pairwise(found)):
        joined = stem(word.text + following.text)
        if joined in lexis.by_stem and following.position == word.position + 1:
            at.setdefault(joined, []).extend(((number, 1.0), (number + 1, 1.0)))
    numbers = dict.fromkeys(number for meant in at for number in lexis.by_stem[meant])
    # No phrase is named without its head, and most that share a word with a text are not.
    named = (phrase for number in numbers if (phrase := lexis.phrases[number]).head in at)
    seen = (_match(phrase, at, found, lexis) for phrase in named)
    return [match for match in seen if match is not None]


def _match(
    phrase: Phrase, at: dict[str, list[tuple[int, float]]], found: tuple[Word, ...], lexis: Lexicon
) -> _Found | None:
    """How a phrase is named whose head is `at` some place of a text; None where too little of it is."""
    whole = fsum([lexis.weight[part] for part in phrase.stems])
    there = [part for part in phrase.stems if part in at and _belongs(part, phrase, at, found)]
    covered = fsum([lexis.weight[part] * max([sure for _, sure in at[part]]) for part in there]) / whole
    complete = len(there) == len(phrase.stems)
    if not complete and covered < _MIN_COVERAGE:
        return None
    factors = _ROLE_FACTORS[phrase.sort]
    ways = []
    for number, _ in at[phrase.head]:
        near = _nearest(number, there, at)
        factor = factors[found[number].role] * (_SCATTERED if _is_scattered(near, phrase) else 1.0)
        ways.append((factor, -number, near))
    factor, _, positions = max(ways, key=lambda way: way[:2])
    roles = {found[number].role for number, _ in at[phrase.head]}
    confidence = (covered if complete else covered**1.5) * factor
    telling = min(1.0, whole / lexis.telling)
    if complete and all(number in positions or word.stem in _OF_AMOUNTS for number, word in enumerate(found)):
        telling = max(telling, _BY_ITSELF)
    confidence *= phrase.sure * telling
    if any(max(sure for _, sure in at[part]) <= _SLIP[1] for part in there):
        confidence = min(confidence, _GUESSED)
    is_aim = roles == {Role.PURPOSE} and (phrase.sort == "material" or phrase.is_of_thing)
    if is_aim and phrase.is_of_thing:
        confidence *= _FOR_THE_THING
    return _Found(phrase, round(confidence, 4), positions, covered * whole, complete, is_aim)


def _belongs(
    part: str, phrase: Phrase, at: dict[str, list[tuple[int, float]]], found: tuple[Word, ...]
) -> bool:
    """Whether a word of the text can be part of a name: pomace for distilling is no distilled pomace."""
    if phrase.sort != "material" or part in phrase.aims or part == phrase.head or phrase.head not in at:
        return True
    if all(found[number].role is Role.PURPOSE for number, _ in at[phrase.head]):
        return True
    return any(found[number].role not in {Role.PURPOSE, Role.ABSENT} for number, _ in at[part])


def _nearest(head: int, there: list[str], at: dict[str, list[tuple[int, float]]]) -> frozenset[int]:
    """One position for each part, all as near as possible to one place of the head."""
    return frozenset(min((abs(number - head), number) for number, _ in at[part])[1] for part in there)


def _is_scattered(positions: frozenset[int], phrase: Phrase) -> bool:
    return max(positions) - min(positions) >= 2 * len(phrase.stems)


def _settled(seen: list[_Found]) -> list[_Found]:
    """Words that belong to another name count less for what they name beside it (ash in `wood ash`)."""
    ranked = sorted(seen, key=lambda one: (-one.weight * one.confidence, one.phrase.sort, one.phrase.id))
    settled: list[_Found] = []
    for one in ranked:
        if any(_swallows(other, one) for other in settled):
            one = replace(one, confidence=round(one.confidence * _INSIDE_ANOTHER, 4))  # noqa: PLW2901
        settled.append(one)
    return settled


def _swallows(longer: _Found, one: _Found) -> bool:
    """Whether a longer name, or a whole one where this one is half there, has all its words."""
    if one.phrase.id == longer.phrase.id:
        return False
    if one.positions < longer.positions:
        # A use is named across a sentence (seeds … oil); only side by side it swallows a material's name.
        return one.phrase.sort == longer.phrase.sort or _side_by_side(longer.positions)
    is_half_there = longer.is_complete and not one.is_complete
    return is_half_there and one.positions == longer.positions and one.phrase.sort == longer.phrase.sort


def _without_aims(seen: list[_Found]) -> list[_Found]:
    """Boxes for bottles are boxes: where a text surely names a thing, what the thing is for is none of it."""
    is_named = any(
        one.phrase.sort == "material" and not one.is_aim and one.confidence >= NAMED for one in seen
    )
    return [one for one in seen if not (is_named and one.is_aim)]


def _side_by_side(positions: frozenset[int]) -> bool:
    return max(positions) - min(positions) < len(positions)


def _guesses(sort: str, seen: Iterable[_Found], typed: Sequence[str]) -> tuple[Guess, ...]:
    best: dict[str, Guess] = {}
    for one in seen:
        if one.phrase.sort != sort or one.confidence < MIN_CONFIDENCE:
            continue
        because = " ".join(typed[number] for number in sorted(one.positions))
        guess = Guess(one.phrase.id, one.confidence, because)
        kept = best.get(guess.id)
        if kept is None or guess.confidence > kept.confidence:
            best[guess.id] = guess
    return tuple(sorted(best.values(), key=lambda guess: (-guess.confidence, guess.id))[:MAX_GUESSES])

"""What people write, made comparable: one form of letters, words, and what each word does in its sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from matching import georgian
from matching.english_roles import described
from matching.georgian_roles import closed, is_ending
from matching.limited import starts_of_traces
from matching.roles import END, HYPHEN, LIST, NOTHING, Role, opened
from matching.stems import is_cyrillic, stem

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LETTERS = r"[^\W\d_][^\W_]*"  # digits may follow a letter: CO2
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ`]{_LETTERS})*|\d+(?:[.,]\d+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")
_HYPHEN_FREE = re.compile(r"([^\W\d_]+)[-‐‑]free\b")
_SIGNS = {END: frozenset(".;:!?()[]–—"), LIST: frozenset(",/")}
_HYPHENS = ("-", "‐", "‑")
_POSSESSIVE = re.compile(r"['’ʼ`]s$")

STOP_WORDS = frozenset(
    """
    instead replace replaces replacing replaced substitute substitutes ნაცვლად вместо
    a an the and or of for from to in on at by with without as into after before per is are be was were
    been our we us you your it its their this that which who whom than then so such no not very can
    could may will would about up down out off over under between within during all any each every other
    another one two three some more most less least only also both own same new approximately around etc
    via vs left leave have has had do does need needed needs want wanted wants look looking seek seeking
    available offer offered offers give get take taken used use using there here
    და ან რომ რომელიც რომლის რომლებიც არის არ ვერ ეს ის იმ ამ მათ მისი ჩვენ ჩვენი თქვენ თქვენი ასევე
    დაახლოებით მხოლოდ ძალიან უფრო ყველა სხვა ერთი ორი გვაქვს მაქვს გვინდა მინდა გვჭირდება მჭირდება
    ვეძებთ ვეძებ ჭირდება იყო როგორც ხოლო მაგრამ თუ კი აღარ უკვე აქ იქ თვე წელი დღე ყოველ ყოველდღე შემდეგ
    მიერ მერე დროს შედეგად გარეშე გარდა ერთად მიზნით საშუალებით
    и или в во на с со из от до для по о об к у за над под при без не есть это как что мы вы наш ваш их
    его нужен нужна нужно нужны ищем имеем имеется очень также
    """.split()  # noqa: SIM905 (read as prose, kept as prose)
)
"""Words that carry no matter, in the three languages."""


_NO_MATTER = ("ძველ", "ნაკლებ", "არანაკლებ")
"""Old, less and no less, in all their forms: their stems would be those of bone (ძვალი, ძვლის) and of manure
(ნაკელი, ნაკლის), and they name no matter either.
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries matter, in lower case, with its stem, its place in the text and its role."""

    text: str
    stem: str
    position: int
    role: Role


def normalise(text: str) -> str:
    """One form for every way to write the same: NFC, lower case, Mtavruli as Mkhedruli, single spaces."""
    composed = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return " ".join(unicodedata.normalize("NFC", composed.casefold()).split())


def tokens(text: str) -> tuple[str, ...]:
    """All words and numbers of a text, in order, in lower case, without apostrophes."""
    return _cut(text)[0]


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text that carry matter, in order; numbers and stop words are left out."""
    everything, before = _cut(text)
    roles = opened(everything, before, STOP_WORDS)
    described(everything, before, STOP_WORDS, roles)
    closed(everything, before, roles)
    for position in (*_free_ones(text, everything), *_traces(text)):
        roles[position] = Role.ABSENT
    matter = _of_matter(everything, before)
    return tuple(Word(token, stem(token), position, roles[position]) for position, token in matter)


def bare_words(text: str) -> Iterator[str]:
    """As `words`, without what each does in its sentence, which takes the most time."""
    return (token for _, token in _of_matter(*_cut(text)))


def _of_matter(everything: Sequence[str], before: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The words that carry matter, with their places."""
    for position, token in enumerate(everything):
        if token in STOP_WORDS or token[0].isdigit() or token.startswith(_NO_MATTER):
            continue
        if not (before[position] == HYPHEN and is_ending(token)):
            yield position, token


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All words and numbers of a text, and what stands before each of them."""
    written, found, signs, end = normalise(text), [], [], 0
    for match in _WORD.finditer(written):
        found.append(_POSSESSIVE.sub("", match.group()).translate(_APOSTROPHES))
        signs.append(_sign(written[end : match.start()]))
        end = match.end()
    return tuple(found), tuple(signs)


def _sign(between: str) -> str:
    """What the signs between two words amount to."""
    if between == " ":
        return NOTHING
    kind = next((kind for kind, known in _SIGNS.items() if known & set(between)), NOTHING)
    return HYPHEN if kind == NOTHING and between.endswith(_HYPHENS) else kind


def _free_ones(text: str, everything: tuple[str, ...]) -> list[int]:
    """Where a word stands as in `asbestos-free`; without a hyphen, it may well be free of charge."""
    free = {match[1] for match in _HYPHEN_FREE.finditer(normalise(text))}
    pairs = pairwise(everything)
    return [position for position, (one, next_one) in enumerate(pairs) if next_one == "free" and one in free]


def _traces(text: str) -> list[int]:
    """Where a word names what there is no more than a trace of, as in `PCB below 2 ppm`."""
    written = normalise(text)
    starts = frozenset(starts_of_traces(written))
    if not starts:
        return []
    return [place for place, match in enumerate(_WORD.finditer(written)) if match.start() in starts]


def script(word: str) -> str:
    """The alphabet of a word in lower case: `georgian`, `cyrillic` or `latin` (everything else)."""
    if georgian.is_georgian(word):
        return "georgian"
    return "cyrillic" if is_cyrillic(word) else "latin"

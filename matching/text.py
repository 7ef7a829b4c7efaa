"""What people write, made comparable: one form of letters, words, and what each word does in its sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from matching import georgian
from matching.english_roles import described
from matching.georgian_roles import closed, is_ending
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


_OLD = "ძველ"
"""Old, in all its forms: its stem would be that of bone (ძვალი, ძვლის), and it names no matter either."""


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


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """All words and numbers of a text, in order, in lower case, without apostrophes."""
    return tuple(
        _POSSESSIVE.sub("", match.group()).translate(_APOSTROPHES)
        for match in _WORD.finditer(normalise(text))
    )


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text that carry matter, in order; numbers and stop words are left out."""
    everything, before = tokens(text), _before(text)
    roles = opened(everything, before, STOP_WORDS)
    described(everything, before, STOP_WORDS, roles)
    closed(everything, before, roles)
    for position in _free_ones(text, everything):
        roles[position] = Role.ABSENT
    return tuple(
        Word(token, stem(token), position, roles[position])
        for position, token in enumerate(everything)
        if token not in STOP_WORDS
        and not token[0].isdigit()
        and not token.startswith(_OLD)
        and not (before[position] == HYPHEN and is_ending(token))
    )


def _before(text: str) -> tuple[str, ...]:
    """What stands before each of the words that `tokens` gives."""
    written, signs, end = normalise(text), [], 0
    for match in _WORD.finditer(written):
        between = written[end : match.start()]
        signs.append(next((kind for kind, known in _SIGNS.items() if known & set(between)), NOTHING))
        end = match.end()
        if between.endswith(_HYPHENS) and signs[-1] == NOTHING:
            signs[-1] = HYPHEN
    return tuple(signs)


def _free_ones(text: str, everything: tuple[str, ...]) -> list[int]:
    """Where a word stands as in `asbestos-free`; without a hyphen, it may well be free of charge."""
    free = {match[1] for match in _HYPHEN_FREE.finditer(normalise(text))}
    pairs = pairwise(everything)
    return [position for position, (one, next_one) in enumerate(pairs) if next_one == "free" and one in free]


def script(word: str) -> str:
    """The alphabet of a word in lower case: `georgian`, `cyrillic` or `latin` (everything else)."""
    if georgian.is_georgian(word):
        return "georgian"
    return "cyrillic" if is_cyrillic(word) else "latin"

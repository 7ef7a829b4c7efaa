"""What people write, made comparable: one form of letters, words, and what each word does in its sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from matching import georgian
from matching.stems import is_cyrillic, stem

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LETTERS = r"[^\W\d_][^\W_]*"  # digits may follow a letter: CO2
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ`]{_LETTERS})*|\d+(?:[.,]\d+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")
_HYPHEN_FREE = re.compile(r"([^\W\d_]+)[-‐‑]free\b")
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
    მიერ
    и или в во на с со из от до для по о об к у за над под при без не есть это как что мы вы наш ваш их
    его нужен нужна нужно нужны ищем имеем имеется очень также
    """.split()  # noqa: SIM905 (read as prose, kept as prose)
)
"""Words that carry no matter, in the three languages."""


_OLD = "ძველ"
"""Old, in all its forms: its stem would be that of bone (ძვალი, ძვლის), and it names no matter either."""


class Role(StrEnum):
    """What a word names: the thing, where it comes from or lies, what it is for, replaces or has none of."""

    THING = "thing"
    ORIGIN = "origin"
    PURPOSE = "purpose"
    REPLACED = "replaced"
    ABSENT = "absent"


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
    everything = tokens(text)
    roles = _roles(everything)
    for position in _free_ones(text, everything):
        roles[position] = Role.ABSENT
    return tuple(
        Word(token, stem(token), position, roles[position])
        for position, token in enumerate(everything)
        if token not in STOP_WORDS and not token[0].isdigit() and not token.startswith(_OLD)
    )


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


_TURNS = {
    **dict.fromkeys(
        ("from", "after", "left", "in", "arising", "during", "by", "separated", "when"), Role.ORIGIN
    ),
    **dict.fromkeys(("beside", "near", "nearby", "alongside"), Role.ORIGIN),
    **dict.fromkeys(("for", "to", "as", "into"), Role.PURPOSE),
    **dict.fromkeys(("instead", "replaces", "replacing", "replace", "substitute", "place"), Role.REPLACED),
    **dict.fromkeys(("из", "от", "после", "при", "рядом", "возле", "вблизи", "близ", "около"), Role.ORIGIN),
    "для": Role.PURPOSE,
    "вместо": Role.REPLACED,
}
_BESIDE = frozenset({("next", "to"), ("close", "to"), ("adjacent", "to"), ("opposite", "to")})
"""Where a thing lies, told by two words."""

_NONE_OF = frozenset({"without", "без"})
_FREE_OF = frozenset({("free", "of"), ("free", "from")})

_ORIGIN_ENDINGS = ("იდან", "ადან", "ებიდან", "ისგან", "ოდან", "ისას")
_AFTER_WORD = {
    **dict.fromkeys(("შემდეგ", "დროს", "შედეგად"), Role.ORIGIN),
    **dict.fromkeys(("ახლოს", "გვერდით", "მახლობლად", "სიახლოვეს", "მიმდებარედ"), Role.ORIGIN),
    "გარეშე": Role.ABSENT,
}
"""Georgian words that say what the word before them does: after, while, near, without."""

_SEEK = ("look", "looking", "search", "searching", "need", "demand")
_TAKE = ("buy", "purchase", "accept", "receive", "collect", "take", "obtain", "acquire")
_NO_PURPOSE = frozenset([*((verb, "for") for verb in _SEEK), *(("to", verb) for verb in _TAKE)])


def _roles(everything: tuple[str, ...]) -> list[Role]:
    """Prepositions open a phrase in English and Russian; a Georgian one is closed by an ending."""
    roles: list[Role] = []
    now = Role.THING
    before, previous = "", ""
    for token in everything:
        now = _TURNS.get(token, now)
        # `Looking for sawdust`, `want to buy sawdust`: what follows is the thing, not a purpose.
        if (previous, token) in _NO_PURPOSE:
            now = Role.THING
        elif (previous, token) in _BESIDE:
            now = Role.ORIGIN
        is_absent = previous in _NONE_OF or (before, previous) in _FREE_OF
        roles.append(Role.ABSENT if is_absent else now)
        before, previous = previous, token
    for position, token in enumerate(everything):
        following = everything[position + 1] if position + 1 < len(everything) else ""
        role = _georgian_role(token, following)
        if role is None:
            continue
        roles[position] = role
        first = position - 1
        # The genitives in front of it belong to it: `თიხის ნარევის დანამატისთვის`.
        while first >= 0 and _is_genitive(everything[first]):
            roles[first] = role
            first -= 1
    return roles


def _georgian_role(token: str, following: str) -> Role | None:
    if not georgian.is_georgian(token):
        return None
    if following in _AFTER_WORD and token not in _AFTER_WORD:
        return _AFTER_WORD[following]
    if token.endswith("თვის") and len(token) > 6:
        return Role.PURPOSE
    # `სადგურთან` is beside the station, `ნაცართან ერთად` together with ash.
    is_beside = token.endswith("თან") and following != "ერთად"
    if (is_beside or token.endswith(_ORIGIN_ENDINGS)) and len(token) > 6:
        return Role.ORIGIN
    if token == "ნაცვლად":  # noqa: S105 (a word of Georgian, no secret)
        return Role.REPLACED
    return None


def _is_genitive(token: str) -> bool:
    return georgian.is_georgian(token) and token.endswith("ის") and len(token) > 3

"""What people write, made comparable: one form of letters, words, and what each word does in its sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from matching import georgian
from matching.stems import is_cyrillic, stem

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LETTERS = r"[^\W\d_][^\W_]*"  # digits may follow a letter: CO2
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ`]{_LETTERS})*|\d+(?:[.,]\d+)*")
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
    """What a word does: names the thing itself, where it comes from, what it is for, or what it replaces."""

    THING = "thing"
    ORIGIN = "origin"
    PURPOSE = "purpose"
    REPLACED = "replaced"


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
        re.sub(r"['’ʼ`]", "", _POSSESSIVE.sub("", match.group())) for match in _WORD.finditer(normalise(text))
    )


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text that carry matter, in order; numbers and stop words are left out."""
    everything = tokens(text)
    roles = _roles(everything)
    return tuple(
        Word(token, stem(token), position, roles[position])
        for position, token in enumerate(everything)
        if token not in STOP_WORDS and not token[0].isdigit() and not token.startswith(_OLD)
    )


def script(word: str) -> str:
    """The alphabet of a word in lower case: `georgian`, `cyrillic` or `latin` (everything else)."""
    if georgian.is_georgian(word):
        return "georgian"
    return "cyrillic" if is_cyrillic(word) else "latin"


_TURNS = {
    "from": Role.ORIGIN, "after": Role.ORIGIN, "left": Role.ORIGIN, "in": Role.ORIGIN, "arising": Role.ORIGIN,
    "during": Role.ORIGIN, "by": Role.ORIGIN, "separated": Role.ORIGIN, "when": Role.ORIGIN,
    "for": Role.PURPOSE, "to": Role.PURPOSE, "as": Role.PURPOSE, "into": Role.PURPOSE,
    "instead": Role.REPLACED, "replaces": Role.REPLACED, "replacing": Role.REPLACED, "replace": Role.REPLACED,
    "substitute": Role.REPLACED, "place": Role.REPLACED,
    "из": Role.ORIGIN, "от": Role.ORIGIN, "после": Role.ORIGIN, "для": Role.PURPOSE, "вместо": Role.REPLACED,
}  # fmt: skip


_SEEK = ("look", "looking", "search", "searching", "need", "demand")
_TAKE = ("buy", "purchase", "accept", "receive", "collect", "take", "obtain", "acquire")
_NO_PURPOSE = frozenset([*((verb, "for") for verb in _SEEK), *(("to", verb) for verb in _TAKE)])


def _roles(everything: tuple[str, ...]) -> list[Role]:
    """Prepositions open a phrase in English and Russian; a Georgian one is closed by an ending."""
    roles: list[Role] = []
    now = Role.THING
    previous = ""
    for token in everything:
        now = _TURNS.get(token, now)
        # `Looking for sawdust`, `want to buy sawdust`: what follows is the thing, not a purpose.
        if (previous, token) in _NO_PURPOSE:
            now = Role.THING
        roles.append(now)
        previous = token
    for position, token in enumerate(everything):
        role = _georgian_role(token)
        if position + 1 < len(everything) and everything[position + 1] == "შემდეგ":
            role = Role.ORIGIN
        if role is None:
            continue
        roles[position] = role
        before = position - 1
        # The genitives in front of it belong to it: `თიხის ნარევის დანამატისთვის`.
        while before >= 0 and _is_genitive(everything[before]):
            roles[before] = role
            before -= 1
    return roles


def _georgian_role(token: str) -> Role | None:
    if not georgian.is_georgian(token):
        return None
    if token.endswith("თვის") and len(token) > 6:
        return Role.PURPOSE
    if token.endswith(("იდან", "ადან", "ებიდან", "ისგან", "ოდან")) and len(token) > 6:
        return Role.ORIGIN
    if token == "ნაცვლად":  # noqa: S105 (a word of Georgian, no secret)
        return Role.REPLACED
    return None


def _is_genitive(token: str) -> bool:
    return georgian.is_georgian(token) and token.endswith("ის") and len(token) > 3

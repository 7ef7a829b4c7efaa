"""What words do in their sentence, and how English and Russian prepositions tell it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Role(StrEnum):
    """What a word names: the thing, its origin or place, what it is for, replaces, holds or has none of."""

    THING = "thing"
    ORIGIN = "origin"
    PURPOSE = "purpose"
    REPLACED = "replaced"
    OF = "of"
    HELD = "held"
    ABSENT = "absent"


END, LIST, HYPHEN, NOTHING = ".", ",", "-", ""
"""What stands before a word: the end of a sentence or clause, a comma, a hyphen, no more than a space."""

_TURNS = {
    **dict.fromkeys(
        ("from", "after", "left", "in", "arising", "during", "by", "separated", "when"), Role.ORIGIN
    ),
    **dict.fromkeys(("beside", "near", "nearby", "alongside"), Role.ORIGIN),
    **dict.fromkeys(("for", "to", "as", "into"), Role.PURPOSE),
    **dict.fromkeys(("instead", "replaces", "replacing", "replace", "substitute", "place"), Role.REPLACED),
    **dict.fromkeys(("из", "от", "после", "при", "рядом", "возле", "вблизи", "близ", "около"), Role.ORIGIN),
    **dict.fromkeys(("для", "качестве"), Role.PURPOSE),
    "вместо": Role.REPLACED,
}
_BESIDE = frozenset({("next", "to"), ("close", "to"), ("adjacent", "to"), ("opposite", "to")})
"""Where a thing lies, told by two words."""

_SEEK = ("look", "looking", "search", "searching", "need", "demand")
_TAKE = ("buy", "purchase", "accept", "receive", "collect", "take", "obtain", "acquire")
_NO_PURPOSE = frozenset([*((verb, "for") for verb in _SEEK), *(("to", verb) for verb in _TAKE)])

_NONE_OF = frozenset({"without", "excluding", "except", "без", "кроме"})
_FREE_OF = frozenset(
    {("free", "of"), ("free", "from"), ("not", "contain"), ("not", "containing"), ("не", "содержит")}
)
_CHARGE = frozenset({"charge", "cost", "cracks", "defects"})
_NO_MORE = frozenset({"longer", "more", "less", "later", "other", "one", "matter", "need", "limit"})
"""What `no` before it does not take away: no longer needed."""

_LINKS = frozenset("a an the any of other its all and or nor и или ни".split())  # noqa: SIM905
_EITHER = frozenset({"or", "nor", "или", "ни"})
_LONGEST_LIST = 6
"""Words after a comma among which the `or` must come for the list to go on."""

_HOLD = frozenset({"with", "containing", "contains"})
_TOGETHER = frozenset({"together", "along", "mixed", "blended"})
"""Before `with` these put two things side by side, of which neither holds the other."""


def opened(tokens: Sequence[str], before: Sequence[str], empty: frozenset[str]) -> list[Role]:
    """The role of each word by the English or Russian words before it; THING where there are none.

    Args:
        tokens: all words of a text, in lower case.
        before: what stands before each: `END`, `LIST`, `HYPHEN` or `NOTHING`.
        empty: words that carry no matter; a phrase of what is absent ends at them.
    """
    roles: list[Role] = []
    now = Role.THING
    inner: Role | None = None  # of a phrase that ends by itself: of what is absent or held
    first, second = "", ""
    for place, token in enumerate(tokens):
        turn = _TURNS.get(token)
        now = turn or now
        # `Looking for sawdust`, `want to buy sawdust`: what follows is the thing, not a purpose.
        if (second, token) in _NO_PURPOSE:
            now = Role.THING
        elif (second, token) in _BESIDE:
            now = Role.ORIGIN
        if inner and (turn or _ends(inner, place, tokens, before, empty)):
            inner = None
        if _takes_away(first, second, token):
            inner = Role.ABSENT
        elif second in _HOLD and not (second == "with" and first in _TOGETHER) and inner is None:
            inner = Role.HELD
        roles.append(inner or now)
        first, second = second, token
    return roles


def _takes_away(first: str, second: str, token: str) -> bool:
    """Whether the two words before a word say that there is none of it."""
    if second == "no":
        return token.isalpha() and token not in _NO_MORE
    return second in _NONE_OF or ((first, second) in _FREE_OF and token not in _CHARGE)


def _ends(
    inner: Role, place: int, tokens: Sequence[str], before: Sequence[str], empty: frozenset[str]
) -> bool:
    """Whether a phrase of what a thing holds, or has none of, is over before this word."""
    if before[place] == END or tokens[place] in _HOLD:
        return True
    if before[place] == LIST:
        return inner is Role.HELD or not _goes_on(place, tokens, before)
    return inner is Role.ABSENT and tokens[place] in empty and tokens[place] not in _LINKS


def _goes_on(place: int, tokens: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a list goes on after a comma: without nails, paint or glue."""
    for further in range(place, min(place + _LONGEST_LIST, len(tokens))):
        if before[further] == END or tokens[further] in _TURNS:
            return False
        if tokens[further] in _EITHER:
            return True
    return False

"""Which English nouns only tell of the noun after them: a paper machine is no paper, paper scrap still is.

English puts nouns side by side where Georgian has a genitive; the last of them is the thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from matching.roles import HYPHEN, NOTHING, Role
from matching.stems import stem


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


STILL_THE_THING = _stems(
    """
    waste scrap residue remains remnant leftover offcut cutting trimming chip shred flake granule granulate
    pellet briquette powder flour crumb lump chunk fragment piece particle fraction mixture mix blend mass
    surplus stock lot batch bale roll sheet reject breakage sweepings scrapings fines stream load supply
    arisings material product goods substance
    """
)
"""Before these a noun still names the thing: wood chips are wood. As `georgian_words.STILL_THE_THING`."""

_NO_NOUNS = frozenset(
    """
    dry wet clean fresh empty full loose intact liquid solid whole raw hot cold warm free good ready pure like
    suitable unsuitable fit unfit edible continuous daily weekly monthly seasonal long short wide thick thin
    large small going lying coming arising containing holding costing waiting meeting using plus next close
    adjacent opposite beside near below against behind inside above
    """.split()  # noqa: SIM905 (read as prose, kept as prose)
)
"""What stands behind a noun without being the thing that it tells of: sawdust dry and clean."""

_SHORTEST = 3
"""Letters of a noun: `t` and `kg` are none."""


def described(tokens: Sequence[str], before: Sequence[str], empty: frozenset[str], roles: list[Role]) -> None:
    """Puts Role.OF into `roles` for nouns that only tell of another; see `roles.opened` for arguments."""
    for place in range(len(tokens) - 1):
        if roles[place] is Role.THING and _describes(place, tokens, before, empty, roles):
            roles[place] = Role.OF


def _describes(
    place: int, tokens: Sequence[str], before: Sequence[str], empty: frozenset[str], roles: Sequence[Role]
) -> bool:
    """Whether a word stands right before a noun that it tells of."""
    head = place + 1
    if head == len(tokens) or before[head] not in {NOTHING, HYPHEN} or roles[head] is not Role.THING:
        return False
    if not (_is_noun(tokens[place], empty) and _is_noun(tokens[head], empty)):
        return False
    return stem(tokens[head]) not in STILL_THE_THING or _describes(head, tokens, before, empty, roles)


def _is_noun(token: str, empty: frozenset[str]) -> bool:
    is_word = len(token) >= _SHORTEST and token.isascii() and token.isalpha() and token not in empty
    return is_word and not token.endswith(("ed", "ly")) and token not in _NO_NOUNS

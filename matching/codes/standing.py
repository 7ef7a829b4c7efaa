"""How a name stands in a Georgian sentence: whether it names the waste, or only tells of it.

თუთიის სკრუბერის შლამი (sludge of a zinc scrubber) is no zinc. What a word does is told by its role, here as
for the ranker (`matching.georgian_roles`). English words are not asked: nouns that only tell of another
counting less made no suggestion better.
"""

from __future__ import annotations

from matching import georgian
from matching.latin_letters import in_georgian_letters
from matching.recognition import Guess
from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.text import Word, tokens, words

DESCRIBES = 0.3
"""What the material of a name that only describes is worth, of 1. Of the Georgian phrases of the book that
name materials only so, 13 in 100 go under a code of one; of the others 44."""

_SHORTEST = 5
"""Letters of a word that may end in the -ზე of `on`: მზე (sun) does not."""


def is_described(guess: Guess, text: str, book: ReferenceBook) -> bool:
    """Whether all words that name a material do something else, in Georgian, than to name the thing."""
    typed, because = tokens(text), frozenset(guess.because.split())
    naming = [word for word in words(in_georgian_letters(text, book)) if typed[word.position] in because]
    return bool(naming) and all(_describes(word) for word in naming)


def _describes(word: Word) -> bool:
    # What a waste lies on is none of it, but -ზე is no role: who needs a thing may write of demand `on` it.
    is_under_it = len(word.text) >= _SHORTEST and word.text.endswith("ზე")
    return georgian.is_georgian(word.text) and (word.role is not Role.THING or is_under_it)

"""How a name stands in a Georgian sentence: whether it names the waste, or only tells of it.

English and Russian tell it by prepositions, which `matching.roles` sees. In Georgian the last noun is the
thing and those in front of it describe it: თუთიის სკრუბერის შლამი (sludge of a zinc scrubber) is no zinc.
"""

from __future__ import annotations

from matching import georgian
from matching.latin_letters import in_georgian_letters
from matching.recognition import Guess
from matching.reference_book import ReferenceBook
from matching.stems import stem
from matching.text import tokens

DESCRIBES = 0.3
"""What the material of a name that only describes is worth, of 1. Of the Georgian phrases of the book that
name a material so, 15 in 100 go under a code of it; of the others 50."""

_GENITIVE = ("ის", "ოს", "უს")
_ON_OR_WITH = ("ზე", "ით", "ოთი")
"""On, with or by: what a waste lies on or was treated with."""

_SHORTEST = 5
"""Letters of a word that may have such an ending: ზეთი (oil) and მზე (sun) have none."""

_STILL_THE_THING = frozenset(
    stem(word)
    for word in (
        *("ნარჩენი", "წუნი", "ბრაკი", "ჯართი", "ნაგავი", "ლომი", "ნატეხი", "ნაჭერი", "ანაჭერი", "ჩამონაჭერი"),
        *("ნაკუწი", "ობრეზკი", "ფურცელი", "მარცვალი", "მილი", "ბალა"),
    )
)
"""After these a name is still that of the thing: ფანერის ნარჩენი (waste of plywood) is plywood."""


def is_described(guess: Guess, text: str, book: ReferenceBook) -> bool:
    """Whether the words that name a material stand, wherever they do, in a Georgian case that describes."""
    typed, read = tokens(text), tokens(in_georgian_letters(text, book))
    last = guess.because.split()[-1]
    places = [place for place, token in enumerate(typed) if token == last]
    return bool(places) and all(_describes(place, read) for place in places)


def _describes(place: int, read: tuple[str, ...]) -> bool:
    word, following = read[place], read[place + 1] if place + 1 < len(read) else ""
    if not georgian.is_georgian(word):
        return False
    if len(word) >= _SHORTEST and (word.endswith(_ON_OR_WITH) or georgian.lies_in(word)):
        return True
    if not word.endswith(_GENITIVE) or not following or georgian.is_what_we_do(following):
        return False
    return stem(following) not in _STILL_THE_THING or _describes(place + 1, read)

"""Georgian words made comparable: without case endings, and whichever alphabet they were typed in."""

from __future__ import annotations

from functools import lru_cache

_LATIN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k'",
    "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p'", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t'", "უ": "u",
    "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q'", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts'",
    "ჭ": "ch'", "ხ": "kh", "ჯ": "j", "ჰ": "h",
}  # fmt: skip
"""The national system of romanisation (2002)."""

# What people type is freer than that: apostrophes go, ხ is x or kh, ყ is y, q or k, წ is w.
# Both ways are folded onto one skeleton; what it merges (თ and ტ, ქ and კ) Latin letters merge too.
_FOLDS = (
    ("tch", "C"), ("ch", "C"), ("ts", "c"), ("tz", "c"), ("sh", "S"), ("zh", "Z"), ("dz", "D"), ("kh", "x"),
    ("gh", "G"), ("ph", "p"), ("th", "t"), ("w", "c"), ("q", "k"), ("y", "k"), ("f", "p"),
)  # fmt: skip

_VOWELS = frozenset("აეიოუ")
_POSTPOSITIONS = ("თვის", "დან", "გან", "კენ", "მდე", "თან", "ში", "ზე")
_CASES = ("ისა", "ის", "ით", "ად", "ს")
_SONORANTS = frozenset("ლრნმ")

_FROM_LATIN = (
    ("tch", "ჭ"), ("ch", "ჩ"), ("ts", "ც"), ("tz", "ც"), ("sh", "შ"), ("zh", "ჟ"), ("dz", "ძ"), ("kh", "ხ"),
    ("gh", "ღ"), ("ph", "ფ"), ("th", "თ"), ("a", "ა"), ("b", "ბ"), ("c", "ც"), ("d", "დ"), ("e", "ე"),
    ("f", "ფ"), ("g", "გ"), ("h", "ჰ"), ("i", "ი"), ("j", "ჯ"), ("k", "კ"), ("l", "ლ"), ("m", "მ"),
    ("n", "ნ"), ("o", "ო"), ("p", "პ"), ("q", "ყ"), ("r", "რ"), ("s", "ს"), ("t", "თ"), ("u", "უ"),
    ("v", "ვ"), ("w", "წ"), ("x", "ხ"), ("y", "ყ"), ("z", "ზ"),
)  # fmt: skip


def is_georgian(word: str) -> bool:
    """Whether a word (in lower case) has Georgian letters."""
    return any("ა" <= sign <= "ჰ" for sign in word)


def to_latin(text: str) -> str:
    """Georgian letters in the national system of romanisation; everything else stays."""
    return "".join(_LATIN.get(sign, sign) for sign in text)


@lru_cache(maxsize=65536)
def latin_skeleton(word: str) -> str:
    """What a Georgian word looks like in Latin letters, however its writer romanised it.

    Takes Mkhedruli or Latin in lower case; `ყურძნის`, `q'urdznis`, `yurdznis` and `kurdznis` become one.
    """
    letters = to_latin(word).replace("'", "").replace("’", "")
    for written, folded in _FOLDS:
        letters = letters.replace(written, folded)
    return letters


@lru_cache(maxsize=65536)
def skeleton_of_stem(latin_word: str) -> str:
    """The skeleton of the stem of a Georgian word that somebody typed in Latin letters (lower case).

    One reading of each ambiguous letter is enough: endings have a single one, the skeleton merges the rest.
    """
    letters = latin_word
    for written, letter in _FROM_LATIN:
        letters = letters.replace(written, letter)
    return latin_skeleton(stem(letters))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A Georgian word (Mkhedruli) without postposition, case, plural and the vowel that cases swallow.

    `ყურძენი`, `ყურძნის` and `ყურძნისთვის` become one, so do `ჭაჭა`, `ჭაჭის` and `ჭაჭით`.
    """
    rest = word
    if len(rest) > 5 and rest.endswith("საც"):
        rest = rest[:-2]
    for ending in _POSTPOSITIONS:
        if rest.endswith(ending) and len(rest) - len(ending) >= 3:
            rest = rest[: -len(ending)]
            break
    rest = _without_case(rest)
    if rest.endswith("ებ") and len(rest) >= 5:
        rest = _without_vowel(rest[:-2])
    return _syncopated(rest)


def _without_case(word: str) -> str:
    for ending in _CASES:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return _without_vowel(word[: -len(ending)])
    # The ergative follows a consonant (ნარჩენმა); after a vowel -მა belongs to the word (სისტემა).
    if word.endswith("მა") and len(word) >= 6 and word[-3] not in _VOWELS:
        return word[:-2]
    return _without_vowel(word)


def _without_vowel(word: str) -> str:
    return word[:-1] if len(word) >= 3 and word[-1] in _VOWELS else word


def _syncopated(word: str) -> str:
    """`ყურძენ` and `ყურძნ` as one: the last vowel before a final ლ, რ, ნ, მ is left out in both."""
    if len(word) >= 4 and word[-1] in _SONORANTS and word[-2] in _VOWELS:
        return word[:-2] + word[-1]
    return word

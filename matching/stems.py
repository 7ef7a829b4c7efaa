"""Words cut to what stays the same in all their forms: English, Russian and Georgian."""

from __future__ import annotations

from functools import lru_cache

from matching import georgian

# What remains must have four letters, so that `bed` and `string` stay whole. Derivations stay apart on
# purpose: carbonisation is not carbon, a planter is no plant. `reference/words.csv` joins what belongs.
_ENGLISH = ("ings", "ing", "ed")
_SPELLINGS = (
    ("sulph", "sulf"), ("fibre", "fiber"), ("aluminium", "aluminum"), ("tyre", "tire"), ("colour", "color"),
    ("mould", "mold"), ("centre", "center"), ("litre", "liter"), ("metre", "meter"), ("plough", "plow"),
    ("draught", "draft"), ("grey", "gray"),
)  # fmt: skip
_RUSSIAN = tuple(
    """
    ением ение ению ения иями ами его ему ими иях ого ому ыми ями ам ах ая ев ее ей ем ие ии ий им
    их ию ия ов ое ой ом ую ые ый ым ых ью юю ям ях яя а е и о у ы ь ю я
    """.split()  # noqa: SIM905 (longest first)
)


def is_cyrillic(word: str) -> bool:
    """Whether a word (in lower case) has Russian letters."""
    return any("а" <= sign <= "я" or sign == "ё" for sign in word)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case, by the alphabet it is written in."""
    if georgian.is_georgian(word):
        return georgian.stem(word)
    if is_cyrillic(word):
        return _russian(word)
    return _english(word)


def _english(word: str) -> str:
    for written, kept in _SPELLINGS:
        word = word.replace(written, kept)
    word = _singular(word)
    for ending in _ENGLISH:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    # Four letters must remain here, too: without its e a pipe would be a pip, and care a car.
    is_long = len(word) > (4 if word.endswith("e") else 3)
    if is_long and word[-1] in "ey" and word[-2] not in "aeiou":
        word = word[:-1]
    for american, british in (("iz", "is"), ("izer", "iser"), ("ization", "isation")):
        if len(word) > 6 and word.endswith(american):
            return word[: -len(american)] + british
    return word


_IRREGULAR = {
    "loaves": "loaf", "leaves": "leaf", "shelves": "shelf", "halves": "half", "calves": "calf",
    "gases": "gas", "buses": "bus",
}  # fmt: skip


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s"):
        return word[:-1]
    return word


def _russian(word: str) -> str:
    word = word.replace("ё", "е")
    for ending in _RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

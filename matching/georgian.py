"""Georgian words made comparable: without case endings, and whichever alphabet they were typed in."""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k'",
    "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p'", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t'", "უ": "u",
    "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q'", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts'",
    "ჭ": "ch'", "ხ": "kh", "ჯ": "j", "ჰ": "h",
}  # fmt: skip
"""The national system of romanisation (2002)."""

# What people type is freer than that: apostrophes go, ხ is x or kh, ყ is y, q or k, წ is w, ღ often g, ჟ j.
# Both ways are folded onto one skeleton; what it merges (თ and ტ, ქ and კ) Latin letters merge too.
_FOLDS = (
    ("tch", "C"), ("ch", "C"), ("ts", "c"), ("tz", "c"), ("sh", "S"), ("zh", "j"), ("dz", "D"), ("kh", "x"),
    ("gh", "g"), ("ph", "p"), ("th", "t"), ("w", "c"), ("q", "k"), ("y", "k"), ("f", "p"),
)  # fmt: skip

_VOWELS = frozenset("აეიოუ")
_POSTPOSITIONS = ("დან", "გან", "კენ", "მდე", "თან", "ში", "ზე")
_FOR = ("სთვის", "თათვის")
"""For, behind a genitive: `-თვის` alone ends that of a verbal noun (შეფუთვის, of packaging)."""

_AFTER_DATIVE = ("ში", "ზე")
"""Before these the case has no ending: what is left of ფისზე is the resin."""

_IN_SH = frozenset(
    "ხრეშ მოსახრეშ ბალიშ ლეშ თეფშ ბათქაშ უხეშ ხეშეშ კალოშ ფარშ პლუშ კომშ ზამშ პოტაშ ლავაშ ლელქაშ ჯიშ".split()  # noqa: SIM905
)
_ENDS_IN_SH = ("ნახარშ", "სახარშ", "საშიშ")
"""Nouns, and ends of nouns, whose nominative ends as the locative does: ხრეში is gravel, ნახარში broth."""

_NOUNS_IN_MA = ("სხმა", "ჭმა", "ფორმა", "აზმა", "რაგმა")
"""Ends of nouns that look like an ergative."""

_SHORTENED = {"ნაგავ": "ნაგვ", "კარავ": "კარვ", "არაყ": "არყ", "ნიღაბ": "ნიღბ", "გოდვრ": "გოდრ"}
"""Nouns that lose a vowel where others keep it."""
_CASES = ("ისას", "ისა", "ის", "ით", "ად")
_SWALLOWED = frozenset("აეო")
_WE_DO = re.compile(r"(?:გა|და|მი|მო|გადა|ჩა)?ვ\w+თ")
_ADJECTIVES = ("ისებრ", "იან", "ოვნ", "იერ", "ურ", "ულ")
"""Endings of the stems of adjectives: like, with, rich in, of."""
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
def from_latin(word: str) -> str:
    """A word typed in Latin letters (lower case, no apostrophes) in Georgian ones, one reading of each."""
    for written, letter in _FROM_LATIN:
        word = word.replace(written, letter)
    return word


@lru_cache(maxsize=65536)
def skeleton_of_stem(latin_word: str) -> str:
    """The skeleton of the stem of a Georgian word that somebody typed in Latin letters (lower case).

    One reading of each ambiguous letter is enough: endings have a single one, the skeleton merges the rest.
    """
    return latin_skeleton(stem(from_latin(latin_word)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A Georgian word (Mkhedruli) without postposition, case, plural and the vowel that cases swallow.

    `ყურძენი`, `ყურძნის` and `ყურძნისთვის` become one, so do `ჭაჭა`, `ჭაჭის` and `ჭაჭით`, and `თუთია` and
    `თუთიის` (zinc), apart from `თუთა` and `თუთის` (mulberry).
    """
    whole = _without_also(word)
    bare = _without_postposition(whole)
    is_dative = len(bare) < len(whole) and whole.endswith(_AFTER_DATIVE)
    rest = _without_vowel(bare) if is_dative else _without_case(bare)
    while rest.endswith("ებ") and len(rest) >= 4:  # twice in `დამუშავებები`
        rest = _before_vowel(rest[:-2])
    # Of a tree (ხე, ხის) a single letter stays; its vowel is put back, so that all its forms meet.
    if rest[0] not in _VOWELS and (len(rest) == 1 or rest[1:] == "ა"):
        return rest[0] + "ე"
    short = _syncopated(rest)
    return _SHORTENED.get(short, short)


def lies_in(word: str) -> bool:
    """Whether a Georgian word ends in the -ში of `in`; that of ხრეში (gravel) belongs to the noun."""
    return word.endswith("ში") and word[:-1] not in _IN_SH and not word[:-1].endswith(_ENDS_IN_SH)


def is_what_we_do(word: str) -> bool:
    """Whether a word is a verb as `we sell`, `we give away`, and no noun in -ით."""
    return _WE_DO.fullmatch(word) is not None


def bases(cut: str) -> tuple[str, ...]:
    """The stems that a stem may be derived from: `კირიან` (with lime) of `კირ`, `მცენარეულ` of `მცენარ`.

    What is without a thing (უცხიმო) is no derivation of it here.
    """
    return tuple(
        _syncopated(_without_vowel(cut[: -len(ending)]))
        for ending in _ADJECTIVES
        if cut.endswith(ending) and len(cut) - len(ending) >= 3 and not cut.startswith("უ")
    )


def _without_also(word: str) -> str:
    """Without the ც of `also`: ზეთიც, ზეთსაც."""
    if word.endswith("საც") and len(word) > 5:
        return word[:-2]
    return word[:-1] if len(word) > 4 and word[-1] == "ც" and word[-2] in _VOWELS else word


def _without_postposition(word: str) -> str:
    if word.endswith("იდან"):
        return word[:-3] + "თ"  # -იდან was the instrumental with -გან
    if word.endswith(_FOR):
        return word[:-4]
    if word.endswith("ში") and not lies_in(word):
        return word
    for ending in _POSTPOSITIONS:
        left = len(word) - len(ending)
        if word.endswith(ending) and (left >= 3 or (left == 2 and ending == "ზე" and word[1] in _VOWELS)):
            return word[:left]
    return word


def _without_case(word: str) -> str:
    for ending in _CASES:
        rest = word[: -len(ending)]
        if word.endswith(ending) and (len(rest) >= 2 or (rest and rest not in _VOWELS)):
            return _before_vowel(rest)
    # After a vowel the endings lose theirs: მუყაოთი, მუყაოდ, რძედ; `ზეთი` and `შლამი` end otherwise.
    if (word.endswith("ოთი") and len(word) >= 6) or (len(word) >= 3 and word.endswith(("ედ", "ოდ", "უდ"))):
        return _without_vowel(word.removesuffix("თი").removesuffix("დ"))
    # Joined to another by `და` the dative is fuller: მუყაოსა და ქაღალდსა; პლასტმასა and ვერსია are not.
    if word.endswith("სა") and len(word) >= 6 and word[-3] not in "აეი":
        return _without_vowel(word[:-2])
    if word.endswith("ს") and (len(word) > 3 or word[-2:-1] in _VOWELS):
        return _without_vowel(word[:-1])
    # The ergative follows a consonant (ნარჩენმა); after a vowel -მა belongs to the word (სისტემა).
    is_ergative = word.endswith("მა") and not word.endswith(_NOUNS_IN_MA)
    if is_ergative and len(word) >= 6 and word[-3] not in _VOWELS:
        return word[:-2]
    return _without_vowel(word)


def _before_vowel(rest: str) -> str:
    """What stands before an ending that begins with a vowel. An ი there is that of `თუთია` and stays."""
    return rest if rest.endswith("ი") else _without_vowel(rest)


def _without_vowel(word: str) -> str:
    """Without its last vowel; -ეა goes whole, since before an ending only its ე is left (ბატარეის)."""
    if len(word) >= 5 and word.endswith("ეა"):
        return word[:-2]
    return word[:-1] if len(word) >= 3 and word[-1] in _VOWELS else word


def _syncopated(word: str) -> str:
    """`ყურძენ` and `ყურძნ` as one, `მინდორ` and `მინდვრ` too.

    The last ა, ე or ო between a consonant and a final ლ, რ, ნ, მ is left out in both. An ი or უ is never
    swallowed, so that hazelnut (თხილის) is not lees (თხლის).
    """
    if len(word) >= 4 and word.endswith("ორ"):
        return word[:-2] + "ვრ"
    if len(word) >= 4 and word[-1] in _SONORANTS and word[-2] in _SWALLOWED and word[-3] not in _VOWELS:
        return word[:-2] + word[-1]
    return word

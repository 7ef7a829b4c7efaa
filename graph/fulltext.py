"""Words of people made into queries for the full-text indexes, in Georgian, English and Russian.

The indexes keep words as they are written. A word is therefore looked for in three ways: as it stands (counts
most), as the beginning of a longer word (somebody is still typing), and by its stem, so that `ჭაჭის` finds
`ჭაჭა` and `pallets` finds `pallet`. Only letters and digits reach Lucene, in small letters, so nothing that a
person types can be taken for its syntax.
"""

from __future__ import annotations

import re

MAX_WORDS = 30

_SAY_NOTHING = """
a an and for from in of on or the to with than other those mentioned
და ან თუ რომ არის ვარ გვაქვს მაქვს გვჭირდება მჭირდება ვეძებთ ვეძებ ჩვენ ჩვენი
и или в во с со на из для по от у мы наш есть нужен нужна нужно
"""
STOP_WORDS = frozenset(_SAY_NOTHING.split())

_GEORGIAN = re.compile(r"[\u10d0-\u10ff]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_CASES = (  # endings of cases with postpositions, after an optional plural
    "ისთვის|სთვის|თვის|ისგან|სგან|გან|იდან|დან|ისთან|სთან|ასთან|თან|ამდე|მდე|ისას|ისა|"
    "ში|ზე|ითი|ით|თი|თ|ად|დ|ის|ას|ს|მა|მ|ი|ა|ე|ო"
)
_GEORGIAN_WORD = re.compile(rf"(?P<stem>.+?)(?:ებ)?(?:{_CASES})?")
_RUSSIAN_ENDING = re.compile(
    "(?:ами|ями|ого|его|ому|ему|ых|их|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ам|ям|ах|ях|ом|ем|[ыиаяоеуюьй])$"
)
_SHORT_FORMS = ("ე", "ა", "ი", "ის", "ეს", "ას", "ით", "ეები", "ეების")


def words_of(text: str) -> list[str]:
    """The words that say something, in small letters, each once, in order."""
    found = re.findall(r"[^\W_]+", text.casefold())
    return [word for word in dict.fromkeys(found) if _says_something(word)][:MAX_WORDS]


def to_lucene(text: str) -> str | None:
    """A Lucene query that finds texts with any of the words, most and truest first; None without words."""
    return " OR ".join(_any_form(word) for word in words_of(text)) or None


def stems(word: str) -> list[str]:
    """Beginnings that the other forms of a word share; empty where a word is better taken as it is.

    A Georgian stem may lose its last vowel in some cases (`წყალი`, `წყლის`), so both spellings are given; of
    a Russian word the shorter one (`опилок`, `опилки`).
    """
    if _GEORGIAN.fullmatch(word):
        stem = _GEORGIAN_WORD.fullmatch(word)["stem"]  # type: ignore[index]
        return [] if len(stem) < 2 else [stem, *_syncopated(stem)]
    if _CYRILLIC.fullmatch(word):
        stem = re.sub(r"(?<=[^аеиоуыэюя])[ое](?=[кц]$)", "", _RUSSIAN_ENDING.sub("", word))
        return [stem] if len(stem) >= 3 else []
    stem = re.sub(r"(?<=.{2})(?:ies|(?<=[sxzh])es|(?<!s)s)$", "", word)
    return [stem] if len(stem) >= 3 and not any(letter.isdigit() for letter in stem) else []


def _says_something(word: str) -> bool:
    return word not in STOP_WORDS and (len(word) > 1 or word.isdigit())


def _any_form(word: str) -> str:
    forms = [f"{word}^4"]
    if len(word) > 2:
        forms.append(f"{word}*^2")
    forms += [f"{stem}*" for stem in stems(word)]
    if _GEORGIAN.fullmatch(word) and len(word) <= 4 and len(_one_letter(word)) == 1:
        forms += [_one_letter(word) + ending for ending in _SHORT_FORMS]
    return f"({' OR '.join(dict.fromkeys(forms))})"


def _one_letter(word: str) -> str:
    """The one-letter stem of a very short word (`ხე`, `ხის`: `ხ`), or the word."""
    return _GEORGIAN_WORD.fullmatch(word)["stem"]  # type: ignore[index]


def _syncopated(stem: str) -> list[str]:
    """The stem without its last vowel, or with one put back, as happens before ლ, რ, ნ, მ."""
    if re.search(r"[^აეიოუ][აეო][ლრნმ]$", stem) and len(stem) > 3:
        return [stem[:-2] + stem[-1]]
    if re.search(r"[^აეიოულრნმ][ლრნმ]$", stem):
        return [stem[:-1] + vowel + stem[-1] for vowel in "აეო"]
    return []

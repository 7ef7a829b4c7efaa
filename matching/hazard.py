"""What is known of the hazard of an output: by its code, by what was stated, by what its words name."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from matching.hops import given
from matching.law import SURE
from matching.reading import Reading
from matching.records import Kind
from matching.reference_book import ReferenceBook
from matching.reference_records import WasteCode
from matching.roles import Role
from matching.stems import stem
from matching.text import tokens, words


class Hazard(StrEnum):
    """How sure it is that an output is hazardous, from surely to surely not."""

    YES = "yes"
    DISPUTED = "disputed"
    """The code says yes, the firm no."""
    NAMED = "named"
    """Its words name what is usually hazardous, whatever was stated."""
    MIRROR = "mirror"
    """The code is one of a mirror pair, and nobody has said which."""
    UNSAID = "unsaid"
    NO = "no"


@lru_cache(maxsize=4096)
def hazard_of(output: Reading, book: ReferenceBook) -> Hazard:
    """What the firm and its code say; where they do not say yes, what the words name is a doubt."""
    entry = book.waste_codes.get(output.code) if output.code else None
    stated = output.listing.hazardous
    if entry is not None and entry.is_hazardous:
        return Hazard.DISPUTED if stated is False else Hazard.YES
    if stated is True:
        return Hazard.YES
    if is_hazardous_material(output, book) or names_a_hazard(output.listing.text, book):
        return Hazard.NAMED
    return Hazard.NO if stated is False else _when_unsaid(entry, output.listing.kind, book)


def _when_unsaid(entry: WasteCode | None, kind: Kind, book: ReferenceBook) -> Hazard:
    if entry is None:
        # Heat and a shared truck are not hazardous waste; of everything else somebody has to say it.
        return Hazard.NO if kind in {"energy", "asset"} else Hazard.UNSAID
    is_mirror = any(book.waste_codes[twin].is_hazardous for twin in entry.twins)
    return Hazard.MIRROR if is_mirror else Hazard.NO


@lru_cache(maxsize=4096)
def is_hazardous_material(output: Reading, book: ReferenceBook) -> bool:
    """Whether what an output most surely is has hazardous codes alone; of equally sure materials, each."""
    named = given(output, book)
    most = max(named.values(), default=0.0)
    return most >= SURE and all(
        has_only_hazardous_codes(material, book) for material, sure in named.items() if sure == most
    )


@lru_cache(maxsize=8192)
def has_only_hazardous_codes(material: str, book: ReferenceBook) -> bool:
    """Whether a material goes under hazardous codes and no other."""
    codes = book.materials[material].ewc_codes
    return bool(codes) and all(book.waste_codes[code].is_hazardous for code in codes)


@lru_cache(maxsize=4096)
def names_a_hazard(text: str, book: ReferenceBook) -> bool:
    """Whether a text has a word of `hazard_words.csv` that it does not say to be absent."""
    known = _stems(book)
    if not known:
        return False
    following = (*tokens(text)[1:], "")
    return any(
        word.stem in known
        and word.role not in {Role.ABSENT, Role.REPLACED}
        and following[word.position] != "free"
        for word in words(text)
    )


@lru_cache(maxsize=8)
def _stems(book: ReferenceBook) -> frozenset[str]:
    return frozenset(stem(word) for word in book.hazard_words)

"""What the ranker takes a listing to mean, each thing with the words that it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matching.reading import read
from matching.recognition import NAMED, Guess, things_in
from matching.records import Listing
from matching.reference_book import ReferenceBook
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms, synonyms_in
from matching.understanding import things_meant

Sort = Literal["material", "use"]
SORTS: tuple[Sort, ...] = ("material", "use")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A material or use that a listing may mean, with a confidence in (0, 1].

    `words`: those of the text that name it; `like`: a wording of the book that the text is like, where none
    do; both empty for what only a person said. `is_confirmed`: a person said that it is this.
    """

    sort: Sort
    id: str
    confidence: float
    words: str = ""
    like: str = ""
    is_confirmed: bool = False


def meanings_of(
    listing: Listing, book: ReferenceBook, synonyms: Synonyms = NO_SYNONYMS
) -> tuple[Meaning, ...]:
    """All that a listing is taken to mean, by sort, surest first; without what a person said it does not."""
    reading = read(listing, book, synonyms)
    also = synonyms_in(listing.text, synonyms, book)
    named, meant = things_in(listing.text, book), things_meant(listing.text, book)
    found: list[Meaning] = []
    for sort, sure, confirmed, by_name, by_likeness in (
        (
            "material",
            reading.materials,
            listing.material_ids,
            (*named.materials, *also.materials),
            meant.materials,
        ),
        ("use", reading.uses, listing.use_ids, (*named.uses, *also.uses), meant.uses),
    ):
        words, like = _because(by_name), _because(by_likeness)
        found += [
            Meaning(
                "material" if sort == "material" else "use",
                id,
                confidence,
                words=words.get(id, ""),
                like="" if id in words else like.get(id, ""),
                is_confirmed=id in confirmed,
            )
            for id, confidence in sorted(sure.items(), key=lambda one: (-one[1], one[0]))
        ]
    return tuple(found)


def words_for(text: str, entry_id: str, book: ReferenceBook) -> str:
    """The words of a text that name an entry; empty where none do."""
    named = things_in(text, book)
    return _because((*named.materials, *named.uses)).get(entry_id, "")


def is_named(text: str, entry_id: str, book: ReferenceBook) -> bool:
    """Whether a text by itself is surely understood to name an entry."""
    found = things_in(text, book)
    surely = [guess.id for guess in (*found.materials, *found.uses) if guess.confidence >= NAMED]
    return entry_id in surely


def _because(guesses: tuple[Guess, ...]) -> dict[str, str]:
    return {guess.id: guess.because for guess in guesses}

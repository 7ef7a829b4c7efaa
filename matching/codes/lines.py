"""The lines of `codes`: texts in, what they say out. The format is in `docs/reference/codes-format.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matching import fields, jsonl
from matching.codes.suggest import CodeSuggestion, suggest_codes
from matching.errors import BadValue, SymbiosisError, UnknownField
from matching.openings import openings
from matching.recognition import Guess, things_in
from matching.reference_book import ReferenceBook

KNOWN = ("id", "text", "nace", "lang")


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be understood. `nace`: the activity of the firm, digits only."""

    id: str
    text: str
    nace: str | None = None


def read_texts(path: Path, book: ReferenceBook) -> tuple[list[Asked], list[SymbiosisError]]:
    """The texts of a file, one JSON object a line, and what is wrong with the other lines.

    Raises:
        OSError: the file cannot be read.
    """
    return jsonl.read(path, lambda raw: _asked(raw, book))


def _asked(raw: Mapping[str, Any], book: ReferenceBook) -> Asked:
    for name in raw:
        if name not in KNOWN:
            raise UnknownField(field=name, name=name, known=list(KNOWN))
    given = {name: value for name, value in raw.items() if value is not None}
    for name in ("id", "text"):
        if name not in given:
            raise BadValue(field=name, value=None, expected="a value (this field is needed)")
    fields.one_of(given, "lang", fields.LANGUAGES)
    return Asked(
        id=fields.text(given, "id", fields.MAX_ID) or "",
        text=fields.text(given, "text", fields.MAX_TEXT) or "",
        nace=fields.nace(given, book),
    )


def codes_line(asked: Asked, book: ReferenceBook, top: int) -> str:
    """What a text is taken to say, as a line of JSON without its line end. Equal texts give equal lines."""
    things = things_in(asked.text, book)
    line = {
        "id": asked.id,
        "codes": [_code(found, book) for found in suggest_codes(asked.text, book, asked.nace, top)],
        "materials": [
            {"material": guess.id, "score": guess.confidence, "why": {"named": guess.because}}
            for guess in things.materials[:top]
        ],
        "uses": list(_uses(things.materials, things.uses, book))[:top],
    }
    return json.dumps(line, ensure_ascii=False, allow_nan=False)


def _code(found: CodeSuggestion, book: ReferenceBook) -> Mapping[str, object]:
    why: dict[str, object] = {"parts": found.parts}
    if found.words_like is not None:
        why["words_like"] = found.words_like
    if found.material_id is not None:
        why["material"] = found.material_id
    line: dict[str, object] = {"code": found.code, "score": found.score, "hazard": hazard_of(found, book)}
    if found.twins:
        line["twins"] = list(found.twins)
    return line | {"why": why}


def hazard_of(found: CodeSuggestion, book: ReferenceBook) -> str:
    """`ask` where the text cannot tell, else what the list says: `hazardous` or `not_hazardous`."""
    if found.is_open:
        return "ask"
    return "hazardous" if book.waste_codes[found.code].is_hazardous else "not_hazardous"


def _uses(
    materials: Iterable[Guess], uses: Iterable[Guess], book: ReferenceBook
) -> Iterator[Mapping[str, object]]:
    """The uses that the text names, then those that what it names can serve, by the surest material first."""
    named: set[str] = set()
    for guess in uses:
        named.add(guess.id)
        yield {"use": guess.id, "score": guess.confidence, "why": {"named": guess.because}}
    for material in materials:
        for opening in openings(material.id, book):
            if opening.is_forbidden or opening.use_id in named:
                continue
            named.add(opening.use_id)
            way = {"pathway": opening.pathway.id, "material": material.id}
            way |= {"process": opening.pathway.process_id} if opening.pathway.process_id else {}
            way |= {"strength": opening.pathway.strength}
            yield {"use": opening.use_id, "score": material.confidence, "why": way}

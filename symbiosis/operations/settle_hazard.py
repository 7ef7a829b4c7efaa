"""What a firm says of hazardous substances, and the waste code it gives, brought to one statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from matching.errors import SymbiosisError
from matching.records import Side
from matching.reference_book import ReferenceBook
from matching.reference_records import WasteCode
from symbiosis.errors import (
    AnswerContradicts,
    CodeContradictsHazard,
    HazardContradictsCode,
    OnlyForOutputs,
    SeveralTwins,
)
from symbiosis.inputs import ListingInput

ANSWERS: Mapping[str, bool | None] = {"yes": True, "no": False, "unknown": None}
FIELD = "contains_hazardous"


def settle_hazard(
    given: ListingInput, entry: WasteCode | None, book: ReferenceBook
) -> tuple[ListingInput, list[SymbiosisError]]:
    """The listing with its code and its hazard as they follow from the answer to the mirror question.

    A mirror pair is one waste under two codes, by what it contains (Decision 2000/532/EC, annex). Yes takes
    the hazardous code of the pair, no the other one, as the firm's own statement. Not sure leaves the code as
    it was given and the hazard unknown; nothing here decides it.

    Args:
        entry: the entry of the code that was given, None without one.
    Returns:
        The listing, and what is contradictory in it, by field.
    """
    problems: list[SymbiosisError] = []
    asked = given.contains_hazardous
    if asked is not None and given.side is Side.NEED:
        return given, [OnlyForOutputs(field=FIELD)]
    if asked is not None:
        answer = ANSWERS[asked]
        if given.hazardous is not None and given.hazardous is not answer:
            return given, [AnswerContradicts(field=FIELD)]
        given = replace(given, hazardous=answer)
        if entry is not None and answer is not None and entry.is_hazardous is not answer and entry.twins:
            if len(entry.twins) > 1:
                return given, [_which_twin(entry)]
            entry = book.waste_codes[entry.twins[0]]
    if entry is not None:
        given = replace(given, ewc_code=entry.id)
        problems += _contradictions(given, entry)
    return given, problems


def _which_twin(entry: WasteCode) -> SeveralTwins:
    codes = ", ".join("\N{NO-BREAK SPACE}".join((twin[:2], twin[2:4], twin[4:])) for twin in entry.twins)
    return SeveralTwins(field="ewc_code", ewc_code=entry.id, codes=codes)


def _contradictions(given: ListingInput, entry: WasteCode) -> list[SymbiosisError]:
    """Where the statement and the code cannot both be right. A need states a permit, not what it is."""
    field = FIELD if entry.twins and given.side is Side.OUTPUT else "hazardous"
    if entry.is_hazardous and given.hazardous is False:
        return [HazardContradictsCode(field=field, ewc_code=entry.id)]
    if not entry.is_hazardous and given.hazardous is True and given.side is Side.OUTPUT:
        return [CodeContradictsHazard(field=field, ewc_code=entry.id)]
    return []

"""What the owner of a listing could state or change for a pair, with a value that follows from something.

A material is never made another one, and what was said to be hazardous never harmless. A place, a date or a
figure that follows from nothing is not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

from matching import units
from matching.codes.suggest import suggest_codes
from matching.evidence.code import accepted
from matching.gates.answers import SURE
from matching.gates.lot import least_a_year
from matching.hops import by_pathway, given
from matching.lots import least_lot
from matching.reading import Reading
from matching.records import GateResult, Listing, Quantity, Side
from matching.reference_book import ReferenceBook
from matching.reference_records import Limit
from matching.rewording import rounded_down, rounded_up, with_figure, with_form, with_least_lot
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms

Input = Literal[
    "code", "hazard", "permit", "amount", "lot", "months", "activity", "material", "figure", "form"
]
ONLY_TO_SETTLE: frozenset[Input] = frozenset({"hazard", "permit", "lot", "figure", "form"})
"""What is asked for by a gate, and is not worth stating for a few points more."""

_LIKELY = 3
"""So many suggested codes of a need's text may be the code of what it takes."""

_FLOWING, _BETWEEN = frozenset({"liquid", "gas"}), frozenset({"sludge", "paste"})
"""Forms that flow, and those that may be pumped or dried."""

_LIMIT = re.compile(r"([a-z0-9-]+) (<=|>=) ([-+.e\d]+)")


@dataclass(frozen=True, slots=True)
class Change:
    """One input stated or changed. `fields`: of the `Listing`, with their new values.

    `about`: what the value follows from or is of: `sought`, `given` or `lot` of an amount, a limit as
    `moisture <= 15`, the form. `words`: of the text, what is new in it.
    """

    side: Side
    input: Input
    fields: Mapping[str, Any] = field(hash=False)
    about: str = ""
    words: str = ""


def changed(listing: Listing, change: Change) -> Listing:
    """The listing as it would be. A change of the other side leaves it as it is."""
    return replace(listing, **change.fields) if listing.side is change.side else listing


def proposals(
    output: Reading,
    need: Reading,
    gates: tuple[GateResult, ...],
    book: ReferenceBook,
    synonyms: Synonyms = NO_SYNONYMS,
) -> Iterator[Change]:
    """What could be stated or changed of either listing, whatever it would bring.

    Args:
        gates: what they said of the pair, with the questions that are open.
        synonyms: words of firms that name things beside those of the book, by which both were read.
    """
    asked = {gate.name: gate.question or "" for gate in gates if gate.result == "unknown"}
    for side in Side:
        mine, theirs = (output, need) if side is Side.OUTPUT else (need, output)
        for propose in (partial(_code, synonyms=synonyms), _amount, _months, _material, _activity):
            change = propose(mine, theirs, book)
            if change is not None:
                yield change
    yield from _answers(output, need, asked, book)


def _code(mine: Reading, theirs: Reading, book: ReferenceBook, *, synonyms: Synonyms) -> Change | None:
    """The code that a text most likely has, or of what is offered when the need surely takes it.

    One of a mirror pair is not proposed: nobody knows which of the two it is.
    """
    if mine.code is not None or mine.listing.kind != "material":
        return None
    suggested = suggest_codes(mine.listing.text, book, mine.nace, synonyms=synonyms)
    if mine.listing.side is Side.OUTPUT:
        found = suggested[0] if suggested and not suggested[0].is_open else None
        code = found.code if found else None
        if code is None or book.waste_codes[code].is_hazardous is (mine.listing.hazardous is False):
            return None
    else:
        code = theirs.code
        if code is None or code not in {*accepted(mine, book), *(one.code for one in suggested[:_LIKELY])}:
            return None
    return Change(mine.listing.side, "code", {"ewc_code": code})


def _amount(mine: Reading, theirs: Reading, book: ReferenceBook) -> Change | None:
    """As much as the other side gives or seeks, and no less than the smallest lot."""
    if mine.per_year is not None or theirs.per_year is None or theirs.per_year[0] <= 0:
        return None
    amount, dimension = theirs.per_year
    about = "given" if mine.listing.side is Side.NEED else "sought"
    least = least_a_year(theirs, book) if mine.listing.side is Side.OUTPUT else None
    if least is not None and least[1] == dimension and least[0] > amount:
        amount, about = least[0], "lot"
    return _stating(mine, rounded_up(amount), dimension, about, book)


def _stating(mine: Reading, amount: float, dimension: str, about: str, book: ReferenceBook) -> Change | None:
    unit = next((one.base for one in book.units.values() if one.dimension == dimension), "")
    if unit not in book.units:
        return None
    fields = {
        "quantity": Quantity(amount, unit, "year"),
        "tonnes_per_year": amount if dimension == units.MASS else None,
    }
    return Change(mine.listing.side, "amount", fields, about)


def _months(mine: Reading, theirs: Reading, book: ReferenceBook) -> Change | None:
    """The months of the other side."""
    months, said = theirs.listing.season_months, mine.listing.quantity
    if mine.listing.season_months or not months:
        return None
    fields: dict[str, Any] = {"season_months": months}
    tonnes = mine.listing.tonnes_per_year
    if said is not None and tonnes is not None:
        # What comes weekly comes only while the season lasts.
        whole, _ = units.amount_per_year(said, (), book)
        season, _ = units.amount_per_year(said, months, book)
        fields["tonnes_per_year"] = tonnes * season / whole if whole else tonnes
    return Change(mine.listing.side, "months", fields)


def _material(mine: Reading, theirs: Reading, book: ReferenceBook) -> Change | None:
    """That it is what its words most surely name, confirmed."""
    if mine.listing.material_ids or not mine.named:
        return None
    likeliest = min(mine.named, key=lambda name: (-mine.named[name], name))
    if mine.named[likeliest] < SURE or any(
        sure >= mine.named[likeliest] for name, sure in mine.materials.items() if name != likeliest
    ):
        return None
    return Change(mine.listing.side, "material", {"material_ids": (likeliest,)})


def _activity(mine: Reading, theirs: Reading, book: ReferenceBook) -> Change | None:
    """The activity that buys for the use on the way between the two, where only one usually does."""
    if mine.listing.side is Side.OUTPUT or mine.nace is not None:
        return None
    way = by_pathway(theirs, mine, book)
    buyers = book.uses[way.hop.use_id].nace if way is not None and way.hop.use_id else ()
    return Change(Side.NEED, "activity", {"nace": buyers[0]}) if len(buyers) == 1 else None


def _answers(
    output: Reading, need: Reading, asked: Mapping[str, str], book: ReferenceBook
) -> Iterator[Change]:
    """The answers that would settle what the gates ask."""
    question = asked.get("hazard", "")
    if question and output.listing.hazardous is None:
        yield Change(Side.OUTPUT, "hazard", {"hazardous": False})
    if question and need.listing.hazardous is None:
        yield Change(Side.NEED, "permit", {"hazardous": True})
    limit = limit_of(asked.get("specification", "").partition(":")[2])
    if limit is not None and limit.property_id in book.properties:
        yield from _of_text(output, "figure", str(limit), lambda text: with_figure(text, limit, book))
    form = asked.get("form", "").removeprefix("form.")
    if form and _may_be(output, form, book):
        yield from _of_text(output, "form", form, lambda text: with_form(text, form))
    if asked.get("lot") == "lot.can_several_be_pooled":
        yield from _smaller_lot(output, need, book)


def _may_be(output: Reading, form: str, book: ReferenceBook) -> bool:
    """Whether what it most surely is comes in such a form at all: waste oil is never dry."""
    found = given(output, book)
    likeliest = min(found, key=lambda name: (-found[name], name), default=None)
    usual = book.materials[likeliest].form if likeliest else None
    return usual is None or (usual in _FLOWING) is (form == "liquid") or usual in _BETWEEN


def limit_of(told: str) -> Limit | None:
    """The limit that is told as `moisture <= 15`; None for anything else."""
    read = _LIMIT.fullmatch(told)
    return None if read is None else Limit(read[1], "most" if read[2] == "<=" else "least", float(read[3]))


def _smaller_lot(output: Reading, need: Reading, book: ReferenceBook) -> Iterator[Change]:
    lot, least = least_lot(need.listing.text, book), least_a_year(need, book)
    if lot is None or least is None or output.per_year is None or output.per_year[1] != least[1]:
        return
    amount = rounded_down(lot.amount * output.per_year[0] / least[0])
    if amount > 0:
        yield from _of_text(need, "lot", lot.unit, lambda text: with_least_lot(text, amount, book))


def _of_text(
    mine: Reading, input: Input, about: str, reword: Callable[[str], tuple[str, str] | None]
) -> Iterator[Change]:
    found = reword(mine.listing.text)
    if found is not None:
        yield Change(mine.listing.side, input, {"text": found[0]}, about, found[1])

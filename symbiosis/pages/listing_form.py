"""What the form of a listing offers, and a stored listing as the form shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matching.reference_book import ReferenceBook
from symbiosis.presenters import choices, numbers, words
from symbiosis.schemas.texts import cleaned
from symbiosis.views import ListingView

LONGEST = 2000  # as the schema of a listing
FOLDED = ("kind", "season_months", "starts_on", "ends_on", "cost_gel_per_year", "visibility")


def lists(
    book: ReferenceBook, typed: Mapping[str, Any], places: Sequence[tuple[str, str]], lang: str
) -> dict[str, Any]:
    """Pick lists, what is known of the code that was typed, and what was `said` of its meaning, by field.

    The fold opens when it holds an answer.
    """
    entry = book.waste_codes.get("".join(ch for ch in str(typed.get("ewc_code") or "") if ch.isdigit()))
    answered = [typed.get(name) for name in FOLDED]
    return {
        "sites": choices.sites(places) if len(places) > 1 else (),
        "units": choices.units(book, lang),
        "periods": choices.periods(book, lang),
        "months": choices.months(),
        "kinds": choices.of_words(words.KINDS),
        "hazards": choices.of_words(words.HAZARDS if typed.get("side") == "output" else words.PERMITS),
        "visibilities": choices.of_words(words.VISIBILITIES, words.VISIBILITY_NOTES),
        "fold_open": any(
            answer and answer not in {"material", "anonymous"}
            for answer in answered
            if not isinstance(answer, list)
        )
        or bool(typed.get("season_months"))
        or bool(typed.get("side") == "need" and typed.get("ewc_code")),
        "code_name": entry.name(lang) if entry else None,
        "is_mirror": bool(entry and entry.twins) and typed.get("side") == "output",
        "contents": choices.of_words(words.CONTENTS),
        "said": tuple(
            (field, id)
            for field, known in (
                ("material_ids", (book.materials,)),
                ("use_ids", (book.uses,)),
                ("not_ids", (book.materials, book.uses)),
            )
            for id in typed.get(field) or ()
            if any(id in table for table in known)
        ),
    }


def of_question(args: Mapping[str, str], book: ReferenceBook, lang: str) -> dict[str, Any]:
    """What the way to the form told of a new listing: `text`, or a `material` or `use` of the book by id.

    `about` keeps the draft of such a form apart from that of an empty one.
    """
    for name, known in (("material", book.materials), ("use", book.uses)):
        entry = known.get(args.get(name, ""))
        if entry is not None:
            return {
                "text": entry.name(lang),
                f"{name}_ids": [entry.id],
                "about": entry.id,
                "kind": entry.kind,
            }
    text = cleaned(args.get("text", ""))[:LONGEST]
    return {"text": text, "about": "text"} if text else {}


def of_listing(view: ListingView, book: ReferenceBook, lang: str) -> dict[str, Any]:
    """A stored listing as it would have been typed."""
    given, entry = view.quantity, book.waste_codes.get(view.ewc_code or "")
    hazard = words.hazard_key(view.hazardous)
    return {
        "side": view.side.value,
        "text": view.text,
        "kind": view.kind,
        "amount": numbers.typed(given.amount, lang) if given else "",
        "unit": given.unit if given else "",
        "period": given.period if given else "",
        "season_months": [str(month) for month in view.season_months],
        "site_id": view.site_id,
        "ewc_code": view.ewc_code or "",
        "hazardous": hazard,
        "contains_hazardous": hazard if entry and entry.twins else "",
        "cost_gel_per_year": ""
        if view.cost_gel_per_year is None
        else numbers.typed(view.cost_gel_per_year, lang),
        "visibility": view.visibility.value,
        "starts_on": view.starts_on.isoformat() if view.starts_on else "",
        "ends_on": view.ends_on.isoformat() if view.ends_on else "",
        "material_ids": list(view.material_ids),
        "use_ids": list(view.use_ids),
        "not_ids": list(view.not_ids),
    }

"""What materials can become, what serves a use, and what a text is taken to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from matching.openings import Opening
from matching.recognition import Guess
from matching.reference_records import Named
from matching.worth import rough_worth
from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.presenters import rules, suggested_codes
from symbiosis.presenters.cases import is_of
from symbiosis.presenters.material import code_line
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.answers import MaterialAnswer, UnderstoodAnswer, UseAnswer
from symbiosis.schemas.queries import TextQuery
from symbiosis.views import Counted
from symbiosis.web import now, services, viewer_if_known

blueprint = Blueprint("api_knowledge", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/materials/<material_id>")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, MaterialAnswer)
def show_material(material_id: str) -> Any:
    """A material with all its documented ways, and how many firms seek it or have it."""
    view = operations.show_material(services(), viewer_if_known(), material_id, now=now())
    entry, nearby, lang, book = view.material, view.nearby, viewer_if_known().language, services().book
    dead_end = book.dead_ends.get(entry.id)
    return {
        **asdict(entry),
        **_named(entry),
        "dead_end": dead_end.reason(lang) if dead_end else None,
        "broader": view.broader,
        "narrower": view.narrower,
        "codes": [code_line(code, book, lang) for code in entry.ewc_codes],
        "ways": [_way(entry.id, way, nearby.by_use if nearby else {}) for way in view.openings],
        "cases": [case for case in book.precedents.values() if is_of(case, entry.id, book)],
        "nearby": nearby,
    }


@blueprint.route("/uses/<use_id>")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, UseAnswer)
def show_use(use_id: str) -> Any:
    """A use with the materials that can serve it, and how many firms seek something for it."""
    view = operations.show_use(services(), viewer_if_known(), use_id, now=now())
    ways = [_way(source.material_id, source.opening, {}) for source in view.sources]
    cases = [case for case in services().book.precedents.values() if case.use_id == use_id]
    return {**asdict(view.use), **_named(view.use), "ways": ways, "cases": cases, "seekers": view.seekers}


@blueprint.route("/understood")
@route_allows("anyone")
@reading_limit
@blueprint.arguments(TextQuery, location="query")
@blueprint.response(200, UnderstoodAnswer)
def show_understood(query: dict[str, Any]) -> Any:
    """What a text in any language and spelling is taken to say: suggestions, hazard is never decided."""
    book, viewer = services().book, viewer_if_known()
    found = operations.understand(services(), viewer, query["text"], nace=query["nace"])
    return {
        "text": found.text,
        "materials": [_guess(guess, book.materials) for guess in found.materials],
        "uses": [_guess(guess, book.uses) for guess in found.uses],
        "codes": [
            {
                **asdict(line),
                "score": one.score,
                "twins": one.twins,
                "material_id": one.material_id,
                "words_like": one.words_like,
                "reasons": {reason: share for reason, share in one.parts.items() if share},
            }
            for one, line in zip(
                found.codes,
                suggested_codes.lines(found, book, viewer.language),
                strict=True,
            )
        ],
        "questions": [question.question(viewer.language) for question in found.questions],
    }


def _guess(guess: Guess, entries: Mapping[str, Named]) -> dict[str, Any]:
    return {**_named(entries[guess.id]), "confidence": guess.confidence, "because": guess.because}


def _way(material_id: str, opening: Opening, by_use: Mapping[str, Counted]) -> dict[str, Any]:
    book, pathway = services().book, opening.pathway
    process = book.processes.get(pathway.process_id or "")
    return {
        **asdict(pathway),
        "pathway_id": pathway.id,
        "material": _named(book.materials[material_id]),
        "use": _named(book.uses[pathway.use_id]),
        "process": {**asdict(process), **_named(process)} if process else None,
        "documented_for": opening.inherited_from,
        "limits": [
            {**asdict(limit), "unit": book.properties[limit.property_id].unit} for limit in pathway.limits
        ],
        "rule_ids": rules.ids_of_way(pathway, material_id, book),
        "worth": rough_worth(material_id, pathway, book),
        "seekers": by_use.get(pathway.use_id),
    }


def _named(entry: Named) -> dict[str, Any]:
    name = entry.name(viewer_if_known().language)
    return {"id": entry.id, "name": name, "name_ka": entry.name_ka, "name_en": entry.name_en}

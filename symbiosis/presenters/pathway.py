"""The documented way from a material to its use, as stops or as a phrase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.reference_book import ReferenceBook
from matching.reference_records import Named
from symbiosis.presenters.names import in_sentence
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import PathwayView

STRENGTHS: Mapping[str, object] = {
    "same": _l("the same material"),
    "proven": _l("proven: works in regular operation"),
    "practised": _l("practised: done by some firms"),
    "possible": _l("possible: shown in trials or studies"),
}


@dataclass(frozen=True, slots=True)
class Stop:
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Way:
    """`conditions`, `permit` and `source` are None where the reference book has none."""

    stops: tuple[Stop, ...]
    strength: object
    conditions: str | None
    permit: str | None
    source: str | None


def way(view: PathwayView, book: ReferenceBook, lang: str) -> Way:
    pathway = book.pathways.get(view.pathway_id or "")
    process = book.processes.get(view.process_id or "")
    return Way(
        stops=_stops(view, book, lang),
        strength=STRENGTHS[view.strength],
        conditions=(pathway.conditions_ka if lang == "ka" else pathway.conditions_en) if pathway else None,
        permit=(process.permit_ka if lang == "ka" else process.permit_en) if process else None,
        source=_source(pathway.source) if pathway else None,
    )


def in_words(view: PathwayView, book: ReferenceBook, lang: str) -> str:
    """As in `grape pomace – distillation – spirit`."""
    return " – ".join(in_sentence(stop.name) for stop in _stops(view, book, lang))


def _stops(view: PathwayView, book: ReferenceBook, lang: str) -> tuple[Stop, ...]:
    found: list[tuple[str, Named | None]] = [(_("Material"), book.materials.get(view.material_id))]
    found.append((_("Process"), book.processes.get(view.process_id or "")))
    found.append((_("Use"), book.uses.get(view.use_id or "")))
    return tuple(Stop(role, entry.name(lang)) for role, entry in found if entry is not None)


def _source(source: str) -> str:
    """Where a pathway comes from. `practice` is the reference book's mark for what cites no page."""
    return _("professional knowledge of the project, no page cited") if source == "practice" else source

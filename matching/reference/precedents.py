"""Documented exchanges: who gave what to whom, where, what became of it, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matching.tables import read_csv

_COLUMNS = (
    "id title_en title_ka giver_en giver_ka giver_nace taker_en taker_ka taker_nace place_en place_ka "
    "country material process use result_en result_ka since source via"
)
VIAS = ("page", "collection")


@dataclass(frozen=True, slots=True)
class Precedent:
    """An exchange that somebody documented. `country`: two letters (ISO 3166-1).

    `via`: `page` where the source itself was read, `collection` where a collection of exchanges names it.
    """

    id: str
    title_en: str
    title_ka: str
    giver_en: str
    giver_ka: str
    taker_en: str
    taker_ka: str
    country: str
    material_id: str
    use_id: str
    source: str
    via: str
    giver_nace: str | None = None
    taker_nace: str | None = None
    place_en: str | None = None
    place_ka: str | None = None
    process_id: str | None = None
    result_en: str | None = None
    result_ka: str | None = None
    since: str | None = None


def precedents(folder: Path) -> dict[str, Precedent]:
    """`precedents.csv`. Raises BadReference, naming the line."""
    found: dict[str, Precedent] = {}
    for row in read_csv(folder / "precedents.csv", tuple(_COLUMNS.split())):
        if row.text("id") in found:
            raise row.fail(f"{row.text('id')} is there twice")
        if row.text("via") not in VIAS:
            raise row.fail(f"via is {row.cells['via']!r}, expected one of {list(VIAS)}")
        found[row.text("id")] = Precedent(
            id=row.text("id"),
            title_en=row.text("title_en"),
            title_ka=row.text("title_ka"),
            giver_en=row.text("giver_en"),
            giver_ka=row.text("giver_ka"),
            taker_en=row.text("taker_en"),
            taker_ka=row.text("taker_ka"),
            country=row.text("country"),
            material_id=row.text("material"),
            use_id=row.text("use"),
            source=row.text("source"),
            via=row.text("via"),
            giver_nace=row.maybe("giver_nace"),
            taker_nace=row.maybe("taker_nace"),
            place_en=row.maybe("place_en"),
            place_ka=row.maybe("place_ka"),
            process_id=row.maybe("process"),
            result_en=row.maybe("result_en"),
            result_ka=row.maybe("result_ka"),
            since=row.maybe("since"),
        )
    return found

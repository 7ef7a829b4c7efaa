"""A made-up country: firms in every municipality with outputs and needs as firms word them, put into a graph.

What is given and sought follows the book: a firm of an activity lists what such firms typically give, or
what they buy for; every third lists something else. A text names one thing, half of them with a second name
or a word on its state. The same seed makes the same country.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, LiteralString

from neo4j import Driver

from graph import candidates, listings
from graph.records import FirmStatus, ListingState, StoredListing, Visibility
from graph.values import to_graph
from matching.glance import sketch_of
from matching.reading import read
from matching.records import Side
from matching.reference.reading import digits
from matching.reference_book import ReferenceBook
from matching.reference_records import Material, Use
from matching.traces import traces_of
from matching.understood import to_keep

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAYS_OPEN = 180
LISTINGS_OF_A_FIRM = 4
KNOWN_AMOUNTS = 0.7
BATCH = 2_000
TEXTS_OF_A_THING = 4
"""So many wordings there are of one thing in one language, so that texts repeat as they do in life."""

_REMARKS = {
    "ka": ("მშრალი", "სუფთა", "სველი", "მუდმივად", "დიდი რაოდენობით", "ჩვენი საამქროდან"),
    "en": ("dry", "clean", "wet", "all year", "in bulk", "from our workshop"),
    "ru": ("сухой", "чистый", "влажный", "круглый год", "навалом", "из нашего цеха"),
}
_LANGUAGES = ("ka", "ka", "ka", "en", "en", "ru")

_FIRMS: LiteralString = """
UNWIND $rows AS row
MATCH (i:Industry {id: row.nace})
MATCH (m:Municipality {id: row.municipality})
CREATE (f:Firm {id: row.id, name_ka: row.id, name_latin: row.id, status: 'verified', created_at: $now})
CREATE (f)-[:ACTIVE_IN]->(i)
CREATE (f)-[:OWNS]->(:Site {id: row.id, name: row.id})-[:LOCATED_IN]->(m)
"""
_LISTINGS: LiteralString = """
UNWIND $rows AS row
MATCH (s:Site {id: row.site_id})
CREATE (l:Listing:$(row.label))
SET l += row.properties
CREATE (s)-[:CARRIES]->(l)
WITH l, row
WHERE row.code IS NOT NULL
MATCH (c:WasteCode {id: row.code})
CREATE (l)-[:CLASSIFIED_AS {confidence: 1.0, is_confirmed: true}]->(c)
"""
_READ: LiteralString = """
UNWIND $rows AS row
MATCH (l:Listing {id: row.id})
CALL (l, row) {
  UNWIND row.materials AS trace
  MATCH (m:Material {id: trace.id})
  CREATE (l)-[link:READ_AS {place: row.place}]->(m)
  SET link += trace.properties
}
CALL (l, row) {
  UNWIND row.uses AS trace
  MATCH (u:Use {id: trace.id})
  CREATE (l)-[link:READ_AS {place: row.place}]->(u)
  SET link += trace.properties
}
CALL (l, row) {
  UNWIND row.codes AS trace
  MATCH (c:WasteCode {id: trace.id})
  CREATE (l)-[link:READ_AS {place: row.place}]->(c)
  SET link += trace.properties
}
"""


@dataclass(frozen=True)
class MadeFirm:
    """A firm with one site; both go by one id."""

    id: str
    nace: str
    municipality: str


def firms(book: ReferenceBook, n: int, draw: random.Random, prefix: str = "made") -> list[MadeFirm]:
    """Firms where people live, most of them of activities of which typical flows are known."""
    places = list(book.municipalities.values())
    inhabitants = [place.population_2024 or 1 for place in places]
    divisions = sorted({flow.nace[:2] for flow in book.typical_flows})
    return [
        MadeFirm(f"{prefix}-{number}", draw.choice(divisions), place.id)
        for number, place in enumerate(draw.choices(places, inhabitants, k=n))
    ]


def made_listings(
    book: ReferenceBook, side: Side, n: int, seed: int, prefix: str = "made"
) -> tuple[list[MadeFirm], list[StoredListing]]:
    """Firms, and open listings of one side that they have."""
    draw = random.Random(seed)  # noqa: S311 (a repeatable draw, not a secret)
    owners = firms(book, -(-n // LISTINGS_OF_A_FIRM), draw, f"{prefix}-{side}")
    typical = _typical(book, side)
    found = []
    for number in range(n):
        owner = owners[number // LISTINGS_OF_A_FIRM]
        thing = draw.choice(typical.get(owner.nace) or typical[""])
        if draw.random() < 1 / 3:
            thing = draw.choice(typical[""])
        lang = draw.choice(_LANGUAGES)
        found.append(
            an_open_listing(
                owner,
                id=f"{prefix}-{side}-{number}",
                side=side,
                text=_worded(book, thing, lang, draw.randrange(TEXTS_OF_A_THING)),
                lang=lang,
                kind=thing.kind,
                tonnes_per_year=round(draw.lognormvariate(4, 1.5), 1)
                if draw.random() < KNOWN_AMOUNTS
                else None,
                hazardous=draw.choice((None, False, False)),
                ewc_code=_code_of(thing, draw) if side is Side.OUTPUT else None,
            )
        )
    return owners, found


def an_open_listing(owner: MadeFirm, **said: Any) -> StoredListing:
    """What a firm lists, open since `NOW`."""
    return StoredListing(
        site_id=owner.id,
        firm_id=owner.id,
        municipality=owner.municipality,
        nace_division=owner.nace,
        firm_status=FirmStatus.VERIFIED,
        state=ListingState.ACTIVE,
        visibility=Visibility.ANONYMOUS,
        posted_at=NOW,
        changed_at=NOW,
        expires_at=NOW + timedelta(days=DAYS_OPEN),
        matched_at=NOW,
        **said,
    )


def enter(
    driver: Driver, book: ReferenceBook, owners: Sequence[MadeFirm], made: Sequence[StoredListing]
) -> None:
    """Put firms and open listings into a seeded graph as the service would, many in a transaction."""
    rows = ({"id": firm.id, "nace": firm.nace, "municipality": firm.municipality} for firm in owners)
    _write(driver, (_FIRMS,), rows)
    kept = {text: to_keep(text, book) for text in dict.fromkeys(listing.text for listing in made)}
    with_kept = (replace(listing, understood=kept[listing.text]) for listing in made)
    _write(driver, (_LISTINGS, _READ), (_row(listing, book) for listing in with_kept))


def as_kept(listing: StoredListing, book: ReferenceBook) -> StoredListing:
    """A listing as it comes back from the graph, with what its text was understood as."""
    return replace(listing, understood=to_keep(listing.text, book))


def _write(driver: Driver, queries: Sequence[LiteralString], rows: Iterable[dict[str, Any]]) -> None:
    with driver.session() as session:
        waiting = iter(rows)
        while batch := to_graph(list(islice(waiting, BATCH))):
            for query in queries:
                session.run(query, rows=batch, now=NOW).consume()


def _row(listing: StoredListing, book: ReferenceBook) -> dict[str, Any]:
    mine = read(listing.for_ranking(), book)
    traces = traces_of(mine, book)
    kept = {"understood": listing.understood, "sketch": sketch_of(mine, traces, book)}
    return {
        "id": listing.id,
        "site_id": listing.site_id,
        "label": listing.side.capitalize(),
        "properties": listings._to_properties(listing) | kept,
        "code": digits(listing.ewc_code) if listing.ewc_code else None,
        "place": listing.municipality,
        **candidates.to_links(listing.side, traces),
    }


def _typical(book: ReferenceBook, side: Side) -> dict[str, list[Material | Use]]:
    """Division -> what its firms typically list on a side; under "" all that anybody may list."""
    everything: list[Material | Use] = list(book.materials.values())
    if side is Side.NEED:
        everything += list(book.uses.values()) * 2  # needs name what it is for as often as what it is
    found: dict[str, list[Material | Use]] = {"": everything}
    for flow in book.typical_flows:
        if flow.side == side:
            things: Any = book.uses if side is Side.NEED else book.materials
            found.setdefault(flow.nace[:2], []).append(things[flow.item_id])
    return found


def _worded(book: ReferenceBook, thing: Material | Use, lang: str, number: int) -> str:
    draw = random.Random(f"{thing.id}.{lang}.{number}")  # noqa: S311
    name = thing.name(lang) or thing.name("en")
    if number % 2:
        return f"{name}, {draw.choice(_REMARKS[lang])}"
    if number == 2:
        other = draw.choice(list(book.materials.values()))
        return f"{name}, {other.name(lang) or other.name('en')}"
    return name


def _code_of(thing: Material | Use, draw: random.Random) -> str | None:
    codes = getattr(thing, "ewc_codes", ())
    return draw.choice(codes) if codes and draw.random() < 0.5 else None

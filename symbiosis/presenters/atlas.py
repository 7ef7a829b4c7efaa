"""The planner's map: regional outlines and a circle for each municipality, as shapes of an SVG."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from matching.reference_book import REFERENCE, ReferenceBook
from symbiosis.presenters import names
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import MunicipalityCounts

WIDTH = 800.0
MARGIN = 12.0
SMALLEST, LARGEST = 7.0, 18.0  # radius in map units; the area follows the number of firms
FEW = 5.0
LETTER, LINE = 7.0, 11.0  # what a letter and a line of a name take up

Box = tuple[float, float, float, float]
MIDDLE_LATITUDE = 42.3


@dataclass(frozen=True, slots=True)
class Spot:
    """A municipality with listings. `count` None: fewer firms than may be shown."""

    name: str
    x: float
    y: float
    radius: float
    count: int | None


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map; `x` is its middle, `y` its base line."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class AtlasMap:
    """Shapes in map units. Spots come largest first, so that small ones stay visible."""

    width: float
    height: float
    outlines: tuple[str, ...]
    spots: tuple[Spot, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality (`id`) of the table. `counts` as `heads()` names them, None for those behind which too
    few firms stand; None altogether when there are too few firms.
    """

    id: str
    municipality: str
    region: str
    counts: tuple[int | None, ...] | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """Longitude and latitude to map units (equirectangular, true to shape at 42.3° N)."""

    west: float
    north: float
    scale: float
    height: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        squeeze = math.cos(math.radians(MIDDLE_LATITUDE))
        return (
            round(MARGIN + (lon - self.west) * squeeze * self.scale, 1),
            round(MARGIN + (self.north - lat) * self.scale, 1),
        )


def draw(counts: Sequence[MunicipalityCounts], book: ReferenceBook, lang: str) -> AtlasMap:
    """The map of the firms that list something."""
    frame, outlines = _basemap()
    most = max((row.n_firms or 0 for row in counts), default=0)
    spots = []
    for row in present(counts):
        seat = book.municipalities.get(row.municipality)
        if seat is None:
            continue
        x, y = frame.place(seat.lon, seat.lat)
        spots.append(
            Spot(
                names.municipality(row.municipality, book, lang), x, y, radius(row.n_firms, most), row.n_firms
            )
        )
    spots = apart(sorted(spots, key=lambda spot: -spot.radius))
    return AtlasMap(WIDTH, frame.height, outlines, tuple(spots), labels(spots))


def apart(spots: Sequence[Spot]) -> list[Spot]:
    """Circles that would cover each other, moved until they touch; the larger ones stay where they are."""
    moved: list[Spot] = []
    for spot in spots:
        for other in moved:
            dx, dy = spot.x - other.x, spot.y - other.y
            far, enough = math.hypot(dx, dy), spot.radius + other.radius
            if far < enough:
                dx, dy, far = (dx, dy, far) if far else (0.0, 1.0, 1.0)
                x, y = other.x + dx / far * enough, other.y + dy / far * enough
                spot = replace(spot, x=round(x, 1), y=round(y, 1))  # noqa: PLW2901
        moved.append(spot)
    return moved


def labels(spots: Sequence[Spot]) -> tuple[Label, ...]:
    """Names of counted municipalities, beside their circles, as far as they hide nothing.

    Args:
        spots: the most important first; a later name gives way to an earlier one.
    """
    taken = [
        (spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius)
        for spot in spots
    ]
    placed = []
    for spot in spots:
        if spot.count is None:
            continue
        half = len(spot.name) * LETTER / 2
        beside = spot.radius + half + 3
        places = (
            (spot.x, spot.y + spot.radius + LINE),
            (spot.x, spot.y - spot.radius - 3),
            (spot.x - beside, spot.y + 4),
            (spot.x + beside, spot.y + 4),
        )
        for x, base in places:
            box = (x - half, base - LINE, x + half, base + 2)
            if not any(_overlap(box, other) for other in taken):
                taken.append(box)
                placed.append(Label(spot.name, round(x, 1), round(base, 1)))
                break
    return tuple(placed)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def present(counts: Sequence[MunicipalityCounts]) -> list[MunicipalityCounts]:
    """Municipalities in which there is anything at all."""
    return [one for one in counts if any(number != 0 for number in _counts(one) or (None,))]


def heads() -> tuple[str, ...]:
    """What the table counts."""
    return (_("Firms"), _("Outputs"), _("Needs"), _("Matches (potential)"), _("Exchanges (realised)"))


def rows(counts: Sequence[MunicipalityCounts], book: ReferenceBook, lang: str) -> tuple[Row, ...]:
    """The table, by region and municipality."""
    found = [
        Row(
            one.municipality,
            names.municipality(one.municipality, book, lang),
            names.region(one.region, book, lang),
            _counts(one),
        )
        for one in present(counts)
    ]
    return tuple(sorted(found, key=lambda row: (row.region, row.municipality)))


def _counts(one: MunicipalityCounts) -> tuple[int | None, ...] | None:
    if one.is_suppressed:
        return None
    return (one.n_firms, one.n_outputs, one.n_needs, one.n_matches, one.n_exchanges)


def radius(n_firms: int | None, most: int) -> float:
    """Area in proportion to the firms, within what can be read."""
    if n_firms is None or most == 0:
        return FEW
    return round(max(SMALLEST, LARGEST * math.sqrt(n_firms / most)), 1)


@cache
def _basemap() -> tuple[_Frame, tuple[str, ...]]:
    regions = json.loads((REFERENCE / "basemap.json").read_text(encoding="utf-8"))["regions"]
    rings = [ring for region in regions.values() for ring in region]
    longitudes = [lon for ring in rings for lon, _lat in ring]
    latitudes = [lat for ring in rings for _lon, lat in ring]
    squeeze = math.cos(math.radians(MIDDLE_LATITUDE))
    scale = (WIDTH - 2 * MARGIN) / ((max(longitudes) - min(longitudes)) * squeeze)
    height = round((max(latitudes) - min(latitudes)) * scale + 2 * MARGIN, 1)
    frame = _Frame(min(longitudes), max(latitudes), scale, height)
    outlines = tuple(
        " ".join(
            "M" + " ".join(f"{x},{y}" for x, y in (frame.place(*point) for point in ring)) + "Z"
            for ring in region
        )
        for region in regions.values()
    )
    return frame, outlines

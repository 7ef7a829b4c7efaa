"""The planner's map."""

from __future__ import annotations

import math
import re

from matching.reference_book import default_book
from symbiosis.presenters import atlas, choices
from symbiosis.views import MunicipalityCounts
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()


def counts(id: str, n_firms: int | None) -> MunicipalityCounts:
    return MunicipalityCounts(id, BOOK.municipalities[id].region, n_firms, n_firms, n_firms, n_firms, n_firms)


def test_the_map_holds_all_regions_and_every_seat_is_inside() -> None:
    everywhere = [counts(id, 5) for id in BOOK.municipalities]
    drawn = atlas.draw(everywhere, BOOK, "ka")
    assert len(drawn.outlines) == 12
    points = [
        (float(x), float(y)) for line in drawn.outlines for x, y in re.findall(r"([\d.]+),([\d.]+)", line)
    ]
    assert max(x for x, _ in points) <= drawn.width
    assert max(y for _, y in points) <= drawn.height
    assert len(drawn.spots) == len(everywhere)
    assert all(0 < spot.x < drawn.width and 0 < spot.y < drawn.height for spot in drawn.spots)


def test_west_is_left_and_north_is_up() -> None:
    spots = {
        spot.name: spot for spot in atlas.draw([counts("batumi", 3), counts("telavi", 3)], BOOK, "en").spots
    }
    assert spots["Batumi"].x < spots["Telavi"].x
    assert spots["Batumi"].y > spots["Telavi"].y


def test_few_firms_are_a_mark_without_a_number(in_language: InLanguage) -> None:
    given = [counts("telavi", None), counts("batumi", 12), counts("poti", 0)]
    drawn = atlas.draw(given, BOOK, "en")
    assert {spot.name: spot.count for spot in drawn.spots} == {"Telavi": None, "Batumi": 12}
    with in_language("en") as lang:
        rows = {row.municipality: row.counts for row in atlas.rows(given, BOOK, lang)}
    assert rows == {"Telavi": None, "Batumi": (12,) * 5}


def test_the_area_of_a_circle_follows_the_firms() -> None:
    assert atlas.radius(40, 40) == atlas.LARGEST
    assert atlas.radius(10, 40) == atlas.LARGEST / 2
    assert atlas.radius(1, 400) == atlas.SMALLEST
    assert atlas.radius(None, 400) < atlas.SMALLEST


def test_municipalities_under_occupation_cannot_be_chosen() -> None:
    offered = {str(group.label) for group in choices.municipalities(BOOK, "en")}
    assert "Kakheti" in offered
    assert "Abkhazia" not in offered


def test_neighbours_do_not_cover_each_other() -> None:
    drawn = atlas.draw([counts("batumi", 12), counts("khelvachauri", 9), counts("telavi", 2)], BOOK, "en")
    spots = {spot.name: spot for spot in drawn.spots}
    one, other = spots["Batumi"], spots["Khelvachauri"]
    assert math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 0.2
    alone = atlas.draw([counts("batumi", 12)], BOOK, "en").spots[0]
    assert (one.x, one.y) == (alone.x, alone.y)


def test_names_stand_beside_circles_and_not_on_each_other() -> None:
    everywhere = [counts(id, 5) for id in BOOK.municipalities]
    names = atlas.draw(everywhere, BOOK, "ka").labels
    assert 5 < len(names) < len(everywhere)
    boxes = [(n.x, n.y, len(n.text) * atlas.LETTER) for n in names]
    for i, (x, y, width) in enumerate(boxes):
        for other_x, other_y, other_width in boxes[:i]:
            assert abs(y - other_y) >= atlas.LINE or abs(x - other_x) >= (width + other_width) / 2

"""A material with everything it can become, for everybody."""

from __future__ import annotations

from datetime import datetime

from graph.errors import GraphUnavailable, NotFound
from matching.openings import openings
from symbiosis.access import Viewer, require
from symbiosis.operations.count_nearby import nearby_material
from symbiosis.views import MaterialView
from symbiosis.wiring import Services


def show_material(services: Services, viewer: Viewer, material_id: str, *, now: datetime) -> MaterialView:
    """A material, its place in the tree, its ways, and how many firms are near by.

    Raises:
        NotFound: the reference book has no such material.
    """
    require(viewer, "see_book")
    book = services.book
    material = book.materials.get(material_id)
    if material is None:
        raise NotFound(what="material", id=material_id)
    ways = openings(material_id, book)
    uses = {way.use_id for way in ways if not way.is_forbidden}
    try:
        nearby = nearby_material(services, viewer, material_id, uses, now=now)
    except GraphUnavailable:  # the book is there without it
        nearby = None
    return MaterialView(
        material=material,
        broader=book.broader(material_id),
        narrower=tuple(each.id for each in book.materials.values() if each.parent == material_id),
        openings=ways,
        nearby=nearby,
    )

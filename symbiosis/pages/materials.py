"""What a material can become, for anybody: looked for in own words, looked through by family, or opened."""

from __future__ import annotations

from flask import Response, request

from symbiosis import operations, web
from symbiosis.access import Viewer, route_allows
from symbiosis.operations.understand import LONGEST
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import material as presenter
from symbiosis.presenters import understood
from symbiosis.presenters.material import MaterialPage, UsePage
from symbiosis.presenters.ways import Link
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.texts import cleaned
from symbiosis.wiring import Services

EXAMPLES = ("grape-pomace", "sawdust", "concrete-rubble")
"""What to try: one of wine, one of wood, one of building."""


@blueprint.get("/materials")
@route_allows("anyone")
@reading_limit
def materials() -> Response:
    asked = cleaned(request.args.get("q", ""))[:LONGEST]
    return _answer(asked) if asked else _tree()


@blueprint.get("/materials/<id>")
@route_allows("anyone")
@reading_limit
def material(id: str) -> Response:
    return page("material.html", material=_material(web.services(), web.viewer_if_known(), id))


def examples() -> tuple[Link, ...]:
    """Materials to try, named in the reader's language."""
    book, lang = web.services().book, language()
    return tuple(Link(id, book.materials[id].name(lang)) for id in EXAMPLES if id in book.materials)


def _tree() -> Response:
    return page("materials.html", families=presenter.tree(web.services().book, language()), q="")


def _answer(asked: str) -> Response:
    services, viewer = web.services(), web.viewer_if_known()
    found = operations.understand(services, viewer, asked)
    shown, use = None, None
    if found.sure_material_id:
        shown = _material(services, viewer, found.sure_material_id)
    elif found.sure_use_id:
        use = _use(services, viewer, found.sure_use_id)
    return page(
        "understood.html",
        q=asked,
        understood=understood.lines(found, services.book, language()),
        is_nothing=found.is_nothing,
        material=shown,
        use=use,
        examples=examples(),
    )


def _material(services: Services, viewer: Viewer, id: str) -> MaterialPage:
    view = operations.show_material(services, viewer, id, now=web.now())
    return presenter.material(view, services.book, services.law, language())


def _use(services: Services, viewer: Viewer, id: str) -> UsePage:
    view = operations.show_use(services, viewer, id, now=web.now())
    return presenter.use(view, services.book, services.law, language())

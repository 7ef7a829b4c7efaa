"""The coordinator's page of synonyms: what corrections propose, what is in force, and that as a file."""

from __future__ import annotations

import csv
import io
from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import SynonymInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import meaning as presenter
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.synonym import SynonymSchema

COLUMNS = ("sort", "id", "lang", "phrase")
"""As `reference/phrases.csv`."""


@blueprint.route("/desk/synonyms", methods=["GET", "POST"])
@route_allows("coordinator")
def synonyms() -> Any:
    if request.method == "GET":
        return page("synonyms.html", typed={}, errors={}, message=None, **_shown())

    def judge(said: tuple[bool, SynonymInput]) -> AnyResponse:
        is_yes, given = said
        services, viewer = web.services(), web.viewer()
        if is_yes:
            operations.accept_synonym(services, viewer, given, now=web.now())
            flash(_("Accepted. It counts everywhere within seconds, and all listings are compared anew."))
        else:
            operations.refuse_synonym(services, viewer, given, now=web.now())
            flash(_("Refused. It stays with the listing that it came from."))
        return redirect(url_for("pages.synonyms"))

    return answer(SynonymSchema(), judge, "synonyms.html", lambda typed: _shown())


@blueprint.post("/desk/synonyms/<id>/remove")
@route_allows("coordinator")
def remove_synonym(id: str) -> AnyResponse:
    operations.remove_synonym(web.services(), web.viewer(), id, now=web.now())
    flash(_("Taken out of force."))
    return redirect(url_for("pages.synonyms"))


@blueprint.get("/desk/synonyms.csv")
@route_allows("coordinator")
def synonyms_csv() -> Response:
    """What is in force, as lines for `reference/phrases.csv`: without firms, people and times."""
    shown = operations.show_synonyms(web.services(), web.viewer())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted((one.sort, one.entry_id, one.lang, one.phrase) for one in shown.in_force))
    headers = {"Content-Disposition": 'attachment; filename="phrases.csv"'}
    return Response(text.getvalue(), mimetype="text/csv", headers=headers)


def _shown() -> dict[str, Any]:
    services, lang = web.services(), language()
    shown = operations.show_synonyms(services, web.viewer())
    ids = {one.entry_id for one in shown.proposals} | {one.entry_id for one in shown.in_force}
    ids |= {id for one in shown.proposals if one.doubt for id in one.doubt.others}
    named = {line.id: line for line in presenter.plain_lines(sorted(ids), services.book, lang)}
    return {"desk": shown, "named": named}

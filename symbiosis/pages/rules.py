"""The administrator's pages of the law: looked through, opened, changed, and put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matching.errors import SymbiosisError
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import RuleInput
from symbiosis.operations.understand import LONGEST
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import choices, law_desk
from symbiosis.presenters.choices import Group
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.rule import RuleSchema
from symbiosis.schemas.texts import cleaned

FILTERS = ("q", "effect", "jurisdiction", "state")


@blueprint.get("/desk/rules")
@route_allows("administrator")
def rules() -> Response:
    asked = {name: cleaned(request.args.get(name, ""))[:LONGEST] for name in FILTERS}
    every = operations.list_rules(web.services(), web.viewer())
    found = law_desk.found(every, asked, language())
    return page("rules.html", lines=found, n_all=len(every), typed=asked, errors={}, **_tables())


@blueprint.route("/desk/rules/<id>", methods=["GET", "POST"])
@route_allows("administrator")
def rule(id: str) -> Any:
    if request.method == "GET":
        return page("rule.html", errors={}, message=None, **_shown(id, None))

    def keep(given: RuleInput) -> AnyResponse:
        is_new = operations.edit_rule(web.services(), web.viewer(), id, given, now=web.now())
        flash(_("The change counts from now on.") if is_new else _("Nothing was changed."))
        return redirect(url_for("pages.rule", id=id))

    return answer(RuleSchema(), keep, "rule.html", lambda typed: _shown(id, typed))


@blueprint.post("/desk/rules/<id>/undo")
@route_allows("administrator")
def undo_rule(id: str) -> AnyResponse:
    number = request.form.get("number", "")
    seen = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
    try:
        operations.undo_rule_change(web.services(), web.viewer(), id, number=seen, now=web.now())
        flash(_("The latest change is undone."))
    except SymbiosisError as error:
        if error.code != "rule_edited":
            raise
        flash(web.told(error).message, "warn")
    return redirect(url_for("pages.rule", id=id))


def _shown(id: str, typed: Mapping[str, Any] | None) -> dict[str, Any]:
    """What the page of a rule is made of. `number` stays as the editor saw it when the form comes again."""
    history = operations.rule_history(web.services(), web.viewer(), id)
    lang = language()
    return {
        "rule": law_desk.found([history.rule], {}, lang)[0],
        "typed": law_desk.typed(history.rule) | {"number": history.number} if typed is None else typed,
        "number": history.number,
        "differences": law_desk.differences(history.rule),
        "changes": law_desk.history(history, lang),
        **_tables(),
    }


def _tables() -> dict[str, Any]:
    return {
        "effects": (Group("", choices.of_words(law_desk.EFFECTS)),),
        "certainties": choices.of_words(law_desk.CERTAINTIES),
        "jurisdictions": (Group("", choices.of_words(law_desk.JURISDICTIONS)),),
        "states": (Group("", choices.of_words(law_desk.STATES)),),
        "in_or_out": choices.of_words(law_desk.IN_OR_OUT),
        "labels": law_desk.LABELS,
    }

"""A firm says with whom it does not want to be matched; the other firm never learns it.

A firm is named by its code, and nothing tells whether it is registered here. Between firms that know each
other by an exchange it holds at once. Else a coordinator says yes first: who could name firms at will and
watch which nameless match goes away would learn whom it belonged to.
"""

from __future__ import annotations

from datetime import datetime

from graph import firms, opt_outs
from graph.errors import NotFound
from graph.ids import new_id
from graph.opt_out_records import OptOut
from symbiosis.access import Viewer, may_see_all, require, require_for
from symbiosis.errors import InvalidInput, NotPossibleNow
from symbiosis.identification import is_personal_number, personal_number_digest
from symbiosis.inputs import OptOutInput
from symbiosis.operations.find_matches import rematch_firm
from symbiosis.operations.show_firm import firm_of, require_active_firm
from symbiosis.reducing import opt_out_view
from symbiosis.views import OptOutView
from symbiosis.wiring import Services

MOST = 20
"""As many as one firm may keep: who has more conflicts than this talks to a coordinator."""


def ask_opt_out(
    services: Services, viewer: Viewer, firm_id: str, given: OptOutInput, *, now: datetime
) -> OptOutView:
    """Keep that a firm is not to be matched with another one. Asked again while it stands it changes nothing.

    Raises:
        NotFound: the firm does not exist, or is not the viewer's; or the other firm is not known (by id).
        InvalidInput: it names itself.
        NotPossibleNow: it keeps as many as one firm may.
    """
    require_for(viewer, "opt_out", firm_id, what="firm", id=firm_id)
    firm = require_active_firm(services, viewer, firm_id)
    code, digest, label = _other(services, viewer, given)
    if (code, digest) in {(firm.identification_code, None), (None, firm.personal_number_digest)}:
        raise InvalidInput({"identification_code": [NotPossibleNow(why="own_firm")]})
    standing = opt_outs.of_firm(services.store, firm_id)
    for one in standing:
        is_same = (one.identification_code, one.personal_number_digest) == (code, digest)
        if is_same and one.state in {"asked", "holds"}:
            return opt_out_view(one, sees_all=may_see_all(viewer, "opt_out"))
    if len(standing) >= MOST:
        raise NotPossibleNow(why="many_opt_outs")
    holds = may_see_all(viewer, "opt_out") or opt_outs.knows(services.store, firm_id, code, digest)
    asked = OptOut(
        id=new_id(),
        firm_id=firm_id,
        label=label,
        state="holds" if holds else "asked",
        asked_at=now,
        asked_by=viewer.user_id or "",
        identification_code=code,
        personal_number_digest=digest,
        decided_at=now if holds else None,
        decided_by=(viewer.user_id or "") if holds else None,
    )
    opt_outs.ask(services.store, asked)
    if holds:
        rematch_firm(services, firm_id, now=now)
    return opt_out_view(asked, sees_all=False)


def list_opt_outs(services: Services, viewer: Viewer, firm_id: str) -> tuple[OptOutView, ...]:
    """What a firm asked for and did not take back, for itself or a coordinator; newest first.

    Raises:
        NotFound: the firm does not exist, or is not the viewer's.
    """
    require_for(viewer, "opt_out", firm_id, what="firm", id=firm_id)
    firm_of(services, firm_id)
    sees_all = may_see_all(viewer, "opt_out")
    return tuple(opt_out_view(one, sees_all=sees_all) for one in opt_outs.of_firm(services.store, firm_id))


def all_opt_outs(services: Services, viewer: Viewer) -> tuple[OptOutView, ...]:
    """What all firms asked for, with their names; what waits for a yes first."""
    require(viewer, "decide_opt_out")
    return tuple(opt_out_view(one, sees_all=True) for one in opt_outs.every(services.store))


def decide_opt_out(
    services: Services, viewer: Viewer, opt_out_id: str, *, is_yes: bool, now: datetime
) -> OptOutView:
    """A coordinator's yes or no to what a firm asked for; gives it as it stands then.

    Raises:
        NotFound: there is none with this id.
        NotPossibleNow: it was taken back meanwhile.
    """
    require(viewer, "decide_opt_out")
    asked = _found(services, opt_out_id)
    if asked.state == "removed":
        raise NotPossibleNow(action="decide")
    opt_outs.decide(services.store, asked.id, "holds" if is_yes else "refused", viewer.user_id or "", now)
    rematch_firm(services, asked.firm_id, now=now)
    return opt_out_view(_found(services, opt_out_id), sees_all=True)


def remove_opt_out(services: Services, viewer: Viewer, opt_out_id: str, *, now: datetime) -> None:
    """Take back what a firm asked for: the two may be matched again. Done twice it changes nothing more.

    Raises:
        NotFound: there is none with this id, or it is not the viewer's.
    """
    require(viewer, "opt_out")
    asked = _found(services, opt_out_id)
    require_for(viewer, "opt_out", asked.firm_id, what="opt-out", id=opt_out_id)
    if asked.state != "removed":
        opt_outs.decide(services.store, asked.id, "removed", viewer.user_id or "", now)
        rematch_firm(services, asked.firm_id, now=now)


def _found(services: Services, opt_out_id: str) -> OptOut:
    found = opt_outs.by_id(services.store, opt_out_id)
    if found is None:
        raise NotFound(what="opt-out", id=opt_out_id)
    return found


def _other(services: Services, viewer: Viewer, given: OptOutInput) -> tuple[str | None, str | None, str]:
    """Code, digest of a personal number, and label of the other firm. Only a coordinator names it by id."""
    if given.other_firm_id is not None:
        require(viewer, "decide_opt_out")
        firm = firms.firm_by_id(services.store, given.other_firm_id)
        if firm is None:
            raise NotFound(what="firm", id=given.other_firm_id)
        return firm.identification_code, firm.personal_number_digest, given.label or firm.name_ka
    code = given.identification_code or ""
    if is_personal_number(code):
        return None, personal_number_digest(code, services.settings.personal_number_key), given.label or ""
    return code, None, given.label or ""

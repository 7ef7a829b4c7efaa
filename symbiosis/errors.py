"""What can go wrong on the site, as facts. The status of each is in `STATUS`, its words in `messages.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.errors import AlreadyThere, GraphUnavailable, NotFound, StillReferred
from matching.errors import BadValue, SymbiosisError, TooFewLabels


class InvalidInput(SymbiosisError):
    """Input that cannot be taken as it is; nothing was stored.

    `problems`: what is wrong with each field, by the field's name; a text in the reader's language, or an
    error whose message is still to be made.
    """

    code = "invalid_input"

    def __init__(self, problems: Mapping[str, Sequence[object]]) -> None:
        super().__init__(fields=sorted(problems))
        self.problems = problems


class MalformedRequest(SymbiosisError):
    """A request that cannot be read at all: broken JSON, another content type, too deeply nested."""

    code = "malformed_request"


class NotLoggedIn(SymbiosisError):
    """Who asks is not known, and must be for this."""

    code = "not_logged_in"


class SessionEnded(NotLoggedIn):
    """A login that is over: too long idle, too old, or the password changed since."""

    code = "session_ended"


class BadToken(NotLoggedIn):
    """A key to the API that is not, or no longer, valid."""

    code = "bad_token"


class NotAllowed(SymbiosisError):
    """Who asks is known, and has another role than this needs. Says nothing about any resource."""

    code = "not_allowed"


class WrongLogin(SymbiosisError):
    """E-mail and password do not belong together, or the account is closed: one error for all of it."""

    code = "wrong_login"


class WrongPassword(SymbiosisError):
    """The present password, asked again before a change, is not right."""

    code = "wrong_password"


class PasswordMustChange(SymbiosisError):
    """A one-time password was used; nothing else can be done before it is replaced."""

    code = "password_must_change"


class WeakPassword(SymbiosisError):
    """A password that is easily guessed. Facts: `why` (`short`, `long`, `common`, `email`), `at_least`."""

    code = "weak_password"


class TooManyRequests(SymbiosisError):
    """Too many tries in a short time. Facts: `seconds` until the next."""

    code = "too_many_requests"


class DayAhead(SymbiosisError):
    """A day on which something was done that has not come yet. `field` names it."""

    code = "day_ahead"


class SideMissing(SymbiosisError):
    """A coordinator did not say for which side something is written down."""

    code = "side_missing"


class RuleEdited(SymbiosisError):
    """Somebody else changed the rule of law since the editor opened it. Facts: `id`."""

    code = "rule_edited"


class WeightsSwitched(SymbiosisError):
    """Somebody else switched the weights since the administrator opened the page."""

    code = "weights_switched"


class WeightsOutdated(SymbiosisError):
    """Weights that were learned for another list of evidence than there is now. Facts: `version`."""

    code = "weights_outdated"


class WrongDimension(SymbiosisError):
    """A unit that does not measure this kind of listing. Facts: `unit`, `kind`, `known` (units that do)."""

    code = "wrong_dimension"


class UnknownIndustry(SymbiosisError):
    """A division outside NACE Rev. 2. Facts: `nace_division`."""

    code = "unknown_nace_division"


class UnknownMaterial(SymbiosisError):
    """A material that the reference book does not have. Facts: `id`."""

    code = "unknown_material"


class UnknownUse(SymbiosisError):
    """A use that the reference book does not have. Facts: `id`."""

    code = "unknown_use"


class UnknownSite(SymbiosisError):
    """A site that the firm does not have."""

    code = "unknown_site"


class HazardContradictsCode(SymbiosisError):
    """A waste code that is hazardous by definition, stated as not hazardous. Facts: `ewc_code`."""

    code = "hazard_contradicts_code"


class CodeContradictsHazard(SymbiosisError):
    """A waste code that is not hazardous, stated as hazardous. Facts: `ewc_code`."""

    code = "code_contradicts_hazard"


class AnswerContradicts(SymbiosisError):
    """The answer to the question of a mirror pair says something else than `hazardous` does."""

    code = "answer_contradicts"


class SeveralTwins(SymbiosisError):
    """After the answer to the question of a mirror pair more than one code is left. Facts: `ewc_code`,
    `codes` (those left, as one text).
    """

    code = "several_twins"


class OnlyForOutputs(SymbiosisError):
    """A question about what is given away, answered for a need."""

    code = "only_for_outputs"


class FirmSuspended(SymbiosisError):
    """The firm was suspended by a coordinator; it can read what it has and change nothing."""

    code = "firm_suspended"


class ContactsWithheld(FirmSuspended):
    """The firm was suspended; nobody else's contacts are shown to it meanwhile."""

    code = "contacts_withheld"


class NotPossibleNow(SymbiosisError):
    """A change that the present state does not allow. Facts: `action`, `state`."""

    code = "not_possible_now"


class MatchOutdated(SymbiosisError):
    """One of the two listings changed or closed, and the ranker no longer gives this pair."""

    code = "match_outdated"


class ListingEdited(SymbiosisError):
    """The other side edited its listing after the reader saw it; the answer was meant for what it said
    before.
    """

    code = "listing_edited"


class ExchangeOpen(SymbiosisError):
    """Both sides said yes already; the answer can no longer be taken back here. Facts: `exchange_id`."""

    code = "exchange_open"


class TooManyTokens(SymbiosisError):
    """A user may keep only so many keys. Facts: `most`."""

    code = "too_many_tokens"


class ContactInText(SymbiosisError):
    """A listing's text holds a telephone number, an address or a personal number."""

    code = "contact_in_text"


class NameInText(SymbiosisError):
    """A listing's text holds the name of its own firm."""

    code = "name_in_text"


class FirmNeeded(SymbiosisError):
    """Who acts for firms must say for which one."""

    code = "firm_needed"


class SideFixed(SymbiosisError):
    """An output cannot become a need, nor the other way round."""

    code = "side_fixed"


class AlreadyOver(SymbiosisError):
    """A date that has passed where a coming one is needed."""

    code = "already_over"


class DateTooFar(SymbiosisError):
    """A date decades away: a mistyped year."""

    code = "date_too_far"


class ListingMoved(SymbiosisError):
    """The id belongs to another firm's listing, or to the other side."""

    code = "id_taken"


STATUS: Mapping[type[SymbiosisError], int] = {
    InvalidInput: 422,
    BadValue: 422,
    MalformedRequest: 400,
    NotLoggedIn: 401,
    NotAllowed: 403,
    PasswordMustChange: 403,
    FirmSuspended: 403,
    WrongLogin: 401,
    WrongPassword: 422,
    WeakPassword: 422,
    NotFound: 404,
    AlreadyThere: 409,
    RuleEdited: 409,
    TooFewLabels: 409,
    WeightsSwitched: 409,
    WeightsOutdated: 409,
    DayAhead: 422,
    SideMissing: 422,
    StillReferred: 409,
    NotPossibleNow: 409,
    MatchOutdated: 409,
    ListingEdited: 409,
    ExchangeOpen: 409,
    TooManyTokens: 409,
    ListingMoved: 409,
    TooManyRequests: 429,
    GraphUnavailable: 503,
}


def status_of(error: SymbiosisError) -> int:
    """HTTP status of `error`: of its nearest class in `STATUS`; 422 for what is said of a field, else 500."""
    for kind in type(error).__mro__:
        if kind in STATUS:
            return STATUS[kind]
    return 422 if error.field else 500

"""The words of every error: what happened, and the next step. English here; Georgian in `translations/`."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from matching.errors import SymbiosisError

MESSAGES: Mapping[str, LazyString] = {
    "error": _l(
        "Something went wrong on our side. Please try again in a minute; if it stays, write to the "
        "coordinator."
    ),
    "bad_request": _l("The request could not be read. Please go back and try again."),
    "malformed_request": _l(
        "The request could not be read. Send JSON in UTF-8 with Content-Type application/json."
    ),
    "form_expired": _l("This form was open for too long. Please open the page again and send it once more."),
    "invalid_input": _l(
        "Some answers need another look. Nothing was stored yet; please correct the marked fields."
    ),
    "bad_value": _l("This value cannot be used. Please correct it."),
    "unknown_field": _l("Unknown field."),
    "not_logged_in": _l("Please log in first."),
    "session_ended": _l(
        "You were logged out because your visit took long or the password changed. Please log in again."
    ),
    "bad_token": _l("This key is not valid, or no longer. Make a new one on your account page."),
    "not_allowed": _l("This page is for other users. If you need it, please write to the administrator."),
    "wrong_login": _l("E-mail and password do not belong together. Please check both and try again."),
    "wrong_password": _l("The present password is not right. Please type it again."),
    "password_must_change": _l(
        "You logged in with a one-time password. Please choose your own password first."
    ),
    "weak_password": _l("This password is easy to guess. Please choose another."),
    "weak_password.short": _l("Please choose a password of at least %(at_least)s characters."),
    "weak_password.long": _l("Please choose a password of at most %(at_most)s characters."),
    "weak_password.common": _l("Many people use this password. Please choose one that is harder to guess."),
    "weak_password.same": _l("This is the password you have now. Please choose a new one."),
    "bad_synonym": _l("These words cannot be a synonym. Please change them."),
    "bad_synonym.empty": _l("These words say nothing by themselves. Please give the name itself."),
    "bad_synonym.hazard": _l("These words name a hazard. A hazard is never settled by a synonym."),
    "bad_synonym.general": _l("These words are so general that they fit many things. Please say more."),
    "bad_synonym.taken": _l("These words mean %(others)s already. Please choose words that mean this alone."),
    "not_possible_now.own_firm": _l("This is the code of your own firm. Please give that of the other one."),
    "not_possible_now.many_opt_outs": _l(
        "So many firms are on your list that a coordinator should know why. Please take one back, or write "
        "to the coordinator."
    ),
    "not_possible_now.own_account": _l("You cannot close your own login. Ask another administrator."),
    "weak_password.email": _l("The password must not be your e-mail address. Please choose another."),
    "too_many_requests": _l(
        "There were many tries in a short time. Please wait %(seconds)s seconds and try again."
    ),
    "not_found": _l(
        "There is nothing here that you can see. The address may be mistyped, or it was removed."
    ),
    "method_not_allowed": _l("This address cannot be used in this way."),
    "not_acceptable": _l("This address answers in another format."),
    "too_large": _l("This is too large to be taken. Please send less at once."),
    "already_there": _l("This is taken already. If it is yours, log in; otherwise please check it."),
    "already_there.email": _l(
        "There is an account with this e-mail already. Log in, or use another address."
    ),
    "already_there.identification_code": _l(
        "A firm with this number is registered already. Ask your colleague for access, or write to "
        "the coordinator."
    ),
    "already_there.personal_number_digest": _l(
        "A firm with this number is registered already. Ask your colleague for access, or write to "
        "the coordinator."
    ),
    "still_referred": _l("This is still in use and cannot be removed."),
    "not_possible_now": _l("This cannot be done any more. Please open the page again to see what can."),
    "match_outdated": _l(
        "One of the two listings changed meanwhile, so this match no longer stands. See your newest matches."
    ),
    "listing_edited": _l(
        "The other side edited its listing while you were looking at it. Please look again, then answer."
    ),
    "exchange_open": _l(
        "Both sides said yes already, and the contacts were shown. Please tell the other firm directly."
    ),
    "too_many_tokens": _l("You have %(most)s keys already. Remove one that you no longer use."),
    "id_taken": _l("This id belongs to another listing. Please use a new one."),
    "firm_suspended": _l(
        "Your firm is suspended at the moment. You can read what is yours; to change it, write to the "
        "coordinator."
    ),
    "contacts_withheld": _l(
        "Your firm is suspended at the moment, and the other firm’s contacts are not shown meanwhile. "
        "Please write to the coordinator; the exchange stays."
    ),
    "graph_unavailable": _l(
        "The database is not within reach at the moment. Nothing was lost; please try again in a minute."
    ),
    "store_too_old": _l("The database is too old for this program. The administrator knows the next step."),
    "contact_in_text": _l(
        "The text holds a telephone number, an address or a personal number. Please leave it out: "
        "contacts are shown once both sides said yes."
    ),
    "name_in_text": _l(
        "The text holds the name of your firm. Please leave it out: it is shown once both sides said yes."
    ),
    "firm_needed": _l("Please say for which firm."),
    "side_fixed": _l("An output stays an output and a need a need. Please post a new listing instead."),
    "unknown_unit": _l("This unit is not known. Please choose one from the list."),
    "unknown_period": _l("This is not known as a way to say how often. Please choose from the list."),
    "unknown_density": _l("We do not know how heavy this is. Please give the amount in tonnes or kilograms."),
    "unknown_ewc_code": _l(
        "The List of Waste has no such code. Please choose one from the list, or leave it empty."
    ),
    "unknown_municipality": _l("This municipality is not known. Please choose one from the list."),
    "unknown_nace_division": _l("This industry is not known. Please choose one from the list."),
    "unknown_material": _l("This material is not known. Please choose one from the list."),
    "unknown_use": _l("This use is not known. Please choose one from the list."),
    "unknown_site": _l("Your firm has no such site. Please choose one of your sites."),
    "wrong_dimension": _l("This unit does not measure what you list. Please choose a unit that fits."),
    "hazard_contradicts_code": _l(
        "This code is for hazardous waste. Choose its non-hazardous twin, or say that it is "
        "hazardous or unknown."
    ),
    "hazard_contradicts_code.contains_hazardous": _l(
        "This code is for hazardous waste, and you say it is not hazardous. Please answer whether it "
        "contains hazardous substances: the code that fits is then taken."
    ),
    "code_contradicts_hazard": _l(
        "This code is for waste that is not hazardous. Choose another code or leave it empty, or say that it "
        "is not hazardous or unknown."
    ),
    "code_contradicts_hazard.contains_hazardous": _l(
        "This code is for waste that is not hazardous, and you say it is hazardous. Please answer whether it "
        "contains hazardous substances: the code that fits is then taken."
    ),
    "answer_contradicts": _l(
        "You said something else where it is asked whether it is hazardous. Please answer one of the two "
        "questions only."
    ),
    "several_twins": _l(
        "With this answer several codes are possible: %(codes)s. Please choose the one that fits, or leave "
        "the code empty: a coordinator helps."
    ),
    "only_for_outputs": _l("This is asked only of what you have left over. Please leave it out for a need."),
    "day_ahead": _l("This day has not come yet. Please give the day on which the source was read."),
    "day_ahead.happened_on": _l("This day has not come yet. Please give the day of the first load."),
    "side_missing": _l("Please choose which side told you."),
    "rule_edited": _l(
        "Somebody else changed this rule while you had it open. Please open it again and look at the change."
    ),
    "too_few_labels": _l(
        "Too little was answered to learn from: %(n)s answers, of them %(n_positive)s yes and %(n_negative)s "
        "no, from %(n_firms)s firms. At least %(least)s are needed, %(least_positive)s yes and "
        "%(least_negative)s no, from %(least_firms)s firms. Nothing was changed."
    ),
    "weights_switched": _l(
        "Somebody else switched the weights while you had the page open. Please look at what counts now."
    ),
    "weights_outdated": _l(
        "These weights were learned for other reasons than the ranker has now. Please learn them again."
    ),
    "assumptions_edited": _l(
        "Somebody else changed a figure of this match while you had it open. Please look at the change and "
        "try again."
    ),
    "already_over": _l("This date has passed. Please give a later one."),
    "date_too_far": _l("This date is too far away. Please check the year."),
}


def message_of(error: SymbiosisError) -> str:
    """The message of an error in the reader's language; that of its field or reason where there is one."""
    special = (error.facts.get("why"), error.field)
    keys = [f"{error.code}.{each}" for each in special if each]
    lazy = next((MESSAGES[key] for key in [*keys, error.code] if key in MESSAGES), MESSAGES["error"])
    return str(lazy) % error.facts if "%(" in str(lazy) else str(lazy)

"""The words for the keys of the records, in the language of the request."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

SIDES: Mapping[str, object] = {"output": _l("Output"), "need": _l("Need")}
KINDS: Mapping[str, object] = {
    "material": _l("Material"),
    "energy": _l("Energy or heat"),
    "water": _l("Water"),
    "gas": _l("Gas"),
    "asset": _l("Shared equipment, storage or transport"),
}
STATES: Mapping[str, object] = {
    "active": _l("Active"),
    "paused": _l("Paused"),
    "withdrawn": _l("Withdrawn"),
    "expired": _l("Expired"),
}
VISIBILITIES: Mapping[str, object] = {
    "anonymous": _l("Matched firms, without our name"),
    "coordinators": _l("Coordinators only"),
}
VISIBILITY_NOTES: Mapping[str, object] = {
    "anonymous": _l("They see what you wrote here, your sector and your municipality."),
    "coordinators": _l("No firm is shown this listing. A coordinator looks for a partner by hand."),
}
STATUSES: Mapping[str, object] = {
    "unverified": _l("Not verified yet"),
    "verified": _l("Verified"),
    "suspended": _l("Suspended"),
}
STATUS_NOTES: Mapping[str, object] = {
    "unverified": _l(
        "A coordinator checks that the firm exists. Until then only you and coordinators see your listings."
    ),
    "verified": _l("A coordinator has checked the firm. Its active listings take part in matching."),
    "suspended": _l("A coordinator has suspended the firm. Its listings take no part in matching."),
}
ROLES: Mapping[str, object] = {
    "business": _l("Business"),
    "coordinator": _l("Coordinator"),
    "planner": _l("Planner"),
    "administrator": _l("Administrator"),
}
FIELDS: Mapping[str, object] = {
    "identification_code": _l("Identification code"),
    "phrase": _l("The words that count"),
    "entry_id": _l("What it is"),
    "firm_id": _l("One firm"),
    "other_firm_id": _l("The other firm"),
    "label": _l("What you call it"),
    "name_ka": _l("Name in Georgian"),
    "name_latin": _l("Name in Latin letters"),
    "nace_division": _l("What the firm does"),
    "municipality": _l("Municipality"),
    "site_name": _l("What you call this place"),
    "lat": _l("Latitude"),
    "lon": _l("Longitude"),
    "contact_name": _l("Your name"),
    "email": _l("E-mail"),
    "phone": _l("Phone"),
    "password": _l("Password"),
    "current_password": _l("Present password"),
    "new_password": _l("New password"),
    "text": _l("What is it?"),
    "amount": _l("How much"),
    "unit": _l("Unit"),
    "period": _l("How often"),
    "site_id": _l("Where"),
    "ewc_code": _l("Waste code"),
    "contains_hazardous": _l("Does it contain hazardous substances?"),
    "season_months": _l("In which months?"),
    "starts_on": _l("From"),
    "ends_on": _l("Until"),
    "assumption_id": _l("Figure"),
    "central": _l("Central"),
    "low": _l("Low"),
    "high": _l("High"),
    "why": _l("Where you have it from"),
    "cost_gel_per_year": _l("Cost now"),
    "process_id": _l("Process"),
    "tonnes_per_year": _l("Tonnes a year that you can take"),
    "price_gel_per_t": _l("What you ask for a tonne, ₾"),
    "has_permit": _l("Do you have the permit that the process needs?"),
    "takes_hazardous": _l("May you treat hazardous waste?"),
    "treats": _l("What do you treat?"),
    "role": _l("Role"),
    "name": _l("Name"),
    "side": _l("Who told you?"),
    "happened": _l("Did it happen?"),
    "tonnes": _l("Tonnes moved in all"),
    "happened_on": _l("Day of the first load"),
    "cost_gel": _l("What it cost you in all, ₾"),
    "reason": _l("Why not?"),
}
HAZARDS: Mapping[str, object] = {
    "yes": _l("Hazardous"),
    "no": _l("Not hazardous"),
    "unknown": _l("Not known"),
}
CONTENTS: Mapping[str, object] = {
    "yes": _l("Yes, it does"),
    "no": _l("No, it does not"),
    "unknown": _l("Not sure"),
}
PERMITS: Mapping[str, object] = {
    "yes": _l("Has a permit for hazardous material"),
    "no": _l("Takes no hazardous material"),
    "unknown": _l("Not known"),
}
SAID: Mapping[str, object] = {"yes": _l("Yes"), "no": _l("No"), "unknown": _l("We do not say")}
VERDICTS: Mapping[str, object] = {"yes": _l("Yes"), "no": _l("Not for us"), "later": _l("Later")}
REASONS: Mapping[str, object] = {
    "price": _l("The price does not work"),
    "quantity": _l("The quantity does not fit"),
    "quality": _l("The quality does not fit"),
    "distance": _l("Too far"),
    "law": _l("Law or permit stands in the way"),
    "trust": _l("We do not wish to work with this partner"),
    "already": _l("We already have a solution"),
    "other": _l("Another reason"),
}
CHAIN_VERDICTS: Mapping[str, object] = {
    "worth_contact": _l("Worth a contact"),
    "in_talks": _l("In talks"),
    "no": _l("Nothing comes of it"),
}
CHAIN_REASONS: Mapping[str, object] = {
    "price": _l("The price does not work"),
    "quantity": _l("The quantity does not fit"),
    "quality": _l("The quality does not fit"),
    "distance": _l("Too far"),
    "law": _l("Law or permit stands in the way"),
    "treats": _l("The processor does not treat it"),
    "unwilling": _l("One of the three does not want it"),
    "already": _l("There is a solution already"),
    "other": _l("Another reason"),
}
STAGES: Mapping[str, object] = {
    "idea": _l("Idea"),
    "discussion": _l("Discussion"),
    "negotiation": _l("Negotiation"),
    "implementation": _l("Implementation"),
    "operating": _l("Operating"),
    "lost": _l("Lost"),
}
WHY_NONE: Mapping[str, object] = {
    "unverified": _l(
        "No matches yet: a coordinator has not verified your firm. The search starts by itself after that."
    ),
    "suspended": _l("No matches: your firm is suspended. Please contact a coordinator."),
    "paused": _l("No matches: the listing is paused. Resume it and the search starts again."),
    "withdrawn": _l("No matches: the listing was withdrawn."),
    "expired": _l("No matches: the listing has expired. Renew it and the search starts again."),
    "not_yet": _l("The search is under way. Please look again in a minute."),
    "nothing_fits": _l(
        "No partner yet: nothing listed so far fits. Every new listing is compared with yours by itself."
    ),
    "coordinators_only": _l(
        "Only coordinators see this listing, so no matches stand here. A coordinator looks for a partner."
    ),
}
MONTHS: tuple[object, ...] = (
    _l("January"),
    _l("February"),
    _l("March"),
    _l("April"),
    _l("May"),
    _l("June"),
    _l("July"),
    _l("August"),
    _l("September"),
    _l("October"),
    _l("November"),
    _l("December"),
)


def hazard_key(hazardous: bool | None) -> str:
    """`yes`, `no` or `unknown`."""
    return {True: "yes", False: "no", None: "unknown"}[hazardous]

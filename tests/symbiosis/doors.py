"""Every door of the site: for whom it is, whose thing is behind it, and what to bring.

Written out beside the decorators on purpose: who adds a route says here whom it is for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ANYONE = frozenset({"anyone"})
EVERYBODY = frozenset({"business", "coordinator", "planner", "administrator"})
BUSINESS, COORDINATOR = frozenset({"business"}), frozenset({"coordinator"})
PLANNER, ADMINISTRATOR = frozenset({"planner"}), frozenset({"administrator"})
STAFF = COORDINATOR | ADMINISTRATOR
FIRM = BUSINESS | COORDINATOR  # whose thing it is, and who helps it
COUNTS = PLANNER | STAFF

LISTING = {"side": "output", "text": "ყურძნის ჭაჭა"}
SITE = {"municipality": "telavi", "site_name": "მარანი"}
NAMES = {"name_ka": "შპს ჭაჭის სახლი", "name_latin": "Chachis Sakhli LLC", "nace_division": "11"}
LATER = {"verdict": "later"}
OFFER = {"site_id": "<own_site>", "process_id": "<offered_process>"}
"""What stands in `<…>` is the thing of that name."""

TALKS = {"verdict": "in_talks"}
FIGURE = {"assumption_id": "price", "central": "120", "why": "asked", "number": "0"}

CODE = {"ewc_code": "020701", "why": "an analysis"}
PHRASE = {"phrase": "მარნის ლექი", "entry_id": "wine-lees", "said": "yes"}


@dataclass(frozen=True)
class Door:
    """`who` may enter. `behind`: for each variable of the address the thing it names; with `is_owned` it
    belongs
    to the first business, and to another one it must seem not to exist. `body` is a valid request."""

    who: frozenset[str]
    behind: dict[str, str] = field(default_factory=dict)
    is_owned: bool = True
    body: dict[str, Any] = field(default_factory=dict)


def _of(who: frozenset[str], thing: str, name: str | None = None, **body: Any) -> Door:
    return Door(who, {name or f"{thing}_id": thing}, body=body)


DOORS: dict[str, Door] = {
    "api-docs.openapi_json": Door(ANYONE),
    "api_account.change_contact": Door(EVERYBODY, body={"contact_name": "ნინო"}),
    "api_account.create_token": Door(EVERYBODY, body={"name": "cash desk"}),
    "api_account.list_tokens": Door(EVERYBODY),
    "api_account.revoke_token": Door(EVERYBODY, {"token_id": "fresh_token"}, is_owned=False),
    "api_account.show_me": Door(EVERYBODY),
    "api_chains.answer_chain": Door(COORDINATOR, {"chain_id": "chain"}, is_owned=False, body=TALKS),
    "api_chains.list_chains": Door(COORDINATOR),
    "api_chains.list_gaps": Door(COUNTS),
    "api_chains.show_chains": _of(FIRM, "match"),
    "api_exchanges.list_disclosures": Door(STAFF),
    "api_exchanges.list_exchanges": Door(FIRM),
    "api_exchanges.record_outcome": _of(FIRM, "exchange", happened="no", reason="price", side="output"),
    "api_exchanges.show_exchange": _of(FIRM, "exchange"),
    "api_firms.add_site": _of(FIRM, "firm", **SITE),
    "api_firms.ask_opt_out": _of(FIRM, "firm", identification_code="404555666"),
    "api_firms.edit_firm": _of(FIRM, "firm", **NAMES),
    "api_firms.edit_site": Door(FIRM, {"firm_id": "firm", "site_id": "site"}, body=SITE),
    "api_firms.enrol_firm": Door(COORDINATOR, body={**NAMES, **SITE}),
    "api_firms.list_firms": Door(COORDINATOR),
    "api_firms.list_offered": _of(FIRM, "firm"),
    "api_firms.offer_process": _of(FIRM, "firm", **OFFER),
    "api_firms.list_inflows": _of(FIRM, "firm"),
    "api_firms.list_opt_outs": _of(FIRM, "firm"),
    "api_firms.list_sites": _of(FIRM, "firm"),
    "api_firms.remove_opt_out": Door(FIRM, {"firm_id": "firm", "opt_out_id": "opt_out"}),
    "api_firms.show_firm": _of(FIRM, "firm"),
    "api_firms.suspend_firm": Door(COORDINATOR, {"firm_id": "third_firm"}, is_owned=False),
    "api_firms.verify_firm": Door(COORDINATOR, {"firm_id": "third_firm"}, is_owned=False),
    "api_firms.withdraw_process": Door(
        FIRM, {"firm_id": "firm", "site_id": "site", "process_id": "offered_process"}
    ),
    "api_knowledge.show_material": Door(ANYONE, {"material_id": "material"}, is_owned=False),
    "api_knowledge.show_understood": Door(ANYONE),
    "api_knowledge.show_use": Door(ANYONE, {"use_id": "use"}, is_owned=False),
    "api_listings.correct_listing": _of(FIRM, "listing", entry_id="grape-seeds", meant="not"),
    "api_listings.edit_listing": _of(FIRM, "listing", **LISTING),
    "api_listings.list_listings": Door(FIRM),
    "api_listings.pause_listing": _of(FIRM, "listing"),
    "api_listings.post_listing": Door(FIRM, body=LISTING),
    "api_listings.post_many": Door(FIRM, body={"listings": [LISTING]}),
    "api_listings.renew_listing": _of(FIRM, "listing"),
    "api_listings.resume_listing": _of(FIRM, "listing"),
    "api_listings.show_listing": _of(FIRM, "listing"),
    "api_listings.show_meanings": _of(FIRM, "listing"),
    "api_listings.withdraw_listing": _of(FIRM, "spare_listing", "listing_id"),
    "api_listings.list_code_changes": _of(FIRM, "listing"),
    "api_listings.set_code": Door(COORDINATOR, {"listing_id": "listing"}, is_owned=False, body=CODE),
    "api_matches.decide": _of(BUSINESS, "match", **LATER),
    "api_matches.list_matches": Door(FIRM),
    "api_matches.rematch": Door(COORDINATOR),
    "api_matches.show_match": _of(FIRM, "match"),
    "api_network.show_network": Door(COUNTS),
    "api_opt_outs.decide_opt_out": Door(
        COORDINATOR, {"opt_out_id": "opt_out"}, is_owned=False, body={"said": "yes"}
    ),
    "api_opt_outs.list_opt_outs": Door(COORDINATOR),
    "api_reference.list_divisions": Door(ANYONE),
    "api_reference.list_materials": Door(ANYONE),
    "api_reference.list_municipalities": Door(ANYONE),
    "api_reference.list_periods": Door(ANYONE),
    "api_reference.list_units": Door(ANYONE),
    "api_reference.list_uses": Door(ANYONE),
    "api_reference.search_codes": Door(ANYONE),
    "api_rules.edit_rule": Door(ADMINISTRATOR, {"rule_id": "rule"}, is_owned=False, body={"number": 0}),
    "api_rules.list_rules": Door(ANYONE),
    "api_rules.show_rule": Door(ANYONE, {"rule_id": "rule"}, is_owned=False),
    "api_synonyms.judge_synonym": Door(COORDINATOR, body=PHRASE),
    "api_synonyms.remove_synonym": Door(COORDINATOR, {"synonym_id": "synonym"}, is_owned=False),
    "api_synonyms.show_synonyms": Door(COORDINATOR),
    "api_typical.show_estimates": Door(ANYONE, {"place_id": "place"}, is_owned=False),
    "api_typical.show_sector": Door(ANYONE, {"nace": "sector"}, is_owned=False),
    "health.live": Door(ANYONE),
    "health.ready": Door(ANYONE),
    "pages.about": Door(ANYONE),
    "pages.account": Door(EVERYBODY),
    "pages.answer_chain": Door(COORDINATOR, {"id": "chain"}, is_owned=False, body=TALKS),
    "pages.add_site": Door(BUSINESS, body=SITE),
    "pages.atlas": Door(COUNTS),
    "pages.atlas_csv": Door(COUNTS),
    "pages.close_user": Door(ADMINISTRATOR, {"id": "third_user"}, is_owned=False),
    "pages.codes": Door(ANYONE),
    "pages.correct_listing": _of(FIRM, "listing", "id", tap="not:grape-seeds"),
    "pages.contact": Door(BUSINESS, body={"contact_name": "ნინო"}),
    "pages.decide": _of(BUSINESS, "match", "id", **LATER),
    "pages.decide_opt_out": Door(COORDINATOR, {"id": "opt_out"}, is_owned=False, body={"said": "yes"}),
    "pages.desk": Door(COORDINATOR),
    "pages.desk_chains": Door(COORDINATOR),
    "pages.desk_disclosures": Door(STAFF),
    "pages.desk_firm": Door(COORDINATOR, {"id": "firm"}, is_owned=False),
    "pages.compare_now": Door(COORDINATOR),
    "pages.desk_matches": Door(COORDINATOR),
    "pages.desk_opt_outs": Door(COORDINATOR),
    "pages.edit_assumption": Door(COORDINATOR, {"id": "match"}, is_owned=False, body=FIGURE),
    "pages.edit_firm": Door(BUSINESS, body=NAMES),
    "pages.edit_listing": _of(BUSINESS, "listing", "id", **LISTING),
    "pages.edit_site": _of(BUSINESS, "site", "id", **SITE),
    "pages.exchange": _of(FIRM, "exchange", "id"),
    "pages.exchanges": Door(FIRM),
    "pages.firm": Door(BUSINESS),
    "pages.front": Door(ANYONE),
    "pages.gaps": Door(COUNTS),
    "pages.how_it_works": Door(ANYONE),
    "pages.language": Door(ANYONE, body={"language": "en"}),
    "pages.listing": _of(FIRM, "listing", "id"),
    "pages.listing_action": _of(BUSINESS, "listing", "id", action="renew"),
    "pages.listings": Door(BUSINESS),
    "pages.login": Door(ANYONE),
    "pages.logout": Door(EVERYBODY),
    "pages.match": _of(FIRM, "match", "id"),
    "pages.matches": Door(BUSINESS),
    "pages.material": Door(ANYONE, {"id": "material"}, is_owned=False),
    "pages.materials": Door(ANYONE),
    "pages.new_listing": Door(BUSINESS, body=LISTING),
    "pages.new_user": Door(ADMINISTRATOR, body={"email": "new@example.ge", "role": "planner"}),
    "pages.offer_process": Door(BUSINESS, body=OFFER),
    "pages.offered_process": Door(BUSINESS, {"id": "site", "process_id": "offered_process"}),
    "pages.opt_outs": Door(BUSINESS, body={"identification_code": "404555667"}),
    "pages.password": Door(EVERYBODY),
    "pages.place": Door(ANYONE, {"id": "place"}, is_owned=False),
    "pages.places": Door(ANYONE),
    "pages.privacy": Door(ANYONE),
    "pages.record_outcome": _of(FIRM, "exchange", "id", happened="no", reason="price", side="output"),
    "pages.register": Door(ANYONE),
    "pages.remove_opt_out": _of(BUSINESS, "opt_out", "id"),
    "pages.reset_password": Door(ADMINISTRATOR, {"id": "third_user"}, is_owned=False),
    "pages.revoke_token": Door(EVERYBODY, {"id": "fresh_token"}, is_owned=False),
    "pages.rule": Door(ADMINISTRATOR, {"id": "rule"}, is_owned=False, body={"number": "0"}),
    "pages.rules": Door(ADMINISTRATOR),
    "pages.sector": Door(ANYONE, {"id": "sector"}, is_owned=False),
    "pages.sectors": Door(ANYONE),
    "pages.suggested_codes": Door(BUSINESS),
    "pages.remove_synonym": Door(COORDINATOR, {"id": "synonym"}, is_owned=False),
    "pages.say_what_is_treated": Door(BUSINESS, body=OFFER | {"treats": ["wood"]}),
    "pages.set_code": Door(COORDINATOR, {"id": "listing"}, is_owned=False, body=CODE),
    "pages.switch_weights": Door(ADMINISTRATOR, body={"number": "0", "version": ""}),
    "pages.token": Door(EVERYBODY, body={"name": "cash desk"}),
    "pages.undo_rule": Door(ADMINISTRATOR, {"id": "changed_rule"}, is_owned=False, body={"number": "1"}),
    "pages.synonyms": Door(COORDINATOR),
    "pages.synonyms_csv": Door(COORDINATOR),
    "pages.understood_part": Door(BUSINESS),
    "pages.use": Door(ANYONE, {"id": "use"}, is_owned=False),
    "pages.users": Door(ADMINISTRATOR),
    "pages.verify_firm": Door(COORDINATOR, {"id": "third_firm"}, is_owned=False, body={"action": "verify"}),
    "pages.waste_codes": Door(ANYONE),
    "pages.weights": Door(ADMINISTRATOR),
    "pages.withdraw_process": Door(BUSINESS, body=OFFER),
    "static": Door(ANYONE, {"filename": "style"}, is_owned=False),
}

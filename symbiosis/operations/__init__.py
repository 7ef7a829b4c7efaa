"""The verbs of the story, one function each: `verb(services, viewer, …, *, now)`. No Flask inside.

They raise the errors of `symbiosis/errors.py` and return records of `symbiosis/views.py`, already reduced
to what
the viewer may see.
"""

from __future__ import annotations

from symbiosis.operations.answer_chain import answer_chain
from symbiosis.operations.change_listing_state import change_listing_state, renew_listing
from symbiosis.operations.change_password import change_password, edit_contact, set_language, show_account
from symbiosis.operations.correct_listing import correct_listing, meanings_of_listing, meanings_of_words
from symbiosis.operations.create_token import create_token, list_tokens, revoke_token
from symbiosis.operations.create_user import (
    create_administrator,
    create_user,
    list_users,
    reset_password,
    set_user_disabled,
)
from symbiosis.operations.decide import decide
from symbiosis.operations.edit_assumption import edit_assumption
from symbiosis.operations.edit_firm import add_site, edit_firm, edit_site
from symbiosis.operations.edit_rule import (
    edit_rule,
    list_rules,
    rule_history,
    rules_of_match,
    show_rule,
    undo_rule_change,
)
from symbiosis.operations.find_chains import find_chains_due
from symbiosis.operations.find_matches import find_matches, rematch_due
from symbiosis.operations.judge_synonym import (
    accept_synonym,
    refuse_synonym,
    remove_synonym,
    show_synonyms,
)
from symbiosis.operations.log_in import log_in
from symbiosis.operations.my_matches import (
    all_matches,
    matches_by_worth,
    matches_of_listing,
    my_matches,
    show_match,
)
from symbiosis.operations.network_totals import network_totals
from symbiosis.operations.offer_process import (
    list_offered,
    offer_process,
    say_what_is_treated,
    withdraw_process,
)
from symbiosis.operations.open_code import is_code_open, open_codes
from symbiosis.operations.opt_out import (
    all_opt_outs,
    ask_opt_out,
    decide_opt_out,
    list_opt_outs,
    remove_opt_out,
)
from symbiosis.operations.planner_counts import planner_counts
from symbiosis.operations.post_listing import edit_listing, post_listing
from symbiosis.operations.record_outcome import record_outcome
from symbiosis.operations.register_firm import enrol_firm, register_firm
from symbiosis.operations.rematch import rematch, see_comparing
from symbiosis.operations.search_codes import search_codes
from symbiosis.operations.see_gaps import show_gaps, show_third_parties
from symbiosis.operations.see_material import show_material
from symbiosis.operations.see_place import show_place
from symbiosis.operations.see_sector import show_sector, usual_for_me
from symbiosis.operations.see_use import show_use
from symbiosis.operations.set_code import code_history, set_code
from symbiosis.operations.show_exchange import list_disclosures, my_exchanges, show_exchange
from symbiosis.operations.show_firm import list_firms, list_sites, show_desk, show_firm
from symbiosis.operations.show_first import how_shown, show_first
from symbiosis.operations.show_inflows import show_inflows
from symbiosis.operations.show_listing import all_listings, firm_listings, my_listings, show_listing
from symbiosis.operations.third_parties import third_parties
from symbiosis.operations.understand import understand
from symbiosis.operations.verify_firm import suspend_firm, verify_firm
from symbiosis.operations.weigh import show_weights, switch_weights

__all__ = [
    "accept_synonym",
    "add_site",
    "all_listings",
    "all_matches",
    "all_opt_outs",
    "answer_chain",
    "ask_opt_out",
    "change_listing_state",
    "change_password",
    "code_history",
    "correct_listing",
    "create_administrator",
    "create_token",
    "create_user",
    "decide",
    "decide_opt_out",
    "edit_assumption",
    "edit_contact",
    "edit_firm",
    "edit_listing",
    "edit_rule",
    "edit_site",
    "enrol_firm",
    "find_chains_due",
    "find_matches",
    "firm_listings",
    "how_shown",
    "is_code_open",
    "list_disclosures",
    "list_firms",
    "list_offered",
    "list_opt_outs",
    "list_rules",
    "list_sites",
    "list_tokens",
    "list_users",
    "log_in",
    "matches_by_worth",
    "matches_of_listing",
    "meanings_of_listing",
    "meanings_of_words",
    "my_exchanges",
    "my_listings",
    "my_matches",
    "network_totals",
    "offer_process",
    "open_codes",
    "planner_counts",
    "post_listing",
    "record_outcome",
    "refuse_synonym",
    "register_firm",
    "rematch",
    "rematch_due",
    "remove_opt_out",
    "remove_synonym",
    "renew_listing",
    "reset_password",
    "revoke_token",
    "rule_history",
    "rules_of_match",
    "say_what_is_treated",
    "search_codes",
    "see_comparing",
    "set_code",
    "set_language",
    "set_user_disabled",
    "show_account",
    "show_desk",
    "show_exchange",
    "show_firm",
    "show_first",
    "show_gaps",
    "show_inflows",
    "show_listing",
    "show_match",
    "show_material",
    "show_place",
    "show_rule",
    "show_sector",
    "show_synonyms",
    "show_third_parties",
    "show_use",
    "show_weights",
    "suspend_firm",
    "switch_weights",
    "third_parties",
    "understand",
    "undo_rule_change",
    "usual_for_me",
    "verify_firm",
    "withdraw_process",
]

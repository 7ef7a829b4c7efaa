"""Who may do what, and which field goes to whom."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from graph.errors import NotFound
from graph.records import Firm, Role, Site, StoredListing
from matching.impact.records import About
from matching.records import Side
from symbiosis import access
from symbiosis.access import (
    ACTIONS,
    FIELDS,
    Closeness,
    Viewer,
    may_know,
    require,
    require_for,
    route_allows,
    rule_of,
)
from symbiosis.errors import NotAllowed, NotLoggedIn
from symbiosis.views import CounterpartView
from tests.symbiosis.builders import a_viewer

NOBODY = Viewer()
ABOUT = (*get_args(About), "invented")
PRIVATE = {
    "business": {
        "see_firm", "edit_firm", "see_inflows", "see_listing", "post_listing", "edit_listing", "see_match",
        "decide", "see_exchange", "record_outcome", "opt_out",
    },
    "coordinator": {
        "see_firm", "edit_firm", "see_inflows", "list_firms", "enrol_firm", "see_contacts", "verify_firm",
        "see_listing",
        "list_listings", "post_listing", "edit_listing", "rematch", "see_match", "list_matches",
        "see_exchange", "record_outcome", "list_exchanges", "see_disclosures", "see_network",
        "edit_worth", "answer_chain", "opt_out", "decide_opt_out", "judge_synonym", "set_code",
    },
    "planner": {"see_network"},
    "administrator": {"see_disclosures", "see_network", "manage_users", "edit_law", "weigh_evidence"},
}  # fmt: skip
"""Written out a second time on purpose: a change of the table must be meant."""
COMMON = {"manage_account", "make_token"}
PUBLIC = {"search_codes", "register_firm", "see_totals", "see_book"}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_a_role_may_do_what_is_written_and_nothing_else(role: Role, action: str) -> None:
    allowed = action in PRIVATE[role.value] | COMMON | PUBLIC
    viewer = a_viewer(role)
    if allowed:
        require(viewer, action)
    else:
        with pytest.raises(NotAllowed):
            require(viewer, action)


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_a_visitor_is_asked_to_log_in_for_everything_that_is_not_public(action: str) -> None:
    if action in PUBLIC:
        require(NOBODY, action)
    else:
        with pytest.raises(NotLoggedIn):
            require(NOBODY, action)


@pytest.mark.parametrize("action", ["see_firm", "edit_listing", "see_match", "decide", "see_exchange"])
def test_a_thing_of_another_firm_is_not_there(action: str) -> None:
    mine = a_viewer(Role.BUSINESS, firm_id="mine")
    require_for(mine, action, "mine", what="thing", id="1")
    with pytest.raises(NotFound):
        require_for(mine, action, "other", what="thing", id="1")


def test_a_figure_of_one_side_is_nothing_to_the_other_and_an_unknown_kind_to_nobody() -> None:
    seen = {
        about: [side for side in (Side.OUTPUT, Side.NEED, None) if may_know(about, side)] for about in ABOUT
    }
    assert seen == {
        "giver": [Side.OUTPUT, None],
        "taker": [Side.NEED, None],
        "both": [Side.OUTPUT, Side.NEED, None],
        "broker": [None],
        "invented": [],
    }


def test_a_business_without_a_firm_owns_nothing() -> None:
    with pytest.raises(NotFound):
        require_for(a_viewer(Role.BUSINESS, firm_id=None), "see_firm", "", what="firm", id="")


@pytest.mark.parametrize(
    ("record", "kept"),
    [("listing", StoredListing), ("firm", Firm), ("site", Site)],
    ids=str,
)
def test_every_kept_field_has_a_closeness(record: str, kept: type) -> None:
    assert set(FIELDS[record]) == {field.name for field in fields(kept)}


def test_before_consent_a_firm_is_sector_and_municipality() -> None:
    shown = {
        record: {f for f in FIELDS[record] if access.shows(record, f, Closeness.MATCHED)} for record in FIELDS
    }
    assert shown["firm"] == {"nace_division", "is_demo"}
    assert shown["site"] == {"municipality"}
    assert shown["contact"] == set()
    hidden = {"firm_id", "site_id", "lat", "lon", "cost_gel_per_year", "id", "visibility", "state"}
    assert not shown["listing"] & hidden


def test_a_personal_number_and_costs_reach_no_partner_even_after_consent() -> None:
    assert not access.shows("firm", "personal_number_digest", Closeness.OWNER)
    assert not access.shows("listing", "cost_gel_per_year", Closeness.CONSENTED)


def test_a_field_that_no_table_names_is_shown_to_nobody() -> None:
    assert not access.shows("listing", "a_field_added_later", Closeness.OWNER)


def test_the_other_side_of_a_match_has_no_field_beyond_its_closeness() -> None:
    plain = {f.name for f in fields(CounterpartView)} - {
        "listing_id", "firm_id", "firm_name_ka", "firm_name_latin",
    }  # fmt: skip
    assert all(access.shows("listing", name, Closeness.MATCHED) for name in plain)


def test_a_view_that_states_nothing_lets_nobody_in() -> None:
    def view() -> None: ...

    assert rule_of(view) is None
    for role in Role:
        with pytest.raises(NotAllowed):
            access.require_route(a_viewer(role), view)


def test_an_unknown_role_cannot_be_written_on_a_route() -> None:
    with pytest.raises(ValueError, match="burglar"):
        route_allows("burglar")
    with pytest.raises(ValueError, match="at least one"):
        route_allows()

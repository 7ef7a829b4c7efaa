"""The ranked pairs of a firm, listing by listing; and one of them; and, for coordinators, all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from graph import exchanges, firms, listings, matches
from graph.errors import NotFound
from graph.records import FirmStatus, ListingState, StoredListing, StoredMatch, Visibility
from matching.records import Side
from symbiosis.access import Viewer, may_see_all, require, require_for
from symbiosis.operations.ask_what_if import what_ifs
from symbiosis.operations.reckon_worth import Order, by_worth, changes_of, worth_of
from symbiosis.operations.show_listing import listing_for
from symbiosis.reducing import is_expired, is_open, listing_view, match_view, my_side
from symbiosis.views import EarlierView, ListingMatches, MatchView
from symbiosis.wiring import Services

MOST_WEIGHED = 200
"""So many pairs are weighed by their worth for the desk: it is reckoned anew each time."""

Pair = tuple[StoredListing, StoredListing]


def my_matches(
    services: Services, viewer: Viewer, *, now: datetime, by: Order | None = None
) -> tuple[ListingMatches, ...]:
    """Every listing of the viewer's firm that was not withdrawn, newest first, with its matches best first.

    `by`: the order of the matches, and then each comes with its worth; None: by fit, worth not reckoned.
    """
    require(viewer, "see_match")
    if viewer.firm_id is None:
        return ()
    firm_id = viewer.firm_id
    mine = [
        listing
        for listing in listings.of_firm(services.store, firm_id)
        if listing.state is not ListingState.WITHDRAWN
    ]
    found = matches.of_firm(services.store, firm_id, now)
    pairs = _pairs(services, found)
    said = changes_of(services, found) if by else {}
    by_listing: dict[str, list[MatchView]] = {listing.id: [] for listing in mine}
    for match in sorted(found, key=lambda match: (-match.score, match.id)):
        pair = pairs.get(match.id)
        side = my_side(pair, firm_id) if pair else None
        if pair is None or side is None or not may_be_shown(match, pair, side, now):
            continue
        own = pair[0] if side is Side.OUTPUT else pair[1]
        by_listing.setdefault(own.id, []).append(
            match_view(
                match,
                *pair,
                side=side,
                now=now,
                worth=worth_of(services, match, pair, side, said) if by else None,
            )
        )
    if by == "worth":
        by_listing = {id: by_worth(shown) for id, shown in by_listing.items()}
    by_listing = {id: shown_first(shown) for id, shown in by_listing.items()}
    return tuple(
        ListingMatches(
            listing=listing_view(listing, now=now),
            matches=tuple(by_listing[listing.id]),
            why_none=None if by_listing[listing.id] else why_none(listing, now),
        )
        for listing in mine
    )


def shown_first(found: Sequence[MatchView]) -> list[MatchView]:
    """The matches of a listing in their order, but for those that are not to be shown first: they follow."""
    return sorted(found, key=lambda match: match.slot == "further")


def show_match(services: Services, viewer: Viewer, match_id: str, *, now: datetime) -> MatchView:
    """One pair, from the viewer's side; a coordinator sees both.

    Raises:
        NotFound: it does not exist, or the viewer may not know of it.
    """
    match, pair, side = match_for(services, viewer, "see_match", match_id, now=now)
    worth = worth_of(services, match, pair, side, changes_of(services, [match]))
    told = what_ifs(services, match, pair, side, now=now)
    if side is not None:
        return match_view(match, *pair, side=side, now=now, worth=worth, what_ifs=told)
    names = {
        listing.firm_id: firm
        for listing in pair
        if (firm := firms.firm_by_id(services.store, listing.firm_id)) is not None
    }
    view = match_view(match, *pair, side=None, now=now, firms=names, worth=worth, what_ifs=told)
    earlier = exchanges.before(services.store, match_id)
    return replace(view, earlier=tuple(EarlierView(one.id, one.stage, one.opened_at) for one in earlier))


def all_matches(
    services: Services, viewer: Viewer, *, skip: int = 0, limit: int = 50, now: datetime
) -> tuple[MatchView, ...]:
    """The pairs of all firms, best first, with the firms' names."""
    require(viewer, "list_matches")
    found = matches.all_matches(services.store, skip=skip, limit=limit)
    return _for_desk(services, found, now, with_worth=False)


def matches_by_worth(
    services: Services, viewer: Viewer, *, gel_per_t: float = 0.0, now: datetime
) -> tuple[MatchView, ...]:
    """The likeliest pairs of all firms (`MOST_WEIGHED`) with their worth, by what is likely and worth it.

    Args:
        gel_per_t: what a tonne of greenhouse gas saved is held worth beside the money.
    """
    require(viewer, "list_matches")
    found = matches.all_matches(services.store, limit=MOST_WEIGHED)
    return tuple(by_worth(_for_desk(services, found, now, with_worth=True), gel_per_t))


def _for_desk(
    services: Services, found: list[StoredMatch], now: datetime, *, with_worth: bool
) -> tuple[MatchView, ...]:
    """Pairs with the firms' names, for who sees both sides."""
    pairs = _pairs(services, found)
    said = changes_of(services, found) if with_worth else {}
    names = {firm.id: firm for firm in firms.list_firms(services.store)}
    return tuple(
        match_view(
            match,
            *pairs[match.id],
            side=None,
            now=now,
            firms=names,
            worth=worth_of(services, match, pairs[match.id], None, said) if with_worth else None,
        )
        for match in found
        if match.id in pairs
    )


def matches_of_listing(
    services: Services, viewer: Viewer, listing_id: str, *, now: datetime
) -> tuple[MatchView, ...]:
    """The pairs of one listing, best first.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
    """
    listing = listing_for(services, viewer, "see_match", listing_id)
    found = matches.of_listing(services.store, listing_id)
    pairs = _pairs(services, found)
    sees_all = may_see_all(viewer, "see_match")
    names = {firm.id: firm for firm in firms.list_firms(services.store)} if sees_all else None
    side = None if sees_all else listing.side
    return tuple(
        match_view(match, *pairs[match.id], side=side, now=now, firms=names)
        for match in sorted(found, key=lambda match: (-match.score, match.id))
        if match.id in pairs and (side is None or may_be_shown(match, pairs[match.id], side, now))
    )


def match_for(
    services: Services, viewer: Viewer, action: str, match_id: str, *, now: datetime
) -> tuple[StoredMatch, Pair, Side | None]:
    """The record of a pair, its output and need, and the viewer's side (None for who sees all).

    Raises:
        NotFound: it does not exist, or the viewer may not know of it.
    """
    require(viewer, action)
    match = matches.by_id(services.store, match_id)
    pair = _pairs(services, [match]).get(match.id) if match else None
    if match is None or pair is None:
        raise NotFound(what="match", id=match_id)
    require_for(viewer, action, pair[0].firm_id, pair[1].firm_id, what="match", id=match_id)
    if may_see_all(viewer, action):
        return match, pair, None
    side = my_side(pair, viewer.firm_id)
    if side is None or not may_be_shown(match, pair, side, now):
        raise NotFound(what="match", id=match_id)
    return match, pair, side


def may_be_shown(match: StoredMatch, pair: Pair, side: Side, now: datetime) -> bool:
    """Whether the firm on `side` may know of the pair.

    What the other firm keeps to coordinators, has closed, or is not verified for, nobody else meets, nor do
    firms that are kept apart; what this firm already answered stays in its view.
    """
    other, verdict = (pair[1], match.output_verdict) if side is Side.OUTPUT else (pair[0], match.need_verdict)
    if match.exchange_id is not None:
        return True
    if other.visibility is not Visibility.ANONYMOUS:
        return False
    return verdict is not None or (match.is_current and is_open(other, now) and not _are_apart(*pair))


def _are_apart(output: StoredListing, need: StoredListing) -> bool:
    return need.firm_id in output.declines or output.firm_id in need.declines


def why_none(listing: StoredListing, now: datetime) -> str:
    """Key of the reason why a listing has no match to show."""
    if listing.firm_status is not FirmStatus.VERIFIED:
        return listing.firm_status.value
    if listing.state is not ListingState.ACTIVE:
        return listing.state.value
    if is_expired(listing, now):
        return "expired"
    if listing.matched_at is None or listing.changed_at > listing.matched_at:
        return "not_yet"
    return "nothing_fits"


def _pairs(services: Services, found: list[StoredMatch]) -> dict[str, Pair]:
    ids = [each for match in found for each in (match.output_id, match.need_id)]
    known = listings.by_ids(services.store, ids)
    return {
        match.id: (known[match.output_id], known[match.need_id])
        for match in found
        if match.output_id in known and match.need_id in known
    }

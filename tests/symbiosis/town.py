"""People and firms for tests, made through the operations that the site itself uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graph import accounts
from graph.ids import new_id
from graph.records import Role, User
from matching.law_in_force import EDITABLE
from matching.records import Verdict
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.inputs import DecisionInput, ListingInput, RuleInput, SynonymInput, TokenInput
from symbiosis.passwords import hash_password
from symbiosis.views import ListingView, MatchView
from symbiosis.wiring import Services
from tests.symbiosis.builders import (
    NOW,
    PASSWORD,
    a_firm,
    a_need,
    a_registration,
    a_site,
    an_output,
    viewer_of,
)

HASH = hash_password(PASSWORD)


@dataclass
class Town:
    """Whoever a test needs."""

    services: Services
    keys: dict[str, dict[str, str]] = field(default_factory=dict)

    def somebody(self, role: Role, **changes: Any) -> Viewer:
        """A user of a role without a firm; the password is `PASSWORD`."""
        id_ = new_id()
        email = f"{role.value}-{id_}@example.ge"
        user = User(id_, email, HASH, role, "en", NOW, **changes)
        accounts.add_user(self.services.store, user)
        return viewer_of(user)

    def user(self, viewer: Viewer) -> User:
        """The record behind a viewer."""
        user = accounts.user_by_id(self.services.store, viewer.user_id or "")
        assert user is not None
        return user

    def coordinator(self) -> Viewer:
        return self.somebody(Role.COORDINATOR)

    def business(self, *, verified: bool = True, nace: str = "11", at: str = "telavi", **site: Any) -> Viewer:
        """Somebody who registered a firm; verified by a coordinator unless told otherwise."""
        given = a_registration(firm=a_firm(nace_division=nace), site=a_site(municipality=at, **site))
        user = operations.register_firm(self.services, Viewer(language="en"), given, now=NOW)
        if verified:
            operations.verify_firm(self.services, self.coordinator(), user.firm_id or "", now=NOW)
        return viewer_of(user)

    def key(self, viewer: Viewer) -> dict[str, str]:
        """Headers with a personal key of the viewer; one for each viewer."""
        known = self.keys.get(viewer.user_id or "")
        if known:
            return known
        made = operations.create_token(self.services, viewer, TokenInput("test"), now=NOW)
        self.keys[viewer.user_id or ""] = {"Authorization": f"Bearer {made.secret}"}
        return self.keys[viewer.user_id or ""]

    def post(self, viewer: Viewer, given: ListingInput) -> ListingView:
        """A listing of the viewer's firm."""
        return operations.post_listing(self.services, viewer, given, now=NOW)

    def matches_of(self, viewer: Viewer) -> list[MatchView]:
        """All matches that a business sees."""
        groups = operations.my_matches(self.services, viewer, now=NOW)
        return [match for group in groups for match in group.matches]

    def pair(self) -> tuple[Viewer, Viewer, MatchView]:
        """A giver and a taker of grape pomace, and the match between them as the giver sees it."""
        giver, taker = self.business(), self.business(nace="01", at="gurjaani")
        self.post(giver, an_output())
        self.post(taker, a_need())
        [match] = self.matches_of(giver)
        return giver, taker, match

    def exchange(self) -> tuple[Viewer, Viewer, str]:
        """A pair that both sides said yes to, with the id of their exchange."""
        giver, taker, match = self.pair()
        yes = DecisionInput(Verdict.YES)
        operations.decide(self.services, giver, match.id, yes, now=NOW)
        done = operations.decide(self.services, taker, match.id, yes, now=NOW)
        assert done.exchange_id is not None
        return giver, taker, done.exchange_id

    def synonym(self, phrase: str, entry_id: str) -> str:
        """A synonym that a coordinator accepted; gives the id of the decision."""
        keeper = self.coordinator()
        operations.accept_synonym(self.services, keeper, SynonymInput(phrase, entry_id), now=NOW)
        return operations.show_synonyms(self.services, keeper).in_force[0].id

    def change_rule(self, rule_id: str, **fields: Any) -> None:
        """The rule as an administrator says it: as in the files but for `fields`."""
        rule = self.services.book.rules[rule_id]
        said = {name: getattr(rule, name) for name in EDITABLE} | fields
        keeper = self.somebody(Role.ADMINISTRATOR)
        number = operations.rule_history(self.services, keeper, rule_id).number
        operations.edit_rule(self.services, keeper, rule_id, RuleInput(said, number), now=NOW)

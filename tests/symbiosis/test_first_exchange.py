"""The story of the first exchange, through the operations."""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.records import Role
from matching.records import Verdict
from symbiosis import operations
from symbiosis.errors import NotAllowed
from symbiosis.inputs import DecisionInput
from tests.symbiosis.builders import NOW
from tests.symbiosis.town import Town


def test_two_firms_meet_and_each_sees_the_other_only_after_both_said_yes(town: Town) -> None:
    giver, taker, match = town.pair()
    assert match.other.municipality == "gurjaani"
    assert match.other.nace_division == "01"
    assert match.other.firm_name_ka is None
    assert round(sum(part.contribution for part in match.evidence), 4) == match.score

    yes = DecisionInput(Verdict.YES)
    first = operations.decide(town.services, giver, match.id, yes, now=NOW)
    assert first.exchange_id is None
    assert operations.my_exchanges(town.services, giver, now=NOW) == ()
    [seen_by_taker] = town.matches_of(taker)
    assert seen_by_taker.other_said_yes

    second = operations.decide(town.services, taker, match.id, yes, now=NOW)
    assert second.exchange_id is not None
    shown = operations.show_exchange(town.services, giver, second.exchange_id, now=NOW)
    assert shown.need.contacts[0].email == town.user(taker).email
    [line] = operations.list_disclosures(town.services, town.coordinator(), now=NOW)
    assert (line.viewer_user_id, line.firm_id) == (giver.user_id, taker.firm_id)


@pytest.mark.parametrize("role", [Role.PLANNER, Role.ADMINISTRATOR])
def test_others_do_not_see_the_exchange(town: Town, role: Role) -> None:
    *_, exchange_id = town.exchange()
    with pytest.raises(NotFound):
        operations.show_exchange(town.services, town.business(), exchange_id, now=NOW)
    with pytest.raises(NotAllowed):
        operations.show_exchange(town.services, town.somebody(role), exchange_id, now=NOW)

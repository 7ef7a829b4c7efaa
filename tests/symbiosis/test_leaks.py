"""What a stranger tries, to learn who is behind a match, or to enter where nobody let him in."""

from __future__ import annotations

import pytest

from graph.errors import AlreadyThere
from graph.ids import new_id
from matching.records import Verdict
from symbiosis import operations
from symbiosis.inputs import DecisionInput
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town

YES = DecisionInput(Verdict.YES)


def test_a_yes_given_elsewhere_never_counts_as_the_yes_of_the_other_side(
    services: Services, town: Town
) -> None:
    stranger, victim, match = town.pair()
    town.post(stranger, a_need())
    town.post(town.business(), an_output())
    [elsewhere] = [each for each in town.matches_of(stranger) if each.my_side != match.my_side]
    same = DecisionInput(Verdict.YES, id=new_id())
    operations.decide(services, stranger, elsewhere.id, same, now=NOW)
    with pytest.raises(AlreadyThere):
        operations.decide(services, stranger, match.id, same, now=NOW)
    assert operations.decide(services, stranger, match.id, YES, now=NOW).exchange_id is None
    assert operations.my_exchanges(services, stranger, now=NOW) == ()
    assert all(each.my_verdict is None for each in town.matches_of(victim))

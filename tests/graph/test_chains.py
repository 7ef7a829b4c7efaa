"""Chains are kept while they hold, and reckoned anew when their pairs or their processors changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from graph import chain_answers, chains, firms, listings, matches, offers
from graph.chain_answers import ChainAnswer
from graph.chains import Due, Reckoned, StoredChain
from graph.errors import NotFound
from graph.ids import new_id
from graph.offers import ProcessOffer
from graph.records import FirmStatus, Visibility
from graph.store import Store
from matching.records import Side
from tests.graph.builders import NOW, Enrolled, a_chain, compare, enrol
from tests.graph.pairs import Pair


class Line:
    """A pair, a pelletiser that offers its process, and the chain through it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.pair = Pair(store)
        self.miller = enrol(store, nace_division="16")
        self.offer = ProcessOffer(self.miller.firm.id, self.miller.site.id, "pelletising", 500.0)
        offers.put(store, self.offer)
        compare(store, self.pair.output_id, self.pair.need_id)
        self.keep()

    def keep(self, *, found: bool = True, edition: int | None = None, way: str = "pelletising") -> None:
        pair = self.pair
        there = (a_chain(pair.output_id, pair.need_id, self.miller.site.id),) if found else ()
        known = {one.listing_id: one.pairs_edition for one in chains.due(self.store, NOW, 10)}
        turn = known.get(pair.output_id, 1) if edition is None else edition
        reckoned = Reckoned(there, (pair.need_id,), (way,))
        chains.replace_for(self.store, Due(pair.output_id, turn), reckoned)

    def keep_through(self, *millers: Enrolled) -> None:
        """The chains of the pair through several firms."""
        pair = self.pair
        for miller in millers:
            offers.put(self.store, replace(self.offer, firm_id=miller.firm.id, site_id=miller.site.id))
        there = tuple(a_chain(pair.output_id, pair.need_id, miller.site.id) for miller in millers)
        reckoned = Reckoned(there, (pair.need_id,), ("pelletising",))
        chains.replace_for(self.store, Due(pair.output_id, 1), reckoned)

    def of_pair(self) -> list[StoredChain]:
        return chains.of_pair(self.store, self.pair.output_id, self.pair.need_id, least=0.0)

    def best(self) -> list[StoredChain]:
        return chains.best(self.store, NOW, least=0.0, limit=10)

    def inflows(self, firm: Enrolled | None = None) -> list[str]:
        found = chains.inflows_to(self.store, (firm or self.miller).firm.id, NOW, least=0.0)
        return [one.output_id for one in found]

    def is_due(self) -> bool:
        return self.pair.output_id in {one.listing_id for one in chains.due(self.store, NOW, 10)}


@pytest.fixture
def line(store: Store) -> Line:
    return Line(store)


def test_a_chain_comes_back_as_it_was_found(line: Line) -> None:
    (found,) = line.of_pair()
    given = a_chain(line.pair.output_id, line.pair.need_id, line.miller.site.id)
    assert found == replace(given, id=found.id, match_id=line.pair.match.id)
    assert [one.id for one in line.best()] == [found.id]


def test_reckoned_again_it_keeps_its_id_and_not_found_it_goes(line: Line) -> None:
    (before,) = line.of_pair()
    line.keep()
    assert [one.id for one in line.of_pair()] == [before.id]
    line.keep(found=False)
    assert line.of_pair() == line.best() == []


def test_it_is_due_when_its_pairs_were_compared_anew_and_until_that_is_reckoned(line: Line) -> None:
    assert not line.is_due()
    matches.replace_for(line.store, line.pair.output_id, [line.pair.ranked], "1", NOW)
    assert line.is_due()
    line.keep(edition=1)  # a job that began before
    assert line.is_due()
    line.keep()
    assert not line.is_due()


def test_it_is_due_when_who_offers_a_possible_process_changed(line: Line) -> None:
    line.keep(way="crushing")
    offers.put(line.store, line.offer)
    assert not line.is_due()
    line.keep()
    offers.put(line.store, line.offer)
    assert line.is_due()
    line.keep()
    offers.firm_changed(line.store, line.miller.firm.id)
    assert line.is_due()
    line.keep()
    offers.remove(line.store, line.miller.firm.id, line.miller.site.id, "pelletising")
    assert line.is_due()


def test_it_leads_through_no_firm_that_offers_it_no_longer(line: Line) -> None:
    offers.remove(line.store, line.miller.firm.id, line.miller.site.id, "pelletising")
    assert line.of_pair() == line.best() == line.inflows() == []


def test_it_leads_through_verified_firms_alone(line: Line) -> None:
    firms.set_status(line.store, line.miller.firm.id, FirmStatus.SUSPENDED, line.miller.user.id, NOW)
    assert line.of_pair() == line.best() == line.inflows() == []


def test_it_holds_while_its_pair_is_a_match(line: Line) -> None:
    matches.replace_for(line.store, line.pair.output_id, [], "1", NOW)
    assert line.of_pair() == line.best() == line.inflows() == []


def test_nothing_closed_waits(line: Line) -> None:
    assert line.inflows() == [line.pair.output_id]
    late = NOW + timedelta(days=10_000)
    assert chains.inflows_to(line.store, line.miller.firm.id, late, least=0.0) == []
    assert chains.best(line.store, late, least=0.0, limit=10) == []


def test_what_waits_is_told_to_no_other_firm(line: Line) -> None:
    assert line.inflows(line.pair.giver) == line.inflows(line.pair.taker) == []


@pytest.mark.parametrize("side", list(Side))
def test_what_is_for_coordinators_only_waits_for_nobody(line: Line, side: Side) -> None:
    id = line.pair.output_id if side is Side.OUTPUT else line.pair.need_id
    known = listings.by_ids(line.store, [id])[id]
    listings.update(line.store, replace(known, visibility=Visibility.COORDINATORS))
    assert line.inflows() == []


def test_the_likeliest_counterparts_are_those_of_open_pairs(line: Line) -> None:
    pair = line.pair
    assert chains.pairs_of(line.store, pair.output_id, NOW, least=0.0, limit=5) == [pair.need_id]
    assert chains.pairs_of(line.store, pair.need_id, NOW, least=0.0, limit=5) == [pair.output_id]
    assert chains.pairs_of(line.store, pair.output_id, NOW, least=0.99, limit=5) == []
    firms.set_status(line.store, pair.taker.firm.id, FirmStatus.SUSPENDED, pair.taker.user.id, NOW)
    assert chains.pairs_of(line.store, pair.output_id, NOW, least=0.0, limit=5) == []


def _said(
    line: Line, chain_id: str, verdict: str = "worth_contact", days: int = 0, **rest: Any
) -> ChainAnswer:
    at = NOW + timedelta(days=days)
    answer = ChainAnswer(new_id(), chain_id, verdict, at, line.miller.user.id, **rest)
    chain_answers.append(line.store, answer)
    return answer


def test_what_was_said_is_appended_and_comes_back_newest_first(line: Line) -> None:
    (chain,) = line.of_pair()
    first = _said(line, chain.id, shown={"score": 0.18})
    second = _said(line, chain.id, "no", 1, reason="price", note="too dear")
    chain_answers.append(line.store, first)
    found = chain_answers.of_chains(line.store, [chain.id, "another"])
    email = line.miller.user.email
    assert found == {chain.id: [replace(second, user_email=email), replace(first, user_email=email)]}
    with pytest.raises(NotFound):
        _said(line, "nothing")


def test_what_was_said_of_one_chain_is_never_taken_for_another(line: Line) -> None:
    line.keep_through(line.miller, enrol(line.store))
    first, second = line.of_pair()
    said = _said(line, first.id)
    with pytest.raises(NotFound):
        chain_answers.append(line.store, replace(said, chain_id=second.id))
    assert set(chain_answers.of_chains(line.store, [first.id, second.id])) == {first.id}


def test_what_was_said_survives_every_reckoning(line: Line) -> None:
    (chain,) = line.of_pair()
    _said(line, chain.id, "in_talks")
    line.keep(found=False)
    assert line.of_pair() == line.best() == []
    ((kept, offer),) = chain_answers.answered(line.store, 10)
    assert (kept.id, kept.is_current) == (chain.id, False)
    assert (offer.firm_id, offer.site_id) == (line.miller.firm.id, line.miller.site.id)
    line.keep()
    assert line.of_pair() == [chain]
    assert [one for one, _ in chain_answers.answered(line.store, 10)] == [chain]
    assert chains.by_id(line.store, chain.id) == chain


def test_what_was_said_of_a_pair_that_is_no_match_is_kept(line: Line) -> None:
    (chain,) = line.of_pair()
    _said(line, chain.id)
    matches.replace_for(line.store, line.pair.output_id, [], "1", NOW)
    ((kept, _),) = chain_answers.answered(line.store, 10)
    assert (kept.id, kept.match_id) == (chain.id, None)

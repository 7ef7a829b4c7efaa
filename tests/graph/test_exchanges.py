from __future__ import annotations

from datetime import timedelta

import pytest

from graph import exchanges, matches
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Disclosure
from matching.records import Side
from tests.graph.builders import NOW, a_decision, a_match, enrol, posted
from tests.graph.pairs import Pair


def an_exchange(store, opened_at=NOW):
    pair = Pair(store)
    pair.decide(Side.OUTPUT)
    return pair, pair.decide(Side.NEED, decided_at=opened_at)


def a_disclosure(viewer, shown, exchange=None, **changes):
    values = {
        "id": new_id(),
        "viewer_user_id": viewer.user.id,
        "firm_id": shown.firm.id,
        "exchange_id": exchange.id if exchange else None,
        "what": "exchange_page",
        "at": NOW,
    }
    return Disclosure(**(values | changes))


def test_each_firm_has_its_own_exchanges_newest_first(store):
    pair, first = an_exchange(store)
    assert exchanges.of_firm(store, pair.giver.firm.id) == [first]
    assert exchanges.of_firm(store, pair.taker.firm.id) == [first]
    assert exchanges.of_firm(store, enrol(store).firm.id) == []
    assert exchanges.by_id(store, "none") is None


def test_all_exchanges_are_read_in_pages(store):
    pair, first = an_exchange(store)
    need_id = posted(store, pair.taker, Side.NEED)
    matches.replace_for(store, need_id, [a_match(pair.output_id, need_id)], "1", NOW)
    match = next(match for match in matches.all_matches(store) if match.need_id == need_id)
    matches.decide(store, a_decision(match.id, Side.OUTPUT, pair.giver))
    later = NOW + timedelta(days=1)
    second = matches.decide(store, a_decision(match.id, Side.NEED, pair.taker, decided_at=later))
    assert exchanges.all_exchanges(store) == [second, first]
    assert exchanges.all_exchanges(store, skip=1, limit=5) == [first]


def test_what_two_firms_have_with_each_other_from_other_matches(store):
    pair, first = an_exchange(store)
    assert exchanges.before(store, first.match_id) == []
    output_id, need_id = posted(store, pair.taker, Side.OUTPUT), posted(store, pair.giver, Side.NEED)
    other = posted(store, enrol(store), Side.NEED)
    pairs = [a_match(output_id, need_id), a_match(output_id, other)]
    matches.replace_for(store, output_id, pairs, "1", NOW)
    turned, strange = sorted(matches.of_listing(store, output_id), key=lambda one: one.need_id == other)
    assert exchanges.before(store, turned.id) == [first]
    assert exchanges.before(store, strange.id) == []


def test_a_disclosure_comes_back_as_it_went_in_once(store):
    pair, exchange = an_exchange(store)
    disclosure = a_disclosure(pair.giver, pair.taker, exchange)
    exchanges.log_disclosure(store, disclosure)
    exchanges.log_disclosure(store, disclosure)
    bare = a_disclosure(pair.taker, pair.giver, at=NOW + timedelta(seconds=1))
    exchanges.log_disclosure(store, bare)
    assert exchanges.disclosures(store) == [bare, disclosure]
    assert exchanges.disclosures(store, limit=1) == [bare]
    assert exchanges.disclosures(store, firm_id=pair.taker.firm.id) == [disclosure]
    assert exchanges.disclosures(store, firm_id=new_id()) == []


def test_a_disclosure_to_nobody_is_told(store):
    pair, exchange = an_exchange(store)
    for wrong in ({"viewer_user_id": "nobody"}, {"firm_id": "none"}):
        with pytest.raises(NotFound):
            exchanges.log_disclosure(store, a_disclosure(pair.giver, pair.taker, exchange, **wrong))
    assert exchanges.disclosures(store) == []

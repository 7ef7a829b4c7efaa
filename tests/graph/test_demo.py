from __future__ import annotations

from dataclasses import replace

from graph import accounts, assumption_changes, exchanges, firms, listings, matches
from graph.change_records import AssumptionChange
from graph.demo import is_empty, remove_demo
from graph.ids import new_id
from graph.records import Disclosure, Token
from matching.records import Side
from tests.graph.builders import NOW, a_decision, a_listing, a_match, a_user, enrol, posted
from tests.graph.pairs import Pair


def everything(store):
    """Labels and ids of all nodes, and how many relationships there are."""
    nodes = store.driver.execute_query("MATCH (n) RETURN labels(n)[0] AS label, n.id AS id").records
    links = store.driver.execute_query("MATCH ()-[r]->() RETURN count(r) AS n").records[0]["n"]
    return sorted((record["label"], record["id"]) for record in nodes), links


def a_demo_firm(store):
    enrolled = enrol(store, is_demo=True)
    accounts.add_user(store, replace(enrolled.user, is_demo=True))
    return enrolled


def test_a_graph_is_empty_until_a_firm_registers(store):
    accounts.add_user(store, a_user())
    assert is_empty(store)
    enrol(store)
    assert not is_empty(store)


def test_taking_the_demonstration_out_leaves_exactly_what_was_there_before(store):
    real = Pair(store)
    real.decide(Side.OUTPUT)
    exchange = real.decide(Side.NEED)
    shown = Disclosure(new_id(), real.giver.user.id, real.taker.firm.id, exchange.id, "page", NOW)
    exchanges.log_disclosure(store, shown)
    before = everything(store)

    giver, taker = a_demo_firm(store), a_demo_firm(store)
    output_id = posted(store, giver, is_demo=True, material_ids=("sawdust",))
    need_id = posted(store, taker, Side.NEED, is_demo=True)
    unmarked_id = posted(store, taker, Side.NEED)
    pairs = [
        a_match(output_id, need_id),
        a_match(output_id, unmarked_id),
        a_match(output_id, real.need_id),
    ]
    matches.replace_for(store, output_id, pairs, "1", NOW)
    by_need = {match.need_id: match.id for match in matches.of_listing(store, output_id)}
    matches.decide(store, a_decision(by_need[need_id], Side.OUTPUT, giver))
    opened = matches.decide(store, a_decision(by_need[need_id], Side.NEED, taker))
    matches.decide(store, a_decision(by_need[real.need_id], Side.NEED, real.taker))
    for viewer, whose, where in (
        (giver.user.id, taker.firm.id, opened.id),
        (giver.user.id, real.giver.firm.id, None),
        (real.giver.user.id, taker.firm.id, None),
    ):
        exchanges.log_disclosure(store, Disclosure(new_id(), viewer, whose, where, "page", NOW))
    accounts.add_token(store, Token(new_id(), giver.user.id, "excel", "sym", new_id(), NOW))

    said = AssumptionChange(
        new_id(), output_id, need_id, 1, "price", None, "what they pay", NOW, giver.user.id
    )
    assumption_changes.append(store, said)

    n_removed = remove_demo(store)
    assert everything(store) == before
    n_said = 1
    n_firms, n_sites, n_users, n_tokens, n_listings, n_matches, n_decisions, n_exchanges, n_shown = (
        2,
        2,
        2,
        1,
        3,
        3,
        3,
        1,
        3,
    )
    assert (
        n_removed
        == (
            n_firms
            + n_sites
            + n_users
            + n_tokens
            + n_listings
            + n_matches
            + n_decisions
            + n_exchanges
            + n_shown
        )
        + n_said
    )
    assert remove_demo(store) == 0


def test_a_demonstration_listing_of_a_real_firm_goes_alone(store):
    enrolled = enrol(store)
    kept = a_listing(enrolled)
    listings.post(store, kept)
    posted(store, enrolled, is_demo=True)
    assert remove_demo(store) == 1
    assert listings.all_listings(store) == [kept]
    assert firms.list_firms(store) == [enrolled.firm]


def test_nothing_is_removed_where_there_is_no_demonstration(store):
    Pair(store)
    before = everything(store)
    assert remove_demo(store) == 0
    assert everything(store) == before

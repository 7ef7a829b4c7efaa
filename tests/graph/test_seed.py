from __future__ import annotations

from dataclasses import replace

import pytest

from graph import firms, listings
from graph.errors import StillReferred
from graph.seed import SeedReport, seed_reference
from matching.recognition import Guess, Recognition
from matching.reference_book import default_book
from matching.reference_records import Material
from tests.graph.builders import enrol, posted
from tests.graph.small_book import TABLES, a_book

N_ENTRIES = sum(len(rows) for rows in TABLES.values())


def rows(store, cypher, **params):
    return [tuple(record) for record in store.driver.execute_query(cypher, **params).records]


def without(table, *ids):
    return tuple(entry for entry in TABLES[table] if entry.id not in ids)


def changed(table, id_, **changes):
    return tuple(replace(entry, **changes) if entry.id == id_ else entry for entry in TABLES[table])


def test_every_entry_becomes_a_node_once_and_a_second_run_writes_nothing(bare_store):
    assert seed_reference(bare_store.driver, a_book()) == SeedReport(N_ENTRIES, 0, 0, 0)
    assert seed_reference(bare_store.driver, a_book()) == SeedReport(0, 0, 0, N_ENTRIES)
    assert rows(bare_store, "MATCH (n) WHERE n.content_hash IS NOT NULL RETURN count(n)") == [(N_ENTRIES,)]


def test_the_ways_of_the_book_can_be_walked(store):
    assert rows(
        store,
        "MATCH (m:Material)-[:FEEDS]->(p:Pathway)-[:SERVES]->(u:Use)"
        " OPTIONAL MATCH (p)-[:THROUGH]->(x:Process)"
        " RETURN m.id, p.strength, x.id, u.id ORDER BY p.id",
    ) == [
        ("grape_pomace", "never", None, "bedding"),
        ("grape_pomace", "proven", None, "compost"),
        ("sawdust", "proven", None, "bedding"),
        ("wood", "practised", "pelletising", "fuel"),
    ]
    assert rows(store, "MATCH (a:Material)-[:BROADER]->(b) RETURN a.id, b.id ORDER BY a.id") == [
        ("sawdust", "wood"),
        ("shavings", "wood"),
    ]
    assert rows(store, "MATCH (a:Material)-[:CODED_AS]->(c) RETURN a.id, c.id ORDER BY a.id") == [
        ("grape_pomace", "020702"),
        ("sawdust", "030105"),
        ("shavings", "030105"),
    ]
    assert rows(store, "MATCH p = (:WasteCode {id: '020704'})-[:WITHIN*]->(c) RETURN c.id") == [
        ("0207",),
        ("02",),
    ]
    assert rows(store, "MATCH (a)-[:TWIN_OF]->(b) RETURN a.id, b.id ORDER BY a.id") == [
        ("030104", "030105"),
        ("030105", "030104"),
    ]
    assert rows(store, "MATCH (u:Use)-[:BOUGHT_BY]->(i:Industry) RETURN u.id, i.id ORDER BY u.id") == [
        ("bedding", "01"),
        ("compost", "01"),
    ]
    assert rows(
        store,
        "MATCH (m:Municipality {id: 'batumi'})-[:PART_OF]->(r)"
        " RETURN r.id, m.location.latitude, m.location.srid",
    ) == [("adjara", 41.65, 4326)]


def test_a_changed_entry_touches_its_own_node_and_links_only(store):
    before = dict(rows(store, "MATCH (n) WHERE n.content_hash IS NOT NULL RETURN n.id, n.content_hash"))
    book = a_book(
        materials=changed("materials", "sawdust", name_en="Saw dust", parent=None, ewc_codes=("030104",))
    )
    assert seed_reference(store.driver, book) == SeedReport(0, 1, 0, N_ENTRIES - 1)
    after = dict(rows(store, "MATCH (n) WHERE n.content_hash IS NOT NULL RETURN n.id, n.content_hash"))
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"sawdust"}
    assert rows(
        store,
        "MATCH (m:Material {id: 'sawdust'}) OPTIONAL MATCH (m)-[:BROADER]->(b)"
        " RETURN m.name_en, b.id, [(m)-[:CODED_AS]->(c) | c.id], [(m)-[:FEEDS]->(p) | p.id]",
    ) == [("Saw dust", None, ["030104"], ["sawdust-bedding"])]


def test_a_changed_pathway_leads_elsewhere(store):
    book = a_book(
        pathways=changed("pathways", "wood-fuel", material_id="shavings", process_id=None, use_id="compost")
    )
    assert seed_reference(store.driver, book).n_changed == 1
    assert rows(
        store,
        "MATCH (m)-[:FEEDS]->(p:Pathway {id: 'wood-fuel'})-[:SERVES]->(u)"
        " RETURN m.id, u.id, [(p)-[:THROUGH]->(x) | x.id]",
    ) == [("shavings", "compost", [])]


def test_a_new_entry_is_added_with_its_links(store):
    book = a_book(materials=(*TABLES["materials"], Material("bark", "Bark", "ქერქი", parent="wood")))
    assert seed_reference(store.driver, book) == SeedReport(1, 0, 0, N_ENTRIES)
    assert rows(store, "MATCH (:Material {id: 'bark'})-[:BROADER]->(b) RETURN b.id") == [("wood",)]


def test_what_nobody_refers_to_is_removed_and_a_guess_is_nobody(store):
    enrolled = enrol(store)
    guess = Recognition(materials=(Guess("shavings", 0.8, ""),))
    listing_id = posted(store, enrolled, recognised=guess)
    book = a_book(materials=without("materials", "shavings"))
    assert seed_reference(store.driver, book) == SeedReport(0, 0, 1, N_ENTRIES - 1)
    assert rows(store, "MATCH (m:Material {id: 'shavings'}) RETURN m.id") == []
    assert listings.by_id(store, listing_id).material_ids == ()


def test_what_is_referred_to_is_kept_by_name_and_nothing_else_changes(store):
    enrolled = enrol(store, municipality="batumi", nace_division="16")
    posted(store, enrolled, material_ids=("shavings",), use_ids=("compost",), ewc_code="020704")
    posted(store, enrolled, material_ids=("shavings",))
    for table, id_, label, n_referring in (
        ("materials", "shavings", "Material", 2),
        ("uses", "compost", "Use", 1),
        ("waste_codes", "020704", "WasteCode", 1),
        ("municipalities", "batumi", "Municipality", 1),
        ("nace", "16", "Industry", 1),
    ):
        book = a_book(
            **{table: without(table, id_)},
            processes=changed("processes", "pelletising", name_en="Other"),
        )
        with pytest.raises(StillReferred) as raised:
            seed_reference(store.driver, book)
        assert raised.value.facts == {"what": label, "ids": [id_], "n_listings": n_referring}
    assert rows(store, "MATCH (p:Process) RETURN p.name_en") == [("Pelletising",)]
    assert firms.sites_of(store, enrolled.firm.id)[0].municipality == "batumi"


def test_the_real_book_is_held_whole(bare_store):
    book = default_book()
    tables = (
        "regions",
        "municipalities",
        "nace",
        "waste_codes",
        "processes",
        "uses",
        "materials",
        "pathways",
    )
    n_entries = sum(len(getattr(book, table)) for table in tables)
    assert seed_reference(bare_store.driver, book) == SeedReport(n_entries, 0, 0, 0)
    assert seed_reference(bare_store.driver, book) == SeedReport(0, 0, 0, n_entries)
    n_links = {
        "PART_OF": len(book.municipalities),
        "WITHIN": sum(code.parent is not None for code in book.waste_codes.values()),
        "TWIN_OF": sum(len(code.twins) for code in book.waste_codes.values()),
        "BROADER": sum(material.parent is not None for material in book.materials.values()),
        "CODED_AS": sum(len(set(material.ewc_codes)) for material in book.materials.values()),
        "BOUGHT_BY": sum(len(set(use.nace) & set(book.nace)) for use in book.uses.values()),
        "FEEDS": len(book.pathways),
        "SERVES": len(book.pathways),
        "THROUGH": sum(pathway.process_id is not None for pathway in book.pathways.values()),
    }
    held = dict(rows(bare_store, "MATCH ()-[r]->() RETURN type(r), count(r)"))
    assert held == {link: n for link, n in n_links.items() if n}

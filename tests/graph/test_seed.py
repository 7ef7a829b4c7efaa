from __future__ import annotations

from dataclasses import replace

import pytest

from graph import firms, listings
from graph.errors import StillReferred
from graph.seed import SeedReport, seed_reference
from graph.seed_kinds import KINDS
from matching.recognition import Guess, Recognition
from matching.reference_book import default_book
from matching.reference_records import Industry, Limit, Material
from tests.graph.builders import enrol, posted
from tests.graph.small_book import TABLES, a_book

BINDING_SUBJECTS = {"material", "use", "process", "code"}
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


def test_what_else_is_known_of_a_way_can_be_walked(store):
    assert rows(
        store,
        "MATCH (p:Pathway)-[b:BOUNDED_BY]->(x:Property) RETURN p.id, x.id, b.at_least, b.at_most",
    ) == [("sawdust-bedding", "moisture", 5.0, 15.0)]
    assert rows(store, "MATCH (p:Pathway)-[:REPLACES]->(m) RETURN p.id, p.ratio, m.id") == [
        ("wood-fuel", 0.9, "pellets")
    ]
    assert rows(
        store,
        "MATCH (:Material {id: 'sawdust'})<-[:TAKES]-(p:Process)-[:GIVES]->(m)"
        " RETURN p.yield_low, p.yield, p.yield_high, p.cost_gel, p.energy_kwh, p.capacity_high, m.id",
    ) == [(0.85, 0.9, 0.95, 90.0, 120.0, 50000.0, "pellets")]
    assert rows(
        store,
        "MATCH (:Pathway {id: 'sawdust-bedding'})-[:TOUCHES]->(r:Rule)-[:BINDS]->(x)"
        " RETURN r.conditions, x.id ORDER BY x.id",
    ) == [
        (["material:sawdust|shavings", "use:bedding", "mirror"], "bedding"),
        (["material:sawdust|shavings", "use:bedding", "mirror"], "sawdust"),
        (["material:sawdust|shavings", "use:bedding", "mirror"], "shavings"),
    ]
    assert rows(store, "MATCH (:Rule {id: 'burning'})-[:BINDS]->(x) RETURN x.id ORDER BY x.id") == [
        ("0301",),
        ("pelletising",),
    ]
    assert rows(store, "MATCH (f:Factor)-[:MEASURES]->(x) RETURN f.id, f.central, x.id ORDER BY x.id") == [
        ("co2e-bedding", 20.0, "bedding"),
        ("co2e-bedding", 20.0, "pelletising"),
        ("price-pellets", 400.0, "pellets"),
    ]


def test_a_precedent_leads_to_what_was_done_and_to_the_divisions_of_those_who_did_it(store):
    assert rows(
        store,
        "MATCH (m)<-[:TURNED]-(p:Precedent)-[:INTO]->(u)"
        " RETURN p.id, m.id, u.id, [(p)-[:THROUGH]->(x) | x.id],"
        " [(p)-[:GIVEN_BY]->(i) | i.id], [(p)-[:TAKEN_BY]->(i) | i.id] ORDER BY p.id",
    ) == [
        ("mill-boiler", "wood", "fuel", ["pelletising"], [], []),
        ("sawmill-farm", "sawdust", "bedding", [], ["16"], ["01"]),
    ]


def test_what_the_firms_of_a_place_may_need_follows_from_its_statistics(store):
    assert rows(
        store,
        "MATCH (m:Municipality)<-[:HOLDS_IN]-(s:Statistic)-[:SHOWS]->(i:Indicator)-[:TELLS_OF]->(a)"
        " MATCH (i)-[:COUNTS]->(:Driver)<-[:SCALES_WITH]-(f:TypicalFlow)"
        " MATCH (f)-[:TYPICAL_OF]->(:Industry)-[:WITHIN*0..2]->(a)"
        " MATCH (f)-[:ASKS_FOR]->(u:Use) RETURN m.id, u.id, s.value * f.central, f.unit",
    ) == [("telavi", "bedding", 600.0, "t")]
    assert rows(
        store,
        "MATCH (i:Industry)<-[:TYPICAL_OF]-(f)-[:BRINGS]->(m:Material) RETURN i.id, f.id, m.id, f.months",
    ) == [("1102", "1102:output:grape_pomace:grapes", "grape_pomace", [9, 10])]
    assert rows(store, "MATCH (s:Statistic)-[:HOLDS_IN]->(r:Region) RETURN s.id, r.id") == [
        ("kakheti:harvest", "kakheti")
    ]


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


def test_a_changed_limit_or_figure_replaces_what_was_there(store):
    flow = TABLES["typical_flows"][0]
    book = a_book(
        pathways=changed(
            "pathways", "sawdust-bedding", limits=(Limit("moisture", "most", 20.0),), rule_ids=()
        ),
        processes=changed("processes", "pelletising", yields=None, outputs=()),
        typical_flows=(replace(flow, amount=(0.2, 0.3, 0.4)), *TABLES["typical_flows"][1:]),
        statistics=TABLES["statistics"][:1],
    )
    assert seed_reference(store.driver, book) == SeedReport(0, 3, 1, N_ENTRIES - 4)
    assert rows(
        store,
        "MATCH (p:Pathway)-[b:BOUNDED_BY]->() RETURN b.at_least, b.at_most, [(p)-[:TOUCHES]->(r) | r.id]",
    ) == [(None, 20.0, [])]
    assert rows(store, "MATCH (p:Process) RETURN p.yield, [(p)-[:GIVES]->(m) | m.id]") == [(None, [])]
    assert rows(store, "MATCH (f:TypicalFlow {side: 'output'}) RETURN f.low, f.high") == [(0.2, 0.4)]
    assert rows(store, "MATCH (s:Statistic) RETURN s.id") == [("telavi:entities-a",)]


def test_an_activity_that_the_book_gains_takes_over_from_its_division(store):
    book = a_book(nace=(*TABLES["nace"], Industry("1610", "Sawmilling", "სახერხი", level="class")))
    assert seed_reference(store.driver, book) == SeedReport(1, 1, 0, N_ENTRIES - 1)
    assert rows(store, "MATCH (p:Precedent)-[:GIVEN_BY]->(i)-[:WITHIN]->(d) RETURN i.id, d.id") == [
        ("1610", "16")
    ]


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
    n_entries = sum(len(getattr(book, kind.table)) for kind in KINDS)
    assert seed_reference(bare_store.driver, book) == SeedReport(n_entries, 0, 0, 0)
    assert seed_reference(bare_store.driver, book) == SeedReport(0, 0, 0, n_entries)
    pathways, flows = list(book.pathways.values()), book.typical_flows
    precedents, rules = book.precedents.values(), book.rules.values()
    n_links = {
        "PART_OF": len(book.municipalities),
        "WITHIN": sum(code.parent is not None for code in book.waste_codes.values())
        + sum(activity.level != "section" for activity in book.nace.values()),
        "TWIN_OF": sum(len(code.twins) for code in book.waste_codes.values()),
        "BROADER": sum(material.parent is not None for material in book.materials.values()),
        "CODED_AS": sum(len(set(material.ewc_codes)) for material in book.materials.values()),
        "BOUGHT_BY": sum(
            len({code if code in book.nace else code[:2] for code in use.nace}) for use in book.uses.values()
        ),
        "FEEDS": len(pathways),
        "SERVES": len(pathways),
        "THROUGH": sum(one.process_id is not None for one in (*pathways, *precedents)),
        "REPLACES": sum(pathway.replaces is not None for pathway in pathways),
        "TOUCHES": sum(len(set(pathway.rule_ids)) for pathway in pathways),
        "BOUNDED_BY": sum(len({limit.property_id for limit in pathway.limits}) for pathway in pathways),
        "TAKES": sum(len(set(process.inputs)) for process in book.processes.values()),
        "GIVES": sum(len(set(process.outputs)) for process in book.processes.values()),
        "BINDS": sum(
            len(set(one.values)) for rule in rules for one in rule.when if one.subject in BINDING_SUBJECTS
        ),
        "MEASURES": sum(
            (factor.material or factor.use or factor.process) is not None for factor in book.factors.values()
        ),
        "TURNED": len(precedents),
        "INTO": len(precedents),
        "GIVEN_BY": sum(precedent.giver_nace is not None for precedent in precedents),
        "TAKEN_BY": sum(precedent.taker_nace is not None for precedent in precedents),
        "TYPICAL_OF": len(flows),
        "SCALES_WITH": len(flows),
        "BRINGS": sum(flow.side == "output" for flow in flows),
        "ASKS_FOR": sum(flow.side == "need" for flow in flows),
        "COUNTS": sum(indicator.driver_id is not None for indicator in book.indicators.values()),
        "TELLS_OF": sum(indicator.section is not None for indicator in book.indicators.values()),
        "SHOWS": len(book.statistics),
        "HOLDS_IN": len(book.statistics),
    }
    held = dict(rows(bare_store, "MATCH ()-[r]->() RETURN type(r), count(r)"))
    assert held == {link: n for link, n in n_links.items() if n}

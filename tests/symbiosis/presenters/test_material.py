"""Materials, limits, sources, law and cases in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.law_in_force import law_of
from matching.openings import Opening, openings
from matching.reference_book import ReferenceBook, default_book
from matching.reference_records import Limit
from symbiosis.presenters import cases, material, properties, rules, ways
from symbiosis.presenters.counted import told
from symbiosis.presenters.sources import source
from symbiosis.views import Counted
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()
LAW = law_of(BOOK)


def an_opening(**changes: object) -> Opening:
    """A way from sawdust, as a test wants it."""
    allowed = next(way for way in openings("sawdust", BOOK) if not way.is_forbidden)
    return replace(allowed, pathway=replace(allowed.pathway, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "Moisture: at most 12.5\N{NO-BREAK SPACE}%"),
        ("ka", "ტენიანობა: არაუმეტეს 12,5\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_limit_is_a_sentence_with_its_unit(in_language: InLanguage, lang: str, shown: str) -> None:
    with in_language(lang):
        assert properties.limit(Limit("moisture", "most", 12.5), BOOK, lang) == shown


def test_every_unit_of_a_property_and_every_form_has_words(in_language: InLanguage) -> None:
    assert {entry.unit for entry in BOOK.properties.values()} <= set(properties.UNITS)
    assert {entry.form for entry in BOOK.materials.values() if entry.form} <= set(properties.FORMS)
    assert {entry.price_class for entry in BOOK.materials.values() if entry.price_class} <= set(
        properties.PRICES
    )
    assert {entry.per for entry in BOOK.processes.values() if entry.per} <= set(properties.PER)


def test_money_is_rounded_as_far_as_it_is_known(in_language: InLanguage) -> None:
    with in_language("en"):
        assert properties.money_span((61.4, 100.0, 1234.0), "en") == "61–1,230\N{NO-BREAK SPACE}₾"
        assert properties.money_span((5.0, 5.0, 5.0), "en") == "5\N{NO-BREAK SPACE}₾"
        assert properties.money_span((-5.0, 0.0, 5.0), "en") == "\N{MINUS SIGN}5 to 5\N{NO-BREAK SPACE}₾"


def test_a_page_is_named_by_its_site_and_judgement_says_that_it_is_one(in_language: InLanguage) -> None:
    with in_language("en"):
        assert source("https://www.example.org/a?b=c").text == "example.org"
        assert source("https://www.example.org/a?b=c").url == "https://www.example.org/a?b=c"
        assert source("practice").url is None
        assert "judgement" in source("practice").text
        assert source("javascript:alert(1)").url is None


def test_few_firms_have_no_words(in_language: InLanguage) -> None:
    with in_language("en"):
        assert told(Counted()) is None
        assert told(Counted(None, 3)) is None
        assert told(Counted(10)) == "10 or more firms"
        assert told(Counted(10, 3)) == "10 or more firms, of them 3 or more within your reach"


def test_what_is_forbidden_has_a_reason_and_neither_worth_nor_takers(in_language: InLanguage) -> None:
    ban = next(way for way in openings("asbestos-cement", BOOK) if way.is_forbidden)
    with in_language("en"):
        card = ways.card("asbestos-cement", ban, BOOK, LAW, "en", seekers=Counted(10))
    assert card.is_forbidden
    assert card.words == ban.pathway.reason_en
    assert (card.worth, card.takers, card.cases, card.rules) == (None, None, (), ())


def test_a_worth_comes_with_what_it_rests_on(in_language: InLanguage) -> None:
    worthy = an_opening(replaces="straw", ratio=1.0)
    with in_language("en"):
        card = ways.card("sawdust", worthy, BOOK, LAW, "en")
        plain = ways.card("sawdust", an_opening(replaces=None, ratio=None), BOOK, LAW, "en")
    assert card.worth
    assert "₾ per tonne" in card.worth
    assert "The estimate rests on" in {fact.label for fact in card.facts}
    assert card.replaces == f"{BOOK.materials['straw'].name_en}: one tonne saves about 1 t of it"
    assert plain.worth is None


def test_ways_come_by_strength_and_empty_strengths_are_left_out(in_language: InLanguage) -> None:
    pairs = [("sawdust", an_opening(strength=strength)) for strength in ("possible", "proven", "proven")]
    with in_language("en"):
        found = ways.groups(pairs, BOOK, LAW, "en")
    assert [(group.key, len(group.ways)) for group in found] == [("proven", 2), ("possible", 1)]


def test_law_for_everything_is_told_on_no_way_and_that_of_the_material_once(in_language: InLanguage) -> None:
    with in_language("en"):
        for_material = {line.id for line in rules.of_material("asbestos-cement", BOOK, LAW, "en")}
        for_wood = {line.id for line in rules.of_material("sawdust", BOOK, LAW, "en")}
        of_way = {line.id for line in rules.of_way(an_opening().pathway, "sawdust", BOOK, LAW, "en")}
    assert "ge-asbestos" in for_material - for_wood
    assert not of_way & for_wood
    assert not any(not BOOK.rules[id].when for id in for_material | for_wood)


def test_a_rule_that_a_way_names_is_told_there(in_language: InLanguage) -> None:
    with in_language("ka"):
        lines = rules.of_way(an_opening(rule_ids=("ge-asbestos",)).pathway, "sawdust", BOOK, LAW, "ka")
    told_rule = next(line for line in lines if line.id == "ge-asbestos")
    assert told_rule.title == BOOK.rules["ge-asbestos"].title_ka
    assert BOOK.rules["ge-asbestos"].act_ka in told_rule.act


def a_book_with_cases(*changes: dict[str, str]) -> ReferenceBook:
    """The book with these cases and no others."""
    some = next(iter(BOOK.precedents.values()))
    made = [replace(some, **{"id": f"case-{n}", **change}) for n, change in enumerate(changes)]
    return replace(BOOK, precedents={case.id: case for case in made})


def test_a_case_stands_at_its_way_and_those_of_georgia_come_first(in_language: InLanguage) -> None:
    way = an_opening()
    here = {"material_id": "sawdust", "use_id": way.use_id}
    book = a_book_with_cases(
        {**here, "country": "DK"},
        {**here, "country": "GE", "since": "2019"},
        {"material_id": "grape-pomace", "use_id": way.use_id},
        {"material_id": "sawdust", "use_id": "biogas-feedstock"},
    )
    with in_language("en"):
        found = cases.of_way("sawdust", way, book, "en")
        others = cases.others_of_material("sawdust", [way], book, "en")
        elsewhere = cases.others_of_use(way.use_id, ["sawdust"], book, "en")
    assert [case.id for case in found] == ["case-1", "case-0"]
    assert found[0].where.endswith("Georgia, since 2019")
    assert [case.id for case in others] == ["case-3"]
    assert [case.id for case in elsewhere] == ["case-2"]


def test_a_case_of_a_narrower_material_shows_the_way_of_the_broader_one(in_language: InLanguage) -> None:
    way = an_opening()
    book = a_book_with_cases({"material_id": "sawdust", "use_id": way.use_id})
    with in_language("en"):
        assert cases.of_way("wood", way, book, "en")
        assert not cases.of_way("grape-pomace", way, book, "en")


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_every_material_of_the_tree_is_there_once_and_sorted(in_language: InLanguage, lang: str) -> None:
    with in_language(lang):
        branches = material.tree(BOOK, lang)

    def ids(found: tuple[material.Branch, ...]) -> list[str]:
        assert [one.link.name for one in found] == sorted(one.link.name for one in found)
        return [id for one in found for id in (one.link.id, *ids(one.under))]

    assert sorted(ids(branches)) == sorted(BOOK.materials)
    assert sum(1 + one.n for one in branches) == len(BOOK.materials)

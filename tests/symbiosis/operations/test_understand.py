"""What a text in anybody's own words is taken to say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from graph.errors import NotFound
from matching.records import Quantity
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.operations.understand import LONGEST
from symbiosis.views import Understood
from symbiosis.wiring import Services, build
from tests.symbiosis.builders import NOW, an_output, settings
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

NOBODY = Viewer(language="en")


@pytest.fixture(scope="module")
def without_graph() -> Iterator[Services]:
    """Nothing listens at the address of its Neo4j."""
    services = build(settings())
    with services.store.driver:
        yield services


def understand(services: Services, text: str) -> Understood:
    return operations.understand(services, NOBODY, text)


@pytest.mark.parametrize(
    "text", ["ყურძნის ჭაჭა", "Grape pomace", "GRAPE POMACE", "kurdznis chacha", "виноградные выжимки", "ჭაჭა"]
)
def test_a_material_is_understood_in_any_language_and_case(services: Services, text: str) -> None:
    found = understand(services, text)
    assert found.sure_material_id == "grape-pomace"
    assert found.materials[0].because
    assert found.codes


def test_of_a_mirror_pair_the_hazard_is_open(services: Services) -> None:
    codes = {found.code: found for found in understand(services, "sawdust").codes}
    assert codes["030105"].is_open
    assert codes["030105"].twins == ("030104",)


def test_who_seeks_something_for_a_use_is_not_told_waste_codes(services: Services) -> None:
    found = understand(services, "animal feed")
    assert (found.sure_use_id, found.sure_material_id, found.codes) == ("animal-feed", None, ())


def test_a_word_that_means_several_materials_is_asked_after(services: Services) -> None:
    found = understand(services, "ბურბუშელა")
    assert found.sure_material_id is None
    assert [question.question_en for question in found.questions] == ["Wood shavings or metal turnings?"]


@pytest.mark.parametrize("text", ["xyzzy qwrt", "ჰმმმმ", "?", "🌧"])
def test_what_nobody_knows_is_nothing(services: Services, text: str) -> None:
    assert understand(services, text).is_nothing


def test_a_long_text_is_read_as_far_as_it_is_long_enough(services: Services) -> None:
    assert len(understand(services, "ჭაჭა " * 400).text) == LONGEST


def test_without_its_graph_the_book_is_there_and_nobody_is_counted(without_graph: Services) -> None:
    view = operations.show_material(without_graph, NOBODY, "grape-pomace", now=NOW)
    assert view.openings
    assert view.nearby is None
    assert operations.show_use(without_graph, NOBODY, "compost-feedstock", now=NOW).seekers is None


def test_what_the_book_lacks_is_not_there(without_graph: Services) -> None:
    for show in (operations.show_material, operations.show_use):
        with pytest.raises(NotFound):
            show(without_graph, NOBODY, "phlogiston", now=NOW)


def test_what_a_coordinator_took_for_a_name_is_understood_until_it_is_taken_out(
    app: Flask, services: Services, town: Town
) -> None:
    words = "ქვევრის ქუსპი"
    before = understand(services, words)
    assert before.sure_material_id is None
    synonym = town.synonym(words, "grape-pomace")
    found = understand(services, f"{words}, სველი")
    assert found.sure_material_id == "grape-pomace"
    assert (found.materials[0].because, found.codes[0].code) == (words, "020701")
    assert found.codes[0].material_id == "grape-pomace"
    shown = browser(app).get("/materials", query_string={"q": words}, headers={"Accept-Language": "ka"})
    assert services.book.materials["grape-pomace"].name_ka in shown.text
    told = app.test_client().get(f"/api/v1/understood?text={words}").json
    assert told["materials"][0]["id"] == "grape-pomace"
    operations.remove_synonym(services, town.coordinator(), synonym, now=NOW)
    assert understand(services, words) == before


def test_a_volume_becomes_tonnes_by_the_words_that_a_coordinator_took(services: Services, town: Town) -> None:
    firm, volume = town.business(), Quantity(10, "m3", "year")
    words = "ქვევრის ქუსპი"
    plain = town.post(firm, an_output(quantity=volume)).tonnes_per_year
    assert town.post(firm, an_output(text=words, quantity=volume)).tonnes_per_year != plain
    town.synonym(words, "grape-pomace")
    assert town.post(firm, an_output(text=words, quantity=volume)).tonnes_per_year == plain

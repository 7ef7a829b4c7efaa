"""What a text in anybody's own words is taken to say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.errors import NotFound
from matching.ranker import Ranker
from matching.reference_book import default_book
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.operations.understand import LONGEST
from symbiosis.views import Understood
from symbiosis.wiring import Services, build
from tests.symbiosis.builders import NOW, settings

NOBODY = Viewer(language="en")


@pytest.fixture(scope="module")
def without_graph() -> Iterator[Services]:
    """Nothing listens at the address of its Neo4j."""
    services = build(settings())
    with services.store.driver:
        yield services


def understand(text: str) -> Understood:
    book = default_book()
    services = Services(None, book, Ranker(book), settings())  # type: ignore[arg-type]  # the book alone answers
    return operations.understand(services, NOBODY, text)


@pytest.mark.parametrize(
    "text", ["ყურძნის ჭაჭა", "Grape pomace", "GRAPE POMACE", "kurdznis chacha", "виноградные выжимки", "ჭაჭა"]
)
def test_a_material_is_understood_in_any_language_and_case(text: str) -> None:
    found = understand(text)
    assert found.sure_material_id == "grape-pomace"
    assert found.materials[0].because
    assert found.codes


def test_of_a_mirror_pair_the_hazard_is_open() -> None:
    codes = {found.code: found for found in understand("sawdust").codes}
    assert codes["030105"].is_open
    assert codes["030105"].twins == ("030104",)


def test_who_seeks_something_for_a_use_is_not_told_waste_codes() -> None:
    found = understand("animal feed")
    assert (found.sure_use_id, found.sure_material_id, found.codes) == ("animal-feed", None, ())


def test_a_word_that_means_several_materials_is_asked_after() -> None:
    found = understand("ბურბუშელა")
    assert found.sure_material_id is None
    assert [question.question_en for question in found.questions] == ["Wood shavings or metal turnings?"]


@pytest.mark.parametrize("text", ["xyzzy qwrt", "ჰმმმმ", "?", "🌧"])
def test_what_nobody_knows_is_nothing(text: str) -> None:
    assert understand(text).is_nothing


def test_a_long_text_is_read_as_far_as_it_is_long_enough() -> None:
    assert len(understand("ჭაჭა " * 400).text) == LONGEST


def test_without_its_graph_the_book_is_there_and_nobody_is_counted(without_graph: Services) -> None:
    view = operations.show_material(without_graph, NOBODY, "grape-pomace", now=NOW)
    assert view.openings
    assert view.nearby is None
    assert operations.show_use(without_graph, NOBODY, "compost-feedstock", now=NOW).seekers is None


def test_what_the_book_lacks_is_not_there(without_graph: Services) -> None:
    for show in (operations.show_material, operations.show_use):
        with pytest.raises(NotFound):
            show(without_graph, NOBODY, "phlogiston", now=NOW)

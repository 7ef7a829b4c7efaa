"""Habits that the code keeps: direction of imports, documented settings, a message for every error in both
languages.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import graph.errors
import matching.errors
import symbiosis.errors
from matching.errors import SymbiosisError
from symbiosis.messages import MESSAGES, message_of
from symbiosis.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
INTERNAL = {
    "error",
    "bad_reference",  # stops the program at start
    "migrations_busy",
    "migration_changed",
    "unknown_field",  # of the files that `python -m matching` reads
}


WHAT_LABELS_COUNT = ("", "_positive", "_negative", "_firms")


def imports_of(package: str) -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield path, alias.name
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module


@pytest.mark.parametrize(
    ("package", "never"),
    [
        ("matching", ("graph", "symbiosis", "flask", "neo4j", "marshmallow")),
        ("graph", ("symbiosis", "flask", "marshmallow", "werkzeug")),
        ("symbiosis/operations", ("flask", "werkzeug", "marshmallow", "neo4j", "flask_babel", "symbiosis.api",
                                  "symbiosis.pages", "symbiosis.web", "symbiosis.schemas")),
        ("symbiosis/schemas", ("graph.store", "symbiosis.operations", "symbiosis.api", "symbiosis.pages")),
        ("symbiosis/api", ("graph.store", "neo4j", "symbiosis.pages")),
        ("symbiosis/pages", ("graph.store", "neo4j", "symbiosis.api")),
    ],
)  # fmt: skip
def test_imports_point_one_way(package: str, never: tuple[str, ...]) -> None:
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path, name in imports_of(package)
        if any(name == each or name.startswith(each + ".") for each in never)
    ]
    assert not wrong


def test_of_matching_the_graph_knows_records_errors_and_the_reference_book() -> None:
    allowed = {"matching.records", "matching.errors"}
    used = {name for _path, name in imports_of("graph") if name.split(".")[0] == "matching"}
    beside_the_book = {name for name in used if not name.startswith("matching.reference")}
    assert beside_the_book <= allowed | {"matching.text", "matching.stems"}, (
        "search words of the graph are stemmed as texts are"
    )


def kinds() -> list[type[SymbiosisError]]:
    found = {
        each
        for module in (matching.errors, graph.errors, symbiosis.errors)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, SymbiosisError)
    }
    return sorted(found, key=lambda kind: kind.code)


def test_every_error_has_a_message() -> None:
    assert {kind.code for kind in kinds()} - INTERNAL <= set(MESSAGES)


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes))


def test_every_message_is_translated() -> None:
    with (ROOT / "symbiosis" / "translations" / "ka" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale="ka")
    missing = []
    for key, lazy in MESSAGES.items():
        found = catalogue.get(str(lazy))
        if found is None or not found.string or "fuzzy" in found.flags:
            missing.append(key)
    assert not missing


def test_a_message_is_filled_with_the_facts_of_its_error() -> None:
    error = symbiosis.errors.WeakPassword(field="password", why="short", at_least=10)
    assert message_of(error) == "Please choose a password of at least 10 characters."
    for kind in kinds():
        if kind is not symbiosis.errors.InvalidInput:
            facts = {"seconds": 5, "most": 20, "at_least": 10, "at_most": 128, "codes": "17 02 01"}
            facts |= {f"{each}{what}": 7 for each in ("n", "least") for what in WHAT_LABELS_COUNT}
            assert "%(" not in message_of(kind(**facts))


def test_a_message_of_a_field_wins_over_the_general_one() -> None:
    taken = graph.errors.AlreadyThere(field="email", label="User")
    assert "e-mail" in message_of(taken)


def test_every_setting_says_what_it_means() -> None:
    for setting in fields(Settings):
        assert setting.metadata["meaning"].endswith("."), setting.name
        assert setting.metadata["env"].isupper(), setting.name


def test_every_file_is_one_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): n
        for package in ("graph", "symbiosis")
        for path in (ROOT / package).rglob("*.py")
        if (n := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long

"""Every question that a gate may ask has words."""

from __future__ import annotations

import ast
import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from matching import gates as rules
from matching.chains import gates as chain_rules
from matching.chains import treats
from matching.gates.law import law
from matching.law_in_force import changed_law, law_of
from matching.reference.cautions import PRODUCTS
from matching.reference_book import default_book
from symbiosis.presenters import gates
from symbiosis.views import GateView
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()
LAW = law_of(BOOK)
KEY = re.compile(r"[a-z]+\.[a-z_]+")


def _keys_of(module: ModuleType) -> set[str]:
    """The keys that a module asks by: all of its keys without those by which it refuses."""
    tree = ast.parse(inspect.getsource(module))
    found, refusals = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and KEY.fullmatch(str(node.value)):
            found.add(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "refused":
            refusals |= {word.value for word in node.args if isinstance(word, ast.Constant)}
    return found - refusals


def test_every_question_of_the_gates_can_be_asked() -> None:
    modules = [import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)]
    asked = {key for module in (*modules, chain_rules, treats) for key in _keys_of(module)}
    asked |= {f"dilution.{product}" for product in PRODUCTS}
    assert asked == set(gates.QUESTIONS)


def test_every_gate_has_a_name() -> None:
    by_book = {function.__name__.rstrip("_") for function in rules.GATES}
    whole = (chain_rules.permit, chain_rules.capacity, chain_rules.limits, treats.treats)
    of_chains = {function.__name__ for function in whole}
    assert by_book | {law.__name__} | of_chains == set(gates.LABELS)


def test_obstacles_are_what_is_not_known(in_language: InLanguage) -> None:
    given = (GateView("kind", "pass", None), GateView("hazard", "unknown", "hazard.is_it_hazardous"))
    with in_language("en"):
        (line,) = gates.obstacles(given, LAW, BOOK, "en")
        assert str(line.question) == "Nobody has said yet whether it is hazardous. Is it?"
        assert [line.result for line in gates.lines(given, LAW, BOOK, "en")] == ["pass", "unknown"]


def test_the_law_asks_in_the_words_of_its_rule_and_no_more_once_it_is_switched_off(
    in_language: InLanguage,
) -> None:
    given = (GateView("law", "unknown", "law.ge-pcb-oil"),)
    off = changed_law(default_book(), {"ge-pcb-oil": {"is_off": True}})
    duty = changed_law(default_book(), {"ge-pcb-oil": {"effect": "duty"}})
    with in_language("ka"):
        (line,) = gates.obstacles(given, LAW, BOOK, "ka")
        assert line.question == default_book().rules["ge-pcb-oil"].question_ka
        assert gates.obstacles(given, off, BOOK, "ka") == gates.obstacles(given, duty, BOOK, "ka") == ()


def test_a_rule_that_may_forbid_and_has_no_question_asks_whether_it_does(in_language: InLanguage) -> None:
    with in_language("en"):
        (line,) = gates.obstacles((GateView("law", "unknown", "law.ge-asbestos"),), LAW, BOOK, "en")
    assert default_book().rules["ge-asbestos"].title_en in str(line.question)

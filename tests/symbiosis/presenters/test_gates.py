"""Every question that a gate may ask has words."""

from __future__ import annotations

import ast
import inspect
import re

from matching import gates as rules
from matching.law_gate import law
from matching.law_in_force import changed_law, law_of
from matching.reference_book import default_book
from symbiosis.presenters import gates
from symbiosis.views import GateView
from tests.symbiosis.presenters.conftest import InLanguage

LAW = law_of(default_book())
KEY = re.compile(r"[a-z]+\.[a-z_]+")


def test_every_question_of_the_gates_can_be_asked() -> None:
    tree = ast.parse(inspect.getsource(rules))
    keys = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and KEY.fullmatch(str(node.value))
    }
    refusals = {
        word.value.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg == "reason" and isinstance(word.value, ast.Constant)
    }
    assert keys - refusals == set(gates.QUESTIONS)


def test_every_gate_has_a_name() -> None:
    by_book = {function.__name__.rstrip("_") for function in rules.GATES}
    assert by_book | {law.__name__} == set(gates.LABELS)


def test_obstacles_are_what_is_not_known(in_language: InLanguage) -> None:
    given = (GateView("kind", "pass", None), GateView("hazard", "unknown", "hazard.is_it_hazardous"))
    with in_language("en"):
        (line,) = gates.obstacles(given, LAW, "en")
        assert str(line.question) == "Nobody has said yet whether it is hazardous. Is it?"
        assert [line.result for line in gates.lines(given, LAW, "en")] == ["pass", "unknown"]


def test_the_law_asks_in_the_words_of_its_rule_and_no_more_once_it_is_switched_off(
    in_language: InLanguage,
) -> None:
    given = (GateView("law", "unknown", "law.ge-pcb-oil"),)
    off = changed_law(default_book(), {"ge-pcb-oil": {"is_off": True}})
    duty = changed_law(default_book(), {"ge-pcb-oil": {"effect": "duty"}})
    with in_language("ka"):
        (line,) = gates.obstacles(given, LAW, "ka")
        assert line.question == default_book().rules["ge-pcb-oil"].question_ka
        assert gates.obstacles(given, off, "ka") == gates.obstacles(given, duty, "ka") == ()


def test_a_rule_that_may_forbid_and_has_no_question_asks_whether_it_does(in_language: InLanguage) -> None:
    with in_language("en"):
        (line,) = gates.obstacles((GateView("law", "unknown", "law.ge-asbestos"),), LAW, "en")
    assert default_book().rules["ge-asbestos"].title_en in str(line.question)

"""Every question that a gate may ask has words."""

from __future__ import annotations

import ast
import inspect
import re

from matching import gates as rules
from symbiosis.presenters import gates
from symbiosis.views import GateView
from tests.symbiosis.presenters.conftest import InLanguage

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
    assert {function.__name__.rstrip("_") for function in rules.GATES} == set(gates.LABELS)


def test_obstacles_are_what_is_not_known(in_language: InLanguage) -> None:
    given = (GateView("kind", "pass", None), GateView("hazard", "unknown", "hazard.is_it_hazardous"))
    with in_language("en"):
        (line,) = gates.obstacles(given)
        assert str(line.question) == "Nobody has said yet whether it is hazardous. Is it?"
        assert [line.result for line in gates.lines(given)] == ["pass", "unknown"]

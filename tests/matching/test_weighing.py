"""Weights name their evidence, and are refused when the list is another."""

from __future__ import annotations

import json
from math import isclose, log
from pathlib import Path

import pytest

from matching.errors import BadReference
from matching.evidence.kinds import EVIDENCE
from matching.records import Evidence
from matching.weighing import DEFAULT, Weights

NAMES = [function.__name__ for function in EVIDENCE]


def test_the_default_weights_are_for_the_evidence_there_is() -> None:
    weights = Weights.read(NAMES)
    assert sorted(weights.by_name) == sorted(NAMES)
    assert all(weight.weight > 0 for weight in weights.by_name.values())


def test_weights_for_other_evidence_are_refused(tmp_path: Path) -> None:
    raw = json.loads(DEFAULT.read_text(encoding="utf-8"))
    del raw["evidence"]["distance"]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(BadReference) as caught:
        Weights.read(NAMES, changed)
    assert caught.value.facts["file"] == "changed.json"


def test_a_value_at_the_centre_contributes_nothing_and_above_it_something() -> None:
    weights = Weights.read(NAMES)
    centre = weights.by_name["distance"].centre
    assert weights.weighed(Evidence("distance", centre, 0.0)).contribution == 0
    assert weights.weighed(Evidence("distance", 1.0, 0.0)).contribution > 0
    assert weights.weighed(Evidence("distance", None, 0.0)).contribution == 0


def test_the_prior_moves_the_fitted_intercept_to_the_share_of_a_national_list() -> None:
    prior = Weights.read(NAMES).prior_evidence()
    assert prior.value == 0.03
    expected = -5.74 + log(0.03 / 0.97) - log(0.0102 / 0.9898)
    assert isclose(prior.contribution, expected, abs_tol=0.0001)


def test_every_weight_is_explained_in_the_card() -> None:
    card = DEFAULT.with_suffix(".md").read_text(encoding="utf-8")
    for name, weight in Weights.read(NAMES).by_name.items():
        assert f"| {name} | {weight.weight:g} | {weight.centre:g} |" in card

"""A score taken apart for a reader."""

from __future__ import annotations

from matching.explanation import strongest
from matching.records import Evidence, GateResult, Match


def _match(*contributions: tuple[str, float], questions: tuple[str | None, ...] = ()) -> Match:
    evidence = tuple(Evidence(name, 0.5, contribution) for name, contribution in contributions)
    gates = tuple(
        GateResult(f"gate{n}", "pass" if question is None else "unknown", question)
        for n, question in enumerate(questions)
    )
    return Match("o", "n", 0.0, 0.5, evidence, gates)


def test_three_strongest_reasons_and_the_strongest_against() -> None:
    match = _match(
        ("prior", -4.0), ("material", 1.0), ("pathway", 3.0), ("wording", 2.0), ("sector", 0.5),
        ("distance", -0.1), ("quantity", -0.2), ("code", 0.0),
    )  # fmt: skip
    found = strongest(match)
    assert [evidence.name for evidence in found.positives] == ["pathway", "wording", "material"]
    assert found.negative is not None
    assert found.negative.name == "quantity"


def test_the_prior_is_no_reason_and_nothing_may_speak_against() -> None:
    found = strongest(_match(("prior", -4.0), ("material", 1.0)))
    assert found.negative is None
    assert [evidence.name for evidence in found.positives] == ["material"]


def test_questions_come_in_the_order_of_the_gates() -> None:
    assert strongest(_match(questions=(None, "b", "a"))).questions == ("b", "a")

"""What may not be is refused with its reason; what is unknown is asked and never refused."""

from __future__ import annotations

from datetime import date

import pytest

from matching.gates import GATES, pass_through
from matching.reading import read
from matching.records import GateResult, Listing, Place
from matching.reference_records import DeadEnd, Pathway
from tests.matching.builders import a_book, a_need, an_output, as_read, small_book


def _gate(name: str, output: Listing, need: Listing, today: date | None = None) -> GateResult:
    results = pass_through(as_read(output), as_read(need), small_book(), today)
    return next(result for result in results if result.name == name)


def test_an_ordinary_pair_fails_no_gate_and_every_gate_answers_once() -> None:
    results = pass_through(as_read(an_output()), as_read(a_need()), small_book(), None)
    names = [result.name for result in results]
    assert " ".join(names) == (
        "kind self scope hazard dilution forbidden specification form lot reach dates law"
    )
    assert len(GATES) + 1 == len(results)
    assert all(result.result != "fail" for result in results)


def test_kinds_must_be_equal() -> None:
    result = _gate("kind", an_output(kind="energy"), a_need(kind="material"))
    assert (result.result, result.reason) == ("fail", "kind.differs")


def test_a_firm_is_not_matched_with_itself() -> None:
    assert _gate("self", an_output(firm_id="f"), a_need(firm_id="f")).result == "fail"
    assert _gate("self", an_output(firm_id="f"), a_need(firm_id="g")).result == "pass"
    assert _gate("self", an_output(), a_need()).result == "pass"


@pytest.mark.parametrize(
    ("output", "authorised", "expected"),
    [
        ({"hazardous": True}, True, ("pass", None)),
        ({"hazardous": True}, None, ("unknown", "hazard.is_it_authorised")),
        ({"hazardous": True}, False, ("fail", None)),
        ({"ewc_code": "160213"}, True, ("pass", None)),
        ({"ewc_code": "160213"}, None, ("unknown", "hazard.is_it_authorised")),
        ({"ewc_code": "160213"}, False, ("fail", None)),
        ({"ewc_code": "160213", "hazardous": False}, True, ("unknown", "hazard.code_says_hazardous")),
        ({"ewc_code": "160213", "hazardous": False}, None, ("unknown", "hazard.code_says_hazardous")),
        ({"ewc_code": "160213", "hazardous": False}, False, ("fail", None)),
        ({"ewc_code": "030105"}, None, ("unknown", "hazard.mirror_entry")),
        ({"ewc_code": "030105", "hazardous": False}, None, ("pass", None)),
        ({"ewc_code": "170101"}, None, ("pass", None)),
        ({}, None, ("unknown", "hazard.is_it_hazardous")),
        ({"hazardous": False}, None, ("pass", None)),
        ({"kind": "energy"}, None, ("pass", None)),
    ],
)
def test_hazard(output: dict[str, object], authorised: bool | None, expected: tuple[str, str | None]) -> None:
    kind = output.get("kind", "material")
    result = _gate("hazard", an_output(**output), a_need(hazardous=authorised, kind=kind))
    assert (result.result, result.question) == expected


def test_what_a_rule_forbids_is_refused_and_names_the_rule() -> None:
    result = _gate("forbidden", an_output("Used cooking oil"), a_need("Animal feed wanted"))
    assert (result.result, result.reason) == ("fail", "forbidden.cooking_oil-feed")
    assert _gate("forbidden", an_output("Used cooking oil"), a_need("Biodiesel feedstock")).result == "pass"


def test_a_doubtful_material_is_asked_about_not_refused() -> None:
    result = _gate("forbidden", an_output("Residue from used cooking oil"), a_need("Animal feed"))
    assert (result.result, result.question) == ("unknown", "forbidden.is_it_this_material")


def test_a_need_with_a_lawful_use_as_well_is_asked_which_one_it_means() -> None:
    result = _gate("forbidden", an_output("Used cooking oil"), a_need("Animal feed or biodiesel"))
    assert (result.result, result.question) == ("unknown", "forbidden.is_it_this_material")


def test_a_material_without_any_lawful_use_is_refused_for_every_need() -> None:
    book = a_book(dead_ends=(DeadEnd("e_waste", "none", "არ არის"),))
    output, need = read(an_output("Waste electronics"), book), read(a_need("Aggregate for roads"), book)
    result = next(result for result in pass_through(output, need, book, None) if result.name == "forbidden")
    assert (result.result, result.reason) == ("fail", "forbidden.dead_end.e_waste")


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ("We destroy waste electronics under a permit", ("unknown", "forbidden.is_it_destroyed", None)),
        ("Waste electronics as aggregate for roads", ("fail", None, "forbidden.dead_end.e_waste")),
        ("Glass cullet wanted", ("fail", None, "forbidden.dead_end.e_waste")),
    ],
)
def test_who_asks_for_what_nobody_may_use_is_asked_whether_it_is_destroyed(
    need: str, expected: tuple[str, str | None, str | None]
) -> None:
    book = a_book(dead_ends=(DeadEnd("e_waste", "none", "არ არის"),))
    results = pass_through(read(an_output("Waste electronics"), book), read(a_need(need), book), book, None)
    result = next(one for one in results if one.name == "forbidden")
    assert (result.result, result.question, result.reason) == expected


def test_who_names_a_lawful_use_beside_the_forbidden_one_is_asked_and_not_refused() -> None:
    never = Pathway(
        "cullet-fuel", "cullet", None, "fuel", "never", "a source", reason_en="no", reason_ka="არა"
    )
    lawful = Pathway("cullet-aggregate", "cullet", None, "aggregate", "possible", "a source")
    other = Pathway("rubble-aggregate", "concrete_rubble", None, "aggregate", "proven", "a source")
    book = a_book(pathways=(never, lawful, other))
    output = read(an_output("Glass cullet"), book)

    def result(need: str) -> str:
        results = pass_through(output, read(a_need(need), book), book, None)
        return next(one.result for one in results if one.name == "forbidden")

    assert result("Solid fuel") == "fail"
    assert result("Solid fuel or aggregate for roads") == "unknown"
    assert result("Glass cullet, solid fuel, aggregate for roads") == "unknown"
    assert result("Glass cullet as solid fuel") == "fail"


HEAT = {"text": "Waste heat", "kind": "energy"}


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (Place("telavi"), Place("telavi"), ("pass", None, None)),
        (Place("telavi"), Place("gurjaani"), ("fail", None, "reach.too_far_for_a_pipe")),
        (Place("telavi"), Place(), ("unknown", "reach.how_far_apart", None)),
        (Place(), Place("telavi"), ("unknown", "reach.how_far_apart", None)),
    ],
)
def test_heat_goes_no_farther_than_a_pipe(
    here: Place, there: Place, expected: tuple[str, str | None, str | None]
) -> None:
    need = a_need("District heating", kind="energy", place=there)
    result = _gate("reach", an_output(**HEAT, place=here), need)
    assert (result.result, result.question, result.reason) == expected


def test_what_goes_by_road_is_never_refused_for_its_distance() -> None:
    output, need = an_output("Concrete rubble", place=Place("telavi")), a_need(place=Place("batumi"))
    assert _gate("reach", output, need).result == "pass"
    assert _gate("reach", an_output("Rusty things", place=Place("telavi")), need).result == "pass"


def test_a_material_that_may_be_another_than_heat_is_asked_about() -> None:
    output = an_output("Drying by waste heat", place=Place("telavi"))
    result = _gate("reach", output, a_need("District heating", place=Place("batumi")))
    assert (result.result, result.question) == ("unknown", "reach.how_far_apart")


@pytest.mark.parametrize("kind", ["gas", "water"])
def test_gas_and_water_go_by_rules_of_their_own(kind: str) -> None:
    result = _gate("scope", an_output(kind=kind), a_need(kind=kind))
    assert (result.result, result.question) == ("unknown", "scope.permit_for_gas_or_water")


def test_dates_must_overlap() -> None:
    spring = {"starts_on": date(2027, 3, 1), "ends_on": date(2027, 5, 31)}
    summer = {"starts_on": date(2027, 6, 1), "ends_on": date(2027, 8, 31)}
    assert _gate("dates", an_output(**spring), a_need(**summer)).result == "fail"
    assert _gate("dates", an_output(**spring), a_need(starts_on=date(2027, 5, 31))).result == "pass"
    assert _gate("dates", an_output(**spring), a_need()).result == "pass"


def test_what_is_over_today_is_refused_only_when_today_is_given() -> None:
    over = an_output(ends_on=date(2026, 1, 1))
    assert _gate("dates", over, a_need()).result == "pass"
    assert _gate("dates", over, a_need(), date(2026, 1, 2)).result == "fail"
    assert _gate("dates", over, a_need(), date(2026, 1, 1)).result == "pass"


def test_firms_that_are_kept_apart_are_not_matched_whichever_of_them_said_it() -> None:
    plain = _gate("self", an_output(firm_id="f"), a_need(firm_id="g", declines=("h",)))
    assert plain.result == "pass"
    for output, need in (
        (an_output(firm_id="f", declines=("g",)), a_need(firm_id="g")),
        (an_output(firm_id="f"), a_need(firm_id="g", declines=("f",))),
    ):
        result = _gate("self", output, need)
        assert (result.result, result.reason) == ("fail", "self.declined")
    assert _gate("self", an_output(declines=("g",)), a_need()).result == "pass"

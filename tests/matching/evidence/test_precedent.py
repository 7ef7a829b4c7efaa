"""An exchange like this one that somebody documented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evidence.precedent import nearest, precedent, worth_naming
from matching.hops import surest
from matching.reading import read
from matching.records import Listing
from matching.reference.precedents import Precedent
from tests.matching.builders import a_book, a_need, an_output


def _case(id: str, material: str, use: str, giver: str | None = None, taker: str | None = None) -> Precedent:
    return Precedent(
        *(id, "A case", "შემთხვევა", "Giver", "მიმცემი", "Taker", "მიმღები", "GE"),
        *(material, use, "https://example.org", "page"),
        giver_nace=giver,
        taker_nace=taker,
    )


BOOK = a_book(
    precedents=(
        _case("b-bedding", "sawdust", "bedding", "16.10", "01.47"),
        _case("a-bedding", "sawdust", "bedding"),
        _case("spirit", "grape_pomace", "spirit", "11.02", "11.01"),
        _case("wood-fuel", "wood", "fuel"),
    )
)
ACTIVITIES = st.sampled_from([None, "0147", "01", "1610", "1102", "42"])


def _value(output: Listing, need: Listing) -> float | None:
    return precedent(read(output, BOOK), read(need, BOOK), BOOK).value


def test_the_same_material_and_use_with_the_same_activities_is_the_same_thing_again() -> None:
    output, need = an_output("Sawdust", nace="1610"), a_need("Animal bedding", nace="0147")
    assert _value(output, need) == 1
    assert nearest(read(output, BOOK), read(need, BOOK), BOOK) == ("b-bedding", 1.0)


def test_without_activities_it_is_half_as_like_and_a_division_lies_between() -> None:
    bare = _value(an_output("Sawdust"), a_need("Animal bedding"))
    division = _value(an_output("Sawdust"), a_need("Animal bedding", nace="0111"))
    whole = _value(an_output("Sawdust"), a_need("Animal bedding", nace="0147"))
    assert bare == 0.49
    assert bare < (division or 0) < (whole or 0)


def test_a_relative_of_the_material_is_less_like_it() -> None:
    kin = _value(an_output("Sawdust"), a_need("Solid fuel"))
    own = _value(an_output("Wood residues"), a_need("Solid fuel"))
    assert 0 < (kin or 0) < (own or 0)


def test_zero_where_nothing_like_it_is_documented() -> None:
    assert _value(an_output("Grape pomace"), a_need("Animal bedding")) == 0


@pytest.mark.parametrize(
    ("output", "need"), [("Rusty things", "Animal bedding"), ("Sawdust", "Something nice"), ("", "")]
)
def test_unknown_where_either_side_is_not_understood(output: str, need: str) -> None:
    assert _value(an_output(output), a_need(need)) is None


@given(ACTIVITIES, ACTIVITIES)
def test_an_activity_that_is_left_out_never_makes_a_pair_more_like(
    giver: str | None, taker: str | None
) -> None:
    stated = _value(an_output("Sawdust", nace=giver), a_need("Animal bedding", nace=taker))
    assert stated is not None
    for bare in (
        _value(an_output("Sawdust"), a_need("Animal bedding", nace=taker)),
        _value(an_output("Sawdust", nace=giver), a_need("Animal bedding")),
    ):
        assert bare is not None
        assert bare <= stated


def test_equally_like_ones_are_told_by_id_and_one_can_be_taken_as_unknown() -> None:
    output, need = read(an_output("Sawdust"), BOOK), read(a_need("Animal bedding"), BOOK)
    assert nearest(output, need, BOOK)[0] == "a-bedding"
    assert nearest(output, need, BOOK, without={"a-bedding"})[0] == "b-bedding"
    assert nearest(output, need, BOOK, without={"a-bedding", "b-bedding"}) == (None, 0.0)


def test_another_use_than_that_of_the_surest_way_is_no_precedent() -> None:
    output, need = an_output("Grape pomace"), a_need("x", use_ids=("compost", "spirit"))
    way = surest(read(output, BOOK), read(need, BOOK), BOOK)
    assert way is not None
    for use in ("compost", "spirit"):
        book = a_book(precedents=(_case("one", "grape_pomace", use),))
        named, _ = nearest(read(output, book), read(need, book), book)
        assert named == ("one" if use == way.use_id else None)


def test_where_the_material_itself_is_sought_another_material_is_no_precedent() -> None:
    output = an_output("x", material_ids=("grape_pomace", "sawdust"))
    need = a_need("x", material_ids=("grape_pomace",), use_ids=("bedding",))
    book = a_book(precedents=(_case("one", "sawdust", "bedding"),))
    way = surest(read(output, book), read(need, book), book)
    assert way is not None
    assert (way.material_id, way.use_id) == ("grape_pomace", None)
    assert nearest(read(output, book), read(need, book), book) == (None, 0.0)


def test_how_often_it_was_done_changes_nothing() -> None:
    often = a_book(precedents=tuple(_case(str(n), "sawdust", "bedding") for n in range(9)))
    output, need = an_output("Sawdust"), a_need("Animal bedding")
    value = precedent(read(output, often), read(need, often), often).value
    assert value == _value(output, need)


def test_what_is_hardly_like_a_pair_is_not_named() -> None:
    need = read(a_need("Spirit raw material"), BOOK)
    assert worth_naming(read(an_output("Grape pomace"), BOOK), need, BOOK) == "spirit"
    assert worth_naming(read(an_output("Sawdust"), BOOK), need, BOOK) is None

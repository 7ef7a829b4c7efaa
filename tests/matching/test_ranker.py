"""Ranking tests compare: better above worse, nearer not below farther, unknown between wrong and right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evidence.kinds import EVIDENCE
from matching.ranker import Ranker
from matching.records import Listing, Match, Place, Quantity, RuledOut, Side
from matching.reference_book import default_book

from .builders import a_need, an_output, small_ranker

MATERIALS = (
    "Sawdust",
    "Grape pomace",
    "Cheese whey",
    "Glass cullet",
    "Used cooking oil",
    "Rusty things",
    "ჭაჭა",
)
NEEDS = ("Animal bedding", "Solid fuel", "Biodiesel", "Animal feed", "Glass making", "Something", "სპირტი")


def _score(output: Listing, need: Listing) -> float:
    match = small_ranker().compare(output, need)
    assert isinstance(match, Match), match
    return match.score


def _order(output: Listing, needs: list[Listing]) -> list[str]:
    return [match.need_id for match in small_ranker().rank(output, needs).matches]


def _needs(*texts: str) -> list[Listing]:
    return [a_need(text, id=text) for text in texts]


@pytest.mark.parametrize(
    ("output", "best", "worse"),
    [
        ("Sawdust", "Sawdust for animal bedding", "Animal bedding"),
        ("Sawdust", "Animal bedding", "Solid fuel"),
        ("Grape pomace", "Spirit raw material", "Compost feedstock"),
        ("Grape pomace", "Compost feedstock", "Animal feed"),
        ("Brewer's spent grain", "Brewer's spent grain", "Glass making"),
        ("ყურძნის ჭაჭა", "სპირტის გამოსახდელი ნედლეული", "კომპოსტის ნედლეული"),
        ("ყურძნის ჭაჭა", "Distillery looks for raw material", "Compost feedstock"),
        ("Виноградная выжимка", "სპირტი", "კომპოსტის ნედლეული"),
    ],
)
def test_better_stands_above_worse(output: str, best: str, worse: str) -> None:
    order = _order(an_output(output), _needs(worse, best))
    assert order[0] == best


@pytest.mark.parametrize(
    ("english", "georgian"),
    [
        (("Sawdust", "Animal bedding"), ("ნახერხი", "ცხოველთა საფენი")),
        (("Grape pomace", "Spirit"), ("ყურძნის ჭაჭა", "სპირტი")),
        (("Cheese whey", "Animal feed"), ("შრატი", "პირუტყვის საკვები")),
        (("Glass cullet", "Glass making"), ("მინის ნამსხვრევი", "მინის წარმოება")),
    ],
)
def test_georgian_finds_the_same_way_as_english_and_across(
    english: tuple[str, str], georgian: tuple[str, str]
) -> None:
    ranker = small_ranker()
    pairs = [(output, need) for output in (english[0], georgian[0]) for need in (english[1], georgian[1])]
    ways = []
    for output, need in pairs:
        match = ranker.compare(an_output(output), a_need(need))
        assert isinstance(match, Match)
        assert match.pathway is not None
        ways.append((match.pathway.pathway_id, match.pathway.strength))
    assert len(set(ways)) == 1


def test_nearer_is_not_below_farther() -> None:
    places = {"telavi": Place("telavi"), "gurjaani": Place("gurjaani"), "batumi": Place("batumi")}
    needs = [a_need(id=name, place=place) for name, place in sorted(places.items())]
    assert _order(an_output(place=Place("telavi")), needs) == ["telavi", "gurjaani", "batumi"]


def test_rubble_goes_to_the_plainer_need_nearby_before_the_perfect_one_far_away() -> None:
    output = an_output("Concrete rubble", place=Place("telavi"))
    far = a_need("Aggregate for roads, crushed concrete", id="far", place=Place("batumi"))
    near = a_need("Aggregate for roads", id="near", place=Place("gurjaani"))
    assert _order(output, [far, near]) == ["near", "far"]
    assert _order(replace(output, place=Place()), [far, near]) == ["far", "near"]


def test_three_times_its_reach_is_several_log_odds() -> None:
    output = an_output("Concrete rubble", place=Place("telavi"))
    near, far = (a_need("Aggregate for roads", place=Place(name)) for name in ("telavi", "batumi"))
    assert _score(output, near) - _score(output, far) > 3


FIELDS = [
    ("place", Place("telavi"), Place("telavi"), Place("batumi")),
    ("tonnes_per_year", 100.0, 100.0, 1e7),
    ("season_months", (9, 10), (9, 10), (2, 3)),
]


@pytest.mark.parametrize(("field", "mine", "right", "wrong"), FIELDS)
def test_unknown_stands_between_wrong_and_right(
    field: str, mine: object, right: object, wrong: object
) -> None:
    output = an_output(**{field: mine})
    unknown = _score(output, a_need())
    assert _score(output, a_need(**{field: wrong})) <= unknown <= _score(output, a_need(**{field: right}))


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [("nace", "0141", "2311"), ("ewc_code", "030105", "170101"), ("material_ids", ("sawdust",), ("whey",))],
)
def test_what_a_need_states_wrongly_is_not_above_what_it_leaves_open(
    field: str, right: object, wrong: object
) -> None:
    output = an_output("Sawdust", ewc_code="030105")
    unknown = _score(output, a_need("Animal bedding"))
    assert _score(output, a_need("Animal bedding", **{field: right})) >= unknown
    assert _score(output, a_need("Animal bedding", **{field: wrong})) <= unknown


@pytest.mark.parametrize("asked", ["Sawdust, moisture at most 15 %", "Sawdust"])
def test_an_untold_figure_stands_between_a_bad_and_a_good_one(asked: str) -> None:
    output, ranker, need = an_output("Sawdust"), Ranker(default_book()), a_need(asked)
    results = [
        ranker.compare(replace(output, text=text), need)
        for text in ("Sawdust, moisture 30 %", "Sawdust", "Sawdust, moisture 3 %")
    ]
    by_figure = [
        next(part.contribution for part in match.evidence if part.name == "quality_margin")
        for match in results
        if isinstance(match, Match)
    ]
    assert by_figure == sorted(by_figure)
    assert by_figure[1] == 0


def test_an_unknown_value_contributes_exactly_zero() -> None:
    match = small_ranker().compare(an_output(), a_need())
    assert isinstance(match, Match)
    unknown = {evidence.name for evidence in match.evidence if evidence.value is None}
    assert {"distance", "quantity", "timing", "sector", "code"} <= unknown
    assert all(evidence.contribution == 0 for evidence in match.evidence if evidence.value is None)


@pytest.mark.parametrize(
    ("output", "need"),
    [
        ("Rusty things", "Nice flowers"),
        ("Cardboard", "Biodiesel"),
        ("", "Animal bedding"),
        ("!!!", "???"),
        ("ძველი კარადა", "Biodiesel"),
    ],
)
def test_without_a_material_reason_there_is_no_match_however_near(output: str, need: str) -> None:
    same = {"place": Place("telavi"), "tonnes_per_year": 10.0, "nace": "01"}
    assert small_ranker().compare(an_output(output, **same), a_need(need, **same)) is None


def test_direction_is_always_output_to_need() -> None:
    output, need = an_output("Grape pomace"), a_need("Spirit raw material")
    ranker = small_ranker()
    from_output = ranker.rank(output, [need]).matches
    from_need = ranker.rank(need, [output]).matches
    assert from_output == from_need
    assert ranker.rank(output, [replace(need, side=Side.OUTPUT)]).matches == ()


def test_a_refused_pair_that_would_have_been_among_the_top_is_told_with_its_gate() -> None:
    output = an_output("Used cooking oil")
    needs = [a_need("Used cooking oil for animal feed", id="feed"), a_need("Biodiesel", id="diesel")]
    ranking = small_ranker().rank(output, needs, top=2)
    assert [match.need_id for match in ranking.matches] == ["diesel"]
    assert ranking.ruled_out == (RuledOut("an-output", "feed", "forbidden", "forbidden.cooking_oil-feed"),)


def test_a_refused_pair_far_below_the_top_is_not_told() -> None:
    needs = [a_need("Sawdust", id=str(n)) for n in range(3)]
    needs.append(a_need("Compost of wood", id="other", kind="energy"))
    ranking = small_ranker().rank(an_output("Sawdust"), needs, top=3)
    assert len(ranking.matches) == 3
    assert ranking.ruled_out == ()


def test_today_rules_out_what_is_over() -> None:
    over = a_need(ends_on=date(2026, 1, 1))
    ranking = small_ranker().rank(an_output(), [over], today=date(2026, 11, 21))
    assert ranking.matches == ()
    assert ranking.ruled_out[0].gate == "dates"


def test_equal_scores_are_ordered_by_id() -> None:
    needs = [a_need(id=name) for name in ("b", "c", "a")]
    assert _order(an_output(), needs) == ["a", "b", "c"]


def test_the_order_of_the_needs_changes_nothing() -> None:
    needs = _needs(*NEEDS)
    assert _order(an_output("Grape pomace"), needs) == _order(an_output("Grape pomace"), needs[::-1])


def test_other_listings_do_not_change_the_score_of_a_pair() -> None:
    output, need = an_output("Grape pomace"), a_need("Spirit raw material")
    alone = small_ranker().rank(output, [need]).matches[0]
    among = small_ranker().rank(output, [need, *_needs(*NEEDS)]).matches
    assert alone in among


LISTING = st.fixed_dictionaries(
    {},
    optional={
        "place": st.sampled_from([Place("telavi"), Place("batumi"), Place(lat=41.7, lon=44.8)]),
        "tonnes_per_year": st.floats(0, 1e9),
        "quantity": st.builds(
            Quantity, st.floats(0, 1e6), st.sampled_from(["t", "m3", "MWh"]), st.just("month")
        ),
        "nace": st.sampled_from(["01", "1102", "23"]),
        "ewc_code": st.sampled_from(["030105", "020702", "160213"]),
        "season_months": st.lists(st.integers(1, 12), unique=True).map(tuple),
        "hazardous": st.booleans(),
        "material_ids": st.sampled_from([("sawdust",), ("whey", "cullet")]),
    },
)


@given(st.sampled_from(MATERIALS), st.sampled_from(NEEDS), LISTING, LISTING)
def test_contributions_add_up_to_the_score(
    material: str, use: str, one: dict[str, object], other: dict[str, object]
) -> None:
    match = small_ranker().compare(an_output(material, **one), a_need(use, **other))
    if isinstance(match, Match):
        total = sum(round(evidence.contribution * 10_000) for evidence in match.evidence)
        assert total == round(match.score * 10_000)
        assert [evidence.name for evidence in match.evidence] == ["prior", *(f.__name__ for f in EVIDENCE)]
        assert 0 < match.probability < 1
        for evidence in match.evidence:
            assert evidence.value is None or 0 <= evidence.value <= 1


@given(st.sampled_from(MATERIALS), st.sampled_from(NEEDS), st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_compared(material: str, use: str, before: str, after: str) -> None:
    ranker = small_ranker()
    result = ranker.compare(an_output(f"{before} {material}"), a_need(f"{use} {after}"))
    assert result is None or isinstance(result, Match | RuledOut)

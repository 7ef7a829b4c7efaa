"""At a glance pairs stand as their scores put them, by bytes that are the same everywhere."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from matching.ranker import Ranker
from matching.records import Leads, Place, Side
from tests.matching.builders import a_book, a_need, an_output

BOOK = a_book()
RANKER = Ranker(BOOK)


def sketch(listing):
    return RANKER.sketch_of(listing, RANKER.traces_of(listing))


def worths(mine, others):
    return np.array(RANKER.leads_of(mine).glance([sketch(other) for other in others]).worth)


NEEDS = [
    a_need(id="very", text="ნახერხი გვჭირდება", place=Place("telavi")),
    a_need(id="far", text="ნახერხი გვჭირდება", place=Place("batumi")),
    a_need(id="use", text="ქვეშაფენი", use_ids=("bedding",), place=Place("telavi")),
    a_need(id="other", text="ყურძნის ჭაჭა", place=Place("telavi")),
]
OUTPUT = an_output(text="Sawdust, dry", place=Place("telavi"))


def test_pairs_stand_as_their_scores_put_them():
    by_score = [match.need_id for match in RANKER.rank(OUTPUT, NEEDS).matches]
    by_glance = [NEEDS[number].id for number in np.argsort(-worths(OUTPUT, NEEDS))]
    assert len(by_score) > 2
    assert by_glance[: len(by_score)] == by_score


def test_they_do_from_the_side_of_the_need_too():
    outputs = [
        an_output(id="same", text="Sawdust", place=Place("telavi")),
        an_output(id="kin", text="Wood residues", place=Place("telavi")),
        an_output(id="other", text="Grape pomace", place=Place("telavi")),
    ]
    need = a_need(text="ნახერხი", place=Place("telavi"))
    by_score = [match.output_id for match in RANKER.rank(need, outputs).matches]
    assert [outputs[number].id for number in np.argsort(-worths(need, outputs))][: len(by_score)] == by_score


def test_a_sketch_of_another_layout_has_nothing_in_common_and_harms_no_other():
    whole = [sketch(need) for need in NEEDS]
    leads = RANKER.leads_of(OUTPUT)
    nothing = leads.glance([b""]).worth[0]
    for other in (b"123456", whole[0][:-1], whole[0] + b"1234", b"\xff" * 60):
        assert leads.glance([whole[0], other, whole[1]]).worth == [
            leads.glance(whole).worth[0],
            nothing,
            leads.glance(whole).worth[1],
        ]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"tonnes_per_year": 100.0}, {"tonnes_per_year": 1.0}),
        ({"season_months": (6, 7)}, {"season_months": (1, 2)}),
        ({"nace": "16"}, {}),
        ({}, {"kind": "energy"}),
    ],
)
def test_what_is_stated_counts_as_in_the_score(more, less):
    mine = an_output(text="Sawdust", tonnes_per_year=100.0, season_months=(6, 7))
    one, other = worths(mine, [a_need(text="Sawdust", **said) for said in (more, less)])
    assert one > other


def test_who_asks_for_another_thing_has_less_in_common():
    """Lees and pomace serve the same uses; who surely names the one does not ask for the other."""
    mine = an_output(text="?", material_ids=("grape_pomace",))
    same = a_need(text="?", material_ids=("grape_pomace",), use_ids=("compost",))
    another = a_need(text="?", material_ids=("sawdust",), use_ids=("compost",))
    vague = a_need(text="?", use_ids=("compost",))
    one, other, open_ = worths(mine, [same, another, vague])
    assert one > open_ > other


def test_ways_are_told_by_what_both_have_in_common():
    seen = RANKER.leads_of(OUTPUT).glance([sketch(need) for need in NEEDS])
    ways = dict(zip((need.id for need in NEEDS), seen.ways, strict=True))
    assert "material" in ways["very"]
    assert "pathway" in ways["use"]


def test_what_has_no_sketch_has_nothing_in_common_with_anything():
    seen = RANKER.leads_of(OUTPUT).glance([b"", sketch(NEEDS[0])])
    assert seen.worth[0] < seen.worth[1]
    assert seen.ways[0] == set()
    assert list(RANKER.leads_of(OUTPUT).glance([]).worth) == []


def test_who_looks_for_nothing_sees_no_difference():
    assert len(set(Leads().glance([sketch(need) for need in NEEDS]).worth)) == 1


def test_a_sketch_hangs_on_what_is_listed_and_not_on_its_name():
    assert sketch(replace(NEEDS[0], id="another")) == sketch(NEEDS[0])
    assert sketch(replace(NEEDS[0], text="ჭაჭა")) != sketch(NEEDS[0])
    assert NEEDS[0].side is Side.NEED


def test_a_sketch_is_the_same_in_every_process():
    """Whatever order sets and strings have in it."""
    program = (
        "from tests.matching.test_glance import NEEDS, sketch; print(b''.join(map(sketch, NEEDS)).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert found == {b"".join(map(sketch, NEEDS)).hex() + "\n"}

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from benchmark.country import MadeFirm, an_open_listing, enter
from graph import listings
from graph.candidates import candidates_for, keep
from graph.records import FirmStatus, ListingState, Visibility
from matching.ranker import Ranker
from matching.recognition import Guess, Recognition
from matching.records import Leads, Side, Trace
from tests.graph import builders
from tests.graph.builders import NOW, a_listing, enrol
from tests.graph.small_book import a_book

BOOK = a_book()


@pytest.fixture
def giver(store):
    return enrol(store, municipality="telavi")


@pytest.fixture
def taker(store):
    return enrol(store, municipality="batumi")


def posted(store, at, side=Side.OUTPUT, recognised=None, **changes):
    """A listing, stored, and read as the ranker reads it, with what else a test says that it is read as."""
    id_ = builders.posted(store, at, side, recognised, **changes)
    listing = listings.by_id(store, id_).for_ranking()
    guesses = recognised.materials if recognised else ()
    also = [Trace("material", guess.id, guess.confidence, 1.0, 1.0) for guess in guesses]
    traces = [*Ranker(BOOK).traces_of(listing), *also]
    keep(store, listing, traces, Ranker(BOOK).sketch_of(listing, traces), None)
    return id_


def leads(listing):
    """Where the ranker says to look, by the small book."""
    return Ranker(BOOK).leads_of(listing)


def found(store, listing_id, **options):
    """Ids of the counterparts with the ways by which they were found, in order."""
    ours = listings.by_id(store, listing_id).for_ranking()
    candidates = candidates_for(store, ours, leads(ours), options.pop("now", NOW), **options)
    ours_is_output = ours.side is Side.OUTPUT
    return {(c.need if ours_is_output else c.output).id: c.found_by for c in candidates}


def test_both_records_of_a_candidate_are_what_the_ranker_takes(store, giver, taker):
    output, need = a_listing(giver), a_listing(taker, Side.NEED)
    listings.post(store, output)
    listings.post(store, need)
    for asked in (output.for_ranking(), need.for_ranking()):
        (candidate,) = candidates_for(store, asked, leads(asked), NOW)
        assert candidate.output == output.for_ranking()
        assert candidate.need == need.for_ranking()


@pytest.mark.parametrize(
    ("offered", "sought"),
    [("sawdust", "sawdust"), ("sawdust", "wood"), ("wood", "sawdust")],
)
def test_the_same_material_and_its_relatives_are_found_from_both_sides(store, giver, taker, offered, sought):
    output = posted(store, giver, text="ერთი", material_ids=(offered,))
    need = posted(store, taker, Side.NEED, text="ორი", material_ids=(sought,), kind="asset")
    assert "material" in found(store, output)[need]
    assert "material" in found(store, need)[output]


def test_the_same_material_comes_before_a_relative(store, giver, taker):
    output = posted(store, giver, text="ერთი", material_ids=("sawdust",))
    relative = posted(store, taker, Side.NEED, text="ორი", material_ids=("shavings",))
    broader = posted(store, taker, Side.NEED, text="სამი", material_ids=("wood",))
    same = posted(store, taker, Side.NEED, text="ოთხი", material_ids=("sawdust",))
    assert list(found(store, output)) == [same, broader, relative]


@pytest.mark.parametrize(
    ("offered", "use"),
    [("sawdust", "bedding"), ("sawdust", "fuel"), ("wood", "bedding"), ("grape_pomace", "compost")],
)
def test_a_documented_pathway_is_walked_from_both_ends(store, giver, taker, offered, use):
    output = posted(store, giver, text="ერთი", material_ids=(offered,))
    need = posted(store, taker, Side.NEED, text="ორი", use_ids=(use,), kind="asset")
    assert found(store, output) == {need: ("pathway",)}
    assert found(store, need) == {output: ("pathway",)}


def test_a_pathway_is_walked_from_a_waste_code_too(store, giver, taker):
    output = posted(store, giver, text="ერთი", ewc_code="020702")
    need = posted(store, taker, Side.NEED, text="ორი", use_ids=("compost",), kind="asset")
    assert found(store, output) == {need: ("pathway",)}
    assert found(store, need) == {output: ("pathway",)}


def test_a_forbidden_pathway_leads_nowhere(store, giver, taker):
    output = posted(store, giver, text="ერთი", material_ids=("grape_pomace",))
    need = posted(store, taker, Side.NEED, text="ორი", use_ids=("bedding",), kind="asset")
    assert found(store, output) == {}
    assert found(store, need) == {}


def test_what_is_offered_for_the_use_that_is_sought_is_found(store, giver, taker):
    output = posted(store, giver, text="ერთი", use_ids=("fuel",))
    need = posted(store, taker, Side.NEED, text="ორი", use_ids=("fuel",), kind="asset")
    assert found(store, output) == {need: ("use",)}


def test_the_same_code_comes_before_a_mirror_entry_and_a_sister(store, giver, taker):
    output = posted(store, giver, text="ერთი", ewc_code="030105")
    mirror = posted(store, taker, Side.NEED, text="ორი", ewc_code="030104", kind="asset")
    same = posted(store, taker, Side.NEED, text="სამი", ewc_code="030105", kind="asset")
    other = posted(store, taker, Side.NEED, text="ოთხი", ewc_code="020702", kind="asset")
    assert found(store, output) == {same: ("code",), mirror: ("code",)}
    assert output not in found(store, other)


def test_a_code_finds_the_materials_that_go_under_it(store, giver, taker):
    output = posted(store, giver, text="ერთი", ewc_code="030105")
    need = posted(store, taker, Side.NEED, text="ორი", material_ids=("shavings",), kind="asset")
    assert list(found(store, output)) == [need]
    assert list(found(store, need)) == [output]


def test_words_in_common_are_found_in_any_case_form(store, giver, taker):
    output = posted(store, giver, text="გვრჩება ხორბლის ნამჯა")
    need = posted(store, taker, Side.NEED, text="ვეძებთ ნამჯას ფერმისთვის", kind="asset")
    stranger = posted(store, taker, Side.NEED, text="ლითონის ჯართი", kind="asset")
    assert found(store, output) == {need: ("text",)}
    assert stranger not in found(store, output)


def test_what_was_recognised_bridges_two_languages(store, giver, taker):
    output = posted(store, giver, text="Fine dust of the saw", lang="en", material_ids=("sawdust",))
    seen = Recognition(materials=(Guess("sawdust", 0.9, ""),))
    need = posted(store, taker, Side.NEED, recognised=seen, text="გვჭირდება ნახერხი", kind="asset")
    assert list(found(store, output)) == [need]
    assert list(found(store, need)) == [output]


def test_what_a_person_types_is_never_taken_for_syntax(store, giver, taker):
    output = posted(store, giver, text='text:* AND (NOT "a" OR [1 TO 5]) ნახერხი~ \\ /x/ && || ! ^2')
    need = posted(store, taker, Side.NEED, text="ნახერხი", kind="asset")
    assert found(store, output) == {need: ("material", "text")}


def test_a_text_without_words_is_compared_with_its_kind(store, giver, taker):
    output = posted(store, giver, text="?!")
    need = posted(store, taker, Side.NEED, text="ნახერხი")
    assert found(store, output) == {need: ("kind",)}


def test_others_of_the_same_kind_follow_nearest_first(store, giver, taker):
    output = posted(store, giver, text="ერთი", material_ids=("sawdust",))
    far = posted(store, taker, Side.NEED, text="ორი")
    near = posted(store, enrol(store, municipality="gurjaani"), Side.NEED, text="სამი")
    known = posted(store, taker, Side.NEED, text="ოთხი", material_ids=("sawdust",))
    posted(store, taker, Side.NEED, text="ხუთი", kind="energy")
    assert list(found(store, output)) == [known, near, far]
    assert found(store, output)[near] == ("kind",)
    assert list(found(store, output, limit=2)) == [known, near]
    assert list(found(store, output, limit=1)) == [known]


def test_a_guess_counts_less_than_what_a_person_confirmed(store, giver, taker):
    output = posted(store, giver, text="ერთი", material_ids=("sawdust",))
    guess = Recognition(materials=(Guess("sawdust", 0.4, ""),))
    guessed = posted(store, taker, Side.NEED, recognised=guess, text="ორი")
    confirmed = posted(store, taker, Side.NEED, text="სამი", material_ids=("sawdust",))
    assert list(found(store, output)) == [confirmed, guessed]


CLOSED = [
    {"state": ListingState.PAUSED},
    {"state": ListingState.WITHDRAWN},
    {"expires_at": NOW},
    {"expires_at": NOW - timedelta(days=1)},
]
SAME_IN_EVERY_WAY = {
    "text": "ნახერხი",
    "material_ids": ("sawdust",),
    "use_ids": ("fuel",),
    "ewc_code": "030105",
}


@pytest.mark.parametrize("closed", CLOSED)
@pytest.mark.parametrize("side", list(Side))
def test_a_closed_listing_neither_finds_nor_is_found(store, giver, taker, closed, side):
    other_side = Side.NEED if side is Side.OUTPUT else Side.OUTPUT
    shut = posted(store, giver, side, **SAME_IN_EVERY_WAY, **closed)
    live = posted(store, taker, other_side, **SAME_IN_EVERY_WAY)
    assert found(store, live) == {}
    assert found(store, shut) == {}


@pytest.mark.parametrize("status", [FirmStatus.UNVERIFIED, FirmStatus.SUSPENDED])
@pytest.mark.parametrize("side", list(Side))
def test_a_firm_that_is_not_verified_neither_finds_nor_is_found(store, taker, status, side):
    other_side = Side.NEED if side is Side.OUTPUT else Side.OUTPUT
    hidden = posted(store, enrol(store, status=status), side, **SAME_IN_EVERY_WAY)
    live = posted(store, taker, other_side, **SAME_IN_EVERY_WAY)
    assert found(store, live) == {}
    assert found(store, hidden) == {}


@pytest.mark.parametrize("side", list(Side))
def test_a_firm_never_meets_itself_nor_listings_of_its_own_side(store, giver, taker, side):
    other_side = Side.NEED if side is Side.OUTPUT else Side.OUTPUT
    mine = posted(store, giver, side, **SAME_IN_EVERY_WAY)
    posted(store, giver, other_side, **SAME_IN_EVERY_WAY)
    posted(store, taker, side, **SAME_IN_EVERY_WAY)
    assert found(store, mine) == {}


def test_listings_for_coordinators_are_found_too(store, giver, taker):
    output = posted(store, giver, **SAME_IN_EVERY_WAY)
    need = posted(store, taker, Side.NEED, visibility=Visibility.COORDINATORS, **SAME_IN_EVERY_WAY)
    assert list(found(store, output)) == [need]
    assert list(found(store, need)) == [output]


def test_expiry_is_judged_by_the_time_given(store, giver, taker):
    output = posted(store, giver, **SAME_IN_EVERY_WAY)
    posted(store, taker, Side.NEED, **SAME_IN_EVERY_WAY)
    assert len(found(store, output, now=NOW + timedelta(days=89))) == 1
    assert found(store, output, now=NOW + timedelta(days=90)) == {}


def test_no_listing_has_no_candidates(store, giver):
    never_posted = a_listing(giver).for_ranking()
    assert candidates_for(store, never_posted, leads(never_posted), NOW) == []


def test_never_more_than_the_limit_and_always_the_same(store, giver, taker):
    output = posted(store, giver, **SAME_IN_EVERY_WAY)
    for _ in range(6):
        posted(store, taker, Side.NEED, **SAME_IN_EVERY_WAY)
    first = found(store, output, limit=4)
    assert len(first) == 4
    assert list(found(store, output, limit=4)) == list(first)


def test_of_equal_ones_the_nearest_are_kept(store, giver, taker):
    output = posted(store, giver, **SAME_IN_EVERY_WAY)
    posted(store, taker, Side.NEED, **SAME_IN_EVERY_WAY)
    near = posted(store, enrol(store, municipality="telavi"), Side.NEED, **SAME_IN_EVERY_WAY)
    assert list(found(store, output, limit=1)) == [near]


MANY, FITTING, FEW = 300, 30, 60


def test_what_ranks_first_of_many_is_among_few_candidates(store):
    """Nothing but what they are read as tells the needs that fit: their words are of another language, and
    all the others are newer. So the same finder without leads brings hardly any of them.
    """
    output = a_crowd(Side.OUTPUT, ["ნახერხი"], NOW, "giver")
    fitting = a_crowd(Side.NEED, ["Sawdust", "Wood shavings", "Bedding"] * (FITTING // 3), NOW, "fitting")
    others = a_crowd(Side.NEED, ["Glass, broken"] * MANY, NOW + timedelta(days=1), "other")
    for owners, listed in (output, fitting, others):
        enter(store.driver, BOOK, owners, listed)
    asked = output[1][0].for_ranking()
    needs = [need.for_ranking() for need in (*fitting[1], *others[1])]
    ranking = Ranker(BOOK).rank(asked, needs, top=10)
    best = {match.need_id for match in ranking.matches}
    later = NOW + timedelta(days=2)
    brought = found(store, asked.id, now=later, limit=FEW)
    blind = candidates_for(store, asked, Leads(), later, FEW)
    assert len(best) == 10
    assert len(brought) == len(blind) == FEW
    assert best <= set(brought)
    assert len(best & {pair.need.id for pair in blind}) <= 2


def a_crowd(side, texts, posted_at, name):
    """Firms with one open listing each, in turn in every municipality of the small book."""
    places = list(BOOK.municipalities)
    owners = [MadeFirm(f"{name}-{n}", "16", places[n % len(places)]) for n in range(len(texts))]
    listed = [
        an_open_listing(owner, id=owner.id, side=side, text=text, lang="en", kind="material")
        for owner, text in zip(owners, texts, strict=True)
    ]
    times = {"posted_at": posted_at, "expires_at": NOW + timedelta(days=90)}
    return owners, [replace(listing, **times) for listing in listed]


def test_a_listing_that_is_read_as_nothing_is_found_by_nothing(store, giver, taker):
    output = posted(store, giver, text="ერთი", material_ids=("sawdust",))
    need = posted(store, taker, Side.NEED, text="ორი", material_ids=("sawdust",), kind="asset")
    assert list(found(store, output)) == [need]
    keep(store, listings.by_id(store, need).for_ranking(), (), None, None)
    assert found(store, output) == {}

from __future__ import annotations

from math import fsum, sqrt

import pytest

from matching.evidence.material_profile import material_profile
from matching.evidence.use_profile import use_profile
from matching.leads import leads_of
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Side
from matching.traces import traces_of
from tests.matching.builders import a_book, a_need, an_output

BOOK = a_book()
WEIGHTS = Ranker(BOOK).weights


def traces(listing):
    return {(trace.thing, trace.id): trace for trace in traces_of(read(listing, BOOK), BOOK)}


def test_an_output_is_found_by_what_its_code_alone_tells():
    assert ("material", "sawdust") in traces(an_output(text="?", ewc_code="03 01 05"))
    assert ("code", "030105") in traces(an_output(text="?", ewc_code="03 01 05"))


def test_the_shares_of_a_need_are_parts_of_one_whole():
    found = traces(a_need(text="?", use_ids=("bedding", "compost")))
    shares = [trace.use_share for trace in found.values()]
    assert sqrt(fsum(share * share for share in shares)) == pytest.approx(1.0, abs=1e-3)


def worth(lead, trace):
    return lead.by_use_share * trace.use_share + lead.by_material_share * trace.material_share


PAIRS = [
    (an_output(text="?", material_ids=("sawdust",)), a_need(text="?", use_ids=("bedding",))),
    (an_output(text="?", material_ids=("sawdust",)), a_need(text="?", material_ids=("sawdust",))),
    (an_output(text="?", material_ids=("grape_pomace",)), a_need(text="?", use_ids=("compost",))),
]


@pytest.mark.parametrize(("output", "need"), PAIRS)
@pytest.mark.parametrize("mine", list(Side))
def test_what_a_lead_and_a_trace_add_up_to_is_what_the_profiles_say(output, need, mine):
    """From either side: so that what is found first is what is ranked first."""
    asked, other = (output, need) if mine is Side.OUTPUT else (need, output)
    leads = {(lead.thing, lead.id): lead for lead in leads_of(read(asked, BOOK), BOOK, WEIGHTS).leads}
    found = fsum(worth(leads[key], trace) for key, trace in traces(other).items() if key in leads)
    pair = read(output, BOOK), read(need, BOOK)
    said = WEIGHTS.by_name["use_profile"].weight * (use_profile(*pair, BOOK).value or 0.0)
    said += WEIGHTS.by_name["material_profile"].weight * (material_profile(*pair, BOOK).value or 0.0)
    assert said > 1
    assert found == pytest.approx(said, rel=0.02)


def test_leads_are_few_and_those_that_may_be_worth_most_come_first():
    leads = leads_of(read(an_output(text="Sawdust, grape pomace"), BOOK), BOOK, WEIGHTS).leads
    most = [lead.worth + lead.by_use_share + lead.by_material_share for lead in leads]
    assert most == sorted(most, reverse=True)
    assert 0 < len(leads) <= 40
    assert min(most) > 0


def test_all_places_are_alike_to_a_listing_without_one():
    found = leads_of(read(an_output(), BOOK), BOOK, WEIGHTS).nearness
    assert set(found) == set(BOOK.municipalities)
    assert set(found.values()) == {0.0}

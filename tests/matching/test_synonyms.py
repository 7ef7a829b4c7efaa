"""Words of firms that coordinators accepted name things as those of the book do, and take nothing away."""

from __future__ import annotations

import pytest

from matching.chains import waits_of
from matching.codes.suggest import suggest_codes
from matching.counterfactual import counterfactuals
from matching.impact import impact
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Listing, Match, Quantity, Side
from matching.reference_book import default_book
from matching.synonym_doubts import doubt_of
from matching.synonyms import NONE, SURE, Synonym, Synonyms, synonyms_in

BOOK = default_book()
KNOWN = Synonyms(
    (Synonym("material", "grape-pomace", "qvevri cake"), Synonym("use", "animal-bedding", "stall floor"))
)


@pytest.mark.parametrize(
    ("text", "materials", "uses"),
    [
        ("Qvevri cake, wet", ("grape-pomace",), ()),
        ("cake, and elsewhere on our large farm near the river some qvevri", (), ()),
        ("tarpaulin for qvevri cake", (), ()),
        ("Something for the stall floor", (), ("animal-bedding",)),
        ("sawdust", (), ()),
    ],
)
def test_a_synonym_is_found_where_its_words_stand_together(
    text: str, materials: tuple[str, ...], uses: tuple[str, ...]
) -> None:
    found = synonyms_in(text, KNOWN, BOOK)
    assert tuple(guess.id for guess in found.materials) == materials
    assert tuple(guess.id for guess in found.uses) == uses


def test_a_listing_is_read_with_them_and_as_ever_without() -> None:
    listing = Listing("o", Side.OUTPUT, "Qvevri cake, wet")
    plain, knowing = read(listing, BOOK), read(listing, BOOK, KNOWN)
    assert plain.materials.get("grape-pomace", 0.0) < SURE
    assert knowing.materials["grape-pomace"] == SURE
    assert knowing.named["grape-pomace"] == SURE
    assert {id: sure for id, sure in knowing.materials.items() if id != "grape-pomace"} == {
        id: sure for id, sure in plain.materials.items() if id != "grape-pomace"
    }
    assert Ranker(BOOK).reading(listing) is read(listing, BOOK)


def test_what_a_person_said_of_a_listing_wins_over_a_synonym() -> None:
    listing = Listing("o", Side.OUTPUT, "Qvevri cake, wet", not_ids=("grape-pomace",))
    assert "grape-pomace" not in read(listing, BOOK, KNOWN).materials


def test_the_ranker_that_knows_them_finds_the_match_and_has_another_version() -> None:
    plain = Ranker(BOOK)
    knowing = plain.knowing(KNOWN)
    output = Listing("o", Side.OUTPUT, "Qvevri cake, wet")
    need = Listing("n", Side.NEED, "Grape pomace for distilling")
    before, after = plain.compare(output, need), knowing.compare(output, need)
    assert isinstance(after, Match)
    assert before is None or (isinstance(before, Match) and before.score < after.score)
    assert plain.knowing(NONE) is plain
    assert plain.version != knowing.version
    assert knowing.version == plain.knowing(Synonyms(KNOWN.entries[::-1])).version


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("qvevri cake", None),
        ("and for the", "empty"),
        ("asbestos sheets", "hazard"),
        ("sawdust", "taken"),
        ("waste", "general"),
    ],
)
def test_what_speaks_against_a_phrase(phrase: str, why: str | None) -> None:
    doubt = doubt_of(Synonym("material", "grape-pomace", phrase), (), BOOK)
    assert (doubt.why if doubt else None) == why


def test_a_phrase_that_is_another_synonym_is_taken_and_its_own_is_not() -> None:
    other = Synonym("material", "grape-seeds", "cake qvevri")
    doubt = doubt_of(Synonym("material", "grape-pomace", "qvevri cake"), (other,), BOOK)
    assert doubt is not None
    assert doubt.others == ("grape-seeds",)
    assert doubt_of(KNOWN.entries[0], KNOWN.entries, BOOK) is None


def test_codes_are_suggested_by_them() -> None:
    found = suggest_codes("qvevri cake", BOOK, synonyms=KNOWN)
    assert (found[0].code, found[0].material_id) == ("020701", "grape-pomace")
    assert found != suggest_codes("qvevri cake", BOOK)


def test_the_code_that_a_listing_could_state_is_proposed_by_them() -> None:
    output = Listing("o", Side.OUTPUT, "Qvevri cake, wet", hazardous=False)
    need = Listing("n", Side.NEED, "Grape pomace for spirit", ewc_code="020701")

    def proposed(ranker: Ranker) -> list[object]:
        found = counterfactuals(output, need, ranker)
        return [one.change.fields for one in found if one.change.input == "code"]

    assert proposed(Ranker(BOOK).knowing(KNOWN)) == [{"ewc_code": "020701"}]
    assert proposed(Ranker(BOOK)) == []


def test_worth_and_gaps_are_reckoned_by_what_the_ranker_reads() -> None:
    reading = Ranker(BOOK).knowing(KNOWN).reading
    output = Listing("o", Side.OUTPUT, "Qvevri cake, wet", quantity=Quantity(10, "m3", "year"))
    need = Listing("n", Side.NEED, "Feed for cattle", quantity=Quantity(10, "t", "year"))
    plain, knowing = impact(output, need, BOOK), impact(output, need, BOOK, reading=reading)
    named = impact(Listing("o", Side.OUTPUT, "Grape pomace, wet", quantity=output.quantity), need, BOOK)
    assert plain is not None
    assert knowing is not None
    assert named is not None
    assert knowing.amount == named.amount != plain.amount
    assert knowing.per_unit == named.per_unit != plain.per_unit

    wanted = Listing("n", Side.NEED, "Compost")
    waiting = {one.process_id for one in waits_of([(output, wanted)], (), BOOK, reading)}
    assert waiting > {one.process_id for one in waits_of([(output, wanted)], (), BOOK)}

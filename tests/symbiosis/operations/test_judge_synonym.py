"""What a firm says its words mean counts for all once a coordinator says yes; nobody learns who said it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from graph.errors import NotFound
from graph.ids import new_id
from matching.ranker import Ranker
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import InvalidInput, NotAllowed
from symbiosis.inputs import CorrectionInput, SynonymInput
from symbiosis.views import ListingView, SynonymProposal
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

WORDS = "ქვევრის ქუსპი"
LATER = NOW + timedelta(minutes=5)


def corrected(services: Services, town: Town, text: str = WORDS) -> tuple[Viewer, ListingView]:
    """A firm that said of its words that they mean grape pomace."""
    firm = town.business()
    mine = town.post(firm, an_output(text=text))
    operations.correct_listing(services, firm, mine.id, CorrectionInput("grape-pomace", "is"), now=NOW)
    return firm, mine


def proposals(services: Services, keeper: Viewer) -> tuple[SynonymProposal, ...]:
    return operations.show_synonyms(services, keeper).proposals


def accept(services: Services, keeper: Viewer, one: SynonymProposal, phrase: str | None = None) -> None:
    given = SynonymInput(phrase or one.phrase, one.entry_id, one.correction_ids)
    operations.accept_synonym(services, keeper, given, now=LATER)


def test_the_same_words_of_two_firms_are_one_proposal_and_one_yes_answers_both(
    services: Services, town: Town
) -> None:
    keeper = town.coordinator()
    for _ in range(2):
        corrected(services, town)
    [one] = proposals(services, keeper)
    assert (one.phrase, one.entry_id, one.lang) == (WORDS, "grape-pomace", "ka")
    assert len(one.sources) == len(one.correction_ids) == 2
    accept(services, keeper, one)
    shown = operations.show_synonyms(services, keeper)
    assert shown.proposals == ()
    [held] = shown.in_force
    assert (held.phrase, held.user_id, held.decided_at) == (WORDS, keeper.user_id, LATER)
    assert held.user_email


def test_from_the_yes_on_it_counts_for_every_firm_in_every_process_until_it_is_taken_out(
    services: Services, town: Town
) -> None:
    keeper, other = town.coordinator(), town.business(nace="01", at="gurjaani")
    process = Services(services.store, services.book, Ranker(services.book), services.settings)
    corrected(services, town)
    mine = town.post(other, an_output(text=f"{WORDS}, სველი"))

    def understood() -> set[str]:
        process.synonym_watch.forget()
        found = operations.meanings_of_listing(process, other, mine.id)
        return {one.id for one in found if one.confidence > 0.8}

    version = process.ranker.version
    assert "grape-pomace" not in understood()
    accept(services, keeper, proposals(services, keeper)[0])
    assert "grape-pomace" in understood()
    assert process.ranker.version != version
    assert operations.rematch(process, keeper, now=LATER).n_compared > 0
    [held] = operations.show_synonyms(services, keeper).in_force
    operations.remove_synonym(services, keeper, held.id, now=LATER)
    assert "grape-pomace" not in understood()
    assert process.ranker.version == version
    assert operations.show_synonyms(services, keeper).in_force == ()
    with pytest.raises(NotFound):
        operations.remove_synonym(services, keeper, held.id, now=LATER)


def test_a_match_that_only_the_synonym_finds_comes_with_it(services: Services, town: Town) -> None:
    keeper, giver = town.coordinator(), town.business(nace="01", at="gurjaani")
    corrected(services, town)
    town.post(giver, an_output(text=WORDS))
    town.post(town.business(), a_need())
    before = max((match.score for match in town.matches_of(giver)), default=-99.0)
    accept(services, keeper, proposals(services, keeper)[0])
    operations.rematch(services, keeper, now=LATER)
    assert max(match.score for match in town.matches_of(giver)) > before


def test_what_is_refused_counts_for_no_other_and_waits_no_more(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    firm, mine = corrected(services, town)
    [one] = proposals(services, keeper)
    given = SynonymInput(one.phrase, one.entry_id, one.correction_ids)
    operations.refuse_synonym(services, keeper, given, now=LATER)
    shown = operations.show_synonyms(services, keeper)
    assert (shown.proposals, shown.in_force) == ((), ())
    assert services.synonyms.entries == ()
    assert operations.show_listing(services, firm, mine.id, now=LATER).material_ids == ("grape-pomace",)


@pytest.mark.parametrize("phrase", ["აზბესტის ფურცელი", "ნახერხი", "და", "დარეკეთ 599 10 20 30"])
def test_a_phrase_that_names_a_hazard_or_another_thing_or_a_contact_is_refused(
    services: Services, town: Town, phrase: str
) -> None:
    keeper = town.coordinator()
    corrected(services, town)
    with pytest.raises(InvalidInput) as refused:
        accept(services, keeper, proposals(services, keeper)[0], phrase)
    assert set(refused.value.problems) == {"phrase"}
    assert services.synonyms.entries == ()


def test_a_phrase_with_the_name_of_the_firm_is_refused(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    firm, _ = corrected(services, town)
    name = operations.show_firm(services, firm, firm.firm_id or "", now=NOW).name_ka
    with pytest.raises(InvalidInput) as refused:
        accept(services, keeper, proposals(services, keeper)[0], f"{WORDS} {name}")
    assert set(refused.value.problems) == {"phrase"}


def test_only_coordinators_see_who_proposed_and_the_file_tells_of_nobody(
    app: Flask, services: Services, town: Town
) -> None:
    keeper = town.coordinator()
    firm, mine = corrected(services, town)
    for attempt in (
        lambda: operations.show_synonyms(services, firm),
        lambda: operations.remove_synonym(services, firm, new_id(), now=NOW),
        lambda: operations.accept_synonym(services, firm, SynonymInput(WORDS, "grape-pomace"), now=NOW),
        lambda: operations.refuse_synonym(services, firm, SynonymInput(WORDS, "grape-pomace"), now=NOW),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    accept(services, keeper, proposals(services, keeper)[0])
    file = browser(app, town.user(keeper)).get("/desk/synonyms.csv").text
    assert file == f"sort,id,lang,phrase\nmaterial,grape-pomace,ka,{WORDS}\n"
    reader = browser(app, town.user(town.business()))
    seen = reader.get("/materials", query_string={"q": WORDS}).text
    for secret in (str(firm.firm_id), mine.id, str(firm.user_id)):
        assert secret not in file
        assert secret not in seen

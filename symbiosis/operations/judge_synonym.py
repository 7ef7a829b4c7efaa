"""What firms said their words mean becomes a synonym for everybody once a coordinator says yes.

The phrase must name no firm, no person and no hazard, and must not surely mean another thing already. Who
proposed it is seen by coordinators alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from graph import firms, synonyms
from graph.correction_records import Proposal, SynonymDecision
from graph.errors import NotFound
from graph.ids import new_id
from matching.errors import SymbiosisError
from matching.synonym_doubts import Doubt, doubt_of
from matching.synonyms import Synonym
from matching.text import normalise
from symbiosis.access import Viewer, require
from symbiosis.errors import ContactInText, InvalidInput, NameInText, UnknownMaterial
from symbiosis.inputs import SynonymInput
from symbiosis.operations.corrected import sort_of
from symbiosis.operations.meaning import language_of
from symbiosis.telling_texts import firm_tells, holds_contact, holds_name
from symbiosis.views import SynonymDesk, SynonymProposal
from symbiosis.wiring import Services

LONGEST = 80


class BadSynonym(SymbiosisError):
    """A phrase that cannot be a synonym. Facts: `why` (as of `matching.synonym_doubts`), `others`: names."""

    code = "bad_synonym"


def show_synonyms(services: Services, viewer: Viewer) -> SynonymDesk:
    """What waits for a decision, oldest first, each phrase and entry once; what is in force, newest first."""
    require(viewer, "judge_synonym")
    services.synonym_watch.forget()
    groups: dict[tuple[str, str], list[Proposal]] = {}
    for one in synonyms.proposed(services.store):
        groups.setdefault((normalise(one.correction.words), one.correction.entry_id), []).append(one)
    return SynonymDesk(
        proposals=tuple(_proposal(services, group) for group in groups.values()),
        in_force=tuple(one for one in synonyms.latest(services.store) if one.verdict == "accepted"),
    )


def accept_synonym(services: Services, viewer: Viewer, given: SynonymInput, *, now: datetime) -> None:
    """Take a phrase, as the coordinator wrote it, for a name of a material or use.

    Every process follows within seconds, and all listings are compared again by the job. What is in force
    already and answers nothing changes nothing.

    Raises:
        InvalidInput: the phrase or the entry cannot be taken, by field.
    """
    require(viewer, "judge_synonym")
    sort = sort_of(given.entry_id, services.book)
    if sort is None:
        raise InvalidInput({"entry_id": [UnknownMaterial(field="entry_id", id=given.entry_id)]})
    phrase = " ".join(given.phrase.split())
    tells = [
        name
        for firm_id in {one.firm_id for one in _answered(services, given.correction_ids)}
        if (firm := firms.firm_by_id(services.store, firm_id)) is not None
        for name in firm_tells(firm)
    ]
    doubt = doubt_of(Synonym(sort, given.entry_id, phrase), services.synonyms.entries, services.book)
    problem: SymbiosisError | None = None
    if holds_contact(phrase):
        problem = ContactInText(field="phrase")
    elif holds_name(phrase, *tells):
        problem = NameInText(field="phrase")
    elif doubt is not None:
        problem = BadSynonym(field="phrase", why=doubt.why, others=", ".join(_names(services, viewer, doubt)))
    if problem is not None:
        raise InvalidInput({"phrase": [problem]})
    if not given.correction_ids and _is_in_force(services, given.entry_id, phrase):
        return
    decision = SynonymDecision(
        id=new_id(),
        phrase=phrase,
        lang=language_of(phrase),
        sort=sort,
        entry_id=given.entry_id,
        verdict="accepted",
        decided_at=now,
        user_id=viewer.user_id or "",
        correction_ids=given.correction_ids,
    )
    _append(services, decision)


def refuse_synonym(services: Services, viewer: Viewer, given: SynonymInput, *, now: datetime) -> None:
    """Leave a proposal out: it stays with the listing that it came from and counts for no other.

    What answers nothing that waits changes nothing.
    """
    require(viewer, "judge_synonym")
    if not _answered(services, given.correction_ids):
        return
    decision = SynonymDecision(
        id=new_id(),
        phrase=given.phrase,
        lang=language_of(given.phrase),
        sort=sort_of(given.entry_id, services.book) or "material",
        entry_id=given.entry_id,
        verdict="refused",
        decided_at=now,
        user_id=viewer.user_id or "",
        correction_ids=given.correction_ids,
    )
    _append(services, decision)


def remove_synonym(services: Services, viewer: Viewer, decision_id: str, *, now: datetime) -> None:
    """Take a synonym out of force; that it was in force, and who accepted it, stays known.

    Raises:
        NotFound: no synonym in force was accepted by this decision.
    """
    require(viewer, "judge_synonym")
    for one in synonyms.latest(services.store):
        if one.id == decision_id and one.verdict == "accepted":
            removed = SynonymDecision(
                new_id(), one.phrase, one.lang, one.sort, one.entry_id, "removed", now, viewer.user_id or ""
            )
            _append(services, removed)
            return
    raise NotFound(what="synonym", id=decision_id)


def _append(services: Services, decision: SynonymDecision) -> None:
    synonyms.append(services.store, decision)
    services.synonym_watch.forget()


def _is_in_force(services: Services, entry_id: str, phrase: str) -> bool:
    return any(
        one.verdict == "accepted" and one.entry_id == entry_id and normalise(one.phrase) == normalise(phrase)
        for one in synonyms.latest(services.store)
    )


def _answered(services: Services, correction_ids: Sequence[str]) -> list[Proposal]:
    return [one for one in synonyms.proposed(services.store) if one.correction.id in correction_ids]


def _proposal(services: Services, group: Sequence[Proposal]) -> SynonymProposal:
    first = group[0].correction
    synonym = Synonym(first.sort, first.entry_id, first.words)
    return SynonymProposal(
        phrase=first.words,
        lang=first.lang,
        sort=first.sort,
        entry_id=first.entry_id,
        proposed_at=first.corrected_at,
        correction_ids=tuple(one.correction.id for one in group),
        sources=tuple(group),
        doubt=doubt_of(synonym, services.synonyms.entries, services.book),
    )


def _names(services: Services, viewer: Viewer, doubt: Doubt) -> list[str]:
    book = services.book
    entries = [book.materials.get(id) or book.uses.get(id) for id in doubt.others]
    return [entry.name(viewer.language) for entry in entries if entry is not None]

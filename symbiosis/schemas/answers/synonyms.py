"""What firms proposed as synonyms and what of it is in force, for coordinators alone."""

from __future__ import annotations

from marshmallow import fields

from matching.meanings import SORTS
from symbiosis.schemas.answers.parts import a_text, a_time, maybe_text
from symbiosis.schemas.base import Answer


class SynonymSourceAnswer(Answer):
    """A listing whose firm said what its words mean."""

    correction_id = fields.String(attribute="correction.id")
    listing_id = fields.String(attribute="correction.listing_id")
    text = a_text()
    firm_id = a_text()
    firm_name_ka = a_text()
    firm_name_latin = a_text()
    is_demo = fields.Boolean()
    corrected_at = a_time(attribute="correction.corrected_at")


class SynonymDoubtAnswer(Answer):
    """What speaks against a phrase as it stands; `others`: materials and uses that it means already."""

    why = fields.String(metadata={"enum": ["empty", "hazard", "general", "taken"]})
    others = fields.List(fields.String())


class SynonymProposalAnswer(Answer):
    """A phrase that waits for a decision. Send its `correction_ids` with it."""

    phrase = a_text()
    lang = a_text()
    sort = fields.String(metadata={"enum": list(SORTS)})
    entry_id = a_text()
    proposed_at = a_time()
    correction_ids = fields.List(fields.String())
    sources = fields.List(fields.Nested(SynonymSourceAnswer))
    doubt = fields.Nested(SynonymDoubtAnswer, allow_none=True)


class SynonymAnswer(Answer):
    """A synonym in force; `id` is that of the decision, `user_email` of who took it."""

    id = a_text()
    phrase = a_text()
    lang = a_text()
    sort = fields.String(metadata={"enum": list(SORTS)})
    entry_id = a_text()
    decided_at = a_time()
    user_email = maybe_text()


class SynonymDeskAnswer(Answer):
    proposals = fields.List(fields.Nested(SynonymProposalAnswer))
    in_force = fields.List(fields.Nested(SynonymAnswer))

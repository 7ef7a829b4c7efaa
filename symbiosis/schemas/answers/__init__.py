"""What the API answers, field by field."""

from __future__ import annotations

from symbiosis.schemas.answers.firms import (
    AccountAnswer,
    ContactAnswer,
    FirmAnswer,
    NewTokenAnswer,
    OptOutAnswer,
    SiteAnswer,
    TokenAnswer,
)
from symbiosis.schemas.answers.knowledge import MaterialAnswer, UnderstoodAnswer, UseAnswer
from symbiosis.schemas.answers.law import MatchWithLawAnswer, RuleAnswer
from symbiosis.schemas.answers.listings import (
    BulkAnswer,
    BulkLineAnswer,
    CodeChangeAnswer,
    CounterpartAnswer,
    ListingAnswer,
    MeaningAnswer,
)
from symbiosis.schemas.answers.matches import (
    DecisionAnswer,
    DisclosureAnswer,
    EvidenceAnswer,
    ExchangeAnswer,
    ExchangeLineAnswer,
    GateAnswer,
    MatchAnswer,
    OutcomeAnswer,
    PartyAnswer,
    PathwayAnswer,
    RematchAnswer,
)
from symbiosis.schemas.answers.parts import ErrorPartSchema, ErrorSchema, page_of
from symbiosis.schemas.answers.reference import (
    CodeAnswer,
    MunicipalityAnswer,
    MunicipalityCountsAnswer,
    NamedAnswer,
    NetworkAnswer,
    UnitAnswer,
)
from symbiosis.schemas.answers.synonyms import SynonymDeskAnswer
from symbiosis.schemas.answers.typical import PlaceAnswer, SectorAnswer

__all__ = [
    "AccountAnswer",
    "BulkAnswer",
    "BulkLineAnswer",
    "CodeAnswer",
    "CodeChangeAnswer",
    "ContactAnswer",
    "CounterpartAnswer",
    "DecisionAnswer",
    "DisclosureAnswer",
    "ErrorPartSchema",
    "ErrorSchema",
    "EvidenceAnswer",
    "ExchangeAnswer",
    "ExchangeLineAnswer",
    "FirmAnswer",
    "GateAnswer",
    "ListingAnswer",
    "MatchAnswer",
    "MatchWithLawAnswer",
    "MaterialAnswer",
    "MeaningAnswer",
    "MunicipalityAnswer",
    "MunicipalityCountsAnswer",
    "NamedAnswer",
    "NetworkAnswer",
    "NewTokenAnswer",
    "OptOutAnswer",
    "OutcomeAnswer",
    "PartyAnswer",
    "PathwayAnswer",
    "PlaceAnswer",
    "RematchAnswer",
    "RuleAnswer",
    "SectorAnswer",
    "SiteAnswer",
    "SynonymDeskAnswer",
    "TokenAnswer",
    "UnderstoodAnswer",
    "UnitAnswer",
    "UseAnswer",
    "page_of",
]

"""What a reader gets to see, already reduced to what this reader may see. Frozen; words come from presenters.

A field that the reader may not see is None or empty; which fields those are is said in `access.py` alone.
"""

from __future__ import annotations

from symbiosis.views.accounts import AccountView, NewToken, TokenView
from symbiosis.views.chains import (
    Band,
    BlendView,
    ChainAnswerView,
    ChainView,
    GapsView,
    GapView,
    InflowView,
    OfferedView,
    PoolView,
    ProcessorView,
    ShareView,
    ThirdPartiesView,
)
from symbiosis.views.exchanges import DisclosureView, ExchangeLine, ExchangeView, OutcomeView, PartyView
from symbiosis.views.firms import ContactView, DeskView, FirmView, SiteView
from symbiosis.views.knowledge import Counted, MaterialView, Nearby, Source, Understood, UseView
from symbiosis.views.law import RuleChangeView, RuleHistory, RuleView
from symbiosis.views.listings import CounterpartView, ListingView
from symbiosis.views.matches import (
    ComparingView,
    DecisionView,
    EarlierView,
    EvidenceView,
    GateView,
    ListingMatches,
    MatchView,
    PathwayView,
    ShowingView,
    WhatIfView,
)
from symbiosis.views.network import CodeView, MunicipalityCounts, NetworkView
from symbiosis.views.opt_outs import OptOutView
from symbiosis.views.synonyms import SynonymDesk, SynonymProposal
from symbiosis.views.typical import PlaceView, SectorView, UsualView
from symbiosis.views.weights import OfferView, SwitchView, WeightsView
from symbiosis.views.worth import WorthView

__all__ = [
    "AccountView",
    "Band",
    "BlendView",
    "ChainAnswerView",
    "ChainView",
    "CodeView",
    "ComparingView",
    "ContactView",
    "Counted",
    "CounterpartView",
    "DecisionView",
    "DeskView",
    "DisclosureView",
    "EarlierView",
    "EvidenceView",
    "ExchangeLine",
    "ExchangeView",
    "FirmView",
    "GapView",
    "GapsView",
    "GateView",
    "InflowView",
    "ListingMatches",
    "ListingView",
    "MatchView",
    "MaterialView",
    "MunicipalityCounts",
    "Nearby",
    "NetworkView",
    "NewToken",
    "OfferView",
    "OfferedView",
    "OptOutView",
    "OutcomeView",
    "PartyView",
    "PathwayView",
    "PlaceView",
    "PoolView",
    "ProcessorView",
    "RuleChangeView",
    "RuleHistory",
    "RuleView",
    "SectorView",
    "ShareView",
    "ShowingView",
    "SiteView",
    "Source",
    "SwitchView",
    "SynonymDesk",
    "SynonymProposal",
    "ThirdPartiesView",
    "TokenView",
    "Understood",
    "UseView",
    "UsualView",
    "WeightsView",
    "WhatIfView",
    "WorthView",
]

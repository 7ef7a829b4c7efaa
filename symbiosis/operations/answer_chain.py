"""A coordinator says what comes of a chain: worth contacting, in talks, or not, because."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from graph import chain_answers, chains
from graph.chain_answers import ChainAnswer
from graph.chains import StoredChain
from graph.errors import NotFound
from graph.ids import new_id
from symbiosis.access import Viewer, require
from symbiosis.inputs import ChainAnswerInput
from symbiosis.wiring import Services

SHOWN = (
    *("score", "material_id", "product_id", "pathway_id", "km_in", "km_out", "tonnes_in", "tonnes_out"),
    "is_current",
)


def answer_chain(
    services: Services, viewer: Viewer, chain_id: str, given: ChainAnswerInput, *, now: datetime
) -> None:
    """Keep what a coordinator says of a chain beside all that was said before, with the chain as it stands.

    Raises:
        NotFound: no such chain.
    """
    require(viewer, "answer_chain")
    found = chains.by_id(services.store, chain_id)
    if found is None:
        raise NotFound(what="chain", id=chain_id)
    answer = ChainAnswer(
        id=given.id or new_id(),
        chain_id=chain_id,
        verdict=given.verdict,
        said_at=now,
        user_id=viewer.user_id or "",
        reason=given.reason,
        note=given.note,
        shown=_shown(found),
    )
    chain_answers.append(services.store, answer)


def _shown(found: StoredChain) -> dict[str, Any]:
    questions = [asdict(gate) for gate in found.questions]
    return {name: getattr(found, name) for name in SHOWN} | {"questions": questions}

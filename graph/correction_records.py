"""What people said of how a text is understood, as the graph keeps it. Frozen; times are UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Sort = Literal["material", "use"]
Meant = Literal["is", "not", "open"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One tap: a listing `is` a material or use, is `not` one, or that is `open` again. Appended only.

    `words`: those of the text that it is about, empty where the text has none for it; `lang`: their language.
    `user_email`: of who said it, when it is read.
    """

    id: str
    listing_id: str
    sort: Sort
    entry_id: str
    meant: Meant
    words: str
    lang: str
    corrected_at: datetime
    user_id: str
    user_email: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction that says what words mean, with the listing and the firm that it came from."""

    correction: Correction
    text: str
    firm_id: str
    firm_name_ka: str
    firm_name_latin: str
    is_demo: bool


@dataclass(frozen=True, slots=True)
class SynonymDecision:
    """What a coordinator decided of a phrase as the name of a material or use. Appended only; the latest of a
    phrase and entry counts.

    `correction_ids`: what it answers, empty where it answers nothing. `phrase` names no firm. When it is
    read, `user_email` is of who decided.
    """

    id: str
    phrase: str
    lang: str
    sort: Sort
    entry_id: str
    verdict: Literal["accepted", "refused", "removed"]
    decided_at: datetime
    user_id: str
    correction_ids: tuple[str, ...] = ()
    user_email: str | None = None


@dataclass(frozen=True, slots=True)
class CodeChange:
    """Which waste code a coordinator gave a listing, and whether it is hazardous; before it and after.
    Appended only. `why`: in the coordinator's words. `user_email`: of who did it, when it is read.
    """

    id: str
    listing_id: str
    ewc_code: str
    hazardous: bool | None
    ewc_code_before: str | None
    hazardous_before: bool | None
    why: str
    changed_at: datetime
    user_id: str
    user_email: str | None = None

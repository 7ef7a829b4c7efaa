"""What the operations take: shapes that a schema has checked, whose meaning is still to be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.chain_answers import ChainVerdict
from graph.correction_records import Meant
from graph.records import Role, Visibility
from matching.records import Kind, Quantity, Side, Verdict


@dataclass(frozen=True, slots=True)
class SiteInput:
    """A place of a firm. `lat`, `lon` in WGS 84 degrees, both or neither."""

    municipality: str
    site_name: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class FirmInput:
    """A firm. `identification_code`: 9 digits, or 11 for an individual entrepreneur (kept as a keyed hash
    only).
    """

    name_ka: str
    name_latin: str
    nace_division: str
    identification_code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OfferInput:
    """A process that a firm offers to others at one of its sites: t taken in a year, GEL asked for a tonne.

    `takes_hazardous`, `has_permit`: None where the firm does not say. `treats`: ids of materials that it
    works with; None leaves what was said of it.
    """

    site_id: str
    process_id: str
    tonnes_per_year: float | None = None
    price_gel_per_t: float | None = None
    takes_hazardous: bool | None = None
    has_permit: bool | None = None
    treats: tuple[str, ...] | None = None


CHAIN_REASONS: tuple[str, ...] = (
    *("price", "quantity", "quality", "distance", "law", "treats", "unwilling", "already", "other"),
)


@dataclass(frozen=True, slots=True)
class ChainAnswerInput:
    """What a coordinator says of a chain. `reason` is one of `CHAIN_REASONS`, given with a no."""

    verdict: ChainVerdict
    reason: str | None = None
    note: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class TreatedInput:
    """What an offered process is for: ids of materials; empty when it is not said."""

    site_id: str
    process_id: str
    treats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegistrationInput:
    """A firm, its first site and the person who will log in for it."""

    firm: FirmInput
    site: SiteInput
    email: str
    password: str = field(repr=False)
    contact_name: str
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class EnrolmentInput:
    """A firm that a coordinator enters; it has no login of its own yet."""

    firm: FirmInput
    site: SiteInput
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class LoginInput:
    email: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordInput:
    """A change of password by its owner, who gives the present one again."""

    current_password: str = field(repr=False)
    new_password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UserInput:
    """A person whom the administrator gives a login without a firm."""

    email: str
    role: Role
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ContactInput:
    """Who answers for a firm once an exchange is open."""

    contact_name: str
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class ListingInput:
    """An output or a need as its owner says it. `site_id` None = the firm's first site. `id`: the client's
    own UUID. `contains_hazardous` (`yes`, `no`, `unknown`): the answer to the question of a mirror pair, from
    which code and hazard follow; None when it was not asked. `not_ids`: materials and uses that it does not
    mean, None for what was said of that before; what is confirmed wins over it.
    """

    side: Side
    text: str
    kind: Kind = "material"
    quantity: Quantity | None = None
    season_months: tuple[int, ...] = ()
    site_id: str | None = None
    ewc_code: str | None = None
    hazardous: bool | None = None
    contains_hazardous: str | None = None
    cost_gel_per_year: float | None = None
    visibility: Visibility = Visibility.ANONYMOUS
    starts_on: date | None = None
    ends_on: date | None = None
    material_ids: tuple[str, ...] = ()
    use_ids: tuple[str, ...] = ()
    not_ids: tuple[str, ...] | None = None
    id: str | None = None
    firm_id: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionInput:
    """One tap: a listing `is`, or is `not`, a material or use; `open` takes back what was said of it."""

    entry_id: str
    meant: Meant


REASONS: tuple[str, ...] = ("price", "quantity", "quality", "distance", "law", "trust", "already", "other")


@dataclass(frozen=True, slots=True)
class DecisionInput:
    """An answer to a match. `reason` is one of `REASONS`, given with a no; `id` makes a repeated request
    one answer. `edition`: the other listing's, as the reader saw it; None when the reader does not tell.
    """

    verdict: Verdict
    reason: str | None = None
    note: str | None = None
    id: str | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeInput:
    """What came of an exchange: tonnes, the day of the first load and the cost of this side in GEL; or one
    of `REASONS` why nothing did. `side`: for which side a coordinator speaks; `id` makes a repeated request
    one word.
    """

    happened: bool
    tonnes: float | None = None
    happened_on: date | None = None
    cost_gel: float | None = None
    reason: str | None = None
    note: str | None = None
    side: Side | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class OptOutInput:
    """With whom a firm does not want to be matched: by code (9 digits, or 11 of a person), or by the id
    of a firm, which coordinators know. `label`: what the firm calls it.
    """

    identification_code: str | None = field(default=None, repr=False)
    label: str | None = None
    other_firm_id: str | None = None


@dataclass(frozen=True, slots=True)
class CodeInput:
    """The waste code that a coordinator gives a listing. `contains_hazardous`: as of `ListingInput`."""

    ewc_code: str
    contains_hazardous: str | None
    why: str


@dataclass(frozen=True, slots=True)
class SynonymInput:
    """A phrase as the name of a material or use. `correction_ids`: what it answers."""

    phrase: str
    entry_id: str
    correction_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TokenInput:
    name: str


@dataclass(frozen=True, slots=True)
class AssumptionInput:
    """A figure as a coordinator says it for one pair. `span` None: as the book has it again.

    `number`: of the latest change of the pair that the editor had in view; 0 without any.
    """

    assumption_id: str
    span: tuple[float, float, float] | None
    why: str
    number: int


@dataclass(frozen=True, slots=True)
class RuleInput:
    """A rule of law as an administrator says it: all editable fields, in full.

    `number`: of the latest change that the editor had in view; 0 where the rule was as in the files.
    """

    fields: Mapping[str, str | bool | date | None]
    number: int

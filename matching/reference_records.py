"""The entries of the reference book: one frozen record for each table under `reference/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matching.records import Kind

Strength = Literal["proven", "practised", "possible", "never"]
Carriage = Literal["road", "pipe", "wire"]
CARRIAGES: tuple[Carriage, ...] = ("road", "pipe", "wire")
Maturity = Literal["established", "demonstrated", "emerging"]
MATURITIES: tuple[Maturity, ...] = ("established", "demonstrated", "emerging")
Span = tuple[float, float, float]
"""Low, central and high."""
STRENGTHS: tuple[Strength, ...] = ("proven", "practised", "possible", "never")


@dataclass(frozen=True, slots=True)
class Named:
    """What a reader sees of an entry. `name_ru` is empty where nobody wrote one."""

    id: str
    name_en: str
    name_ka: str
    name_ru: str = ""

    def name(self, lang: str) -> str:
        """The name in a language (`ka`, `en`, `ru`); in English where that language has none."""
        return {"ka": self.name_ka, "ru": self.name_ru}.get(lang) or self.name_en


@dataclass(frozen=True, slots=True)
class Material(Named):
    """Something that can change hands. Densities are bulk densities in t/m³, moisture in percent by mass.

    `parent` is the broader material. `ewc_codes` are the waste codes under which it usually goes.
    """

    parent: str | None = None
    synonyms: tuple[str, ...] = ()
    kind: Kind = "material"
    form: str | None = None
    density_t_per_m3_low: float | None = None
    density_t_per_m3: float | None = None
    density_t_per_m3_high: float | None = None
    moisture_percent: float | None = None
    ewc_codes: tuple[str, ...] = ()
    hazard_note_en: str | None = None
    hazard_note_ka: str | None = None
    price_class: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Use(Named):
    """A function that materials can serve. `nace`: divisions or classes of those who usually buy it."""

    synonyms: tuple[str, ...] = ()
    kind: Kind = "material"
    nace: tuple[str, ...] = ()
    note_en: str | None = None
    note_ka: str | None = None


@dataclass(frozen=True, slots=True)
class Process(Named):
    """What must be done to a material before it serves a use.

    `inputs`, `outputs`: materials of the book. Figures hold for one unit of input (`per`: t, m3 or mwh):
    `yields` in units of the main output, `cost_gel` in GEL of `cost_year`, `energy_kwh` bought, `capacity` in
    units of input a year. Each is (low, central, high), except capacity (low, high); None where nobody knows.
    """

    synonyms: tuple[str, ...] = ()
    note_en: str | None = None
    note_ka: str | None = None
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    per: str | None = None
    yields: Span | None = None
    cost_gel: Span | None = None
    cost_year: int | None = None
    energy_kwh: Span | None = None
    capacity: tuple[float, float] | None = None
    permit_en: str | None = None
    permit_ka: str | None = None
    maturity: Maturity | None = None
    source: str = ""

    def note(self, lang: str) -> str | None:
        """What to know of it, in Georgian or English."""
        return self.note_ka if lang == "ka" else self.note_en

    def permit(self, lang: str) -> str | None:
        """What permission it needs, in Georgian or English."""
        return self.permit_ka if lang == "ka" else self.permit_en


@dataclass(frozen=True, slots=True)
class Property(Named):
    """What a limit may speak of (moisture, chlorine …), its unit and the range that is possible at all.

    `words`: how texts name it; `lowered_by`, `raised_by`: processes that bring it down or up.
    """

    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    words: tuple[str, ...] = ()
    lowered_by: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound on a property of the material: at least or at most `value`, in the unit of the property.

    Written as in the tables: `moisture <= 15`.
    """

    property_id: str
    bound: Literal["least", "most"]
    value: float

    def __str__(self) -> str:
        return f"{self.property_id} {'<=' if self.bound == 'most' else '>='} {self.value:g}"


@dataclass(frozen=True, slots=True)
class Pathway:
    """One documented way: material, process (if any), use. `strength` `never` forbids it, with a reason.

    `ratio`: tonnes of the replaced product that one tonne of the material saves. `limits` bound the material
    as it is handed over. `rule_ids`: the rules of law that it touches.
    """

    id: str
    material_id: str
    process_id: str | None
    use_id: str
    strength: Strength
    source: str
    conditions_en: str | None = None
    conditions_ka: str | None = None
    replaces: str | None = None
    ratio: float | None = None
    limits: tuple[Limit, ...] = ()
    rule_ids: tuple[str, ...] = ()
    reason_en: str | None = None
    reason_ka: str | None = None


@dataclass(frozen=True, slots=True)
class WasteCode(Named):
    """An entry of the List of Waste. `id` has digits only (2, 4 or 6 of them).

    `twins` are the other entries of a mirror pair: the same waste, hazardous or not by what it contains.
    `title_*` is the official wording, `name_*` the plain one, `phrases` how firms write it.
    """

    level: int = 3
    parent: str | None = None
    is_hazardous: bool = False
    entry_type: str = ""
    twins: tuple[str, ...] = ()
    title_en: str = ""
    title_ka: str = ""
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeSector:
    """The activities (digits only) that usually make the wastes of an entry or sub-chapter of the list."""

    codes: str
    nace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Industry(Named):
    """An entry of the classification of activities (NACE), `id` with digits only.

    `level`: section, division or class. `words`: how firms of it call themselves, in three languages.
    """

    section: str = ""
    level: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality(Named):
    """A municipality or self-governing city, with its centre (WGS 84 degrees)."""

    region: str = ""
    name_ka_genitive: str = ""
    name_ka_locative: str = ""
    lat: float = 0.0
    lon: float = 0.0
    population_2024: int | None = None
    geostat_code: str | None = None


@dataclass(frozen=True, slots=True)
class Region(Named):
    """A region with its centre (WGS 84 degrees). In an occupied one nobody can register."""

    name_ka_genitive: str = ""
    name_ka_locative: str = ""
    lat: float | None = None
    lon: float | None = None
    iso3166_2: str | None = None
    is_occupied: bool = False
    population_2024: int | None = None
    geostat_code: str | None = None


@dataclass(frozen=True, slots=True)
class Unit(Named):
    """A unit: one of it is `to_base` of `base`, in which its `dimension` is compared (t, m3, MWh …)."""

    dimension: str = ""
    to_base: float = 1.0
    base: str = ""
    symbol_en: str = ""
    symbol_ka: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Period(Named):
    """How often a quantity comes.

    `times_per_year` is None for what comes once. `needs_season_months`: it means nothing without the months.
    """

    times_per_year: float | None = None
    needs_season_months: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class WordFamily:
    """Words of three languages that mean the same or belong to the same thing, and families near to it."""

    id: str
    words: tuple[str, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Words that may mean one of several materials, and what to ask."""

    synonym: str
    lang: str
    material_ids: tuple[str, ...]
    question_en: str
    question_ka: str

    def question(self, lang: str) -> str:
        """What to ask, in Georgian or English."""
        return self.question_ka if lang == "ka" else self.question_en


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a family of materials is worth carrying, in road kilometres: low, central, high.

    At the central distance the freight eats what the goods bring. `by`: `road`, `pipe` or `wire`; what goes
    by pipe alone goes no farther than `km_high`. Holds for everything narrower that has no reach of its own.
    """

    material_id: str
    km_low: float
    km: float
    km_high: float
    by: Carriage
    source: str


@dataclass(frozen=True, slots=True)
class Road:
    """The road between the seats of two municipalities, in both directions.

    `via`: road number, valley or pass. `closed_months`: 1..12, when snow shuts it; empty: open all the year.
    """

    from_id: str
    to_id: str
    km: float
    via: str
    closed_months: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A material that has no lawful use, and why."""

    material_id: str
    reason_en: str
    reason_ka: str

    def reason(self, lang: str) -> str:
        """Why, in Georgian or English."""
        return self.reason_ka if lang == "ka" else self.reason_en

"""What of each table of the reference book becomes nodes, and what their relationships lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from graph.values import point
from matching.reference.factors import Factor
from matching.reference.flows import Statistic, TypicalFlow
from matching.reference.precedents import Precedent
from matching.reference.reading import digits
from matching.reference.rules import Condition, Rule
from matching.reference_book import ReferenceBook
from matching.reference_records import Industry, Pathway, Process, Span, Use

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of the book whose entries become nodes with `label`.

    `properties` and `links` are attributes of an entry, named one by one, so that a new column of the book
    does not rewrite the graph. `more` and `ends` give those properties and links that no attribute holds as
    such. `cypher/seed/put_<table>.cypher` writes the nodes, `link_<table>.cypher` their links, if any.
    """

    label: str
    table: str
    properties: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    id_of: Callable[[Any], str] = lambda entry: str(entry.id)
    more: Callable[[Any], Values] = lambda entry: {}
    ends: Callable[[Any, ReferenceBook], Values] | None = None

    @property
    def is_linked(self) -> bool:
        """Whether the nodes have relationships of their own."""
        return bool(self.links) or self.ends is not None

    def values(self, entry: Any) -> Values:
        """The properties of the node of an entry; None where the book says nothing."""
        named = {name: getattr(entry, name) for name in self.properties}
        return {"id": self.id_of(entry), **named, **self.more(entry)}

    def targets(self, entry: Any, book: ReferenceBook) -> Values:
        """The ids that the relationships of an entry lead to, by the names that the query gives them."""
        named = {name: getattr(entry, name) for name in self.links}
        return named | self.ends(entry, book) if self.ends else named


def _place(entry: Any) -> Values:
    return {"location": point(entry.lat, entry.lon)}


def _span(name: str, span: Span | None) -> Values:
    low, central, high = span or (None, None, None)
    return {f"{name}_low": low, name: central, f"{name}_high": high}


def _process_figures(process: Process) -> Values:
    low, high = process.capacity or (None, None)
    spans = _span("yield", process.yields) | _span("cost_gel", process.cost_gel)
    spans |= _span("energy_kwh", process.energy_kwh)
    return spans | {"capacity_low": low, "capacity_high": high}


def _amounts(entry: Factor | TypicalFlow) -> Values:
    low, central, high = entry.span if isinstance(entry, Factor) else entry.amount
    return {"low": low, "central": central, "high": high}


def _known_activities(codes: Iterable[str | None], book: ReferenceBook) -> list[str]:
    """Activities as the book has them: of a class that it does not have, the division."""
    plain = (digits(code) for code in codes if code)
    nearest = (code if code in book.nace else code[:2] for code in plain)
    return list(dict.fromkeys(code for code in nearest if code in book.nace))


def _broader_activity(industry: Industry, book: ReferenceBook) -> Values:
    above = {"class": industry.id[:2], "division": industry.section}.get(industry.level)
    return {"parent": above if above in book.nace else None}


def _buyers(use: Use, book: ReferenceBook) -> Values:
    return {"nace": _known_activities(use.nace, book)}


def _bounds(pathway: Pathway, book: ReferenceBook) -> Values:
    """Limits as the ends of relationships: one for each property, with the bounds that it has."""
    bounds: dict[str, Values] = {}
    for limit in pathway.limits:
        of_property = bounds.setdefault(limit.property_id, {"property_id": limit.property_id})
        of_property[f"at_{limit.bound}"] = limit.value
    return {"bounds": list(bounds.values())}


def _condition(condition: Condition) -> str:
    values = "|".join(condition.values)
    return f"{condition.subject}:{values}" if values else condition.subject


def _rule(rule: Rule) -> Values:
    conditions = [_condition(condition) for condition in rule.when]
    return {"conditions": conditions, "checked_on": rule.checked, "starts_on": rule.in_force_from}


def _bound_by(rule: Rule, book: ReferenceBook) -> Values:
    def named(subject: str) -> list[str]:
        return [value for one in rule.when if one.subject == subject for value in one.values]

    return {
        "material_ids": named("material"),
        "use_ids": named("use"),
        "process_ids": named("process"),
        "codes": [code for code in named("code") if code in book.waste_codes],
    }


def _parties(precedent: Precedent, book: ReferenceBook) -> Values:
    return {
        "giver_ids": _known_activities([precedent.giver_nace], book),
        "taker_ids": _known_activities([precedent.taker_nace], book),
    }


def _flow_id(flow: TypicalFlow) -> str:
    return f"{flow.nace}:{flow.side}:{flow.item_id}:{flow.driver_id}"


def _flow_ends(flow: TypicalFlow, book: ReferenceBook) -> Values:
    is_output = flow.side == "output"
    return {
        "material_id": flow.item_id if is_output else None,
        "use_id": None if is_output else flow.item_id,
    }


def _statistic_place(statistic: Statistic, book: ReferenceBook) -> Values:
    """The municipality; a region only where no municipality has that id (Tbilisi is both)."""
    is_municipality = statistic.place_id in book.municipalities
    return {
        "municipality_id": statistic.place_id if is_municipality else None,
        "region_id": None if is_municipality else statistic.place_id,
    }


NAMES = ("name_ka", "name_en", "name_ru")
TWO_NAMES = ("name_ka", "name_en")

KINDS = (
    Kind("Region", "regions", (*NAMES, "population_2024"), more=_place),
    Kind("Municipality", "municipalities", (*NAMES, "population_2024"), ("region",), more=_place),
    Kind("Industry", "nace", (*NAMES, "section", "level"), ends=_broader_activity),
    Kind(
        "WasteCode",
        "waste_codes",
        (*NAMES, "level", "title_ka", "title_en", "is_hazardous"),
        ("parent", "twins"),
    ),
    Kind("Property", "properties", (*NAMES, "unit")),
    Kind(
        "Material",
        "materials",
        (*NAMES, "synonyms", "kind", "form", "density_t_per_m3", "moisture_percent", "price_class"),
        ("parent", "ewc_codes"),
    ),
    Kind("Use", "uses", (*NAMES, "synonyms", "kind"), ends=_buyers),
    Kind(
        "Process",
        "processes",
        (*NAMES, "per", "cost_year", "maturity"),
        ("inputs", "outputs"),
        more=_process_figures,
    ),
    Kind(
        "Rule",
        "rules",
        (
            *("title_ka", "title_en", "act_ka", "act_en", "article", "requires_ka", "requires_en"),
            *("jurisdiction", "effect", "certainty", "source"),
        ),
        more=_rule,
        ends=_bound_by,
    ),
    Kind(
        "Pathway",
        "pathways",
        ("strength", "source", "ratio"),
        ("material_id", "process_id", "use_id", "replaces", "rule_ids"),
        ends=_bounds,
    ),
    Kind(
        "Factor",
        "factors",
        (
            *(*TWO_NAMES, "topic", "unit", "year", "region", "basis", "source"),
            *("treatment", "vehicle", "stage", "price_class", "currency"),
        ),
        ("material", "use", "process"),
        more=_amounts,
    ),
    Kind(
        "Precedent",
        "precedents",
        (
            *("title_ka", "title_en", "giver_ka", "giver_en", "taker_ka", "taker_en", "place_ka", "place_en"),
            *("country", "result_ka", "result_en", "since", "source", "via"),
        ),
        ("material_id", "use_id", "process_id"),
        ends=_parties,
    ),
    Kind("Driver", "drivers", (*TWO_NAMES, "unit_ka", "unit_en")),
    Kind(
        "TypicalFlow",
        "typical_flows",
        ("side", "unit", "months", "basis", "source"),
        ("nace", "driver_id"),
        id_of=_flow_id,
        more=_amounts,
        ends=_flow_ends,
    ),
    Kind("Indicator", "indicators", TWO_NAMES, ("driver_id", "section")),
    Kind(
        "Statistic",
        "statistics",
        ("year", "value", "source"),
        ("indicator_id",),
        id_of=lambda statistic: f"{statistic.place_id}:{statistic.indicator_id}",
        ends=_statistic_place,
    ),
)
"""What others point to comes before those that point."""

"""Chains, pools, mixtures and gaps in words."""

from __future__ import annotations

from collections.abc import Sequence

from babel.dates import get_month_names

from matching.chains import ChainWorth, Flow
from matching.law_in_force import Law
from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from symbiosis.presenters import figures, gates, listing, names, numbers, properties, words
from symbiosis.presenters.chain_cards import (
    AnswerLine,
    BlendCard,
    ChainCard,
    FlowLine,
    GapLine,
    Money,
    PoolCard,
    ShareLine,
)
from symbiosis.presenters.gates import GateLine
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.worth import about, ends
from symbiosis.views import (
    BlendView,
    ChainAnswerView,
    ChainView,
    CounterpartView,
    GapView,
    GateView,
    PoolView,
    ProcessorView,
    ShareView,
)

MONTHS = 12


class Cards:
    """Makes the cards for one reader: the book, the law as it stands, and the language."""

    def __init__(self, book: ReferenceBook, law: Law, lang: str) -> None:
        self._book, self._law, self._lang = book, law, lang

    def chain(self, view: ChainView) -> ChainCard:
        """A chain as its card shows it."""
        book, lang = self._book, self._lang
        pathway = book.pathways[view.pathway_id]
        process = book.processes[view.processor.process_id]
        material = book.materials[view.material_id].name(lang)
        product = book.materials[view.product_id].name(lang) if view.product_id else material
        return ChainCard(
            id=view.id,
            match_id=view.match_id,
            output=listing.card(view.output, book, lang),
            need=listing.card(view.need, book, lang),
            giver=self._someone(view.output),
            taker=self._someone(view.need),
            who=names.someone(view.processor.nace_division, view.processor.municipality, book, lang),
            firm_id=view.processor.firm_id,
            firm_name=_firm_name(view.processor, lang),
            process=process.name(lang),
            product=product,
            first=self._leg(view.tonnes_in, view.km_in),
            second=self._leg(view.tonnes_out, view.km_out),
            cost=_range(process.cost_gel, lang) if process.cost_gel and process.per == "t" else None,
            permit=process.permit(lang),
            conditions=pathway.conditions_ka if lang == "ka" else pathway.conditions_en,
            questions=self._questions(view.gates),
            money=self._money(view),
            price=_price(view.processor, lang),
            unknown=_unknown(view.worth),
            is_current=view.is_current,
            verdict=view.answers[0].verdict if view.answers else None,
            answers=tuple(_answer(one) for one in view.answers),
        )

    def pool(self, view: PoolView) -> PoolCard:
        """A pool as its card shows it."""
        lang = self._lang
        months = get_month_names("abbreviated", context="stand-alone", locale=lang)
        return PoolCard(
            need=listing.card(view.need, self._book, lang),
            taker=self._someone(view.need),
            material=self._book.materials[view.material_id].name(lang),
            tonnes=_tonnes(view.tonnes, lang),
            km=numbers.kilometres(view.km, lang),
            months="" if len(view.months) == MONTHS else ", ".join(months[month] for month in view.months),
            shares=self._shares(view.shares),
            questions=self._questions(view.gates),
            cost=_(
                "about %(together)s for a tonne on the round, about %(alone)s one by one",
                together=_gel(view.cost.together[1], lang),
                alone=_gel(view.cost.alone[1], lang),
            )
            if view.cost
            else None,
        )

    def blend(self, view: BlendView) -> BlendCard:
        """A mixture as its card shows it."""
        book, lang = self._book, self._lang
        reached = (
            _(
                "%(limit)s; the mixture comes to %(value)s",
                limit=properties.limit(limit, book, lang),
                value=numbers.amount(value, lang, 1),
            )
            for limit, value in view.reached
        )
        return BlendCard(
            need=listing.card(view.need, book, lang),
            taker=self._someone(view.need),
            tonnes=_tonnes(view.tonnes, lang),
            covers=numbers.whole_percent(view.covers, lang),
            reached=tuple(reached),
            shares=self._shares(view.shares),
            questions=self._questions(view.gates),
        )

    def gap(self, view: GapView) -> GapLine:
        """A gap as a line of the table."""
        lang, few = self._lang, _("fewer than 3 firms: not shown")
        worth = few if view.is_worth_hidden else None
        tonnes = few if view.tonnes_per_year is None else _tonnes(view.tonnes_per_year, lang)
        is_unknown = view.n_unknown == view.n_outputs
        return GapLine(
            process=self._book.processes[view.process_id].name(lang),
            tonnes=_("not known") if is_unknown else tonnes,
            n_outputs=view.n_outputs,
            unknown=None if is_unknown else _of_unknown_amount(view),
            n_needs=few if view.n_needs is None else str(view.n_needs),
            worth=worth if view.gel_per_year is None else _range(view.gel_per_year, lang),
            plant=None if view.smallest_plant is None else _tonnes(view.smallest_plant, lang),
            fills_a_plant=view.fills_a_plant,
            flows=tuple(self._flow(one) for one in view.flows),
            n_flows_hidden=view.n_flows_hidden,
        )

    def _flow(self, flow: Flow) -> FlowLine:
        materials, lang = self._book.materials, self._lang
        product = materials[flow.product_id].name(lang) if flow.product_id else None
        tonnes = _tonnes(flow.tonnes_per_year, lang) if flow.n_known_givers else _("amount not known")
        return FlowLine(materials[flow.material_id].name(lang), product, flow.n_outputs, tonnes)

    def _someone(self, side: CounterpartView) -> str:
        return names.someone(side.nace_division, side.municipality, self._book, self._lang)

    def _leg(self, tonnes: float | None, km: float | None) -> str:
        told = [
            numbers.tonnes(tonnes, self._lang),
            None if km is None else numbers.kilometres(km, self._lang),
        ]
        return ", ".join(one for one in told if one) or _("not known")

    def _questions(self, views: Sequence[GateView]) -> tuple[GateLine, ...]:
        return gates.obstacles(views, self._law, self._book, self._lang)

    def _shares(self, views: Sequence[ShareView]) -> tuple[ShareLine, ...]:
        return tuple(self._share(view) for view in views)

    def _share(self, view: ShareView) -> ShareLine:
        whose, lang = view.output, self._lang
        if view.is_mine:
            who = _("you")
        elif whose is None:
            who = _("another firm")
        else:
            who = self._someone(whose)
        name = None
        if whose is not None and whose.firm_name_ka:
            name = names.in_language(whose.firm_name_ka, whose.firm_name_latin, lang, is_demo=whose.is_demo)
        return ShareLine(
            _tonnes(view.tonnes, lang), who, view.is_mine, whose.firm_id if whose else None, name
        )

    def _money(self, view: ChainView) -> tuple[Money, ...]:
        if view.worth is None:
            return ()
        labels = {
            "giver": _("The giver, before any price"),
            "freight_in": _("Carriage to the processor"),
            "processor": _("The processor, before any price"),
            "processor_paid": _("The processor, at the price that it asks"),
            "freight_out": _("Carriage to the taker"),
            "taker": _("The taker, before any price"),
            "joint": _("All together"),
        }
        costs = {"freight_in", "freight_out"}
        found = []
        for name, label in labels.items():
            span: Span | None = getattr(view.worth, name)
            if span is None:
                continue
            if name in costs:
                span = (-span[2], -span[1], -span[0])
            found.append(Money(label, about(span[1], self._lang), ends(span, self._lang), span[1] < 0))
        return tuple(found)


def _answer(view: ChainAnswerView) -> AnswerLine:
    return AnswerLine(
        verdict=words.CHAIN_VERDICTS[view.verdict],
        reason=words.CHAIN_REASONS[view.reason] if view.reason else None,
        note=view.note,
        said_at=view.said_at,
        who=view.user_email,
    )


def _of_unknown_amount(view: GapView) -> str | None:
    """How many of the outputs of a gap say no amount; None when all do."""
    if view.n_unknown is None:
        return _("the amount of some is not known")
    return _("the amount of %(n)s is not known", n=view.n_unknown) if view.n_unknown else None


def _unknown(worth: ChainWorth | None) -> tuple[str, ...]:
    found = worth.missing if worth else ()
    return tuple(dict.fromkeys(str(figures.LABELS[one]) for one in found))


def _firm_name(processor: ProcessorView, lang: str) -> str | None:
    if processor.firm_name_ka is None:
        return None
    return names.in_language(
        processor.firm_name_ka, processor.firm_name_latin, lang, is_demo=processor.is_demo
    )


def _price(processor: ProcessorView, lang: str) -> str | None:
    return None if processor.price_gel_per_t is None else numbers.money(processor.price_gel_per_t, lang)


def _tonnes(tonnes: float, lang: str) -> str:
    decimals = 0 if tonnes >= MONTHS else 1
    return _("%(tonnes)s t", tonnes=numbers.amount(tonnes, lang, decimals))


def _gel(gel: float, lang: str) -> str:
    return f"{about(gel, lang)}\N{NO-BREAK SPACE}₾"


def _range(span: Span, lang: str) -> str:
    return _("about %(central)s ₾ (%(ends)s)", central=about(span[1], lang), ends=ends(span, lang))

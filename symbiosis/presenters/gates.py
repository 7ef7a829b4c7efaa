"""The rules that come before any score, as questions a firm can answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.law_in_force import Law
from matching.reference.rules import Rule
from matching.reference_book import ReferenceBook
from symbiosis.presenters import specification
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import GateView

LABELS: Mapping[str, object] = {
    "kind": _l("Same kind (material, energy, water …)"),
    "self": _l("Two different firms"),
    "scope": _l("Covered by waste law"),
    "hazard": _l("Hazard and permit"),
    "dilution": _l("Nothing hazardous mixed into a product"),
    "forbidden": _l("No forbidden way of use"),
    "specification": _l("Figures within what is asked"),
    "form": _l("Form of the material"),
    "lot": _l("Enough for the smallest lot"),
    "reach": _l("Within reach of a pipe"),
    "dates": _l("Dates overlap"),
    "law": _l("Rules of Georgian law"),
    "permit": _l("Permit of the processor"),
    "capacity": _l("Capacity of the processor"),
    "treats": _l("What the processor works with"),
    "limits": _l("Figures that the process can take"),
}
QUESTIONS: Mapping[str, object] = {
    "scope.permit_for_gas_or_water": _l(
        "Gas and waste water follow rules of their own. Which permit do you have to pass it on or take it?"
    ),
    "hazard.mirror_entry": _l(
        "This waste has a hazardous and a non-hazardous code. Does it contain hazardous substances?"
    ),
    "hazard.is_it_hazardous": _l("Nobody has said yet whether it is hazardous. Is it?"),
    "hazard.sounds_hazardous": _l(
        "What is named here is usually hazardous. Is it? A test or the supplier’s safety data sheet tells."
    ),
    "hazard.code_says_hazardous": _l(
        "The listing says “not hazardous”, the waste code says the opposite. Which of the two is right?"
    ),
    "hazard.is_it_authorised": _l("The material is hazardous. Does the receiver have a permit to take it?"),
    "dilution.land": _l(
        "What is hazardous must not be mixed into compost, fertiliser or soil. What exactly is in it, "
        "and does the receiver have a permit to treat it?"
    ),
    "dilution.feed": _l(
        "What is hazardous must not be mixed into feed or bedding. What exactly is in it, "
        "and does the receiver have a permit to treat it?"
    ),
    "dilution.food": _l(
        "What is hazardous must not be mixed into food. What exactly is in it, "
        "and does the receiver have a permit to treat it?"
    ),
    "dilution.building": _l(
        "What is hazardous must not be mixed into building materials. What exactly is in it, "
        "and does the receiver have a permit to treat it?"
    ),
    "dilution.fuel": _l(
        "What is hazardous must not be mixed into ordinary fuel. What exactly is in it, "
        "and does the receiver have a permit to treat it?"
    ),
    "dilution.goods": _l(
        "What is hazardous must not be mixed into goods for sale. What exactly is in it, "
        "and does the receiver have a permit to treat it?"
    ),
    "forbidden.is_it_this_material": _l(
        "For one such material this use is forbidden. What exactly is the material, and what is it for?"
    ),
    "forbidden.is_it_destroyed": _l(
        "Nobody may use this material, it may only be destroyed or locked away. "
        "Does the receiver do that, with a permit?"
    ),
    "form.liquid": _l("The receiver asks for something liquid. In what form is the material handed over?"),
    "form.dry": _l("The receiver asks for something dry. Is it dry, or who could dry it?"),
    "lot.how_much_is_there": _l("The receiver names a smallest amount. How much is there in a year?"),
    "lot.can_several_be_pooled": _l(
        "It is less than the receiver’s smallest amount. Could several firms fill a load together?"
    ),
    "permit.has_it": _l("This process needs a permit. Does the processor have it?"),
    "capacity.how_much": _l("How many tonnes a year can the processor take?"),
    "treats.which": _l(
        "The processor has not said what it works with. Does it treat this material? It can say so on its "
        "own page."
    ),
    "treats.this_kind": _l("The processor treats some kinds of it. Which kind exactly would come to it?"),
    "treats.for_food": _l(
        "What comes out is to be eaten by people or animals. May the processor treat food or feed?"
    ),
    "reach.how_far_apart": _l(
        "Heat and cold travel only a few kilometres by pipe. How far apart are the two places?"
    ),
}
RESULTS: Mapping[str, object] = {"pass": _l("In order"), "unknown": _l("To be clarified")}


@dataclass(frozen=True, slots=True)
class GateLine:
    name: str
    label: object
    result: str
    result_label: object
    question: object | None


def lines(gates: Sequence[GateView], law: Law, book: ReferenceBook, lang: str) -> tuple[GateLine, ...]:
    """What each gate said, as a rule of law that was switched off meanwhile no longer does."""
    return tuple(_line(gate, law, book, lang) for gate in gates)


def obstacles(gates: Sequence[GateView], law: Law, book: ReferenceBook, lang: str) -> tuple[GateLine, ...]:
    """What must be clarified before the two could exchange anything."""
    return tuple(line for line in lines(gates, law, book, lang) if line.result == "unknown")


def _line(gate: GateView, law: Law, book: ReferenceBook, lang: str) -> GateLine:
    result: str = gate.result
    question: object | None = None
    if gate.question and gate.name == "law":
        rule = law.rules.get(gate.question.removeprefix("law."))
        if rule is None or rule.is_off or rule.effect not in {"asks", "forbids"}:
            result = "pass"
        else:
            question = of_rule(rule, lang)
    elif gate.question and gate.name in {"specification", "limits"}:
        question = specification.question(gate.question, book, lang)
        result = "unknown" if question else "pass"
    elif gate.question:
        question = QUESTIONS[gate.question]
    return GateLine(gate.name, LABELS[gate.name], result, RESULTS[result], question)


def of_rule(rule: Rule, lang: str) -> str:
    """The question of a rule; of one that may forbid it, whether it does."""
    return rule.question(lang) or _(
        "“%(title)s”: does this hold here? Please ask a lawyer or the authority.", title=rule.title(lang)
    )

"""What is known of a material or a use, and what a text is taken to say."""

from __future__ import annotations

from marshmallow import fields

from symbiosis.schemas.answers.parts import a_text, maybe_number, maybe_text
from symbiosis.schemas.answers.reference import NamedAnswer
from symbiosis.schemas.base import Answer


class CountedAnswer(Answer):
    """Firms, rounded down; null where fewer than three, or none. `in_reach`: of the reader's own sites."""

    n_at_least = fields.Integer(allow_none=True)
    in_reach = fields.Integer(allow_none=True)
    is_demo = fields.Boolean()


class NearbyAnswer(Answer):
    """Who has a material left over, and who seeks it or something for one of its uses."""

    givers = fields.Nested(CountedAnswer)
    takers = fields.Nested(CountedAnswer)
    reach_km = maybe_number()


class LimitAnswer(Answer):
    """A bound on a property of the material as it is handed over. `bound`: `least` or `most`."""

    property_id = a_text()
    bound = a_text()
    value = fields.Float()
    unit = a_text()


class ProcessFiguresAnswer(NamedAnswer):
    """What has to be done first. Figures are for one unit of input (`per`): low, central, high."""

    per = maybe_text()
    yields = fields.List(fields.Float(), allow_none=True)
    cost_gel = fields.List(fields.Float(), allow_none=True)
    cost_year = fields.Integer(allow_none=True)
    energy_kwh = fields.List(fields.Float(), allow_none=True)
    maturity = maybe_text()
    permit_en = maybe_text()
    permit_ka = maybe_text()
    source = a_text()


class WorthAnswer(Answer):
    """GEL a tonne before freight and processing: low, central, high. An estimate.

    `by`: `replaced` where it follows from what is saved, `price_class` from what such things usually bring.
    `assumptions`: ids of the figures that it rests on.
    """

    gel_per_t = fields.List(fields.Float())
    by = a_text()
    assumptions = fields.List(fields.String())


class CaseAnswer(Answer):
    """A documented exchange. `via`: `page` where its source was read, `collection` where one names it."""

    id = a_text()
    title_en = a_text()
    title_ka = a_text()
    giver_en = a_text()
    giver_ka = a_text()
    taker_en = a_text()
    taker_ka = a_text()
    place_en = maybe_text()
    place_ka = maybe_text()
    country = a_text()
    material_id = a_text()
    use_id = a_text()
    process_id = maybe_text()
    result_en = maybe_text()
    result_ka = maybe_text()
    since = maybe_text()
    source = a_text()
    via = a_text()


class WayAnswer(Answer):
    """A documented way from a material to a use. `strength` `never` forbids it, with its reason.

    `documented_for`: the broader material that the way is documented for, when it is not the material itself.
    `source`: an address, or `practice` for professional judgement without a page.
    """

    pathway_id = a_text()
    strength = a_text()
    material = fields.Nested(NamedAnswer)
    use = fields.Nested(NamedAnswer)
    process = fields.Nested(ProcessFiguresAnswer, allow_none=True)
    documented_for = maybe_text()
    conditions_en = maybe_text()
    conditions_ka = maybe_text()
    reason_en = maybe_text()
    reason_ka = maybe_text()
    limits = fields.List(fields.Nested(LimitAnswer))
    replaces = maybe_text()
    ratio = maybe_number()
    rule_ids = fields.List(fields.String())
    worth = fields.Nested(WorthAnswer, allow_none=True)
    source = a_text()
    seekers = fields.Nested(CountedAnswer, allow_none=True)


class CodeOfMaterialAnswer(Answer):
    """`hazard`: `ask` for one of a mirror pair, else `hazardous` or `not_hazardous`."""

    code = a_text()
    name = a_text()
    hazard = a_text()


class MaterialAnswer(NamedAnswer):
    """A material. `nearby` is null when nobody can be counted at the moment."""

    kind = a_text()
    form = maybe_text()
    density_t_per_m3 = maybe_number()
    moisture_percent = maybe_number()
    hazard_note_en = maybe_text()
    hazard_note_ka = maybe_text()
    dead_end = maybe_text()
    broader = fields.List(fields.String())
    narrower = fields.List(fields.String())
    codes = fields.List(fields.Nested(CodeOfMaterialAnswer))
    ways = fields.List(fields.Nested(WayAnswer))
    cases = fields.List(fields.Nested(CaseAnswer))
    nearby = fields.Nested(NearbyAnswer, allow_none=True)


class UseAnswer(NamedAnswer):
    """A use, its usual buyers (NACE) and the ways that lead to it."""

    kind = a_text()
    note_en = maybe_text()
    note_ka = maybe_text()
    nace = fields.List(fields.String())
    ways = fields.List(fields.Nested(WayAnswer))
    cases = fields.List(fields.Nested(CaseAnswer))
    seekers = fields.Nested(CountedAnswer, allow_none=True)


class GuessAnswer(NamedAnswer):
    """`confidence` in (0, 1]; `because`: the words of the text that name it."""

    confidence = fields.Float()
    because = a_text()


class SuggestedCodeAnswer(CodeOfMaterialAnswer):
    """A suggestion for a person. `score` in (0, 1]; `twins`: the other entries of a mirror pair.

    `reasons`: what speaks for it (`wording`, `material`, `origin`, `sector`) with its share of the score;
    `why`: the same as sentences; `words_like`: the wording of the entry nearest to the text.
    """

    score = fields.Float()
    reasons = fields.Dict(keys=fields.String(), values=fields.Float())
    why = fields.List(fields.String())
    words_like = maybe_text()
    twins = fields.List(fields.String())
    material_id = maybe_text()


class UnderstoodAnswer(Answer):
    """What a text is taken to say, surest first. `questions`: where a word means several things."""

    text = a_text()
    materials = fields.List(fields.Nested(GuessAnswer))
    uses = fields.List(fields.Nested(GuessAnswer))
    codes = fields.List(fields.Nested(SuggestedCodeAnswer))
    questions = fields.List(fields.String())

"""What an engineer expects of well-known pairs, by the book and the weights of this installation."""

from __future__ import annotations

import pytest

from matching.ranker import Ranker
from matching.records import Kind, Listing, Match, Place, Ranking, Side
from matching.reference_book import default_book
from matching.understanding import recognise


def _listing(side: Side, text: str, *, kind: Kind = "material", place: str | None = None) -> Listing:
    return Listing(text, side, text, kind=kind, place=Place(place))


def _rank(output: Listing, *needs: Listing) -> Ranking:
    return Ranker(default_book()).rank(output, needs)


def _order(output: str, *needs: str) -> list[str]:
    ranking = _rank(_listing(Side.OUTPUT, output), *(_listing(Side.NEED, need) for need in needs))
    return [match.need_id for match in ranking.matches]


def _probability(output: str, need: str) -> float:
    found = Ranker(default_book()).compare(_listing(Side.OUTPUT, output), _listing(Side.NEED, need))
    return found.probability if isinstance(found, Match) else 0.0


def _odds(output: str, need: str) -> float:
    probability = _probability(output, need)
    return probability / (1 - probability)


def _materials(text: str) -> list[str]:
    return [guess.id for guess in recognise(text, default_book()).materials]


DISTIL = "ვიბარებთ ახალ ჭაჭას გამოსახდელად, დაობების გარეშე"
SEED_PRESS = "ყურძნის წიპწა ცივი წესით ზეთის გამოსახდელად"
LEES = "Wine lees for distilling into spirit"
COMPOST = "Pomace, stalks, prunings, manure and other green residues for composting"
BOXES = "ვეძებთ მეორად მუყაოს ყუთებს ბოთლებისთვის, მშრალს და სუფთას"


def test_pomace_goes_to_the_distillery_that_asks_for_pomace_then_to_the_others() -> None:
    order = _order("ყურძნის ჭაჭა რთველის შემდეგ, დაწნეხილი, კანი და წიპწა", LEES, SEED_PRESS, DISTIL)
    assert order == [DISTIL, SEED_PRESS, LEES]


def test_distilled_pomace_goes_to_compost_before_the_seed_press() -> None:
    assert _order("ნახადი ჭაჭა გამოხდის შემდეგ, სველი", SEED_PRESS, COMPOST) == [COMPOST, SEED_PRESS]


@pytest.mark.parametrize("text", ["fresh grape pomace for distilling", DISTIL])
def test_pomace_for_distilling_is_not_yet_distilled(text: str) -> None:
    found = recognise(text, default_book())
    assert found.materials[0].id == "grape-pomace"
    assert found.uses[0].id == "spirit-raw-material"


@pytest.mark.parametrize(
    "need",
    [BOXES, "Looking for second-hand cardboard boxes for wine bottles", "Cardboard boxes for glass bottles"],
)
def test_boxes_for_bottles_attract_boxes_not_bottles(need: str) -> None:
    boxes, bottles = "მუყაოს ყუთები, დაპრესილი", "ღვინისა და ლუდის ცარიელი ბოთლები"
    assert _probability(boxes, need) > 0.5
    assert _probability(bottles, need) < 0.2
    assert _materials(need)[0] == "cardboard"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("ნახერხი ქვესაფენად, მშრალი", "animal-bedding"),
        ("ტექნიკური წყალი მტვრის დასანამად", "industrial-water"),
        ("მწვანე ნარჩენი კომპოსტისთვის", "compost-feedstock"),
        ("Green waste for compost", "compost-feedstock"),
        ("Sorted cullet for glass bottles making", "glass-melting"),
    ],
)
def test_a_purpose_that_is_a_use_stays_the_use(text: str, use: str) -> None:
    assert use in {guess.id for guess in recognise(text, default_book()).uses}


def test_what_is_looked_for_or_bought_is_the_thing_and_no_purpose() -> None:
    book = default_book()
    for text, thing in (
        ("Looking for sawdust", "Sawdust"),
        ("We want to buy sawdust", "Sawdust"),
        ("ვეძებთ ნახერხს", "ნახერხი"),
    ):
        plain, found = recognise(thing, book).materials[0], recognise(text, book).materials[0]
        assert (found.id, found.confidence) == (plain.id, plain.confidence)


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("Baled cardboard, clean, about 3 t a week", "cardboard"),
        ("ლუდის ნახარში (სალოდის ნარჩენი), სველი, ყოველდღე", "brewers-grains"),
        ("Oak and beech bark", "bark"),
        ("არმატურის ნაჭრები", "steel-scrap"),
        ("Spare cold room, 120 m² from February to September", "cold-storage"),
        ("ცივი საწყობი ყველისთვის, 50 კვ. მ", "cold-storage"),
        ("Spilled grain sweepings from silos", "grain-screenings"),
        ("Substandard mandarins, not fit for sale", "fresh-produce"),
        ("მანქანის საბურავი, ძველი", "tyres"),
        ("მწვანე და მუქი მინის ბოთლების ნამტვრევი ჩამოსხმის ხაზიდან", "glass-cullet"),
    ],
)
def test_trade_words_name_their_material(text: str, material: str) -> None:
    assert material in _materials(text)[:2]


@pytest.mark.parametrize("word", ["ძველი", "ძველს", "ძველების", "ნახმარი", "მეორადი", "old", "used", "worn"])
def test_old_and_used_are_no_material(word: str) -> None:
    found = recognise(word, default_book())
    assert (found.materials, found.uses) == ((), ())


def test_less_is_no_manure() -> None:
    assert "manure" not in _materials("ნახერხი, ტენი 12 %-ზე ნაკლები, არანაკლებ 5 ტონა")
    assert "manure" in _materials("ძროხის ნაკლის 5 ტონა")[:1]


def test_broken_bottles_are_not_for_who_wants_whole_jars() -> None:
    jars = "მინის ქილები, ნახმარი, მთელი"
    broken, whole = "მინის ბოთლების ნამტვრევი ჩამოსხმის ხაზიდან", "მინის ქილები და ბოთლები"
    assert _odds(whole, jars) > 5 * _odds(broken, jars)


def test_bones_are_still_bones() -> None:
    assert _materials("საქონლის ძვლები")[0] == _materials("ძვალი")[0] == "bones"


def test_the_state_of_two_different_things_does_not_make_them_alike() -> None:
    assert _probability("ხის პალეტები, გატეხილი და მთელი", "მინის ქილები, ნახმარი, მთელი") < 0.05
    assert _probability("ნახმარი აკუმულატორები", "მინის ქილები, ნახმარი, მთელი") < 0.05


@pytest.mark.parametrize(
    ("food", "oil"),
    [
        ("Food waste from hotel kitchens", "Used cooking oil from hotel kitchens"),
        ("სამზარეულოს ნარჩენი საკვები, რესტორნიდან", "სამზარეულოს ნახმარი ზეთი, რესტორნიდან"),
    ],
)
def test_where_two_things_come_from_does_not_make_them_one(food: str, oil: str) -> None:
    biodiesel, digestion = (
        "Used cooking oil from hotels and restaurants for biodiesel",
        "Food waste for anaerobic digestion",
    )
    assert _probability(food, biodiesel) < 0.5 < _probability(food, digestion)
    assert _probability(oil, digestion) < 0.5 < _probability(oil, biodiesel)
    # Of one kitchen each gets its own; the least of these four is some 13 times as likely.
    assert _odds(oil, biodiesel) > 5 * _odds(food, biodiesel)
    assert _odds(food, digestion) > 5 * _odds(oil, digestion)


def test_tyres_may_go_to_the_kiln_that_asks_for_tyres_but_not_to_a_boiler() -> None:
    tyres = _listing(Side.OUTPUT, "ძველი საბურავები")
    kiln = _listing(Side.NEED, "Alternative fuel: shredded tyres, RDF, dry biomass")
    boiler = _listing(Side.NEED, "Solid fuel for our boiler")
    ranking = _rank(tyres, kiln, boiler)
    assert [match.need_id for match in ranking.matches] == [kiln.id]
    asked = {gate.name: gate.result for gate in ranking.matches[0].gates}
    assert asked["forbidden"] == "unknown"
    assert [(refused.need_id, refused.reason) for refused in ranking.ruled_out] == [
        (boiler.id, "forbidden.tyres--solid-fuel")
    ]


def test_rubble_is_not_carried_across_the_country() -> None:
    rubble = _listing(Side.OUTPUT, "ბეტონისა და აგურის ნატეხები დანგრეული შენობიდან", place="kvareli")
    needs = {
        place: _listing(Side.NEED, text, place=place)
        for place, text in (
            ("khelvachauri", "დამსხვრეული ბეტონი ან აგური გზის ქვედა ფენისთვის"),
            ("rustavi", "Crushed rubble 0–40 mm for site roads"),
            ("telavi", "Crushed rubble for a farm road"),
        )
    }
    order = [match.need_id for match in _rank(rubble, *needs.values()).matches]
    assert order == [needs[place].id for place in ("telavi", "rustavi", "khelvachauri")]


def test_warm_water_does_not_cross_the_country_and_metal_does() -> None:
    hot = _listing(
        Side.OUTPUT, "Hot water from the still condensers, about 70 °C", kind="energy", place="kvareli"
    )
    text = "Warm clean water or low heat for the hatchery in winter"
    far = _rank(hot, _listing(Side.NEED, text, kind="energy", place="khelvachauri"))
    assert far.matches == ()
    assert far.ruled_out[0].reason == "reach.too_far_for_a_pipe"
    near = _rank(hot, _listing(Side.NEED, text, kind="energy", place="kvareli"))
    assert near.matches[0].probability > 0.5
    scrap = _listing(Side.OUTPUT, "Steel scrap", place="batumi")
    assert _rank(scrap, _listing(Side.NEED, "Steel scrap", place="rustavi")).matches[0].probability > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Transformer oil, 2 t, PCB not tested",
        "ტრანსფორმატორის ზეთი, პქბ-ზე შეუმოწმებელი",
        "трансформаторное масло, ПХБ не проверяли",
    ],
)
def test_oil_that_nobody_tested_for_pcb_is_transformer_oil_with_a_doubt(text: str) -> None:
    first, *others = _materials(text)
    assert first == "transformer-oil"
    assert "pcb-oil" in others


def test_oil_with_pcb_is_pcb_oil() -> None:
    assert _materials("transformer oil with PCB")[0] == "pcb-oil"


@pytest.mark.parametrize("text", ["5000 კუბი", "ჩაბარება"])
def test_an_amount_or_a_handing_over_names_no_material(text: str) -> None:
    assert _materials(text) == []

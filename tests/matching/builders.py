"""Valid listings and a book small enough to see whole; a test states what matters to it."""

from __future__ import annotations

from functools import cache
from typing import Any

from matching.ranker import Ranker
from matching.reading import Reading, read
from matching.records import Listing, Side
from matching.reference_book import ReferenceBook
from matching.reference_records import (
    Industry,
    Material,
    Municipality,
    Pathway,
    Period,
    Process,
    Reach,
    Region,
    Unit,
    Use,
    WasteCode,
    WordFamily,
)
from matching.roles import Role
from matching.text import words


def of_role(text: str, role: Role) -> list[str]:
    """The words of a text that play a role in it."""
    return [word.text for word in words(text) if word.role is role]


def _code(code: str, title_en: str, title_ka: str, **rest: Any) -> WasteCode:
    return WasteCode(code, title_en, title_ka, title_en=title_en, title_ka=title_ka, **rest)


def _way(material: str, use: str, strength: Any, process: str | None = None, **rest: Any) -> Pathway:
    return Pathway(f"{material}-{use}", material, process, use, strength, "a source", **rest)


TABLES: dict[str, tuple[Any, ...]] = {
    "materials": (
        Material(
            "wood",
            "Wood residues",
            "ხის ნარჩენები",
            "древесные отходы",
            density_t_per_m3=0.3,
            ewc_codes=("030105",),
        ),
        Material(
            "sawdust",
            "Sawdust",
            "ნახერხი",
            "опилки",
            parent="wood",
            density_t_per_m3=0.2,
            ewc_codes=("030105",),
        ),
        Material(
            "grape_pomace",
            "Grape pomace",
            "ყურძნის ჭაჭა",
            "виноградная выжимка",
            synonyms=("grape marc", "ჭაჭა", "чача"),
            ewc_codes=("020702",),
        ),
        Material(
            "whey", "Cheese whey", "შრატი", "молочная сыворотка", synonyms=("whey",), ewc_codes=("020501",)
        ),
        Material(
            "cullet",
            "Glass cullet",
            "მინის ნამსხვრევი",
            "стеклобой",
            synonyms=("waste glass",),
            ewc_codes=("150107",),
        ),
        Material("cardboard", "Cardboard", "მუყაო", "картон", ewc_codes=("150101",)),
        Material(
            "concrete_rubble", "Concrete rubble", "ბეტონის ნანგრევი", "бетонный лом", ewc_codes=("170101",)
        ),
        Material(
            "cooking_oil",
            "Used cooking oil",
            "ნახმარი საკვები ზეთი",
            "отработанное растительное масло",
            ewc_codes=("200125",),
        ),
        Material(
            "e_waste",
            "Waste electronics",
            "ელექტრონული ნარჩენები",
            "электронные отходы",
            synonyms=("e-waste",),
            ewc_codes=("160213",),
        ),
        Material("spent_grain", "Brewer's spent grain", "ლუდის ხოტი", "пивная дробина"),
        Material("waste_heat", "Waste heat", "ნარჩენი სითბო", "сбросное тепло", kind="energy"),
    ),
    "uses": (
        Use("bedding", "Animal bedding", "ცხოველთა საფენი", "подстилка для животных", nace=("01",)),
        Use("fuel", "Solid fuel", "მყარი საწვავი", "твёрдое топливо", synonyms=("pellets", "პელეტი")),
        Use("compost", "Compost feedstock", "კომპოსტის ნედლეული", "сырьё для компоста", nace=("01",)),
        Use(
            "feed", "Animal feed", "პირუტყვის საკვები", "корм для скота", synonyms=("pig feed",), nace=("01",)
        ),
        Use(
            "spirit",
            "Spirit raw material",
            "სასპირტე ნედლეული",
            "сырьё для спирта",
            synonyms=("distillation", "distillery", "spirit", "სპირტი", "გამოხდა"),
            nace=("11",),
        ),
        Use("glassmaking", "Glass making", "მინის წარმოება", "производство стекла", nace=("23",)),
        Use("aggregate", "Aggregate for roads", "ღორღი გზებისთვის", "щебень для дорог", nace=("42",)),
        Use("biodiesel", "Biodiesel", "ბიოდიზელი", "биодизель", nace=("20",)),
        Use(
            "district_heating",
            "District heating",
            "ცენტრალური გათბობა",
            "центральное отопление",
            kind="energy",
            nace=("35",),
        ),
    ),
    "processes": (
        Process("pelletising", "Pelletising", "გრანულირება"),
        Process("crushing", "Crushing", "დამსხვრევა"),
    ),
    "pathways": (
        _way("sawdust", "bedding", "proven"),
        _way("wood", "fuel", "practised", "pelletising"),
        _way("grape_pomace", "spirit", "proven"),
        _way("grape_pomace", "compost", "practised"),
        _way("grape_pomace", "feed", "possible"),
        _way("whey", "feed", "proven"),
        _way("cullet", "glassmaking", "proven", "crushing"),
        _way("concrete_rubble", "aggregate", "proven", "crushing"),
        _way("cooking_oil", "biodiesel", "proven"),
        _way("cooking_oil", "feed", "never", reason_en="not allowed", reason_ka="აკრძალულია"),
        _way("waste_heat", "district_heating", "proven"),
    ),
    "waste_codes": (
        _code("02", "Agriculture and food", "სოფლის მეურნეობა და სურსათი", level=1),
        _code("0207", "Drinks production", "სასმელების წარმოება", level=2, parent="02"),
        _code("020702", "wastes from spirits distillation", "სპირტის გამოხდის ნარჩენები", parent="0207"),
        _code("020704", "materials unsuitable for consumption", "უვარგისი მასალები", parent="0207"),
        _code("0205", "Dairy", "რძის მრეწველობა", level=2, parent="02"),
        _code(
            "020501", "dairy materials unsuitable for consumption", "რძის უვარგისი მასალები", parent="0205"
        ),
        _code("03", "Wood and paper", "ხე და ქაღალდი", level=1),
        _code("0301", "Wood processing", "ხის დამუშავება", level=2, parent="03"),
        _code(
            "030104",
            "sawdust, wood containing hazardous substances",
            "სახიფათო ნახერხი",
            parent="0301",
            is_hazardous=True,
            twins=("030105",),
        ),
        _code(
            "030105",
            "sawdust, shavings, cuttings, wood",
            "ნახერხი, ბურბუშელა",
            parent="0301",
            twins=("030104",),
        ),
        _code("15", "Packaging", "შეფუთვა", level=1),
        _code("1501", "Packaging waste", "შეფუთვის ნარჩენები", level=2, parent="15"),
        _code("150101", "paper and cardboard packaging", "ქაღალდისა და მუყაოს შეფუთვა", parent="1501"),
        _code("150107", "glass packaging", "მინის შეფუთვა", parent="1501"),
        _code("16", "Other", "სხვა", level=1),
        _code("1602", "Electrical equipment", "ელექტრომოწყობილობა", level=2, parent="16"),
        _code(
            "160213",
            "discarded equipment containing hazardous components",
            "სახიფათო კომპონენტების შემცველი მოწყობილობა",
            parent="1602",
            is_hazardous=True,
        ),
        _code("17", "Construction and demolition", "მშენებლობა და დემონტაჟი", level=1),
        _code("1701", "Concrete, bricks", "ბეტონი, აგური", level=2, parent="17"),
        _code("170101", "concrete", "ბეტონი", parent="1701"),
        _code("20", "Municipal waste", "მუნიციპალური ნარჩენები", level=1),
        _code("2001", "Separately collected", "ცალკე შეგროვებული", level=2, parent="20"),
        _code("200125", "edible oil and fat", "საკვები ზეთი და ცხიმი", parent="2001"),
    ),
    "nace": (
        Industry("01", "Crop and animal production", "მემცენარეობა და მეცხოველეობა", section="A"),
        Industry("11", "Manufacture of beverages", "სასმელების წარმოება", section="C"),
        Industry("16", "Manufacture of wood", "ხე-ტყის დამუშავება", section="C"),
        Industry("20", "Manufacture of chemicals", "ქიმიური წარმოება", section="C"),
        Industry("23", "Manufacture of mineral products", "მინერალური ნაწარმი", section="C"),
        Industry("35", "Electricity and steam supply", "ელექტროენერგია და ორთქლი", section="D"),
        Industry("42", "Civil engineering", "სამოქალაქო მშენებლობა", section="F"),
    ),
    "reaches": (
        *(
            Reach(material, 0.5 * km, km, 2 * km, "road", "practice")
            for material, km in (
                ("wood", 100.0),
                ("grape_pomace", 200.0),
                ("whey", 100.0),
                ("cullet", 500.0),
                ("concrete_rubble", 50.0),
                ("cooking_oil", 1000.0),
            )
        ),
        Reach("waste_heat", 1.0, 3.0, 10.0, "pipe", "practice"),
    ),
    "regions": (Region("kakheti", "Kakheti", "კახეთი"), Region("adjara", "Adjara", "აჭარა")),
    "municipalities": (
        Municipality("telavi", "Telavi", "თელავი", region="kakheti", lat=41.92, lon=45.47),
        Municipality("gurjaani", "Gurjaani", "გურჯაანი", region="kakheti", lat=41.74, lon=45.80),
        Municipality("batumi", "Batumi", "ბათუმი", region="adjara", lat=41.65, lon=41.64),
    ),
    "units": (
        Unit("t", "tonne", "ტონა", dimension="mass", to_base=1.0, base="t"),
        Unit("kg", "kilogram", "კილოგრამი", dimension="mass", to_base=0.001, base="t"),
        Unit("m3", "cubic metre", "კუბური მეტრი", dimension="volume", to_base=1.0, base="m3"),
        Unit("MWh", "megawatt-hour", "მეგავატ-საათი", dimension="energy", to_base=1.0, base="MWh"),
    ),
    "periods": (
        Period("once", "once", "ერთჯერადად"),
        Period("year", "a year", "წელიწადში", times_per_year=1.0),
        Period("month", "a month", "თვეში", times_per_year=12.0),
        Period("week", "a week", "კვირაში", times_per_year=52.0),
    ),
    "word_families": (
        WordFamily("bread", ("bread", "loaf", "პური", "хлеб"), ("starch",)),
        WordFamily("starch", ("starch", "სახამებელი", "крахмал"), ()),
        WordFamily("mushroom", ("mushroom", "fungus", "fungal", "სოკო", "гриб"), ()),
        WordFamily("wood", ("wood", "timber", "ხე", "მერქანი", "дерево"), ()),
    ),
}


def a_book(**tables: tuple[Any, ...]) -> ReferenceBook:
    """The small book, with whole tables replaced where a test says so."""
    return _made(tuple(sorted(tables.items()))) if tables else small_book()


@cache
def small_book() -> ReferenceBook:
    """The small book, one object for all tests, so that its lexicon is made once."""
    return _made(())


def _made(replaced: tuple[tuple[str, tuple[Any, ...]], ...]) -> ReferenceBook:
    chosen = TABLES | dict(replaced)
    key = {"dead_ends": "material_id", "reaches": "material_id"}
    tables = {
        name: {getattr(entry, key.get(name, "id")): entry for entry in rows} for name, rows in chosen.items()
    }
    return ReferenceBook(**tables)


@cache
def small_ranker() -> Ranker:
    """A ranker by the small book and the weights of the installation."""
    return Ranker(small_book())


def an_output(text: str = "Sawdust from the saw mill", **rest: Any) -> Listing:
    """An output; `rest` are fields of Listing."""
    return Listing(**{"id": "an-output", "side": Side.OUTPUT, "text": text} | rest)


def a_need(text: str = "Sawdust for animal bedding", **rest: Any) -> Listing:
    """A need; `rest` are fields of Listing."""
    return Listing(**{"id": "a-need", "side": Side.NEED, "text": text} | rest)


def as_read(listing: Listing) -> Reading:
    """The reading of a listing by the small book."""
    return read(listing, small_book())

"""A reference book small enough to see whole: two regions, wood and grapes, four ways, few of the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

from matching.reference.factors import Factor
from matching.reference.flows import Driver, Indicator, Statistic, TypicalFlow
from matching.reference.precedents import Precedent
from matching.reference.rules import Condition, Rule
from matching.reference_book import ReferenceBook
from matching.reference_records import (
    Industry,
    Limit,
    Material,
    Municipality,
    Pathway,
    Process,
    Property,
    Region,
    Use,
    WasteCode,
)

TABLES: dict[str, tuple[Any, ...]] = {
    "regions": (
        Region("kakheti", "Kakheti", "კახეთი", lat=41.7, lon=45.7, population_2024=306100),
        Region("adjara", "Adjara", "აჭარა"),
    ),
    "municipalities": (
        Municipality(
            "telavi",
            "Telavi",
            "თელავი",
            region="kakheti",
            lat=41.92,
            lon=45.47,
            population_2024=54100,
        ),
        Municipality("gurjaani", "Gurjaani", "გურჯაანი", region="kakheti", lat=41.74, lon=45.80),
        Municipality("batumi", "Batumi", "ბათუმი", region="adjara", lat=41.65, lon=41.64),
    ),
    "nace": (
        Industry("A", "Agriculture", "სოფლის მეურნეობა", section="A", level="section"),
        Industry("11", "Manufacture of beverages", "სასმელების წარმოება", section="C", level="division"),
        Industry("1102", "Wine from grape", "ღვინის წარმოება", section="C", level="class"),
        Industry("16", "Manufacture of wood", "ხე-ტყის დამუშავება", section="C", level="division"),
        Industry(
            "01",
            "Crop and animal production",
            "მემცენარეობა და მეცხოველეობა",
            section="A",
            level="division",
        ),
    ),
    "waste_codes": (
        WasteCode("02", "Agriculture and food", "სოფლის მეურნეობა", level=1),
        WasteCode("0207", "Drinks production", "სასმელების წარმოება", level=2, parent="02"),
        WasteCode(
            "020702",
            "Spirits distillation",
            "სპირტის გამოხდა",
            parent="0207",
            title_en="wastes from spirits distillation",
            title_ka="სპირტის გამოხდის ნარჩენები",
        ),
        WasteCode(
            "020704",
            "Unsuitable drinks material",
            "უვარგისი სასმელი",
            parent="0207",
            title_en="materials unsuitable for consumption or processing",
            title_ka="მოხმარებისა და გადამუშავებისათვის უვარგისი მასალები",
        ),
        WasteCode("03", "Wood and paper", "ხე და ქაღალდი", level=1),
        WasteCode("0301", "Wood processing", "ხის დამუშავება", level=2, parent="03"),
        WasteCode(
            "030104",
            "Sawdust with hazardous substances",
            "სახიფათო ნახერხი",
            parent="0301",
            is_hazardous=True,
            twins=("030105",),
            title_en="sawdust, shavings, cuttings, wood containing hazardous substances",
            title_ka="ნახერხი, ბურბუშელა, ხე, რომელიც შეიცავს სახიფათო ნივთიერებებს",
        ),
        WasteCode(
            "030105",
            "Sawdust and shavings",
            "ნახერხი და ბურბუშელა",
            parent="0301",
            twins=("030104",),
            title_en="sawdust, shavings, cuttings, wood other than those mentioned in 03 01 04",
            title_ka="ნახერხი, ბურბუშელა, ხე, გარდა 03 01 04 პუნქტით გათვალისწინებულისა",
        ),
    ),
    "properties": (Property("moisture", "Moisture", "ტენიანობა", unit="%", low=0, high=100),),
    "processes": (
        Process(
            "pelletising",
            "Pelletising",
            "გრანულირება",
            inputs=("sawdust",),
            outputs=("pellets",),
            per="t",
            yields=(0.85, 0.9, 0.95),
            cost_gel=(60.0, 90.0, 150.0),
            cost_year=2024,
            energy_kwh=(80.0, 120.0, 200.0),
            capacity=(500.0, 50000.0),
            maturity="established",
        ),
    ),
    "uses": (
        Use("bedding", "Animal bedding", "ცხოველთა საფენი", synonyms=("litter",), nace=("01",)),
        Use("fuel", "Solid fuel", "მყარი საწვავი"),
        Use("compost", "Compost feedstock", "კომპოსტის ნედლეული", nace=("01",)),
    ),
    "materials": (
        Material("wood", "Wood residues", "ხის ნარჩენები"),
        Material("pellets", "Wood pellets", "ხის პელეტი", kind="material", price_class="fuel"),
        Material(
            "sawdust",
            "Sawdust",
            "ნახერხი",
            "опилки",
            parent="wood",
            synonyms=("wood dust",),
            ewc_codes=("030105",),
            form="powder",
            density_t_per_m3=0.2,
            moisture_percent=12.0,
        ),
        Material("shavings", "Wood shavings", "ბურბუშელა", parent="wood", ewc_codes=("030105",)),
        Material("grape_pomace", "Grape pomace", "ყურძნის ჭაჭა", ewc_codes=("020702",)),
    ),
    "pathways": (
        Pathway(
            "sawdust-bedding",
            "sawdust",
            None,
            "bedding",
            "proven",
            "a source",
            limits=(Limit("moisture", "least", 5.0), Limit("moisture", "most", 15.0)),
            rule_ids=("clean-wood",),
        ),
        Pathway(
            "wood-fuel",
            "wood",
            "pelletising",
            "fuel",
            "practised",
            "a source",
            replaces="pellets",
            ratio=0.9,
        ),
        Pathway("pomace-compost", "grape_pomace", None, "compost", "proven", "a source"),
        Pathway(
            "pomace-bedding", "grape_pomace", None, "bedding", "never", "a source", reason_en="it ferments"
        ),
    ),
    "rules": (
        Rule(
            "clean-wood",
            "Clean wood for animals",
            "სუფთა ხე ცხოველებისთვის",
            "georgia",
            "An act",
            "აქტი",
            "Only untreated wood.",
            "მხოლოდ დაუმუშავებელი ხე.",
            "asks",
            "a source",
            date(2026, 11, 1),
            "settled",
            article="7",
            when=(
                Condition("material", ("sawdust", "shavings")),
                Condition("use", ("bedding",)),
                Condition("mirror"),
            ),
            question_en="Was the wood treated?",
            question_ka="დამუშავებულია ხე?",
            in_force_from=date(2020, 1, 1),
        ),
        Rule(
            "burning",
            "Burning of wood waste",
            "ხის ნარჩენის დაწვა",
            "eu",
            "An act",
            "აქტი",
            "It needs a permit.",
            "საჭიროა ნებართვა.",
            "permit",
            "a source",
            date(2026, 11, 1),
            "unclear",
            when=(Condition("process", ("pelletising",)), Condition("code", ("0301",))),
        ),
    ),
    "factors": (
        Factor(
            "price-pellets",
            "prices",
            "Wood pellets",
            "ხის პელეტი",
            (300.0, 400.0, 500.0),
            "GEL/t",
            2024,
            "georgia",
            "published",
            "a source",
            material="pellets",
            stage="bought",
            price_class="fuel",
        ),
        Factor(
            "co2e-bedding",
            "co2e",
            "Straw as bedding",
            "ჩალის საფენი",
            (10.0, 20.0, 30.0),
            "kg CO2e/t",
            2023,
            "eu",
            "judgement",
            "practice",
            use="bedding",
            process="pelletising",
            treatment="landfill",
            vehicle="truck",
            currency="GEL",
        ),
    ),
    "precedents": (
        Precedent(
            "sawmill-farm",
            "Sawdust under cows",
            "ნახერხი ძროხებს",
            "Sawmill",
            "სახერხი",
            "Farm",
            "ფერმა",
            "GE",
            "sawdust",
            "bedding",
            "a source",
            "page",
            giver_nace="16.10",
            taker_nace="01.41",
            place_en="Telavi",
            place_ka="თელავი",
            result_en="Straw is saved.",
            result_ka="ჩალა იზოგება.",
            since="2019",
        ),
        Precedent(
            "mill-boiler",
            "Wood into pellets",
            "ხისგან პელეტი",
            "Joinery",
            "სადურგლო",
            "Boiler house",
            "საქვაბე",
            "AT",
            "wood",
            "fuel",
            "a source",
            "collection",
            process_id="pelletising",
        ),
    ),
    "drivers": (
        Driver("employees", "Employees", "დასაქმებულები", unit_en="person", unit_ka="კაცი"),
        Driver("grapes", "Grapes pressed", "დაწნეხილი ყურძენი", unit_en="t", unit_ka="ტ"),
    ),
    "typical_flows": (
        TypicalFlow(
            "1102",
            "output",
            "grape_pomace",
            "grapes",
            (0.1, 0.15, 0.2),
            "t",
            (9, 10),
            "published",
            "a source",
        ),
        TypicalFlow("01", "need", "bedding", "employees", (1.0, 5.0, 20.0), "t", (), "judgement", "practice"),
    ),
    "indicators": (
        Indicator("entities-a", "Active firms", "აქტიური ფირმები", driver_id="employees", section="A"),
        Indicator("harvest", "Grape harvest", "ყურძნის მოსავალი"),
    ),
    "statistics": (
        Statistic("telavi", "entities-a", 2023, 120.0, "a source"),
        Statistic("kakheti", "harvest", 2022, 250000.0, "a source"),
    ),
}


NO_IDS = ("statistics", "typical_flows")


def a_book(**tables: tuple[Any, ...]) -> ReferenceBook:
    """The small book, with whole tables replaced where a test says so."""
    chosen = TABLES | tables
    by_id = {name: {entry.id: entry for entry in rows} for name, rows in chosen.items() if name not in NO_IDS}
    by_place = {(one.place_id, one.indicator_id): one for one in chosen["statistics"]}
    return ReferenceBook(**by_id, statistics=by_place, typical_flows=chosen["typical_flows"])

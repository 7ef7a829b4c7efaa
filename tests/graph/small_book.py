"""A reference book small enough to see whole: two regions, wood and grapes, four pathways."""

from __future__ import annotations

from typing import Any

from matching.reference_book import ReferenceBook
from matching.reference_records import (
    Industry,
    Material,
    Municipality,
    Pathway,
    Process,
    Region,
    Use,
    WasteCode,
)

TABLES: dict[str, tuple[Any, ...]] = {
    "regions": (
        Region("kakheti", "Kakheti", "კახეთი", lat=41.7, lon=45.7),
        Region("adjara", "Adjara", "აჭარა"),
    ),
    "municipalities": (
        Municipality("telavi", "Telavi", "თელავი", region="kakheti", lat=41.92, lon=45.47),
        Municipality("gurjaani", "Gurjaani", "გურჯაანი", region="kakheti", lat=41.74, lon=45.80),
        Municipality("batumi", "Batumi", "ბათუმი", region="adjara", lat=41.65, lon=41.64),
    ),
    "nace": (
        Industry("11", "Manufacture of beverages", "სასმელების წარმოება", section="C"),
        Industry("16", "Manufacture of wood", "ხე-ტყის დამუშავება", section="C"),
        Industry("01", "Crop and animal production", "მემცენარეობა და მეცხოველეობა", section="A"),
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
    "processes": (Process("pelletising", "Pelletising", "გრანულირება"),),
    "uses": (
        Use("bedding", "Animal bedding", "ცხოველთა საფენი", synonyms=("litter",), nace=("01",)),
        Use("fuel", "Solid fuel", "მყარი საწვავი"),
        Use("compost", "Compost feedstock", "კომპოსტის ნედლეული", nace=("01",)),
    ),
    "materials": (
        Material("wood", "Wood residues", "ხის ნარჩენები"),
        Material(
            "sawdust",
            "Sawdust",
            "ნახერხი",
            "опилки",
            parent="wood",
            synonyms=("wood dust",),
            ewc_codes=("030105",),
        ),
        Material("shavings", "Wood shavings", "ბურბუშელა", parent="wood", ewc_codes=("030105",)),
        Material("grape_pomace", "Grape pomace", "ყურძნის ჭაჭა", ewc_codes=("020702",)),
    ),
    "pathways": (
        Pathway("sawdust-bedding", "sawdust", None, "bedding", "proven", "a source"),
        Pathway("wood-fuel", "wood", "pelletising", "fuel", "practised", "a source"),
        Pathway("pomace-compost", "grape_pomace", None, "compost", "proven", "a source"),
        Pathway(
            "pomace-bedding", "grape_pomace", None, "bedding", "never", "a source", reason_en="it ferments"
        ),
    ),
}


def a_book(**tables: tuple[Any, ...]) -> ReferenceBook:
    """The small book, with whole tables replaced where a test says so."""
    chosen = TABLES | tables
    return ReferenceBook(**{name: {entry.id: entry for entry in rows} for name, rows in chosen.items()})

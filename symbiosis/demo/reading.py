"""Reads the fictional firms, their listings and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matching.records import KINDS, Kind, Quantity, Side, Verdict
from matching.reference_book import ReferenceBook
from symbiosis.demo import strict
from symbiosis.inputs import REASONS, ListingInput

FOLDER = Path(__file__).parent
LANGUAGES = {lang: lang for lang in ("ka", "en")}
SIDES = {side.value: side for side in Side}
VERDICTS = {verdict.value: verdict for verdict in Verdict}
KIND: dict[str, Kind] = {kind: kind for kind in KINDS}
HAZARD: dict[str, bool | None] = {"yes": True, "no": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class DemoListing:
    """What a fictional firm lists, and the language that it is written in."""

    lang: str
    said: ListingInput


@dataclass(frozen=True, slots=True)
class DemoOffer:
    """What a fictional firm does for others: t taken in a year, GEL asked for a tonne, what it may.

    `treats`: the materials that it works with.
    """

    process_id: str
    tonnes_per_year: float | None
    price_gel_per_t: float | None
    has_permit: bool | None
    takes_hazardous: bool | None
    treats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoFirm:
    """A fictional firm of one site. `key` names it in the file and in its e-mail address."""

    key: str
    name_ka: str
    name_latin: str
    nace_division: str
    municipality: str
    listings: tuple[DemoListing, ...]
    offers: tuple[DemoOffer, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """What two fictional firms said to the best match between them. None: this side has not answered."""

    output_firm: str
    need_firm: str
    output_says: Verdict | None
    need_says: Verdict | None
    reason: str | None


def read_firms(book: ReferenceBook, path: Path = FOLDER / "firms.yaml") -> tuple[DemoFirm, ...]:
    """The firms of the demonstration region, in the order of the file.

    Args:
        book: has every municipality, division, waste code, unit and period that the file may name.
    Raises:
        BadDemoFile: naming every firm and field with a problem.
    """
    problems: list[str] = []
    firms: list[DemoFirm] = []
    for number, entry in enumerate(strict.entries(path), 1):
        named = entry.get("key") if isinstance(entry, dict) else None
        fields = strict.Fields(entry, str(named or f"firm {number}"), problems)
        firms.append(_firm(fields, book))
        fields.nothing_else()
    keys = [firm.key for firm in firms]
    problems += [f"{key}: key: is used twice" for key in sorted(set(keys)) if keys.count(key) > 1]
    strict.stop_at(problems, path)
    return tuple(firms)


def read_answers(firms: tuple[DemoFirm, ...], path: Path = FOLDER / "answers.yaml") -> tuple[DemoAnswer, ...]:
    """What some of the firms have already answered.

    Raises:
        BadDemoFile: naming every answer and field with a problem.
    """
    problems: list[str] = []
    keys = {firm.key: firm for firm in firms}
    answers = []
    for number, entry in enumerate(strict.entries(path), 1):
        fields = strict.Fields(entry, f"answer {number}", problems)
        answers.append(
            DemoAnswer(
                output_firm=fields.take("output", strict.known(keys), ""),
                need_firm=fields.take("need", strict.known(keys), ""),
                output_says=fields.take_if_there("output_says", strict.one_of(VERDICTS)),
                need_says=fields.take_if_there("need_says", strict.one_of(VERDICTS)),
                reason=fields.take_if_there("reason", strict.known({each: each for each in REASONS})),
            )
        )
        fields.nothing_else()
    strict.stop_at(problems, path)
    return tuple(answers)


def _firm(fields: strict.Fields, book: ReferenceBook) -> DemoFirm:
    listed: list[object] = fields.take("listings", strict.filled_list, [])
    offered: list[object] = fields.take_if_there("offers", strict.filled_list) or []
    listings, offers = (
        [
            strict.Fields(entry, f"{fields.where}, {what} {number}", fields.problems)
            for number, entry in enumerate(entries, 1)
        ]
        for what, entries in (("listing", listed), ("offer", offered))
    )
    return DemoFirm(
        key=fields.take("key", strict.key, ""),
        name_ka=fields.take("name_ka", strict.text, ""),
        name_latin=fields.take("name_latin", strict.text, ""),
        nace_division=fields.take("nace", strict.known(book.nace), ""),
        municipality=fields.take("municipality", strict.known(book.municipalities), ""),
        listings=tuple(_listing(each, book) for each in listings),
        offers=tuple(_offer(each, book) for each in offers),
    )


def _offer(fields: strict.Fields, book: ReferenceBook) -> DemoOffer:
    offer = DemoOffer(
        process_id=fields.take("process", strict.known(book.processes), ""),
        tonnes_per_year=fields.take_if_there("capacity", strict.positive),
        price_gel_per_t=fields.take_if_there("price", strict.positive),
        has_permit=fields.take_if_there("permit", strict.one_of(HAZARD)),
        takes_hazardous=fields.take_if_there("hazardous", strict.one_of(HAZARD)),
        treats=fields.take_if_there("treats", strict.all_known(book.materials)) or (),
    )
    fields.nothing_else()
    return offer


def _listing(fields: strict.Fields, book: ReferenceBook) -> DemoListing:
    lang = fields.take("lang", strict.one_of(LANGUAGES), "ka")
    said = ListingInput(
        side=fields.take("side", strict.one_of(SIDES), Side.OUTPUT),
        text=fields.take("text", strict.text, ""),
        kind=fields.take_if_there("kind", strict.one_of(KIND)) or "material",
        quantity=Quantity(
            fields.take("amount", strict.positive, 0.0),
            fields.take("unit", strict.known(book.units), ""),
            fields.take("period", strict.known(book.periods), ""),
        ),
        season_months=fields.take_if_there("months", strict.months) or (),
        ewc_code=fields.take_if_there("code", strict.known(book.waste_codes)),
        hazardous=fields.take_if_there("hazardous", strict.one_of(HAZARD)),
        cost_gel_per_year=fields.take_if_there("cost", strict.positive),
    )
    fields.nothing_else()
    return DemoListing(lang, said)

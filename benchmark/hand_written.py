"""The cases written by hand: exchanges that would make sense, and pairs that must not come about.

`cases/exchanges_*.jsonl`: what the giving firm would list, what the taking firm would ask for, in English
and Georgian, and how sure the writer was (strong, medium, weak). `cases/never_*.jsonl`: a pair, why it must
not come about, and what is expected of the ranker. `dev` may be looked at, `test` is measured and not read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matching.records import Listing, Side

CASES = Path(__file__).parent / "cases"
SPLITS = ("dev", "test")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Language:
    """In which language each side is written."""

    name: str
    output: str
    need: str


@dataclass(frozen=True)
class Listed:
    """What stands in a listing beside its text: code and amount of an output, sector of both firms."""

    name: str
    short: str
    code: bool
    nace: bool


LANGUAGES = (Language("en", "en", "en"), Language("ka", "ka", "ka"), Language("ka→en", "ka", "en"))
ENGLISH = LANGUAGES[0]
TEXTS = Listed("texts only", "texts", code=False, nace=False)
ALL_FACTS = Listed("with codes, sectors and amounts", "all", code=True, nace=True)
FACTS = (
    TEXTS,
    Listed("with codes and amounts", "codes", code=True, nace=False),
    Listed("with sectors", "sectors", code=False, nace=True),
    ALL_FACTS,
)


def read_rows(kind: str, split: str, folder: Path = CASES) -> dict[str, Row]:
    """The rows of a file by id. `kind`: `exchanges` or `never`; `split`: `dev` or `test`."""
    lines = (folder / f"{kind}_{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}


def all_exchanges() -> dict[str, Row]:
    """Those of both files: the needs of all of them are what every output is ranked against."""
    return {name: row for split in SPLITS for name, row in read_rows("exchanges", split).items()}


def text_of(row: Row, side: Side, lang: str) -> str:
    """What stands on one side in a language."""
    return str(row[f"{side}_text_ka" if lang == "ka" else f"{side}_text"])


def output_of(row: Row, lang: str, listed: Listed) -> Listing:
    """The output of an exchange as the giving firm would list it."""
    is_weighed = listed.code and row["flow_type"] == "material"
    return Listing(
        id=row["id"],
        side=Side.OUTPUT,
        text=text_of(row, Side.OUTPUT, lang),
        kind=row["flow_type"],
        ewc_code=row["output_ewc"] if listed.code else None,
        nace=row["donor_nace"] if listed.nace else None,
        tonnes_per_year=row["quantity_t_per_year"] if is_weighed else None,
    )


def need_of(row: Row, lang: str, listed: Listed) -> Listing:
    """The need of an exchange as the taking firm would list it; its id is that of the exchange."""
    return Listing(
        id=row["id"],
        side=Side.NEED,
        text=text_of(row, Side.NEED, lang),
        kind=row["flow_type"],
        nace=row["receiver_nace"] if listed.nace else None,
    )


def listings_of(
    rows: Mapping[str, Row], language: Language, listed: Listed
) -> tuple[list[Listing], list[Listing]]:
    """The outputs and the needs of exchanges, in the order of the rows."""
    outputs = [output_of(row, language.output, listed) for row in rows.values()]
    return outputs, [need_of(row, language.need, listed) for row in rows.values()]


def pair_of(row: Row, language: Language) -> tuple[Listing, Listing]:
    """The output and the need of a pair that must not come about, with all that is stated of them."""
    output = Listing(
        id=row["id"],
        side=Side.OUTPUT,
        text=text_of(row, Side.OUTPUT, language.output),
        kind=row["flow_type"],
        ewc_code=row["output_ewc"],
        hazardous=row["hazardous"],
    )
    need = Listing(
        id=row["id"],
        side=Side.NEED,
        text=text_of(row, Side.NEED, language.need),
        kind=row["flow_type"],
        hazardous=row["need_hazardous"],
    )
    return output, need


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; the first column is text, all others are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

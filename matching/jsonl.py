"""The lines of `rank`: listings in, rankings out. The format is in `docs/reference/rank-format.md`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

from matching import fields
from matching.errors import BadValue, SymbiosisError
from matching.records import GateResult, Hop, Listing, Match, Ranking, RuledOut, Side
from matching.reference_book import ReferenceBook


class HasId(Protocol):
    @property
    def id(self) -> str: ...


WithId = TypeVar("WithId", bound=HasId)


def read_listings(path: Path, side: Side, book: ReferenceBook) -> tuple[list[Listing], list[SymbiosisError]]:
    """The listings of a file, one JSON object a line (UTF-8; a BOM and CRLF are allowed).

    Returns:
        The listings, and what is wrong with the other lines (`file` and `line` among its facts). A file
        without any line is wrong itself.
    Raises:
        OSError: the file cannot be read.
    """
    found, wrong = read(path, lambda raw: fields.listing(raw, side, book))
    if not found and not wrong:
        wrong.append(BadValue(value="nothing", expected="at least one listing", file=path.name, line=1))
    return found, wrong


def read(path: Path, made: Callable[[dict[str, Any]], WithId]) -> tuple[list[WithId], list[SymbiosisError]]:
    """What `made` makes of the lines of a file, each with an id of its own, and what is wrong with the rest.

    Raises:
        OSError: the file cannot be read.
    """
    found: dict[str, WithId] = {}
    wrong: list[SymbiosisError] = []
    for number, line in lines(path, wrong):
        try:
            one = made(one_object(line))
            if one.id in found:
                raise BadValue(field="id", value=one.id, expected="an id that no earlier line has")
        except SymbiosisError as error:
            error.facts |= {"file": path.name, "line": number}
            wrong.append(error)
        else:
            found[one.id] = one
    return list(found.values()), wrong


def lines(path: Path, wrong: list[SymbiosisError]) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers; those that are no UTF-8 go to `wrong`."""
    number = 0
    for number, raw in enumerate(path.read_bytes().split(b"\n"), 1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError as error:
            value = f"byte 0x{raw[error.start]:02x}"
            wrong.append(BadValue(value=value, expected="UTF-8", file=path.name, line=number))
            continue
        if line:
            yield number, line


def one_object(line: str) -> dict[str, Any]:
    """The JSON object of a line. Raises BadValue for anything else, and for a field that is there twice."""
    try:
        found = json.loads(line, object_pairs_hook=_without_repetition, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadValue(value=_short(line), expected=f"one JSON object ({error})") from error
    if not isinstance(found, dict):
        raise BadValue(value=_short(line), expected="one JSON object")
    return found


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadValue(field=twice, value=twice, expected="each field once")
    return found


def _no_constant(name: str) -> float:
    raise BadValue(value=name, expected="a number")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def ranking_line(ranking: Ranking) -> str:
    """A ranking of one output as a line of JSON, without its line end. Equal rankings give equal lines."""
    line = {
        "output_id": ranking.listing_id,
        "matches": [_match(match) for match in ranking.matches],
        "ruled_out": [_ruled_out(pair) for pair in ranking.ruled_out],
    }
    return json.dumps(line, ensure_ascii=False, allow_nan=False)


def _match(match: Match) -> Mapping[str, object]:
    line: dict[str, object] = {
        "need_id": match.need_id,
        "score": match.score,
        "probability": match.probability,
        "evidence": [
            {"name": part.name, "value": part.value, "contribution": part.contribution}
            for part in match.evidence
        ],
        "gates": [_gate(gate) for gate in match.gates],
        "rules": list(match.rule_ids),
    }
    if match.pathway is not None:
        line["pathway"] = _hop(match.pathway)
    return line


def _gate(gate: GateResult) -> Mapping[str, str]:
    question = {} if gate.question is None else {"question": gate.question}
    return {"name": gate.name, "result": gate.result} | question


def _hop(hop: Hop) -> Mapping[str, str]:
    parts = {
        "id": hop.pathway_id,
        "material": hop.material_id,
        "process": hop.process_id,
        "use": hop.use_id,
        "strength": hop.strength,
    }
    return {name: value for name, value in parts.items() if value is not None}


def _ruled_out(pair: RuledOut) -> Mapping[str, str]:
    return {"need_id": pair.need_id, "gate": pair.gate, "reason": pair.reason}

"""A file of documented exchanges, and what the two firms of each would have listed.

A row a line, with `id`, `flow_type`, `output_text`, `need_text`, `donor_nace`, `receiver_nace`, `output_ewc`,
`quantity_t_per_year`, and `output_text_ka`, `need_text_ka` where there is a translation.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NEUTRAL_DIVISION = "82"
NEEDED = ("id", "flow_type", "output_text", "need_text", "donor_nace", "receiver_nace")


class BadExchanges(Exception):
    """The file cannot be measured; the message names the line."""


def read_exchanges(path: Path) -> list[dict[str, Any]]:
    """The rows of the file.

    Raises:
        BadExchanges: a line is no JSON object, or lacks a field that every row must have.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as problem:
            raise BadExchanges(f"{path.name}, line {number}: {problem}") from None
        missing = [name for name in NEEDED if not (isinstance(row, dict) and row.get(name))]
        if missing:
            raise BadExchanges(f"{path.name}, line {number}: {', '.join(missing)} missing")
        rows.append(row)
    return rows


def listing_of(row: dict[str, Any], side: str, lang: str, *, with_codes: bool) -> dict[str, Any]:
    """What the firm on one side would enter."""
    suffix = "_ka" if lang == "ka" else ""
    listing = {"side": side, "text": row[f"{side}_text{suffix}"], "kind": row["flow_type"]}
    if with_codes and side == "output":
        if row.get("output_ewc"):
            listing["ewc_code"] = row["output_ewc"]
        if row.get("quantity_t_per_year") and row["flow_type"] == "material":
            listing |= {"amount": row["quantity_t_per_year"], "unit": "t", "period": "year"}
    return listing


def division_of(row: dict[str, Any], side: str, *, with_codes: bool) -> str:
    """The firm's division of NACE; without codes the same one for all."""
    firm = "donor" if side == "output" else "receiver"
    return str(row[f"{firm}_nace"])[:2] if with_codes else NEUTRAL_DIVISION


def has_language(row: dict[str, Any], lang: str) -> bool:
    return lang == "en" or bool(row.get("output_text_ka") and row.get("need_text_ka"))

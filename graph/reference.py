"""Reads for pick-lists that search while somebody types."""

from __future__ import annotations

import re
from typing import Any

from graph.fulltext import to_lucene
from graph.store import Store

DEEP = 60
"""How many hits are looked at before headings are resolved to the entries under them."""


def search_waste_codes(store: Store, words: str, lang: str = "ka", limit: int = 12) -> list[dict[str, Any]]:
    """Entries of the List of Waste (six digits) for what somebody typed, best first.

    Args:
        words: words in Georgian, English or Russian in any form, the last one perhaps unfinished; or the
            beginning of a code, with or without spaces and asterisk.
        lang: in which language `name` and `title` come (`ka`, else English).
    Returns:
        Dicts with `code` (digits), `name` (everyday words), `title` (official) and `is_hazardous`; empty
        when nothing was typed that could be looked for.
    """
    digits = re.sub(r"[\s*.]", "", words)
    if digits.isascii() and digits.isdigit():
        rows = store.read("reference/waste_codes_by_digits", digits=digits, limit=limit)
    elif query := to_lucene(words):
        rows = store.read("reference/waste_codes_by_words", words=query, deep=DEEP, limit=limit)
    else:
        rows = []
    return [_code_from_node(row["code"], "ka" if lang == "ka" else "en") for row in rows]


def search_materials(store: Store, words: str, lang: str = "ka", limit: int = 12) -> list[dict[str, Any]]:
    """Materials for what somebody typed, best first: dicts with `id`, `name` in `lang`, `kind`."""
    return _entries(store, "reference/materials_by_words", words, lang, limit)


def search_uses(store: Store, words: str, lang: str = "ka", limit: int = 12) -> list[dict[str, Any]]:
    """Uses for what somebody typed, best first: dicts with `id`, `name` in `lang`, `kind`."""
    return _entries(store, "reference/uses_by_words", words, lang, limit)


def _entries(store: Store, query: str, words: str, lang: str, limit: int) -> list[dict[str, Any]]:
    lucene = to_lucene(words)
    rows = store.read(query, words=lucene, limit=limit) if lucene else []
    return [_entry_from_node(row["entry"], lang) for row in rows]


def _entry_from_node(node: dict[str, Any], lang: str) -> dict[str, Any]:
    return {"id": node["id"], "name": node.get(f"name_{lang}") or node["name_en"], "kind": node["kind"]}


def _code_from_node(node: dict[str, Any], lang: str) -> dict[str, Any]:
    return {
        "code": node["id"],
        "name": node[f"name_{lang}"] or node["name_en"],
        "title": node[f"title_{lang}"] or node["title_en"],
        "is_hazardous": node["is_hazardous"],
    }

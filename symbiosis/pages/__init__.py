"""The pages that people see: a few lines per view, which parse, call an operation and present."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("pages", __name__)

from symbiosis.pages import (  # noqa: E402 (the views hang themselves on the blueprint)
    account,
    atlas,
    chains,
    codes,
    desk,
    exchanges,
    filters,
    firm,
    front,
    listings,
    login,
    matches,
    materials,
    meaning,
    opt_outs,
    places,
    register,
    rules,
    sectors,
    set_code,
    suggesting,
    synonyms,
    users,
    uses,
    weights,
)

__all__ = [
    "account",
    "atlas",
    "blueprint",
    "chains",
    "codes",
    "desk",
    "exchanges",
    "filters",
    "firm",
    "front",
    "listings",
    "login",
    "matches",
    "materials",
    "meaning",
    "opt_outs",
    "places",
    "register",
    "rules",
    "sectors",
    "set_code",
    "suggesting",
    "synonyms",
    "users",
    "uses",
    "weights",
]

"""How often something may be tried: decorators for views that guess passwords, make accounts or keys, or
that everybody may read.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from math import ceil
from typing import Any, TypeVar, cast

from flask import Flask, Response, g, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from graph.records import Role
from symbiosis.schemas.bulk import MOST
from symbiosis.schemas.texts import cleaned
from symbiosis.web import viewer_if_known

IPV6_NETWORK = 64  # what one subscriber gets


def address() -> str:
    """Where a request comes from; of IPv6 the network, for whoever has one has all its addresses."""
    text = get_remote_address()
    try:
        known = ip_address(text)
    except ValueError:
        return text
    if known.version == 4 or known.ipv4_mapped:
        return text
    return str(ip_network((known, IPV6_NETWORK), strict=False))


limiter = Limiter(key_func=address, storage_uri="memory://", strategy="fixed-window")
"""Counts in each process by itself; with two processes a patient guesser gets twice the tries."""

LOGINS_OF_ACCOUNT = "10 per 15 minutes"
LOGINS_OF_ADDRESS = "100 per 15 minutes"
REGISTRATIONS = "60 per hour"  # a workshop registers thirty firms behind one address
REGISTRATION_TRIES = "300 per hour"
TOKENS = "20 per hour"
LISTINGS = "600 per hour"  # a firm's whole stock in one go, and not the processor of everybody
READS = "120 per minute"  # two letters a second in a type-ahead, and no more of the database than that

_View = TypeVar("_View", bound=Callable[..., Any])


def init_limits(app: Flask) -> None:
    """Bind the limits to an application, with nothing counted yet."""
    limiter.init_app(app)
    limiter.reset()


def login_limit(view: _View) -> _View:
    """Failed logins (answers of 400 and above) to one account, and from one address; where a password is
    asked again, of the account that is logged in.
    """
    account = limiter.limit(LOGINS_OF_ACCOUNT, key_func=_account, methods=["POST"], deduct_when=_failed)
    place = limiter.limit(LOGINS_OF_ADDRESS, methods=["POST"], deduct_when=_failed)
    return cast(_View, account(place(view)))


def registration_limit(view: _View) -> _View:
    """Registrations from one address, and tries."""
    done = limiter.limit(REGISTRATIONS, methods=["POST"], deduct_when=_succeeded)
    tried = limiter.limit(REGISTRATION_TRIES, methods=["POST"])
    return cast(_View, done(tried(view)))


def token_limit(view: _View) -> _View:
    """New keys of one reader."""
    keys = limiter.limit(TOKENS, key_func=_reader, methods=["POST"], deduct_when=_succeeded)
    return cast(_View, keys(view))


def listing_limit(view: _View) -> _View:
    """New listings of one business, each of a bulk counted; coordinators import for many firms."""
    posts = limiter.shared_limit(
        LISTINGS,
        "listings",
        key_func=_reader,
        methods=["POST"],
        cost=_n_listings,
        exempt_when=_is_staff,
    )
    return cast(_View, posts(view))


def reading_limit(view: _View) -> _View:
    """What anybody may ask of the database or the reference book, of one reader, over all such views."""
    reads = limiter.shared_limit(READS, "reads", key_func=_reader)  # HEAD asks as much as GET
    return cast(_View, reads(view))


def seconds_to_wait() -> int:
    """Until the limit that was just broken opens again."""
    broken = limiter.current_limit
    return max(1, ceil(broken.reset_at - time.time())) if broken else 60


def _account() -> str:
    email = cleaned(request.form.get("email", "")).lower()
    if not email:
        return _reader()
    return "account:" + hashlib.sha256(email.encode("utf-8", "replace")).hexdigest()


def _reader() -> str:
    viewer = viewer_if_known()
    return f"user:{viewer.user_id}" if viewer.user_id else address()


def _is_staff() -> bool:
    viewer = g.get("viewer")
    return bool(viewer and viewer.role is not Role.BUSINESS)


def _n_listings() -> int:
    sent = request.get_json(silent=True) if request.is_json else None
    many = sent.get("listings") if isinstance(sent, dict) else None
    return len(many) if isinstance(many, list) and 0 < len(many) <= MOST else 1


def _failed(response: Response) -> bool:
    return response.status_code >= 400


def _succeeded(response: Response) -> bool:
    return response.status_code < 400

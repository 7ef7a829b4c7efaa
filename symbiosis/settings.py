"""Every setting once: name in the environment, type, default and meaning; checked when the program starts."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from graph.server.home import Home
from graph.server.process import running_address
from symbiosis.secret_files import read_or_make

VAR = Path(__file__).resolve().parent.parent / "var"
SHORTEST_SECRET = 32
GRAPH_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


class BadSetting(Exception):
    """A setting is missing or has a value that the program cannot run with. `name` is its variable."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"Setting {name}: {problem}")


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(f"expected a whole number from {low} to {high}, got {text!r}")
        return int(text)

    return parse


def _yes_or_no(text: str) -> bool:
    known = {
        "1": True,
        "true": True,
        "yes": True,
        "on": True,
        "0": False,
        "false": False,
        "no": False,
        "off": False,
    }
    if text.lower() not in known:
        raise ValueError(f"expected 1 or 0, got {text!r}")
    return known[text.lower()]


def _languages(text: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in text.split(","))
    if len(set(codes)) != len(codes) or not set(codes) <= {"ka", "en"}:
        raise ValueError(f"expected some of ka,en in the order of preference, got {text!r}")
    return codes


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text.lower() not in choices:
            raise ValueError(f"expected one of {', '.join(choices)}, got {text!r}")
        return text.lower()

    return parse


def _url(*schemes: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not re.fullmatch(rf"({'|'.join(map(re.escape, schemes))})://[^\s/@]+(/\S*)?", text):
            raise ValueError(f"expected an address that starts with {'://, '.join(schemes)}://, got {text!r}")
        return text.rstrip("/")

    return parse


def _secret(text: str) -> str:
    if len(text) < SHORTEST_SECRET:  # the value itself is never repeated in a message
        raise ValueError(f"expected at least {SHORTEST_SECRET} characters, got {len(text)}")
    return text


def _text(text: str) -> str:
    return text


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _folder(text: str) -> Path:
    return Path(text).expanduser().resolve()


def _setting(
    env: str, meaning: str, *, parse: Callable[[str], Any], default: Any = MISSING, secret: bool = False
) -> Any:
    metadata = {"env": env, "meaning": meaning, "parse": parse, "secret": secret}
    return field(default=default, repr=not secret, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the program can be told. `from_environment` reads it; tests make their own."""

    host: str = _setting("HOST", "Address that the site listens on.", parse=_text, default="127.0.0.1")
    port: int = _setting("PORT", "Port that the site listens on.", parse=_whole(1, 65535), default=8000)
    base_url: str | None = _setting(
        "BASE_URL",
        "Public address of the site, as in https://symbiosis.example.ge, for links that leave it.",
        parse=_url("http", "https"),
        default=None,
    )
    trusted_proxies: int = _setting(
        "TRUSTED_PROXIES",
        "How many proxies stand in front of the site; that many X-Forwarded-* entries are believed.",
        parse=_whole(0, 10),
        default=0,
    )
    cookie_secure: bool = _setting(
        "COOKIE_SECURE",
        "Send the session cookie over HTTPS only. On as soon as BASE_URL is an https address.",
        parse=_yes_or_no,
        default=False,
    )
    web_workers: int = _setting(
        "WEB_WORKERS", "Processes that answer requests.", parse=_whole(1, 64), default=2
    )
    web_threads: int = _setting(
        "WEB_THREADS", "Threads in each of these processes.", parse=_whole(1, 64), default=8
    )
    neo4j_uri: str | None = _setting(
        "NEO4J_URI",
        "Address of a Neo4j 5.26 LTS or newer to use. Left out, the program keeps its own.",
        parse=_url(*GRAPH_SCHEMES),
        default=None,
    )
    neo4j_user: str = _setting("NEO4J_USER", "User on that server.", parse=_text, default="neo4j")
    neo4j_password: str | None = _setting(
        "NEO4J_PASSWORD",
        "Password on that server; needed together with NEO4J_URI.",
        parse=_text,
        default=None,
        secret=True,
    )
    neo4j_heap_mb: int = _setting(
        "NEO4J_HEAP_MB",
        "Memory for the heap of the program's own Neo4j, in MB; another 256 MB hold pages of the store.",
        parse=_whole(256, 65536),
        default=512,
    )
    neo4j_java_options: tuple[str, ...] = _setting(
        "NEO4J_JAVA_OPTIONS",
        "Further options for the Java of the program's own Neo4j, separated by spaces.",
        parse=_words,
        default=(),
    )
    neo4j_database: str | None = _setting(
        "NEO4J_DATABASE",
        "Database on that server. Left out, the user's home database.",
        parse=_text,
        default=None,
    )
    var_dir: Path = _setting(  # noqa: RUF009 (a Path does not change)
        "VAR_DIR",
        "Folder of everything that the program keeps: database, secrets, backups, logs.",
        parse=_folder,
        default=VAR,
    )
    secret_key: str = _setting(
        "SECRET_KEY",
        "Signs sessions and forms. Left out, it is made once and kept in var/secrets.",
        parse=_secret,
        secret=True,
    )
    personal_number_key: str = _setting(
        "PERSONAL_NUMBER_KEY",
        "Keyed hash of personal numbers. Left out, it is made once and kept in var/secrets; without it "
        "registered entrepreneurs are not recognised again, so keep it with the backups.",
        parse=_secret,
        secret=True,
    )
    languages: tuple[str, ...] = _setting(
        "LANGUAGES", "Languages of the site, the default first.", parse=_languages, default=("ka", "en")
    )
    demo: bool = _setting(
        "DEMO",
        "Load the demonstration region when the store is empty. Off for real use.",
        parse=_yes_or_no,
        default=True,
    )
    administrator_email: str = _setting(
        "ADMINISTRATOR_EMAIL",
        "Login of the administrator that the first start makes.",
        parse=_text,
        default="administrator@example.org",
    )
    listing_days: int = _setting(
        "LISTING_DAYS",
        "Days after which a listing expires unless renewed.",
        parse=_whole(1, 3650),
        default=90,
    )
    log_level: str = _setting(
        "LOG_LEVEL",
        "How much is logged.",
        parse=_one_of("debug", "info", "warning", "error"),
        default="info",
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None, *, find_own: bool = True) -> Settings:
        """Read and check all settings; secrets that nobody gave are made once and kept under `var_dir`.

        An empty value counts as left out. When no NEO4J_URI is given and this installation's own Neo4j runs,
        its address and password are filled in, unless `find_own` is False.

        Raises:
            BadSetting: naming the first setting that is missing or cannot be read.
        """
        given = {name: value.strip() for name, value in (os.environ if environ is None else environ).items()}
        values: dict[str, Any] = {}
        for each in fields(cls):
            text = given.get(each.metadata["env"], "")
            if text:
                try:
                    values[each.name] = each.metadata["parse"](text)
                except ValueError as problem:
                    raise BadSetting(each.metadata["env"], f"{problem}.") from None
        if str(values.get("base_url", "")).startswith("https://"):
            values.setdefault("cookie_secure", True)
        var_dir = values.get("var_dir", cls.var_dir)
        for name in ("secret_key", "personal_number_key"):
            if name not in values:
                values[name] = _kept_secret(var_dir, name)
        if "neo4j_uri" in values and "neo4j_password" not in values:
            raise BadSetting("NEO4J_PASSWORD", "is needed because NEO4J_URI is set.")
        if find_own and "neo4j_uri" not in values and (own := running_address(Home(var_dir / "neo4j"))):
            values |= {"neo4j_uri": own.uri, "neo4j_user": own.user, "neo4j_password": own.password}
        return cls(**values)


def _kept_secret(var_dir: Path, name: str) -> str:
    try:
        return _secret(read_or_make(var_dir / "secrets" / name))
    except (OSError, ValueError) as problem:
        raise BadSetting(
            name.upper(),
            f"is not in the environment, and {var_dir / 'secrets' / name} cannot serve instead ({problem}). "
            "Set it, or put the file back from a backup.",
        ) from None

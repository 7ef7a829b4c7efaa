"""Fields of a YAML entry taken one by one; what is missing, malformed or left over is a named problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

Taken = TypeVar("Taken")


class BadDemoFile(ValueError):
    """A demonstration file cannot be taken as it is. The message has one line for each problem."""


class Fields:
    """The fields of one entry, each taken once; what is wrong is added to `problems`, with `where`."""

    def __init__(self, entry: object, where: str, problems: list[str]) -> None:
        self.left: dict[str, Any] = dict(entry) if isinstance(entry, dict) else {}
        self.where = where
        self.problems = problems
        if not isinstance(entry, dict):
            problems.append(f"{where}: expected fields, got {entry!r}")

    def take(self, name: str, parse: Callable[[Any], Taken], default: Taken) -> Taken:
        """A field that must be there; `default` only stands in when it is not, and a problem is noted."""
        if name not in self.left:
            self.problems.append(f"{self.where}: {name}: is missing")
            return default
        taken = self.take_if_there(name, parse)
        return default if taken is None else taken

    def take_if_there(self, name: str, parse: Callable[[Any], Taken]) -> Taken | None:
        """A field that may be left out; None then, and when it is wrong."""
        if name not in self.left:
            return None
        try:
            return parse(self.left.pop(name))
        except ValueError as problem:
            self.problems.append(f"{self.where}: {name}: {problem}")
            return None

    def nothing_else(self) -> None:
        """Note every field that nobody took."""
        self.problems += [f"{self.where}: {name}: no such field" for name in self.left]


def entries(path: Path) -> list[object]:
    """The entries of a file.

    Raises:
        BadDemoFile: it cannot be read, or is not a list.
    """
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise BadDemoFile(f"{path.name}: cannot be read: {problem}") from None
    if not isinstance(found, list):
        raise BadDemoFile(f"{path.name}: expected a list of entries")
    return found


def stop_at(problems: list[str], path: Path) -> None:
    """Refuse the file when there are problems.

    Raises:
        BadDemoFile: with all of them.
    """
    if problems:
        raise BadDemoFile("\n".join(f"{path.name}: {problem}" for problem in problems))


def text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected a text, got {value!r}")
    return value


def key(value: Any) -> str:
    if not text(value).replace("-", "").isalnum() or not value.isascii() or value != value.lower():
        raise ValueError(f"expected small letters, digits and hyphens, got {value!r}")
    return str(value)


def positive(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise ValueError(f"expected a number above 0, got {value!r}")
    return float(value)


def filled_list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"expected a list, got {value!r}")
    return value


def months(value: Any) -> tuple[int, ...]:
    given = tuple(filled_list(value))
    if any(month not in range(1, 13) or isinstance(month, bool) for month in given):
        raise ValueError(f"expected months from 1 to 12, got {value!r}")
    if len(set(given)) != len(given):
        raise ValueError(f"expected each month once, got {value!r}")
    return given


def known(lookup: Mapping[str, object]) -> Callable[[Any], str]:
    """Takes what `lookup` has."""

    def parse(value: Any) -> str:
        if not isinstance(value, str) or value not in lookup:
            raise ValueError(f"{value!r} is not known")
        return value

    return parse


def all_known(lookup: Mapping[str, object]) -> Callable[[Any], tuple[str, ...]]:
    """Takes a list of what `lookup` has."""
    parse = known(lookup)
    return lambda value: tuple(parse(one) for one in filled_list(value))


def one_of(choices: Mapping[str, Taken]) -> Callable[[Any], Taken]:
    """Takes one of a few words, and gives what it stands for."""

    def parse(value: Any) -> Taken:
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"expected one of {', '.join(choices)}, got {value!r}")
        return choices[value]

    return parse

"""Strict reading of what lies under `reference/`: a stray column or key is refused, by file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from matching.errors import BadReference


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def fail(self, problem: str) -> BadReference:
        """The error to raise when this row is wrong."""
        return BadReference(file=self.file, line=self.line, problem=problem)

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.cells[column]
        if not value:
            raise self.fail(f"{column} is empty")
        return value

    def maybe(self, column: str) -> str | None:
        """The cell, None when empty."""
        return self.cells[column] or None

    def number(self, column: str) -> float:
        """The cell as a number, which must be there."""
        value = self.maybe_number(column)
        if value is None:
            raise self.fail(f"{column} is empty")
        return value

    def maybe_number(self, column: str) -> float | None:
        """The cell as a number, None when empty."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return float(value)
        except ValueError as error:
            raise self.fail(f"{column} is not a number: {value!r}") from error

    def maybe_span(self, column: str) -> tuple[float, float, float] | None:
        """`column_low`, `column` and `column_high`: three numbers in order, None when all are empty."""
        found = [self.maybe_number(name) for name in (f"{column}_low", column, f"{column}_high")]
        low, central, high = found
        if low is None and central is None and high is None:
            return None
        if low is None or central is None or high is None or not low <= central <= high:
            raise self.fail(f"{column} needs three numbers in order: low, central, high")
        return low, central, high

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, separated by `;`."""
        value = self.cells[column]
        if ";" not in value:
            return (value,) if value else ()
        return tuple(part for part in map(str.strip, value.split(";")) if part)


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV file (UTF-8, header in the first line).

    Raises:
        BadReference: the file is missing, has other columns than `columns`, or a row of another length.
    """
    if not path.is_file():
        raise BadReference(file=path.name, line=0, problem="file is missing")
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        header = tuple(next(reader, ()))
        if header != columns:
            raise BadReference(
                file=path.name, line=1, problem=f"columns are {list(header)}, expected {list(columns)}"
            )
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(columns):
                raise BadReference(
                    file=path.name,
                    line=reader.line_num,
                    problem=f"{len(cells)} cells, expected {len(columns)}",
                )
            yield Row(path.name, reader.line_num, dict(zip(columns, map(str.strip, cells), strict=True)))


try:
    from yaml import CSafeLoader as _SafeLoader  # the one written in C reads ten times faster
except ImportError:  # PyYAML was built without it
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]


def read_yaml_list(path: Path, needed: frozenset[str], allowed: frozenset[str]) -> Iterator[Row]:
    """The entries of a YAML file that holds a list of flat mappings of text.

    Follows what the parser meets instead of having it build nodes and then objects, which takes three times
    as long and is not needed for entries this flat.

    Raises:
        BadReference: not such a list, an unknown key, one that occurs twice, a missing one, or a value that
            is no text.
    """
    loader: Any = _SafeLoader(path.read_text(encoding="utf-8"))  # PyYAML tells no types of its events
    try:
        if not _list_begins(loader):
            raise BadReference(file=path.name, line=1, problem="not a list")
        while not isinstance(begin := loader.get_event(), yaml.SequenceEndEvent):
            line = begin.start_mark.line + 1
            if not isinstance(begin, yaml.MappingStartEvent):
                raise BadReference(file=path.name, line=line, problem="not a mapping")
            row = Row(path.name, line, _cells(loader, path.name, line, allowed))
            for key in sorted(needed):
                row.text(key)
            yield row
        loader.get_event()
        if not loader.check_event(yaml.StreamEndEvent):
            after = loader.peek_event().start_mark.line + 1
            raise BadReference(file=path.name, line=after, problem="goes on after the list")
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BadReference(file=path.name, line=line, problem=str(error.problem)) from error
    finally:
        loader.dispose()


def _list_begins(loader: Any) -> bool:
    while loader.check_event(yaml.StreamStartEvent, yaml.DocumentStartEvent):
        loader.get_event()
    return isinstance(loader.get_event(), yaml.SequenceStartEvent)


def _cells(loader: Any, file: str, line: int, allowed: frozenset[str]) -> dict[str, str]:
    """Every allowed key with its text, empty where the entry, which began on `line`, does not have it."""
    cells = dict.fromkeys(allowed, "")
    seen: set[str] = set()
    while not isinstance(name := loader.get_event(), yaml.MappingEndEvent):
        key = getattr(name, "value", None)
        if key not in allowed:
            raise BadReference(file=file, line=line, problem=f"unknown key {key!r}")
        if key in seen:
            raise BadReference(
                file=file, line=name.start_mark.line + 1, problem=f"key {key!r} is there twice"
            )
        value = loader.get_event()
        if not isinstance(value, yaml.ScalarEvent) or not _is_text(loader, value):
            raise BadReference(file=file, line=value.start_mark.line + 1, problem=f"{key} is not text")
        seen.add(key)
        cells[key] = value.value.strip()
    return cells


def _is_text(loader: Any, value: Any) -> bool:
    """False for what YAML reads as a number, a day, yes or no, nothing, or what bears a tag of its own."""
    if value.tag is not None:
        return False
    is_plain, _ = value.implicit
    if not is_plain or value.value[:1] not in loader.yaml_implicit_resolvers:
        return True
    tag: str = loader.resolve(yaml.ScalarNode, value.value, value.implicit)
    return tag == yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG

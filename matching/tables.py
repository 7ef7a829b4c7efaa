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
        return tuple(part for part in (piece.strip() for piece in self.cells[column].split(";")) if part)


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
            stripped = (cell.strip() for cell in cells)
            yield Row(path.name, reader.line_num, dict(zip(columns, stripped, strict=True)))


try:
    from yaml import CSafeLoader as _SafeLoader  # the one written in C reads ten times faster
except ImportError:  # PyYAML was built without it
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]


class _LineLoader(_SafeLoader):
    """YAML without surprises: refuses a key that occurs twice, remembers the line of every mapping."""


def _mapping_with_line(loader: _LineLoader, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {"__line__": node.start_mark.line + 1}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node))
        if key in found:
            raise BadReference(
                file="", line=key_node.start_mark.line + 1, problem=f"key {key!r} is there twice"
            )
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)


def read_yaml_list(path: Path, needed: frozenset[str], allowed: frozenset[str]) -> Iterator[Row]:
    """The entries of a YAML file that holds a list of flat mappings of text.

    Raises:
        BadReference: not such a list, an unknown key, a missing one, or a value that is no text.
    """
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_LineLoader)  # noqa: S506 (a SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BadReference(file=path.name, line=line, problem=str(error.problem)) from error
    except BadReference as error:
        raise BadReference(
            file=path.name, line=error.facts["line"], problem=error.facts["problem"]
        ) from error
    if not isinstance(entries, list):
        raise BadReference(file=path.name, line=1, problem="not a list")
    for entry in entries:
        if not isinstance(entry, dict):
            raise BadReference(file=path.name, line=1, problem=f"not a mapping: {entry!r}")
        line = entry.pop("__line__")
        cells = dict.fromkeys(sorted(allowed), "")
        for key, value in entry.items():
            if key not in allowed:
                raise BadReference(file=path.name, line=line, problem=f"unknown key {key!r}")
            if not isinstance(value, str):
                raise BadReference(file=path.name, line=line, problem=f"{key} is not text: {value!r}")
            cells[key] = value.strip()
        row = Row(path.name, line, cells)
        for key in sorted(needed):
            row.text(key)
        yield row

"""Strict reading: what is not a list of flat mappings of text is refused by file and line."""

from __future__ import annotations

import pytest

from matching.errors import BadReference
from matching.tables import read_csv, read_yaml_list

NEEDED, ALLOWED = frozenset({"id"}), frozenset({"id", "note"})


def entries(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return [(row.line, row.cells) for row in read_yaml_list(path, NEEDED, ALLOWED)]


def test_entries_have_every_allowed_key_and_the_line_where_they_begin(tmp_path):
    text = '# why\n- id: one\n  note: "a; b: c "\n\n- id: two\n  note: >-\n    long\n    text\n- {id: "3"}\n'
    assert entries(tmp_path, text) == [
        (2, {"id": "one", "note": "a; b: c"}),
        (5, {"id": "two", "note": "long text"}),
        (9, {"id": "3", "note": ""}),
    ]


def test_an_empty_list_has_no_entries(tmp_path):
    assert entries(tmp_path, "[]\n") == []


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "not a list"),
        ("id: one\n", 1, "not a list"),
        ("- id: one\n- two\n", 2, "not a mapping"),
        ("- id: one\n- note: none\n", 2, "id is empty"),
        ("- id: one\n  colour: red\n", 1, "unknown key 'colour'"),
        ("- id: one\n  ? [a]\n  : b\n", 1, "unknown key None"),
        ("- id: one\n  note: a\n  note: b\n", 3, "key 'note' is there twice"),
        ("- id: one\n  note: 2\n", 2, "note is not text"),
        ("- id: one\n  note: 2026-01-01\n", 2, "note is not text"),
        ("- id: one\n  note: no\n", 2, "note is not text"),
        ("- id: one\n  note:\n", 2, "note is not text"),
        ("- id: one\n  note: !!int '2'\n", 2, "note is not text"),
        ("- id: one\n  note: [a]\n", 2, "note is not text"),
        ("- &a {id: one}\n- *a\n", 2, "not a mapping"),
        ("- id: 'one\n", 2, "found unexpected end of stream"),
        ("- id: one\n---\n- id: two\n", 2, "goes on after the list"),
    ],
)
def test_anything_else_is_refused_with_its_line(tmp_path, text, line, problem):
    with pytest.raises(BadReference) as raised:
        entries(tmp_path, text)
    assert raised.value.facts == {"file": "a.yaml", "line": line, "problem": problem}


def test_cells_are_stripped_and_a_cell_of_several_is_taken_apart(tmp_path):
    (tmp_path / "a.csv").write_text("id,parts\n one , a; b;;c \ntwo,\nthree,d\n", encoding="utf-8")
    rows = list(read_csv(tmp_path / "a.csv", ("id", "parts")))
    assert [(row.text("id"), row.many("parts")) for row in rows] == [
        ("one", ("a", "b", "c")),
        ("two", ()),
        ("three", ("d",)),
    ]

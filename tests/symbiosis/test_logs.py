"""Logs are JSON, and hold neither secrets nor personal numbers."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from symbiosis import logs

NUMBER = "01024012345"
KEY = "sym_abcdefghijklmnop"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    logs.configure("info")
    ours = next(each for each in logging.getLogger().handlers if getattr(each, "is_ours", False))
    assert isinstance(ours, logging.StreamHandler)
    stream = io.StringIO()
    before = ours.setStream(stream)
    yield stream
    if before:
        ours.setStream(before)
    logs.configure("warning")


def test_a_line_is_one_json_object(written: io.StringIO) -> None:
    logs.log.info("request", path="/ka", status=200)
    line = json.loads(written.getvalue())
    assert line["event"] == "request"
    assert line["status"] == 200
    assert line["level"] == "info"
    assert line["timestamp"].endswith("Z")


def test_personal_numbers_and_keys_are_covered_wherever_they_stand(written: io.StringIO) -> None:
    logs.log.info(f"firm {NUMBER}", path=f"/x/{NUMBER}", nested={"a": [NUMBER, KEY]}, n=int("1" + NUMBER[1:]))
    logging.getLogger("some.library").warning("value %s and %s", NUMBER, KEY)
    try:
        raise ValueError(f"bad {NUMBER}")
    except ValueError:
        logs.log.exception("broke")
    text = written.getvalue()
    assert text.count("\n") >= 3
    assert NUMBER not in text
    assert NUMBER[1:] not in text
    assert KEY not in text


@pytest.mark.parametrize(
    "key", ["password", "new_password", "Authorization", "cookie", "token", "email", "phone"]
)
def test_values_under_telling_names_are_hidden(written: io.StringIO, key: str) -> None:
    logs.log.info("event", **{key: "something private"})
    assert "something private" not in written.getvalue()


def test_configuring_twice_does_not_write_twice(written: io.StringIO) -> None:
    n_before = len(logging.getLogger().handlers)
    logs.configure("info")
    assert len(logging.getLogger().handlers) == n_before

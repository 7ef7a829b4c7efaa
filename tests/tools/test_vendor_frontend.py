"""The front-end files are those of the record, and a changed one is noticed."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from pathlib import Path

import pytest

from tools.vendor_frontend import ROOT, STATIC, WANTED, NotAsRecorded, check, installed, read_record


def test_the_vendored_files_are_exactly_those_of_the_record() -> None:
    there = {
        str(path.relative_to(STATIC / "vendor")): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (STATIC / "vendor").rglob("*")
        if path.is_file() and path.name != ".made"
    }
    recorded = {f"{each.folder}/{file}": sha for each in read_record() for file, sha in each.files.items()}
    assert there == recorded
    assert len(recorded) >= 10


def test_every_package_comes_with_its_licence() -> None:
    for package in read_record():
        assert package.licence in {"OFL-1.1", "Apache-2.0", "MIT", "BSD-3-Clause", "0BSD", "ISC"}
        assert "LICENSE" in package.files


def test_the_record_has_the_versions_that_are_pinned() -> None:
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {package.name: package.version for package in read_record()} == pinned
    assert pinned.keys() == WANTED.keys()


def test_a_file_that_changed_is_named() -> None:
    recorded = read_record()
    package = recorded[0]
    file = sorted(package.files)[-1]
    changed = dataclasses.replace(package, files={**package.files, file: "0" * 64})
    with pytest.raises(NotAsRecorded, match=re.escape(f"{package.folder}/{file}")):
        check([changed, *recorded[1:]], recorded)


def test_another_version_is_named() -> None:
    recorded = read_record()
    changed = dataclasses.replace(recorded[0], version="0.0.1")
    with pytest.raises(NotAsRecorded, match=r"0\.0\.1"):
        check([changed, *recorded[1:]], recorded)
    check(installed(), recorded)


def test_what_the_styles_ask_for_is_there() -> None:
    asked = [
        (style.parent / address).resolve()
        for style in sorted((STATIC / "css").glob("*.css"))
        for address in re.findall(r'url\("?([^")]+)"?\)', style.read_text(encoding="utf-8"))
        if "/vendor/" in address
    ]
    assert asked
    assert [path for path in asked if not path.is_file()] == []


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "package-lock.json", ".npmrc"])
def test_no_pinned_dependency_names_a_host(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    if file == "package-lock.json":
        assert '"resolved"' not in text
        text = re.sub(r'"url": "[^"]*"', "", text)  # where authors ask for funding
    assert "://" not in text
    assert "--index-url" not in text
    assert (
        Path(ROOT / ".npmrc").read_text(encoding="utf-8").startswith("omit-lockfile-registry-resolved=true")
    )

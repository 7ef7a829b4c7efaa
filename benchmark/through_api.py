"""Measures a running system on documented exchanges: lists both sides through its API, reads matches back.

    SYMBIOSIS_TOKEN=… python -m benchmark.through_api EXCHANGES.jsonl SCORER.py --site http://127.0.0.1:8000

Each side of an exchange becomes the only listing of a fictional firm, so that no pair is hidden as a firm's
own business. All firms stand in one municipality: distance tells nothing. Without codes all are of one
division. The token is a coordinator's key (page "Account"), given in the environment because command lines
are seen by all.

USE A THROW-AWAY SYSTEM. Other listings would stand among the ranked ones, so a system that has firms is
refused, and the fictional firms stay in it. Between two runs the listings of the first are withdrawn.

`SCORER.py measure EXCHANGES.jsonl RANKED.jsonl` must print {"strict": {"hit@1": …}, "lenient": …,
"outputs": n}.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

from benchmark.api_client import Api, Refused
from benchmark.exchanges_file import BadExchanges, division_of, has_language, listing_of, read_exchanges

PLACE = "tbilisi"
MEASURES = ("hit@1", "hit@5", "hit@10", "MRR")
MOST_RANKED = 10
PAGE = 200
PAUSE_S = 2.0


@dataclass(frozen=True)
class Run:
    """One way to list the exchanges. `with_codes`: also waste code, division and tonnes."""

    name: str
    output_lang: str
    need_lang: str
    with_codes: bool


RUNS = (
    Run("English, with codes", "en", "en", with_codes=True),
    Run("English, texts only", "en", "en", with_codes=False),
    Run("Georgian, with codes", "ka", "ka", with_codes=True),
    Run("Georgian, texts only", "ka", "ka", with_codes=False),
    Run("Georgian outputs, English needs, texts only", "ka", "en", with_codes=False),
)


class Measurement:
    """One run against a system: the listings that it made, and the rows that the system refused."""

    def __init__(self, api: Api, run: Run) -> None:
        self._api = api
        self._run = run
        self._row_of: dict[str, str] = {}  # row id by listing id
        self.refused: list[str] = []

    def rank(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """List both sides of the rows, compare all, and give what the scorer reads: one line per output."""
        outputs = [row for row in rows if has_language(row, self._run.output_lang)]
        for side, lang, listed in (
            ("output", self._run.output_lang, outputs),
            ("need", self._run.need_lang, [row for row in rows if has_language(row, self._run.need_lang)]),
        ):
            for row in listed:
                self._list(row, side, lang)
        self._compare_all()
        ranked: dict[str, list[tuple[float, str]]] = {row["id"]: [] for row in outputs}
        for match in self._matches():
            output, need = match["output"]["listing_id"], match["need"]["listing_id"]
            if output in self._row_of and need in self._row_of:
                ranked[self._row_of[output]].append((match["score"], self._row_of[need]))
        return [
            {"output_id": output, "matches": [{"need_id": need} for _, need in best(found)]}
            for output, found in ranked.items()
        ]

    def _compare_all(self) -> None:
        """Wait until the system has compared what was listed; where its job does not run, by asking again."""
        while (left := self._api.post("/rematch"))["n_to_compare"] > left["n_failed"]:
            if left["is_at_work"]:
                sleep(PAUSE_S)

    def withdraw(self) -> None:
        """Take the listings out of matching, so that the next run does not meet them."""
        for listing_id in self._row_of:
            self._api.delete(f"/listings/{listing_id}")

    def _list(self, row: dict[str, Any], side: str, lang: str) -> None:
        codes = self._run.with_codes
        name = f"{row['id']} {side}, {self._run.name}"
        try:
            firm = self._api.post(
                "/firms",
                {
                    "name_ka": name,
                    "name_latin": name,
                    "nace_division": division_of(row, side, with_codes=codes),
                    "municipality": PLACE,
                    "is_verified": True,
                },
            )
            listing = listing_of(row, side, lang, with_codes=codes) | {
                "id": str(uuid.uuid4()),
                "firm_id": firm["id"],
            }
            posted = self._api.post("/listings?compare=false", listing)
        except Refused as refusal:
            self.refused.append(f"{row['id']}, {side}: {refusal}")
        else:
            self._row_of[posted["id"]] = row["id"]

    def _matches(self) -> Iterator[dict[str, Any]]:
        number, has_more = 1, True
        while has_more:
            page = self._api.get(f"/matches?page={number}&page_size={PAGE}")
            yield from page["items"]
            number, has_more = number + 1, page["has_more"]


def best(found: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """The strongest needs first; equal scores by id, so that the order is the same each time."""
    return sorted(found, key=lambda each: (-each[0], each[1]))[:MOST_RANKED]


def measure(scorer: Path, exchanges: Path, ranked: list[dict[str, Any]]) -> dict[str, Any]:
    """What the scorer says of a ranking."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "ranked.jsonl"
        lines.write_text("".join(json.dumps(line) + "\n" for line in ranked), encoding="utf-8")
        command = [sys.executable, str(scorer), "measure", str(exchanges), str(lines)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (as given)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def as_table(figures: Sequence[tuple[Run, dict[str, Any]]]) -> str:
    """A row per run, in Markdown."""
    heads = [f"{mode} {name}" for mode in ("strict", "lenient") for name in MEASURES]
    lines = [["listed as", "outputs", *heads], ["---", *["---:"] * (len(heads) + 1)]]
    for run, found in figures:
        values = [found[mode][name] for mode in ("strict", "lenient") for name in MEASURES]
        lines.append([run.name, str(found["outputs"]), *(f"{value:.3f}" for value in values)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="benchmark.through_api",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("exchanges", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--site", default="http://127.0.0.1:8000")
    given = parser.parse_args(words)
    token = os.environ.get("SYMBIOSIS_TOKEN", "")
    if not token:
        sys.exit("SYMBIOSIS_TOKEN is not set. Next step: as a coordinator, make a key on the page “Account”.")
    api = Api(given.site, token)
    try:
        rows = read_exchanges(given.exchanges)
        if api.get("/firms")["items"]:
            sys.exit(f"{given.site} has firms already. Next step: start an empty one with `make run DEMO=0`.")
        figures = []
        for run in RUNS:
            measurement = Measurement(api, run)
            ranked = measurement.rank(rows)
            measurement.withdraw()
            figures.append((run, measure(given.scorer, given.exchanges, ranked)))
            print(f"{run.name}: {len(measurement.refused)} listings refused", file=sys.stderr)
            print("".join(f"  {each}\n" for each in measurement.refused), file=sys.stderr, end="")
    except (BadExchanges, Refused) as problem:
        sys.exit(str(problem))
    print(as_table(figures))


if __name__ == "__main__":
    main()

"""Ranks needs for outputs, from files, without any server.

python -m matching rank --outputs outputs.jsonl --needs needs.jsonl --top 10

Each line of the two files is a JSON object with the fields

  id, text, kind (material, energy, water, gas, asset)                          needed
  ewc_code, nace, hazardous, tonnes_per_year, lat, lon, municipality, lang      optional
  firm_id, amount, unit, period, season_months, starts_on, ends_on,
  material_ids, use_ids                                                         optional

One JSON object for each output is written to standard output, in the order of the outputs. Whatever is wrong
with the input is told on standard error; then nothing is written and the exit code is 2.
The format in full: docs/reference/rank-format.md
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from matching import complaints
from matching.errors import SymbiosisError
from matching.jsonl import ranking_line, read_listings
from matching.ranker import Ranker
from matching.records import Side
from matching.reference_book import default_book


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code (0 done, 2 the input was wrong)."""
    args = _parser().parse_args(arguments)
    try:
        book = default_book()
        ranker = Ranker(book)
        outputs = read_listings(args.outputs, Side.OUTPUT, book)
        needs = read_listings(args.needs, Side.NEED, book)
    except SymbiosisError as error:
        print(complaints.told(error), file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{error.filename}: {error.strerror}. Give the path of a file that can be read.", file=sys.stderr
        )
        return 2
    # Bytes, so that neither the locale nor the platform's line end changes them.
    sink = sys.stdout.buffer
    try:
        for output in outputs:
            ranking = ranker.rank(output, needs, today=args.today, top=args.top)
            sink.write(ranking_line(ranking).encode("utf-8") + b"\n")
        sink.flush()
    except BrokenPipeError:
        # The reader had enough (`| head`); what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m matching", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="rank")
    rank = commands.add_parser(
        "rank",
        help="rank needs for every output",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rank.add_argument("--outputs", type=Path, required=True, help="JSON lines, one output each")
    rank.add_argument("--needs", type=Path, required=True, help="JSON lines, one need each")
    rank.add_argument("--top", type=_positive, default=10, help="matches for each output (default 10)")
    rank.add_argument(
        "--today", type=_day, help="YYYY-MM-DD: what ended before is ruled out (default: no such day)"
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day as YYYY-MM-DD") from error


if __name__ == "__main__":
    sys.exit(main())

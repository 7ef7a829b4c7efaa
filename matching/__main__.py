"""Ranks needs for outputs, and suggests waste codes for texts, from files, without any server.

python -m matching rank --outputs outputs.jsonl --needs needs.jsonl --top 10
python -m matching codes --texts texts.jsonl --top 10

Each line of the files is a JSON object, with the fields

  rank     id, text, kind (material, energy, water, gas, asset)                          needed
           ewc_code, nace, hazardous, tonnes_per_year, lat, lon, municipality, lang      optional
           firm_id, amount, unit, period, season_months, starts_on, ends_on,
           material_ids, use_ids, not_ids, declines                                      optional
  codes    id, text                                                                      needed
           nace, lang                                                                    optional

One JSON object for each output or text is written to standard output, in their order. Whatever is wrong with
the input is told on standard error, with exit code 2; the lines that are good are ranked or answered all the
same.
The formats in full: docs/reference/rank-format.md, docs/reference/codes-format.md
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from matching import complaints
from matching.codes.lines import codes_line, read_texts
from matching.errors import SymbiosisError
from matching.jsonl import read_listings
from matching.records import Side
from matching.reference_book import default_book
from matching.workers import n_cores, ranked_lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code (0 done, 2 the input was wrong)."""
    args = _parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except SymbiosisError as error:
        print(complaints.told(error), file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{error.filename}: {error.strerror}. Give the path of a file that can be read.", file=sys.stderr
        )
        return 2


def _rank(args: argparse.Namespace) -> int:
    book = default_book()
    outputs, wrong = read_listings(args.outputs, Side.OUTPUT, book)
    needs, wrong_needs = read_listings(args.needs, Side.NEED, book)
    wrong += wrong_needs
    _tell(wrong)
    if needs:
        lines = ranked_lines(outputs, needs, today=args.today, top=args.top, processes=args.processes)
        _write(lines)
    return 2 if wrong else 0


def _codes(args: argparse.Namespace) -> int:
    book = default_book()
    asked, wrong = read_texts(args.texts, book)
    _tell(wrong)
    _write(codes_line(text, book, args.top) for text in asked)
    return 2 if wrong else 0


def _tell(wrong: Iterable[SymbiosisError]) -> None:
    for error in wrong:
        print(complaints.told(error), file=sys.stderr)


def _write(lines: Iterable[str]) -> None:
    # Bytes, so that neither the locale nor the platform's line end changes them.
    sink = sys.stdout.buffer
    try:
        for line in lines:
            sink.write(line.encode("utf-8") + b"\n")
        sink.flush()
    except BrokenPipeError:
        # The reader had enough (`| head`); what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m matching", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="rank|codes")
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
    rank.add_argument(
        "--processes",
        type=_positive,
        default=n_cores(),
        help="how many work beside each other; the result is the same (default: one for each core)",
    )
    rank.set_defaults(run=_rank)
    codes = commands.add_parser(
        "codes",
        help="suggest waste codes, materials and uses for every text",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    codes.add_argument("--texts", type=Path, required=True, help="JSON lines, one text each")
    codes.add_argument("--top", type=_positive, default=10, help="suggestions for each text (default 10)")
    codes.set_defaults(run=_codes)
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

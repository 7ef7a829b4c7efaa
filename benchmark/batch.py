"""How long it takes to rank whole files, and how many times as long as BM25 on words over the same files.

    python -m benchmark.batch 1000 10000

For each number: so many outputs by so many needs, made up as for `benchmark.speed`, ranked by
`python -m matching rank` with a process for each core. Processor time is that of all its processes, start and
reading included; memory is that of the largest, which the others share for the most part.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time, time

from benchmark.baselines import Bm25, ranked
from benchmark.speed import SEED, listings
from matching.records import Listing, Side
from matching.reference_book import default_book
from matching.workers import n_cores

TOP = 10


def _write(path: Path, found: Sequence[Listing]) -> None:
    lines = (
        {
            "id": one.id,
            "text": one.text,
            "kind": one.kind,
            "tonnes_per_year": one.tonnes_per_year,
            "municipality": one.place.municipality,
        }
        for one in found
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def _of_files(folder: Path) -> tuple[float, float, float]:
    """Seconds by the clock and of the processors, and MiB of the largest process, to rank two files."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time()
    command = [sys.executable, "-m", "matching", "rank", "--top", str(TOP)]
    files = ["--outputs", str(folder / "outputs.jsonl"), "--needs", str(folder / "needs.jsonl")]
    with (folder / "ranked.jsonl").open("wb") as sink:
        subprocess.run([*command, *files], check=True, stdout=sink)  # noqa: S603 (our own program)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time() - start, used, after.ru_maxrss / 1024


def _of_bm25(outputs: Sequence[Listing], needs: Sequence[Listing]) -> float:
    start = process_time()
    index, ids = Bm25([need.text for need in needs]), [need.id for need in needs]
    for output in outputs:
        ranked(index.scores(output.text), ids, TOP)
    return process_time() - start


def main(sizes: Sequence[str]) -> None:
    """Prints a markdown table."""
    book, draw = default_book(), random.Random(SEED)  # noqa: S311 (a repeatable draw, not a secret)
    print(f"{n_cores()} processes; load of the machine {os.getloadavg()[0]:.1f}\n")
    print("| outputs × needs | clock | processors | largest process | BM25, processor | ratio |")
    print("|---|---|---|---|---|---|")
    for n in map(int, sizes):
        outputs, needs = (listings(book, side, n, draw) for side in (Side.OUTPUT, Side.NEED))
        with TemporaryDirectory() as folder:
            _write(Path(folder) / "outputs.jsonl", outputs)
            _write(Path(folder) / "needs.jsonl", needs)
            clock, used, mebibytes = _of_files(Path(folder))
        bm25 = _of_bm25(outputs, needs)
        row = (f"{n:,} × {n:,}", f"{clock:.0f} s", f"{used:.0f} s", f"{mebibytes:.0f} MiB", f"{bm25:.1f} s")
        print(f"| {' | '.join(row)} | {used / bm25:.1f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["1000"])

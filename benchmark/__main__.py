"""All figures that need no outside file and no server, as one page of markdown.

python -m benchmark
"""

from __future__ import annotations

from benchmark import apart, codes, exchanges, never, stability
from matching.ranker import Ranker
from matching.reference_book import default_book


def main() -> None:
    """Prints the page, part by part."""
    ranker = Ranker(default_book())
    print(f"Ranked by weights, book and law {ranker.version}.", flush=True)
    for part, note in (("test", "measured, not read"), ("dev", "may be looked at")):
        print(f"\n## Exchanges, {part} ({note})\n\n{exchanges.report(part, ranker)}", flush=True)
        print(f"\n## Pairs that must not be, {part} ({note})\n\n{never.report(part, ranker)}", flush=True)
        print(f"\n{apart.report(part, ranker)}", flush=True)
    print(f"\n## Weights\n\n{stability.report()}", flush=True)
    print("\n## Waste codes for texts\n", flush=True)
    codes.main(())


if __name__ == "__main__":
    main()

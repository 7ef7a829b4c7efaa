"""`python -m graph.server fetch`: bring the jars of Neo4j here and check them."""

from __future__ import annotations

import sys

from graph.server.jars import fetch, jars_folder, read_lock
from graph.server.problems import ServerProblem


def main(words: list[str]) -> None:
    if words != ["fetch"]:
        sys.exit(__doc__)
    lock = read_lock()
    try:
        fetch(lock, jars_folder(lock))
    except ServerProblem as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Interrupted; what was fetched is kept.")


if __name__ == "__main__":
    main(sys.argv[1:])

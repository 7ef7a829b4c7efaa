"""The process beside the site that keeps matches up to date. Ends in order on SIGTERM and Ctrl-C."""

from __future__ import annotations

import signal
import sys
from threading import Event

from symbiosis import logs
from symbiosis.jobs.rematch import keep_matching
from symbiosis.settings import BadSetting, Settings
from symbiosis.web import utc_now
from symbiosis.wiring import build, make_ready


def main() -> int:
    """Run until told to stop."""
    try:
        settings = Settings.from_environment()
        services = build(settings)
    except (BadSetting, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    logs.configure(settings.log_level)
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    logs.log.info("jobs_started")
    make_ready(services.plain_ranker)
    try:
        keep_matching(services, clock=utc_now, stop=stop)
    finally:
        services.store.driver.close()
    logs.log.info("jobs_stopped")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

from datetime import UTC, datetime

NOW = datetime(2026, 10, 15, 9, 30, tzinfo=UTC)

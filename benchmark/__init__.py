"""How good the ranker is beside what people would otherwise use, and how fast. See README.md."""

"""The reference book read from its files: every kind of table, and whether they agree with each other."""

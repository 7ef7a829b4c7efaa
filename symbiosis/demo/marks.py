"""What tells everything fictional from everything real: names, codes, addresses, telephone numbers.

- Names end in "(სადემონსტრაციო)" or "(demo)".
- Identification codes start with 00000. Those of the Georgian register start with the number of the office
  that gave them (2.. in older ones, 4.. in newer ones); none that we know starts with 0.
- E-mail addresses end in `.invalid`, which RFC 2606 keeps out of the domain name system for good.
- Telephone numbers start with +995 0: no number of Georgia's national plan starts with 0.
"""

from __future__ import annotations

from graph.records import Role

DOMAIN = "demo.symbiosis.invalid"
FIRST_NAMES = ("ნინო", "გიორგი", "მარიამ", "დავით", "თამარ", "ლევან", "ქეთევან", "ზურაბ", "ეკა", "ირაკლი")
LAST_NAMES = (
    "ველისციხელი",
    "წყაროელი",
    "ჭალისპირელი",
    "ნიგვზიანელი",
    "ტყისპირელი",
    "გორისძირელი",
    "მთისძირელი",
)


def name_ka(name: str) -> str:
    return f"{name} (სადემონსტრაციო)"


def name_latin(name: str) -> str:
    return f"{name} (demo)"


def identification_code(number: int) -> str:
    """The code of the firm with this number in the file, 1 or more."""
    return f"{number:09d}"


def email(who: str | Role) -> str:
    """The address of a firm's contact (by the firm's key) or of a role."""
    return f"{who}@{DOMAIN}"


def contact_name(number: int) -> str:
    """A name that changes with the firm's number; the last names are made up from words for places."""
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[number % len(LAST_NAMES)]}"


def phone(number: int) -> str:
    return f"+995 000 00 {number // 100:02d} {number % 100:02d}"

"""What can go wrong, in the words of the trade. Errors hold facts; whoever shows them adds the language."""

from __future__ import annotations


class SymbiosisError(Exception):
    """Base of every error that a reader may be told about.

    `code` names the message (the translation key); `facts` fill it in. `field` names the input at fault.
    """

    code = "error"

    def __init__(self, *, field: str | None = None, **facts: object) -> None:
        self.field = field
        self.facts = facts
        super().__init__(self.code, field, facts)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        where = f" (field {self.field})" if self.field else ""
        return f"{self.code}{where}: {told}" if told else f"{self.code}{where}"


class UnknownUnit(SymbiosisError):
    """A unit that `reference/units.csv` does not have. Facts: `unit`, `known` (list of ids)."""

    code = "unknown_unit"


class UnknownPeriod(SymbiosisError):
    """A period that `reference/periods.csv` does not have. Facts: `period`, `known`."""

    code = "unknown_period"


class UnknownDensity(SymbiosisError):
    """A volume that cannot become a mass. Facts: `material`."""

    code = "unknown_density"


class UnknownCode(SymbiosisError):
    """A waste code outside the List of Waste. Facts: `ewc_code`."""

    code = "unknown_ewc_code"


class UnknownMunicipality(SymbiosisError):
    """A municipality outside `reference/places.csv`. Facts: `municipality`."""

    code = "unknown_municipality"


class TooFewLabels(SymbiosisError):
    """Too little was answered to learn from. Facts: `n`, `n_positive`, `n_negative`, `n_firms`, and what is
    needed at least of each: `least`, `least_positive`, `least_negative`, `least_firms`.
    """

    code = "too_few_labels"


class UnknownField(SymbiosisError):
    """An input line with a field that a listing does not have. Facts: `name`, `line`, `known`."""

    code = "unknown_field"


class BadValue(SymbiosisError):
    """An input line whose field has a value of a wrong type or range. Facts: `value`, `expected`, `line`."""

    code = "bad_value"


class BadReference(SymbiosisError):
    """A file under `reference/` that contradicts itself. Facts: `file`, `line`, `problem`."""

    code = "bad_reference"

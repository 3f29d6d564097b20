"""The literal policy for tests of the pure parts: default readings, the printed numbers."""

from datetime import date
from types import SimpleNamespace

from escrow.readings import CHOICES, DERIVED, bind
from escrow.settlement import AuditDay, ProjectBook, SettlementTerms

# A reading's default is its first option; the catalogue is compared with this elsewhere.
DEFAULTS = {name: next(iter(options)) for name, options in CHOICES.items() if name not in DERIVED}
YUAN = 100
WAN = 10_000 * YUAN


def day(text: str) -> int:
    """The ordinal of an ISO date."""
    return date.fromisoformat(text).toordinal()


def read(**chosen: str) -> SimpleNamespace:
    """The bound readings: the defaults, with the given options instead."""
    return bind({**DEFAULTS, **chosen})


def settlement_terms(**chosen: str) -> SettlementTerms:
    """The settlement's terms under the printed numbers and the given readings."""
    policy = SimpleNamespace(
        read=read(**chosen),
        cost_share_rate=(3, 10),
        cost_share_cap=300 * WAN,
        threshold_total=300 * WAN,
        trial_from=day("2025-03-09"),
        trial_to=day("2026-03-08"),
    )
    return SettlementTerms.of(policy)


def audit_of(year: int) -> AuditDay:
    """The audit of a year, reported and paid in February of the next."""
    return AuditDay(year, day(f"{year + 1}-02-13"), day(f"{year + 1}-02-27"))


def book(serial: int = 0, enterprise: int = 0, **facts: int) -> ProjectBook:
    """An empty book whose notice was given on the first day of the trial."""
    return ProjectBook(serial, enterprise, notice_day=day("2025-03-09"), **facts)  # type: ignore[arg-type]

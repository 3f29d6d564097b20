"""The terms of a settlement: rate, caps and the bound readings, resolved once."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Protocol

from escrow.settlement.books import AuditDay, Partner, last_day_of
from escrow.settlement.scope import ClaimFacts, ClaimResult

Rate = tuple[int, int]
CapYear = Callable[[int, int, AuditDay, int], tuple[int, int]]
FirstYear = Callable[[int, int, int], int]
Unit = Callable[[int, int], int]
Shares = Callable[[tuple[Partner, ...]], tuple[Partner, ...]]
Scope = Callable[[ClaimFacts], ClaimResult]


class PolicyTerms(Protocol):
    """What is asked of `escrow.terms.Terms`."""

    @property
    def read(self) -> SimpleNamespace:
        """The bound readings."""

    @property
    def cost_share_rate(self) -> Rate:
        """Numerator and denominator."""

    @property
    def cost_share_cap(self) -> int:
        """Fen per enterprise and year."""

    @property
    def threshold_total(self) -> int:
        """Fen."""

    @property
    def trial_from(self) -> int:
        """First day of the trial."""

    @property
    def trial_to(self) -> int:
        """Last day of the trial."""


@dataclass(frozen=True, slots=True)
class SettlementTerms:
    """Numbers and small functions that `settle` needs; see escrow.readings for what the functions mean."""

    rate: Rate
    cap_fen: int
    threshold_fen: int
    trial_from: int
    trial_to: int
    weights: tuple[int, ...]  # what one fen of each Moved counts as input: 1, 0 or -1
    rounding: int
    retested_at_end: bool
    premium_uses_cap: bool
    restates: bool  # whether every audit states the whole project to date
    cap_year: CapYear
    first_year: FirstYear
    unit: Unit
    partners: Shares
    scope: Scope
    claim_counts: Callable[[int], bool]
    carried: Callable[[int], int]
    less_subsidy: Callable[[int, int], int]
    other_counts: Callable[[int], int]

    @classmethod
    def of(cls, terms: PolicyTerms) -> "SettlementTerms":
        """The settlement's terms from a resolved policy."""
        read = terms.read
        return cls(
            rate=terms.cost_share_rate,
            cap_fen=terms.cost_share_cap,
            threshold_fen=terms.threshold_total,
            trial_from=terms.trial_from,
            trial_to=terms.trial_to,
            weights=counted_as_input(read),
            rounding=read.rounding().grant,
            retested_at_end=read.threshold_test(0, 0).at_end,
            premium_uses_cap=read.premium_in_cap(),
            restates=read.claim_scope(ClaimFacts(0, 0, 0, 0, 0)).to_date,
            cap_year=read.cap_year,
            first_year=read.cap_first_year,
            unit=read.enterprise_unit,
            partners=read.parties_per_project,
            scope=read.claim_scope,
            claim_counts=read.claim_deduction,
            carried=read.cap_excess,
            less_subsidy=read.premium_in_grant_base,
            other_counts=read.stacking_with_others,
        )

    def dated(self, day: int, invoice_day: int, audit: AuditDay) -> tuple[int, int]:
        """The day that decides which audit covers a movement, and the cap year (bucket) it uses."""
        on, bucket = self.cap_year(day, invoice_day, audit, self.trial_from)
        return on, self.first_year(on, bucket, self.trial_to)

    def own_bucket(self, audit: AuditDay) -> int:
        """The cap year of an amount that no movement of this audit's year brings along."""
        day = last_day_of(audit.year)
        return self.dated(day, day, audit)[1]


def counted_as_input(read: SimpleNamespace) -> tuple[int, ...]:
    """Weights by Moved: the four readings on the grant's base, one after the other."""
    weights = read.actual_input()
    for reading in (
        read.forfeited_deposit_counts,
        read.equipment_in_grant_base,
        read.outside_spending_counts,
    ):
        weights = reading(weights)
    return tuple(weights)

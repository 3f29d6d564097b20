"""The district's yearly budget for premium subsidies and cost shares (reading district_budget)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from escrow.settlement.books import year_of
from escrow.settlement.envelope import SHORT, Outcome
from escrow.terms import Terms

if TYPE_CHECKING:
    from escrow.processes.scheme import Scheme


class DistrictBudget:
    """A yearly envelope in fen, counted by the year of payment; without one everything is paid."""

    def __init__(self, terms: Terms) -> None:
        self._yearly = terms.district_budget
        self._short = SHORT[terms.district_budget_short]
        self._spent: dict[int, int] = {}

    def spent(self, year: int) -> int:
        """What has been paid out of a year's budget, in fen."""
        return self._spent.get(year, 0)

    def divide(self, s: "Scheme", due: Sequence[int]) -> list[Outcome]:
        """What of each amount is paid now, waits, or lapses."""
        if self._yearly is None:
            return [Outcome(amount, 0, 0) for amount in due]
        year = year_of(s.agenda.today)
        outcomes = self._short(due, self._yearly - self._spent.get(year, 0))
        self._spent[year] = self._spent.get(year, 0) + sum(outcome.paid_fen for outcome in outcomes)
        return outcomes

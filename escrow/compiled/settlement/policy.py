"""The settlement's terms as integers: what escrow.settlement.terms holds as functions, by code."""

from datetime import date
from types import SimpleNamespace
from typing import NamedTuple

from escrow.compiled.jit import inner
from escrow.compiled.settlement.codes import CapYear, ClaimScope, Short
from escrow.readings import CHOICES
from escrow.settlement.terms import SettlementTerms
from escrow.terms import Terms

NO_BUDGET = -1
# Stated days may lie a little outside the horizon: invoices before it, payments after it.
YEARS_BEFORE, YEARS_AFTER = 2, 4


class SettlementPolicy(NamedTuple):
    """Numbers and codes of the readings; money in fen, flags 0 or 1."""

    num: int  # the cost share's rate
    den: int
    rounding: int
    cap_fen: int
    threshold_fen: int
    retested_at_end: int
    trial_to: int
    weights: int  # what each kind of Moved counts as input, two bits a kind; see `weight`
    cap_year: int
    scheme_starts: int  # days from 1 January to the scheme year's first day
    scheme_starts_leap: int
    one_for_trial: int
    carries_excess: int
    by_group: int
    shares_by_contract: int
    claim_scope: int
    any_claim: int
    premium_in_cap: int
    premium_deducted: int
    highest_only: int
    first_year: int  # cap years from here on have a column
    years: int
    budget_fen: int  # the district's yearly budget, or NO_BUDGET
    short: int


def settlement_policy(terms: Terms, first_year: int, last_year: int) -> SettlementPolicy:
    """The codes of a resolved policy, for a horizon that spans the given years."""
    read, settled = terms.read, SettlementTerms.of(terms)
    num, den = settled.rate
    start = date.fromordinal(terms.trial_from)
    return SettlementPolicy(
        num,
        den,
        settled.rounding,
        settled.cap_fen,
        settled.threshold_fen,
        int(settled.retested_at_end),
        terms.trial_to,
        sum(weight + 1 << 2 * kind for kind, weight in enumerate(settled.weights)),
        CapYear[chosen(read, "cap_year").upper()].value,
        _days_before(start, 2001),
        _days_before(start, 2000),
        _is(read, "cap_first_year", "one_for_trial_year"),
        _is(read, "cap_excess", "carried_forward"),
        _is(read, "enterprise_unit", "group"),
        _is(read, "parties_per_project", "shares_by_contract"),
        ClaimScope[chosen(read, "claim_scope").upper()].value,
        _is(read, "claim_deduction", "any_claim_on_project"),
        int(settled.premium_uses_cap),
        _is(read, "premium_in_grant_base", "subsidy_deducted"),
        _is(read, "stacking_with_others", "highest_only"),
        first_year - YEARS_BEFORE,
        last_year - first_year + 1 + YEARS_BEFORE + YEARS_AFTER,
        NO_BUDGET if terms.district_budget is None else terms.district_budget,
        Short[terms.district_budget_short.upper()].value,
    )


@inner
def weight(policy: SettlementPolicy, kind: int) -> int:
    """What one fen of a movement counts as input: 1, 0 or -1."""
    return (policy.weights >> 2 * kind & 3) - 1


def chosen(read: SimpleNamespace, reading: str) -> str:
    """The option a bound reading stands for; KeyError's cousin StopIteration never leaves a known one."""
    function = getattr(read, reading)
    return next(option for option, known in CHOICES[reading].items() if known is function)


def _is(read: SimpleNamespace, reading: str, option: str) -> int:
    return int(chosen(read, reading) == option)


def _days_before(start: date, year: int) -> int:
    """Days of a year before the scheme year begins; 29 February begins on 1 March in other years."""
    first = date(year, 1, 1).toordinal()
    return sum(
        (on.month, on.day) < (start.month, start.day)
        for on in map(date.fromordinal, range(first, first + 365))
    )

"""A district budget that may fall short, on an audit's awards; equal to escrow.settlement.envelope."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inner, jit
from escrow.compiled.settlement.codes import Short
from escrow.compiled.settlement.policy import NO_BUDGET, SettlementPolicy

PAID, DEFERRED, LAPSED = 0, 1, 2
INT64_MAX = 2**63 - 1


@jit
def divide(policy: SettlementPolicy, spent: int, due: IntArray, count: int, outcomes: IntArray) -> int:
    """Say for each of `count` amounts due what is paid now, waits and lapses; the sum paid.

    `spent` is what the year's budget has paid already. Amounts of nothing are passed over.
    """
    for k in range(count):
        outcomes[k, PAID], outcomes[k, DEFERRED], outcomes[k, LAPSED] = due[k], 0, 0
    if policy.budget_fen != NO_BUDGET:
        left = policy.budget_fen - spent
        if policy.short == Short.PRORATE:
            _prorate(due, count, max(0, left), outcomes)
        elif policy.short == Short.DEFER:
            _defer(due, count, left, outcomes)
        else:
            _trim(due, count, left, outcomes)
    paid = 0
    for k in range(count):
        paid += outcomes[k, PAID]
    return paid


@inner
def _trim(due: IntArray, count: int, left: int, outcomes: IntArray) -> None:
    """Pay in order; the one that meets the end of the money is cut, the rest lapses."""
    for k in range(count):
        paid = max(0, min(due[k], left))
        left -= paid
        outcomes[k, PAID], outcomes[k, LAPSED] = paid, due[k] - paid


@inner
def _prorate(due: IntArray, count: int, left: int, outcomes: IntArray) -> None:
    """Pay every amount in the same proportion, rounded down to the fen; the rest lapses."""
    asked = 0
    for k in range(count):
        asked += due[k]
    for k in range(count):
        paid = due[k] if asked <= left else times_over(due[k], left, asked)
        outcomes[k, PAID], outcomes[k, LAPSED] = paid, due[k] - paid


@inner
def _defer(due: IntArray, count: int, left: int, outcomes: IntArray) -> None:
    """Pay whole amounts in order; the first that does not fit and all after it wait for the next year."""
    short = False
    for k in range(count):
        short = short or (due[k] > 0 and due[k] > left)
        if short:
            outcomes[k, PAID], outcomes[k, DEFERRED] = 0, due[k]
        left -= outcomes[k, PAID]


@jit
def times_over(amount: int, num: int, den: int) -> int:
    """`amount * num // den` for 0 <= num < den < 2**61, though the product may leave 64 bits."""
    if num == 0 or amount <= INT64_MAX // num:
        return amount * num // den
    quotient = rest = 0
    for bit in range(62, -1, -1):
        quotient, rest = quotient * 2, rest * 2
        if (amount >> bit) & 1:
            rest += num
        quotient, rest = quotient + rest // den, rest % den
    return quotient

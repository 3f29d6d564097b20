"""What may change a grant between an audit's report and its payment, and facts that are news for it."""

from typing import NamedTuple

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import jit
from escrow.compiled.settlement.books import COUNT, SUBSIDIES, F, moved
from escrow.compiled.settlement.codes import ClaimScope
from escrow.compiled.settlement.policy import SettlementPolicy, weight


class Bearing(NamedTuple):
    """Counts told at the report and again at the payment; equal ones mean that the grants still hold."""

    debarred: int
    trial_over: int
    ended: int
    subsidies: int
    audits_paid: int
    amended: int


@jit
def bearing(
    policy: SettlementPolicy,
    books: IntArray,
    projects: int,
    debarred: int,
    trial_over: int,
    audits_paid: int,
    amended: int,
) -> Bearing:
    """The bearing of today; `debarred` and `audits_paid` are numbers of them, the others are flags."""
    ended = subsidies = 0
    for i in range(projects if policy.retested_at_end else 0):
        ended += books[i, F.ENDED_DAY] != 0
    for i in range(projects if policy.premium_in_cap else 0):
        subsidies += books[i, COUNT + SUBSIDIES]
    return Bearing(debarred, trial_over, ended, subsidies, audits_paid, amended)


@jit
def recorded(
    policy: SettlementPolicy, books: IntArray, i: int, kind: int, day: int, amount: int, evidence: int
) -> int:
    """Write a movement of today down and whether it is news for an audit; 0, or the code of what is full."""
    if weight(policy, kind) or policy.claim_scope == ClaimScope.WHOLE_PROJECT_WITH_CLAWBACK:
        books[i, F.LAST_FACT] = max(books[i, F.LAST_FACT], day, evidence)
    return moved(books, i, kind, day, amount, evidence if evidence else day)

"""The grant before its cap: one enterprise's share of a base, at the rate, cut by cap year."""

from typing import NamedTuple

from escrow.behaviour.quantile import IntArray
from escrow.compiled.amounts import share
from escrow.compiled.jit import inner
from escrow.compiled.settlement import parts as cut
from escrow.compiled.settlement.assess import Finding
from escrow.compiled.settlement.books import COUNT, DEN, NUM, PARTNERS, granted_to, record
from escrow.compiled.settlement.caps import LEAD
from escrow.compiled.settlement.codes import ClaimScope
from escrow.compiled.settlement.found import CLAWED, EXCESS, SETTLED
from escrow.compiled.settlement.policy import SettlementPolicy


class Claimed(NamedTuple):
    """What one enterprise of a project may ask for before its cap, in fen; equal to settle._Claimed."""

    base: int
    settled: int  # of the grant before the cap that stood before
    excess: int  # carried in
    target: int  # grant before the cap that should stand by now
    clawback: int
    parts: int  # rows of the grant by cap year


@inner
def part_of(
    policy: SettlementPolicy,
    books: IntArray,
    i: int,
    partner: int,
    found: Finding,
    parts: IntArray,
    mine: IntArray,
) -> int:
    """The base of one partner by contract, rounded down; the lead takes the rest. Fills `mine`."""
    for k in range(found.parts):
        mine[k, cut.BUCKET] = parts[k, cut.BUCKET]
        mine[k, cut.FEN] = parts[k, cut.FEN] if partner == LEAD else 0
    if partner != LEAD:
        at = record(books, i, PARTNERS, partner - 1)
        num, den = books[i, at + NUM], books[i, at + DEN]
        cut.add_scaled(parts, found.parts, num, den, 1, mine)
        return int(found.base * num // den)
    base = found.base
    for k in range(books[i, COUNT + PARTNERS] if policy.shares_by_contract else 0):
        at = record(books, i, PARTNERS, k)
        num, den = books[i, at + NUM], books[i, at + DEN]
        cut.add_scaled(parts, found.parts, num, den, -1, mine)
        base -= found.base * num // den
    return base


@inner
def claim(
    policy: SettlementPolicy,
    books: IntArray,
    i: int,
    enterprise: int,
    base: int,
    rows: int,
    mine: IntArray,
    own_bucket: int,
    old: IntArray,
    due_parts: IntArray,
) -> Claimed:
    """The grant before the cap, by cap year in `due_parts`, and what is demanded back."""
    target = share(base, policy.num, policy.den, policy.rounding)
    restates = policy.claim_scope == ClaimScope.WHOLE_PROJECT_WITH_CLAWBACK
    due = target - (old[SETTLED] if restates else 0)
    count = _granted_parts(policy, mine, rows, max(0, due), due_parts)
    excess, clawback = old[EXCESS], 0
    if due < 0:
        standing = granted_to(books, i, enterprise) - old[CLAWED]
        clawback = max(0, standing - target)
        excess = max(0, min(excess, target - standing))
    if excess or not count:
        more = excess + max(0, due) - cut.total(due_parts, count)
        count = cut.added(due_parts, count, own_bucket, more)
    return Claimed(base, old[SETTLED] if restates else 0, excess, target, clawback, count)


@inner
def _granted_parts(
    policy: SettlementPolicy, base: IntArray, count: int, due: int, due_parts: IntArray
) -> int:
    """The grant cut by cap year: running sums of the base at the rate, the last part takes the rest."""
    running = before = 0
    for k in range(count):
        running += base[k, cut.FEN]
        now = due
        if k < count - 1:
            now = min(due, share(running, policy.num, policy.den, policy.rounding))
        due_parts[k, cut.BUCKET], due_parts[k, cut.FEN] = base[k, cut.BUCKET], now - before
        before = now
    return count

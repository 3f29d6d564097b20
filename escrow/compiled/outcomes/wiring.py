"""Which sums a row of the tape adds to, and which outcomes the sums add up to; read off the chart."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.chart import MONEY_KINDS, PUBLIC_ROLES, flow
from escrow.compiled.columns import NONE
from escrow.compiled.outcomes.columns import UNPAID_CODES, Act, K, Mark
from escrow.compiled.outcomes.names import O, Y
from escrow.tape import Instrument, Kind, Sharer

LINES = 4
_PICKED = {
    Kind.PREMIUM_PAID: 1,
    Kind.CLAIM_PAID: 1,
    Kind.CLAWBACK_PAID: 3,
    Kind.GUARANTEE_PAID_OUT: 1,
    Kind.RECOVERED: 3,
    Kind.QUOTA_ISSUED: 3,
}
_MISSING_LINES = {(Kind.RECOVERED, 3)}
_FINANCING = frozenset({Kind.LOAN_DRAWN, Kind.LOAN_REPAID, Kind.RECOVERED})
_PRIVATE_ROLES = frozenset({"enterprise", "platform"})
_COUNTED = {
    Kind.MILESTONE_REACHED: O.MILESTONES_REACHED,
    Kind.MILESTONE_MISSED: O.MILESTONES_MISSED,
    Kind.POOL_REFUSED: O.POOL_REFUSED,
    Kind.DEPOSIT_MISSED: O.DEPOSITS_MISSED,
    Kind.BALANCE_DEFAULTED: O.BALANCES_DEFAULTED,
    Kind.DEBARRED: O.DEBARRED,
    Kind.LOAN_DEFAULTED: O.LOANS_DEFAULTED,
}
_ADDED = {
    Kind.DEPOSITED: O.DEPOSITS_FEN,
    Kind.FORFEITED: O.FORFEITED_FEN,
    Kind.RELEASED: O.RELEASED_FEN,
    Kind.PREMIUM_PAID: O.PREMIUM_FEN,
    Kind.CLAIM_PAID: O.CLAIMS_FEN,
    Kind.CLAWBACK_PAID: O.CLAWBACK_FEN,
    Kind.POOL_TOPPED_UP: O.POOL_TOPPED_UP_FEN,
    Kind.QUOTA_LAPSED: O.QUOTA_LAPSED_FEN,
}
_OUTLAY = {
    Kind.POOL_PAID: (O.POOL_ADVANCE_FEN, Y.POOL_ADVANCE_FEN),
    Kind.PREMIUM_SUBSIDY_PAID: (O.PREMIUM_SUBSIDY_FEN, Y.PREMIUM_SUBSIDY_FEN),
    Kind.COST_SHARE_PAID: (O.COST_SHARE_FEN, Y.COST_SHARE_FEN),
    Kind.GUARANTEE_PAID_OUT: (O.GUARANTEE_FEN, Y.GUARANTEE_FEN),
    Kind.OPERATOR_FEE: (O.FEES_FEN, Y.FEES_FEN),
    Kind.AUDIT_FEE: (O.FEES_FEN, Y.FEES_FEN),
}
_ACTIONS = {
    Kind.FILED: Act.FILE,
    Kind.REFUSED: Act.REFUSE,
    Kind.REVIEWED: Act.REVIEW,
    Kind.APPROVED: Act.APPROVE,
    Kind.POOL_PAID: Act.PAY_ADVANCE,
    Kind.POOL_REFUSED: Act.REFUSE_ADVANCE,
    Kind.POOL_QUEUED: Act.QUEUE,
    Kind.PREMIUM_SUBSIDY_PAID: Act.PAY_SUBSIDY,
    Kind.PREMIUM_SUBSIDY_REFUSED: Act.REFUSE_SUBSIDY,
    Kind.RELEASED: Act.RELEASE,
    Kind.FORFEITED: Act.RELEASE,
    Kind.COST_SHARE_PAID: Act.PAY_SHARE,
    Kind.COST_SHARE_REFUSED: Act.REFUSE_SHARE,
    Kind.PROJECT_COMPLETED: Act.FINISH,
    Kind.PROJECT_ENDED: Act.END,
    Kind.DEPOSIT_RETURNED: Act.RETURN_DEPOSIT,
    Kind.MILESTONE_REACHED: Act.REACH,
    Kind.BALANCE_PAID: Act.PAY_BALANCE,
    Kind.AUDITED: Act.AUDIT,
    Kind.COMMITTED_UNPAID: Act.OWE,
}
_MARKS = {
    Kind.FILED: Mark.FILED,
    Kind.REFUSED: Mark.REFUSED,
    Kind.APPROVED: Mark.APPROVED,
    Kind.POOL_PAID: Mark.FUNDED,
    Kind.PROJECT_COMPLETED: Mark.COMPLETED,
    Kind.PROJECT_ENDED: Mark.ENDED,
}
_QUOTA = {
    Kind.QUOTA_ISSUED: 1,
    Kind.QUOTA_RELEASED: 1,
    Kind.QUOTA_COMMITTED: -1,
    Kind.QUOTA_LAPSED: -1,
}
_DISTRICT_BUDGET = 3
_UNPAID_BUDGETED = (Instrument.PREMIUM_SUBSIDY, Instrument.COST_SHARE)


class Wiring(NamedTuple):
    """Lines of the kinds, wires of the sums, and where the sums without a kind lie."""

    kinds: IntArray
    wires: IntArray
    unpaid_slot: int
    exposure_slot: int

    @property
    def slots(self) -> int:
        """The number of sums."""
        return self.exposure_slot + 1


def wiring(pool_is_quota: bool) -> Wiring:
    """The wiring of a policy; the pool's course is cash, or quota not yet committed."""
    kinds = np.zeros(((max(Kind) + 1) * LINES, len(K)), dtype=np.int64)
    wires: list[tuple[int, int, int, int]] = []
    slots = 1
    for kind in Kind:
        for a in range(_PICKED.get(kind, 0) + 1):
            line = kinds[kind * LINES + a]
            found = list(_wires(kind, a))
            if found:
                wires += [(slots, *wire) for wire in found]
                line[K.SLOT] = slots
                slots += 1
            _fill(line, kind, a, pool_is_quota)
    exposure = slots + UNPAID_CODES
    wires += [*_unpaid(slots), (exposure, 1, NONE, Y.EXPOSURE_END_FEN)]
    return Wiring(kinds, np.array(wires, dtype=np.int64), slots, exposure)


def _fill(line: IntArray, kind: Kind, a: int, pool_is_quota: bool) -> None:
    line[K.PICKED_BY] = _PICKED.get(kind, 0)
    line[K.ONE] = kind in _COUNTED
    line[K.FEN] = kind not in _COUNTED
    line[K.MARK] = _MARKS.get(kind, 0)
    line[K.ESCROW] = _received(kind, a, "escrow")
    line[K.PUBLIC] = 1 if _is_outlay(kind, a) else -1 if _is_return(kind, a) else 0
    line[K.POOL] = _quota(kind, a) if pool_is_quota else _received(kind, a, "pool")
    moving = Act.CHANGE_QUOTA if pool_is_quota else Act.MOVE_POOL
    line[K.ACTION] = _ACTIONS.get(kind, moving if line[K.POOL] else Act.NOTHING)


def _quota(kind: Kind, a: int) -> int:
    """What a row does to the pool's quota; the district's yearly budget is another one."""
    return 0 if kind == Kind.QUOTA_ISSUED and a == _DISTRICT_BUDGET else _QUOTA.get(kind, 0)


def _wires(kind: Kind, a: int) -> Iterator[tuple[int, int, int]]:
    """(sign, outcome, yearly outcome) of a kind's rows."""
    if kind in _COUNTED:
        yield 1, _COUNTED[kind], NONE
    if kind in _ADDED:
        yield 1, _ADDED[kind], NONE
    if kind == Kind.QUOTA_ISSUED and a in (1, 2):
        yield 1, O.POOL_TOPPED_UP_FEN, NONE
    if _is_outlay(kind, a):
        yield 1, *_OUTLAY[kind]
        if kind != Kind.POOL_PAID:
            yield 1, NONE, Y.BUDGET_FEN
    if _is_return(kind, a):
        yield 1, O.PUBLIC_RETURNED_FEN, Y.RETURNED_FEN
    if kind not in _FINANCING and (change := _received(kind, a, "enterprise")):
        yield -change, O.ENTERPRISE_NET_FEN, NONE
    if change := _received(kind, a, "platform"):
        yield change, O.PLATFORM_INCOME_FEN, NONE


def _unpaid(first: int) -> Iterator[tuple[int, int, int, int]]:
    for code in Instrument:
        yield first + code, 1, O.COMMITTED_UNPAID_FEN, Y.COMMITTED_UNPAID_FEN
        if code in _UNPAID_BUDGETED:
            yield first + code, 1, NONE, Y.BUDGET_FEN


def _is_outlay(kind: Kind, a: int) -> bool:
    return kind in _OUTLAY and (kind != Kind.GUARANTEE_PAID_OUT or a == Sharer.GOVERNMENT)


def _is_return(kind: Kind, a: int) -> bool:
    giver, taker = _ends(kind, a)
    return giver in _PRIVATE_ROLES and taker in PUBLIC_ROLES


def _received(kind: Kind, a: int, role: str) -> int:
    giver, taker = _ends(kind, a)
    return (taker == role) - (giver == role)


def _ends(kind: Kind, a: int) -> tuple[str, str]:
    known = kind in MONEY_KINDS and (kind, a) not in _MISSING_LINES
    return flow(kind, a) if known else ("", "")

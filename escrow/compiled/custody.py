"""Money in custody: into a project's escrow account, to the platform, back to the enterprise."""

from escrow.compiled import kinds
from escrow.compiled.events import FULL, PAYMENTS, RECEIPTS
from escrow.compiled.jit import inner
from escrow.compiled.places import C, T
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F
from escrow.compiled.settlement.payment import recorded as in_books
from escrow.compiled.write import note, pay

MOVED_RELEASED, MOVED_FORFEITED, MOVED_PAID_IN, MOVED_RETURNED, MOVED_EQUIPMENT = range(5)


@inner
def recorded(s: Run, i: int, what: int, amount: int, evidence: int) -> None:
    """Write a movement of today into the project's book for the special audit."""
    if in_books(s.settlement, s.books, i, what, s.today, amount, evidence):
        s.error = FULL


@inner
def settle_interest_days(s: Run, i: int) -> None:
    """Bring the fen-days of the escrow balance up to today."""
    s.case[i, C.BALANCE_DAYS] += s.case[i, C.PAID_IN] * (s.today - s.case[i, C.SINCE])
    s.case[i, C.SINCE] = s.today


@inner
def _held(s: Run, i: int, change: int) -> None:
    if s.term[T.INTEREST_NUM]:
        settle_interest_days(s, i)
    s.case[i, C.PAID_IN] += change


@inner
def pay_in(s: Run, kind: int, i: int, stage: int, amount: int, a: int, b: int, c: int, d: int) -> bool:
    """Enterprise -> escrow; False when the enterprise has not got it."""
    if not pay(s, RECEIPTS, kind, i, stage, amount, a, b, c, d):
        return False
    _held(s, i, amount)
    recorded(s, i, MOVED_PAID_IN, amount, 0)
    return True


@inner
def pay_out(s: Run, kind: int, i: int, stage: int, amount: int, a: int, b: int, evidence: int) -> None:
    """Escrow -> platform: a release or a forfeiture; `evidence` is the invoice's day."""
    pay(s, PAYMENTS, kind, i, stage, amount, a, b, evidence, 0)
    _held(s, i, -amount)
    s.case[i, C.RELEASED] += amount
    s.case[i, C.TURNOVER] += amount
    what = MOVED_RELEASED if kind == kinds.RELEASED else MOVED_FORFEITED
    recorded(s, i, what, amount, evidence if evidence else s.today)


@inner
def give_back(s: Run, kind: int, i: int, stage: int, amount: int, reason: int) -> None:
    """Escrow -> enterprise."""
    pay(s, PAYMENTS, kind, i, stage, amount, reason, 0, 0, 0)
    _held(s, i, -amount)
    s.case[i, C.HELD] -= min(s.case[i, C.HELD], amount)
    recorded(s, i, MOVED_RETURNED, amount, 0)


@inner
def refused(s: Run, phase: int, i: int, reason: int, found: int, required: int) -> None:
    """Refuse an application; a deposit paid before the notice goes back."""
    note(s, phase, kinds.REFUSED, i, 0, 0, reason, found, required, 0)
    s.books[i, F.ENDED_DAY] = s.today
    if s.case[i, C.HELD]:
        give_back(s, kinds.DEPOSIT_RETURNED, i, 1, s.case[i, C.HELD], reason)


@inner
def news(s: Run, i: int) -> None:
    """Today's fact is news for an audit."""
    s.books[i, F.LAST_FACT] = max(s.books[i, F.LAST_FACT], s.today)

"""Money in custody (代管资金): into a project's escrow account, to the platform, back to the enterprise."""

from escrow.processes.case import Case
from escrow.processes.scheme import Scheme
from escrow.settlement.books import Moved
from escrow.tape import Kind, Phase, Reason


def pay_in(
    s: Scheme,
    c: Case,
    kind: Kind,
    stage: int,
    amount: int,
    a: int = 0,
    b: int = 0,
    rate_den: int = 0,
    d: int = 0,
) -> bool:
    """Enterprise -> escrow, in fen; False when the enterprise has not got it."""
    if not s.pay(kind, c.accounts, c, stage, amount, a, b, rate_den, d, phase=Phase.RECEIPTS):
        return False
    _held(s, c, amount)
    recorded(s, c, Moved.PAID_IN, amount)
    return True


def pay_out(
    s: Scheme, c: Case, kind: Kind, stage: int, amount: int, a: int = 0, b: int = 0, evidence: int = 0
) -> None:
    """Escrow -> platform, in fen: a release or a forfeiture; `evidence` is the invoice's day."""
    today = s.agenda.today
    s.pay(kind, c.accounts, c, stage, amount, a, b, evidence)
    _held(s, c, -amount)
    c.released += amount
    what = Moved.RELEASED if kind == Kind.RELEASED else Moved.FORFEITED
    recorded(s, c, what, amount, evidence or today)


def give_back(
    s: Scheme, c: Case, stage: int, amount: int, reason: Reason, kind: Kind = Kind.DEPOSIT_RETURNED
) -> None:
    """Escrow -> enterprise, in fen."""
    s.pay(kind, c.accounts, c, stage, amount, a=reason)
    _held(s, c, -amount)
    c.held -= min(c.held, amount)
    recorded(s, c, Moved.RETURNED, amount)


def recorded(s: Scheme, c: Case, what: Moved, amount: int, evidence: int = 0) -> None:
    """Write a movement of today into the project's book for the special audit."""
    today = s.agenda.today
    c.book.moved(what, today, amount, evidence or today)
    terms = s.settlement_terms
    if terms.weights[what] or terms.restates:  # else it is no input, and no news for an audit
        c.last_fact = max(c.last_fact, today, evidence)


def settle_interest_days(s: Scheme, c: Case) -> None:
    """Bring the fen-days of the escrow balance up to today."""
    today = s.agenda.today
    c.balance_days += c.paid_in * (today - c.since)
    c.since = today


def _held(s: Scheme, c: Case, change: int) -> None:
    settle_interest_days(s, c)
    c.paid_in += change


def end(s: Scheme, c: Case, reason: Reason) -> None:
    """The project ends here for `reason`."""
    s.note(Phase.DECISIONS, Kind.PROJECT_ENDED, c, a=reason)
    c.ended = s.agenda.today


def past_deadline(s: Scheme, since: int, day: int) -> int:
    """The last day allowed when `day` lies beyond the payment deadline (reading 23), else 0."""
    allowed = s.terms.payment_deadline_days
    return since + allowed if allowed is not None and day > since + allowed else 0

"""The guaranteed loan: dated flows from the scenario's terms, equal to escrow.settlement.loan."""

from escrow.arithmetic import FEN_HALF_UP
from escrow.compiled import kinds
from escrow.compiled.agenda import at
from escrow.compiled.amounts import share
from escrow.compiled.columns import NONE, P
from escrow.compiled.events import LOAN, LOAN_TERMS, PAYMENTS
from escrow.compiled.jit import inner
from escrow.compiled.places import C
from escrow.compiled.run import Run
from escrow.compiled.write import note, pay, say
from escrow.rules.loan import DAYS_A_YEAR
from escrow.tape import Sharer

GUARANTOR, GOVERNMENT, BANK = int(Sharer.GUARANTOR), int(Sharer.GOVERNMENT), int(Sharer.BANK)
DAY, KIND, AMOUNT, A, B, C_, D_ = range(7)
FLOWS = 9  # the most a loan can have
BEHIND = 10  # occurrences of a loan's flows come after the project's own


@inner
def loan_start(s: Run, i: int) -> None:
    """A loan drawn before the approval is drawn with it; what follows keeps its distance."""
    s.case[i, C.LOAN_WAIT] = max(0, s.today - s.project[i, P.DRAWN_DAY])
    if _contradicts(s, i):
        s.error = LOAN_TERMS
        return
    _next_flow(s, i, 0)


@inner
def _next_flow(s: Run, i: int, order: int) -> None:
    if order < flows(s, i):
        at(
            s,
            s.flow[order, DAY] + s.case[i, C.LOAN_WAIT],
            PAYMENTS,
            i,
            BEHIND + order,
            LOAN,
            i,
            order,
            0,
            0,
            0,
        )


@inner
def loan(s: Run, i: int, order: int) -> None:
    """A flow of the loan, then the wait for the next."""
    flows(s, i)
    row = s.flow[order]
    kind, amount = row[KIND], row[AMOUNT]
    if not amount:
        note(s, PAYMENTS, kind, i, 0, 0, row[A], row[B], row[C_], row[D_])
    elif not pay(s, PAYMENTS, kind, i, 0, amount, row[A], row[B], row[C_], row[D_]):
        if kind in (kinds.LOAN_REPAID, kinds.LOAN_INTEREST_PAID):
            say(s, PAYMENTS, kinds.LOAN_DEFAULTED, i, 0, amount, 0)
        if kind == kinds.LOAN_DRAWN:
            return
    _next_flow(s, i, order + 1)


@inner
def flows(s: Run, i: int) -> int:
    """All flows of a loan in the order of their days; how many there are."""
    drawn, term = s.project[i, P.DRAWN_DAY], s.project[i, P.TERM_DAYS]
    principal = s.project[i, P.PRINCIPAL_FEN]
    count = _flow(s, 0, drawn, kinds.LOAN_DRAWN, principal, 0, 0, 0, 0)
    fee_num, fee_den = s.project[i, P.FEE_NUM], s.project[i, P.FEE_DEN]
    count = _charged(s, i, count, kinds.GUARANTEE_FEE_PAID, drawn, fee_num, fee_den)
    if s.project[i, P.DEFAULT_DAY] != NONE:
        return _defaulted(s, i, count)
    num, den = s.project[i, P.INTEREST_NUM], s.project[i, P.INTEREST_DEN]
    count = _charged(s, i, count, kinds.LOAN_INTEREST_PAID, drawn + term, num, den)
    return _flow(s, count, drawn + term, kinds.LOAN_REPAID, principal, 0, 0, 0, 0)


@inner
def _flow(s: Run, at_row: int, day: int, kind: int, amount: int, a: int, b: int, c: int, d: int) -> int:
    row = s.flow[at_row]
    row[DAY], row[KIND], row[AMOUNT], row[A], row[B], row[C_], row[D_] = day, kind, amount, a, b, c, d
    return at_row + 1


@inner
def _charged(s: Run, i: int, count: int, kind: int, day: int, num: int, den: int) -> int:
    """Simple interest or a fee for the whole term, if there is any."""
    principal, term = s.project[i, P.PRINCIPAL_FEN], s.project[i, P.TERM_DAYS]
    amount = share(principal, num * term, den * DAYS_A_YEAR, FEN_HALF_UP)
    return _flow(s, count, day, kind, amount, principal, num, den, term) if amount else count


@inner
def _defaulted(s: Run, i: int, count: int) -> int:
    """Default, payout by guarantor and government, recovery shared with the bank."""
    day, lost = s.project[i, P.DEFAULT_DAY], s.project[i, P.PRINCIPAL_FEN]
    paid_on, back = day + s.project[i, P.PAYOUT_DAYS], s.project[i, P.RECOVERED_FEN]
    count = _flow(s, count, day, kinds.LOAN_DEFAULTED, 0, lost, 0, 0, 0)
    count = _by_sharer(s, i, count, paid_on, kinds.GUARANTEE_PAID_OUT, lost)
    if back:
        recovered_on = s.project[i, P.RECOVERY_DAY]
        count = _by_sharer(
            s, i, count, paid_on if recovered_on == NONE else recovered_on, kinds.RECOVERED, back
        )
    return count


@inner
def _by_sharer(s: Run, i: int, count: int, day: int, kind: int, total: int) -> int:
    """The parts of guarantor, government and, of what is recovered, the bank that are not zero."""
    num, den = s.project[i, P.GUARANTOR_NUM], s.project[i, P.GUARANTOR_DEN]
    more, of = s.project[i, P.GOVERNMENT_NUM], s.project[i, P.GOVERNMENT_DEN]
    first = total * num // den
    both = total * (num * of + more * den) // (den * of)
    if first:
        count = _flow(s, count, day, kind, first, GUARANTOR, num, den, total)
    if both - first:
        count = _flow(s, count, day, kind, both - first, GOVERNMENT, more, of, total)
    if total - both and kind == kinds.RECOVERED:
        rest, whole = den * of - num * of - more * den, den * of
        common = _common(rest, whole)
        count = _flow(s, count, day, kind, total - both, BANK, rest // common, whole // common, total)
    return count


@inner
def _common(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


@inner
def _contradicts(s: Run, i: int) -> bool:
    """Whether the readable engine would refuse the terms."""
    row = s.project[i]
    den, of = row[P.GUARANTOR_DEN], row[P.GOVERNMENT_DEN]
    if row[P.GUARANTOR_NUM] * of + row[P.GOVERNMENT_NUM] * den > den * of:
        return True
    if row[P.RECOVERED_FEN] > row[P.PRINCIPAL_FEN]:
        return True
    default, recovery = row[P.DEFAULT_DAY], row[P.RECOVERY_DAY]
    if default == NONE:
        return False
    if not row[P.DRAWN_DAY] <= default <= row[P.DRAWN_DAY] + row[P.TERM_DAYS]:
        return True
    return bool(recovery != NONE and recovery < default + row[P.PAYOUT_DAYS])

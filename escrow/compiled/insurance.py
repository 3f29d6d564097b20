"""Insurance: premium, premium subsidy, and after a miss the assessed loss and the claim."""

from escrow.arithmetic import FEN_DOWN
from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import at, soon
from escrow.compiled.amounts import capped, missing, room, share
from escrow.compiled.budget import DEFERRED, LAPSED, PAID, divided
from escrow.compiled.columns import NONE, D, P, S
from escrow.compiled.custody import news
from escrow.compiled.dated import NEW_YEAR
from escrow.compiled.dated import PAID as PAID_ON
from escrow.compiled.events import FULL, LOSS, PAYMENTS, SUBSIDY, SUBSIDY_LATER
from escrow.compiled.jit import inner
from escrow.compiled.owed import owe
from escrow.compiled.parties import supported
from escrow.compiled.places import C, K, R, T
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F, claimed, subsidised
from escrow.compiled.settlement.caps import room_under_cap
from escrow.compiled.write import note, pay, pay_day, say, this_year
from escrow.rules.premium import NO_OTHER_CAP
from escrow.tape import Instrument

PREMIUM_SUBSIDY = int(Instrument.PREMIUM_SUBSIDY)
NOT_HELD = -1  # an audit of a year before the run
NEVER_ACCEPTED, IN_TIME, AT_AUDIT = range(3)
Subsidy = tuple[int, int, int]  # why none is due, fen, what was left of its cap


@inner
def premium(s: Run, i: int) -> None:
    """The premium is paid when the policy is bound; an unpaid policy does not stand."""
    amount, payer = s.project[i, P.PREMIUM_FEN], s.project[i, P.PREMIUM_PAYER]
    if not pay(s, PAYMENTS, kinds.PREMIUM_PAID, i, 0, amount, payer, 0, 0, 0):
        say(s, PAYMENTS, kinds.PREMIUM_UNPAID, i, 0, amount, reasons.NO_MONEY)
        s.case[i, C.INSURED] = 0


@inner
def subsidy_start(s: Run, i: int) -> None:
    """The subsidy is paid on its pin, or the day its readings tell, when the treasury is open."""
    day = s.known_fact[s.case[i, C.KNOWN], K.SUBSIDY_DAY]
    if day == NONE:
        approved = s.case[i, C.APPROVED]
        grant_day = _next_grant_day(s, approved)
        day = grant_day if s.read[R.PREMIUM_SUBSIDY_TIMING] else approved + s.term[T.SUBSIDY_AFTER_DAYS]
        if _handling(s, _days_late(s, i)) == AT_AUDIT:
            day = max(day, grant_day)
        day = pay_day(s, max(day, s.today))
    soon(s, day, PAYMENTS, i, SUBSIDY)


@inner
def _next_grant_day(s: Run, day: int) -> int:
    """The next day from `day` on which grants are paid."""
    found = s.last_day + 1
    for k in range(s.audits.shape[0]):
        paid = s.audits[k, PAID_ON]
        if s.audit_state[k] != NOT_HELD and day <= paid < found:
            found = paid
    return found


@inner
def _days_late(s: Run, i: int) -> int:
    handed_in = s.project[i, P.HANDED_IN_DAY]
    if handed_in == NONE:
        return 0
    return missing(max(s.project[i, P.FILED_DAY], s.project[i, P.BOUND_DAY]), handed_in)


@inner
def _handling(s: Run, late: int) -> int:
    """Reading policy_late."""
    if late <= 0:
        return IN_TIME
    return AT_AUDIT if s.read[R.POLICY_LATE] else NEVER_ACCEPTED


@inner
def subsidy(s: Run, i: int) -> None:
    """The subsidy of an approved project's premium."""
    s.case[i, C.SUBSIDY_SETTLED] = 1
    reason, amount, left = subsidy_due(s, i)
    if reason:
        _refused(s, i, reason, amount)
    elif not amount:
        _refused(s, i, reasons.CAP_REACHED, 0)
    else:
        within_budget(s, i, amount, left)


@inner
def _refused(s: Run, i: int, reason: int, amount: int) -> None:
    premium_fen = s.project[i, P.PREMIUM_FEN]
    note(s, PAYMENTS, kinds.PREMIUM_SUBSIDY_REFUSED, i, 0, 0, reason, premium_fen, amount, 0)


@inner
def within_budget(s: Run, i: int, amount: int, left: int) -> None:
    """Pay what the district's budget allows; a deferred subsidy waits for the next year's."""
    outcome = divided(s, amount)
    if outcome[PAID]:
        _transfer(s, i, outcome[PAID], left)
    if outcome[LAPSED]:
        _refused(s, i, reasons.BUDGET_SHORT, outcome[LAPSED])
    if outcome[DEFERRED]:
        year = this_year(s)
        owe(s, year, i, PREMIUM_SUBSIDY, amount)
        day = pay_day(s, s.years[year + 1 - s.term[T.BASE_YEAR], NEW_YEAR])
        at(s, day, PAYMENTS, i, 4, SUBSIDY_LATER, i, year, amount, left, 0)


@inner
def subsidy_later(s: Run, i: int, year: int, amount: int, left: int) -> None:
    """A subsidy that waited for this year's budget."""
    owe(s, year, i, PREMIUM_SUBSIDY, -amount)
    within_budget(s, i, amount, left)


@inner
def _transfer(s: Run, i: int, amount: int, left: int) -> None:
    num, den, premium_fen = s.term[T.SUBSIDY_NUM], s.term[T.SUBSIDY_DEN], s.project[i, P.PREMIUM_FEN]
    if pay(s, PAYMENTS, kinds.PREMIUM_SUBSIDY_PAID, i, 0, amount, premium_fen, num, den, left):
        if subsidised(s.books, i, s.today, amount):
            s.error = FULL
        news(s, i)
        s.case[i, C.SUBSIDIES] += amount
        s.subsidised[s.case[i, C.ENTERPRISE], this_year(s) - s.term[T.BASE_YEAR]] += amount
        return
    _refused(s, i, reasons.NO_MONEY, amount)
    owe(s, this_year(s), i, PREMIUM_SUBSIDY, amount)


@inner
def subsidy_due(s: Run, i: int) -> Subsidy:
    """Why no subsidy is due, its amount, and what was left of its cap."""
    other = NO_OTHER_CAP
    if s.read[R.PREMIUM_IN_CAP]:
        other = room_under_cap(
            s.settlement, s.books, s.count, s.books[i, F.ENTERPRISE], s.books[i, F.GROUP], s.today
        )
    amount, left = _under_caps(s, i)
    return _refusal(s, i), capped(amount, other), min(left, other)


@inner
def _under_caps(s: Run, i: int) -> tuple[int, int]:
    """The rate of the premiums within their caps, and what was left of these (premium_cap_scope)."""
    row, cap = s.case[i, C.KNOWN], s.term[T.SUBSIDY_CAP]
    policies = s.known_fact[row, K.PREMIUMS]
    total, amount, left = 0, 0, 0
    for k in range(max(1, policies)):
        one = s.known_premium[row, k, 0] if policies else s.project[i, P.PREMIUM_FEN]
        total += one
        amount += capped(_at_rate(s, one), cap)
        left += cap
    scope = s.read[R.PREMIUM_CAP_SCOPE]
    if scope == 2:
        return amount, left
    used = s.case[i, C.SUBSIDIES]
    if scope == 1:
        used = s.subsidised[s.case[i, C.ENTERPRISE], this_year(s) - s.term[T.BASE_YEAR]]
    left = room(cap, used)
    return capped(_at_rate(s, total), left), left


@inner
def _at_rate(s: Run, premium_fen: int) -> int:
    return share(premium_fen, s.term[T.SUBSIDY_NUM], s.term[T.SUBSIDY_DEN], s.term[T.GRANTS_DOWN])


@inner
def _refusal(s: Run, i: int) -> int:
    barred = supported(s, i)
    if barred:
        return barred
    if s.read[R.PREMIUM_PAYER] == 0 and s.project[i, P.PREMIUM_PAYER] != 0:
        return reasons.NOT_PAID_BY_ENTERPRISE
    last_good = s.case[i, C.APPROVED]
    if s.case[i, C.DEPOSITED]:
        last_good = min(last_good, s.case[i, C.DEPOSITED])
    if s.read[R.INSURANCE_START]:
        signed = s.project[i, P.SIGNED_DAY]
        last_good = (s.project[i, P.FILED_DAY] if signed == NONE else signed) - 1
    late = _handling(s, _days_late(s, i)) == NEVER_ACCEPTED
    return reasons.POLICY_LATE if late or s.project[i, P.BOUND_DAY] > last_good else reasons.NONE


@inner
def loss_start(s: Run, i: int, stage: int, again: int, deposit: int, missed: int) -> None:
    """After a miss the insurer takes its time."""
    day = max(s.today, missed + s.draw[i, stage - 1, again, D.CLAIM_DAYS])
    at(s, day, PAYMENTS, i, 2, LOSS, i, stage * 2 + again, deposit, missed, 0)


@inner
def loss(s: Run, i: int, stage: int, again: int, deposit: int, missed: int) -> None:
    """The insurer assesses the loss and pays, or refuses the claim."""
    assessed = _assessed(s, i, stage, again, deposit)
    too_soon = missed < s.project[i, P.BOUND_DAY] + s.project[i, P.WAITING_DAYS]
    if too_soon or s.draw[i, stage - 1, again, D.TRIGGER_ACCEPTED] == 0:
        say(s, PAYMENTS, kinds.CLAIM_REFUSED, i, stage, reasons.TRIGGER_NOT_MET, assessed)
        return
    say(s, PAYMENTS, kinds.LOSS_ASSESSED, i, stage, assessed, 0)
    _claim_paid(s, i, stage, _by_policy(s, i, assessed), assessed)


@inner
def _by_policy(s: Run, i: int, assessed: int) -> int:
    """What a policy pays of a loss: less the insured's own share, within the cover."""
    num, den, cover = s.project[i, P.OWN_NUM], s.project[i, P.OWN_DEN], s.project[i, P.COVER_FEN]
    after_own = share(assessed, den - num, den, FEN_DOWN)
    return after_own if cover == NONE else min(after_own, cover)


@inner
def _assessed(s: Run, i: int, stage: int, again: int, deposit: int) -> int:
    """The loss by reading loss_basis; without a stated one a drawn share of the cover."""
    basis = s.read[R.LOSS_BASIS]
    if basis == 1:
        return deposit
    if basis == 2:
        return s.case[i, C.RELEASED]
    if basis == 3:
        return s.stage[i, stage - 1, S.INSTALMENT_FEN]
    stated = s.project[i, P.LOSS_FEN]
    if stated != NONE:
        return stated
    return max(0, s.project[i, P.COVER_FEN]) * s.draw[i, stage - 1, again, D.LOSS_PERCENT] // 100


@inner
def known_claim(s: Run, i: int, number: int) -> None:
    """A claim whose day and amount are known."""
    if not s.case[i, C.INSURED]:
        return
    claim = s.known_claim[s.case[i, C.KNOWN], number]
    amount, assessed = claim[1], claim[2]
    if assessed == NONE:
        assessed = amount
    if s.read[R.CLAIM_AMOUNT]:
        amount = _by_policy(s, i, assessed)
    _claim_paid(s, i, 0, amount, assessed)


@inner
def _claim_paid(s: Run, i: int, stage: int, amount: int, assessed: int) -> None:
    if not amount:
        return
    payee, cover = s.project[i, P.PAYEE], max(0, s.project[i, P.COVER_FEN])
    if pay(s, PAYMENTS, kinds.CLAIM_PAID, i, stage, amount, payee, assessed, cover, 0):
        if claimed(s.books, i, s.today, amount, payee):
            s.error = FULL
        s.books[i, F.LAST_FACT] = s.today
    else:
        say(s, PAYMENTS, kinds.CLAIM_REFUSED, i, stage, reasons.NO_MONEY, assessed)

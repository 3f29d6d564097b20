"""Day one of a replication: accounts, cases, books, pots, and everything that is put on the agenda."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled import kinds
from escrow.compiled.agenda import END, NOBODY, at, cleared
from escrow.compiled.audit import DUE, NOT_HELD
from escrow.compiled.columns import NONE, P
from escrow.compiled.dated import OF_YEAR, REPORTED, STATED, YEAR
from escrow.compiled.eligibility import counted_total
from escrow.compiled.events import (
    AUDIT,
    AUDIT_REPORT,
    CLAIM,
    DEBAR,
    DECISIONS,
    FILE,
    FILINGS,
    FULL,
    PAYMENTS,
    PLATFORM_FALSIFY,
    PREMIUM,
    STOP,
)
from escrow.compiled.jit import inner
from escrow.compiled.parties import falsify_start
from escrow.compiled.party import Parties
from escrow.compiled.places import C, K, Q, R, T
from escrow.compiled.pots import dated_top_up, fill, pool_free
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F, moved, other_granted, reset
from escrow.compiled.settlement.found import forget
from escrow.compiled.write import ANYWHERE, note, pay
from escrow.compiled.year import district_starts, horizon_starts, year_starts

# Accounts that are no party's of the world; those of OTHERS in escrow.compiled.policy begin with the second.
TREASURY, POOL, BANK, GUARANTOR, OPERATOR, AUDITOR, NOBODYS = range(1, 8)
COMMON = 8
MOVED_OUTSIDE = 5


@inner
def emptied(s: Run, p: Parties) -> None:
    """Everything as it is before a replication; only what the last one used is touched."""
    s.today, s.error, s.rows = s.first_day, 0, 0
    s.debarments = s.offsets = s.audits_paid = 0
    s.seats = s.arrivals = s.asked = s.waking = 0
    s.seat_first = s.seat_last = END
    s.case[: s.count + 1] = 0
    s.debarred[: p.enterprises] = 0
    s.first_of[: p.enterprises] = END
    s.subsidised[: p.enterprises] = 0
    s.approvals[:] = 0
    s.spent[:] = 0
    s.owed[:, : s.count] = 0
    reset(s.books, s.count)
    forget(s.carried, s.count)
    cleared(s)


@inner
def accounts(s: Run, p: Parties) -> None:
    """What every account holds on day one, and which account is whose."""
    escrows = COMMON
    enterprises = escrows + s.count
    platforms = enterprises + p.enterprises
    insurers = platforms + p.platforms
    s.purse[: insurers + p.insurers] = 0
    for k in range(p.held.shape[0]):
        s.purse[TREASURY + k] = p.held[k]
    for k in range(p.enterprises):
        s.purse[enterprises + k] = p.held_enterprise[p.enterprise_name[k]]
    for k in range(p.platforms):
        s.purse[platforms + k] = p.held_platform[p.platform_name[k]]
        s.stop[k] = p.stop_day[p.platform_name[k]]
    for k in range(p.insurers):
        s.purse[insurers + k] = p.held_insurer[p.insurer_name[k]]
    for i in range(s.count + 1):
        case = s.case[i]
        case[C.TO_POOL] = TREASURY if s.read[R.POOL_FORM] else POOL
        case[C.TO_TOPUP] = TREASURY if s.read[R.POOL_SOURCE] else ANYWHERE
        case[C.TO_TREASURY], case[C.TO_BANK], case[C.TO_GUARANTOR] = TREASURY, BANK, GUARANTOR
        case[C.TO_OPERATOR], case[C.TO_AUDITOR] = OPERATOR, AUDITOR
        if i < s.count:
            insurer = s.project[i, P.INSURER]
            case[C.TO_ENTERPRISE] = enterprises + s.project[i, P.ENTERPRISE]
            case[C.TO_PLATFORM] = platforms + s.project[i, P.PLATFORM]
            case[C.TO_INSURER] = NOBODYS if insurer == NONE else insurers + insurer
            case[C.TO_ESCROW] = escrows + i


@inner
def cases(s: Run) -> None:
    """Every project's case and book; sisters are linked in serial order."""
    known = s.known_fact.shape[0] - 1
    for back in range(s.count):
        i = s.count - 1 - back
        case, enterprise = s.case[i], s.project[i, P.ENTERPRISE]
        case[C.ENTERPRISE], case[C.PLATFORM] = enterprise, s.project[i, P.PLATFORM]
        case[C.KNOWN], case[C.RETRY] = min(i, known), 1
        case[C.INSURED] = s.project[i, P.INSURER] != NONE
        case[C.COUNTED_FEN] = counted_total(s, i)
        case[C.SISTER], s.first_of[enterprise] = s.first_of[enterprise], i
        s.books[i, F.ENTERPRISE], s.books[i, F.GROUP] = enterprise, s.project[i, P.GROUP]
        _known_money(s, i, case[C.KNOWN])


@inner
def _known_money(s: Run, i: int, row: int) -> None:
    """Spending outside the escrow and grants of others are in the books from day one."""
    for k in range(s.known_outside.shape[1]):
        day, amount = s.known_outside[row, k, 0], s.known_outside[row, k, 1]
        if day != NONE:
            if moved(s.books, i, MOVED_OUTSIDE, day, amount, day):
                s.error = FULL
            s.books[i, F.LAST_FACT] = max(s.books[i, F.LAST_FACT], day)
    for k in range(s.known_other.shape[1]):
        day, amount = s.known_other[row, k, 0], s.known_other[row, k, 1]
        if day != NONE and other_granted(s.books, i, day, amount):
            s.error = FULL


@inner
def pool(s: Run, p: Parties) -> None:
    """One common pot, or one for each platform; what nobody has a share of comes last."""
    s.pots = 1
    s.pot[0, Q.NUM] = s.pot[0, Q.DEN] = 1
    if s.read[R.POOL_SPLIT]:
        _split(s, p)
    for k in range(s.pots):
        s.pot[k, Q.FREE] = s.pot[k, Q.ASKED] = 0
        s.pot[k, Q.FIRST] = s.pot[k, Q.LAST] = s.pot[k, Q.BEST] = END
    fill(s, s.term[T.POOL_SIZE])


@inner
def _split(s: Run, p: Parties) -> None:
    s.pots = p.platforms
    for k in range(p.platforms):
        s.pot[k, Q.NUM], s.pot[k, Q.DEN] = p.quotas[p.platform_name[k], 0], p.quotas[p.platform_name[k], 1]
    for k in range(p.quoted.shape[0]):
        here = False
        for j in range(p.platforms):
            here = here or p.platform_name[j] == p.quoted[k]
        if not here:
            s.pot[s.pots, Q.NUM], s.pot[s.pots, Q.DEN] = p.quotas[p.quoted[k], 0], p.quotas[p.quoted[k], 1]
            s.pots += 1
    others = 0
    for k in range(s.pots):
        others += s.pot[k, Q.DEN] == 0
    if not others:
        s.pot[s.pots, Q.DEN], others = 0, 1
        s.pots += 1
    for k in range(s.pots):
        if s.pot[k, Q.DEN] == 0:
            s.pot[k, Q.NUM] = s.term[T.QUOTA_REST_NUM]
            s.pot[k, Q.DEN] = s.term[T.QUOTA_REST_DEN] * others


@inner
def opened(s: Run) -> None:
    """A quota is issued, or the treasury pays into the pool, where a reading says so."""
    if s.read[R.POOL_FORM]:
        note(s, DECISIONS, kinds.QUOTA_ISSUED, s.count, 0, pool_free(s), 0, 0, 0, 0)
    elif s.read[R.POOL_SOURCE]:
        pay(s, DECISIONS, kinds.POOL_SOURCED, s.count, 0, pool_free(s), 0, 0, 0, 0)


@inner
def projects_start(s: Run) -> None:
    """Filings, premiums, known claims and known falsifications."""
    for i in range(s.count):
        at(s, s.project[i, P.FILED_DAY], FILINGS, i, 0, FILE, i, 0, 0, 0, 0)
        if s.case[i, C.INSURED]:
            at(s, s.project[i, P.BOUND_DAY], PAYMENTS, i, 0, PREMIUM, i, 0, 0, 0, 0)
            row = s.case[i, C.KNOWN]
            for number in range(s.known_fact[row, K.CLAIMS]):
                day = s.known_claim[row, number, 0]
                at(s, day, PAYMENTS, i, 2 + number, CLAIM, i, number, 0, 0, 0)
        if s.project[i, P.FALSIFIED_DAY] != NONE:
            falsify_start(s, i, s.project[i, P.FALSIFIED_DAY])


@inner
def _number_of(names: IntArray, count: int, name: int) -> int:
    for k in range(count):
        if names[k] == name:
            return k
    return END


@inner
def parties_start(s: Run, p: Parties) -> None:
    """What befalls parties; nothing when a party has no project."""
    for k in range(p.debarments.shape[0]):
        number = _number_of(p.enterprise_name, p.enterprises, p.debarments[k, 0])
        if number != END:
            at(s, p.debarments[k, 1], DECISIONS, NOBODY, 0, DEBAR, s.count, number, 0, 0, 0)
    for k in range(p.stops.shape[0]):
        number = _number_of(p.platform_name, p.platforms, p.stops[k, 0])
        if number != END:
            at(s, p.stops[k, 1], DECISIONS, NOBODY, 0, STOP, s.count, number, 0, 0, 0)
    for k in range(p.falsifications.shape[0]):
        number = _number_of(p.platform_name, p.platforms, p.falsifications[k, 0])
        if number != END:
            at(s, p.falsifications[k, 1], DECISIONS, NOBODY, 0, PLATFORM_FALSIFY, s.count, number, 0, 0, 0)
    for k in range(p.topups.shape[0]):
        dated_top_up(s, p.topups[k, 0], p.topups[k, 1])


@inner
def years_start(s: Run) -> None:
    """Audits, the end of the trial, every year of the horizon, its end."""
    base = s.term[T.BASE_DAY]
    first, last = s.days[s.first_day - base, YEAR], s.days[s.last_day - base, YEAR]
    for k in range(s.audits.shape[0]):
        held = s.audits[k, STATED] or first <= s.audits[k, OF_YEAR] <= last
        s.audit_state[k] = DUE if held else NOT_HELD
        if held:
            at(s, s.audits[k, REPORTED], AUDIT, s.count, 0, AUDIT_REPORT, s.count, k, 0, 0, 0)
    district_starts(s)
    for year in range(first, last + 1):
        year_starts(s, year)
    horizon_starts(s)

"""The layout of compiled claims: what each column of the integer arrays holds.

Days are ordinals, money is fen, NONE means "not stated" or "none", NEVER lies beyond every horizon. Years
count from the first year of the horizon. `Book` is what a replication is a function of, `Desk` its state.
"""

from enum import IntEnum
from typing import NamedTuple

from escrow.behaviour.quantile import IntArray

NONE = -1
NEVER = 1 << 40
UNLIMITED = 1 << 60


class K(IntEnum):
    """Scalars of the policy: horizon and the readings of the process, each by the place of its option."""

    FIRST_DAY = 0
    LAST_DAY = 1
    FIRST_YEAR = 2
    YEARS = 3
    BUDGET_SHORT = 4  # Short
    CARRIES_OVER = 5
    ARRIVAL_ONCE = 6
    WHOLE_AWARD = 7
    NOTHING_LATER = 8
    FLOOR_RAISED = 9
    FREE_ONLY = 10
    NEVER_REFILLED = 11
    SEATS = 12  # 0: no panel
    SHORT_DAY = 13  # NEVER: revenue does not fall short
    COUNT = 14


class Short(IntEnum):
    """What happens to an award that an envelope cannot hold."""

    DEFER = 0
    TRIM = 1
    REJECT = 2
    PRORATE = 3


class Pick(IntEnum):
    """What a stacking rule leaves of awards that meet."""

    SUM = 0
    FIRST = 1
    HIGHEST = 2
    TOP_UP = 3


class C(IntEnum):
    """Columns of a claim."""

    APPLIED_DAY = 0
    CLAUSE = 1
    UNTIMELY = 2  # ClaimReason
    REVIEWED = 3
    ENVELOPE = 4
    MATCHING = 5  # paid by arrivals of upper-level money
    RULING = 6  # on facts nobody's award has changed
    RANKED = 7  # another clause goes first
    RIVALS = 8  # some clause might go first
    LAPSES_DAY = 9
    RECHECK_YEARS = 10
    RECHECK_CLAWS = 11
    RECHECK_HOLDS = 12
    SAME = 13  # who, for what and for which object
    YEARLY = 14  # who and for what
    LEVEL = 15  # the same at the same level
    ASKS = 16  # Asks
    ENTERPRISE = 17
    UPPER_PAYER = 18
    PLANNED_FEN = 19  # upper-level money a match counts on
    LIMITS = 20
    COUNT = 21


class Asks(IntEnum):
    """Facts that the run itself certifies, as bits."""

    PAID_BEFORE = 1
    ALREADY_PAID = 2
    PAID_THIS_YEAR = 4
    RECEIVED = 8


class L(IntEnum):
    """Columns of a limit of a claim."""

    POOL = 0
    AT_PAYMENT = 1
    SHORT = 2  # Short
    YEARLY = 3


class R(IntEnum):
    """Columns of a ruling; the caps of the clause's limits follow."""

    AMOUNT_FEN = 0
    REFUSAL = 1  # ClaimReason, NONE (0) when it passes
    DETAIL = 2  # number of the failed test, or how many facts are missing
    MISSING_FEN = 3
    SPLIT = 4
    PLAN = 5  # NONE: all at once
    CAPS = 6


class G(IntEnum):
    """Columns of a stacking rule."""

    PICK = 0
    FROM_DAY = 1
    CAP_FEN = 2  # NONE: none
    YEARLY = 3


class S(IntEnum):
    """State of a claim."""

    GRANTED_FEN = 0
    PAID_FEN = 1
    ARRIVED_FEN = 2
    COUNTED_FEN = 3  # under limits and stacking rules, before the envelope has answered too
    COUNTED_DAY = 4
    NOTICE_DAY = 5
    CHARGED_YEAR = 6
    STOPPED = 7
    RULING = 8
    STAGE = 9
    DUE_FEN = 10
    FELL_DUE = 11
    RECHECK = 12
    BEFORE_FEN = 13
    THIS_YEAR_FEN = 14
    REPEATED = 15
    LEFT_FEN = 16
    PAID_ALREADY_FEN = 17
    LIMIT_FEN = 18
    AWARD_FEN = 19  # as written, whatever fell away later
    ARRIVALS = 20  # so far
    COUNT = 21


class Step(IntEnum):
    """Places of the drawn days of a claim, in the order of escrow.claims.setting.STEPS."""

    COMPLETENESS = 0
    REVIEW = 1
    DECISION = 2
    NOTICE = 3
    PAYMENT = 4
    CLAW_BACK = 5


class Event(IntEnum):
    """What happens when its day has come."""

    BUDGET_YEAR = 0
    PRORATE = 1
    YEAR_ENDS = 2
    REVENUE_SHORT = 3
    HORIZON_ENDS = 4
    FILED = 10
    COMPLETE = 11
    REVIEWED = 12
    DECIDED = 13
    PUBLICISED = 14
    ARRIVED = 15
    DUE = 16
    READY = 17
    NEXT_YEAR = 18
    COUNTED = 19  # an arrival is counted
    RECHECK = 20
    REFUND = 21


class Fault(IntEnum):
    """Why a replication is left to the SimPy engine."""

    NONE = 0
    TREASURY_SHORT = 1
    RANK_MOVES = 2  # which clause goes first hangs on what was granted
    TOO_MANY = 3  # events or rows


class Book(NamedTuple):
    """Everything a replication is a function of."""

    policy: IntArray  # (K,)
    rank: IntArray  # working days up to each day, from the first day of the horizon on
    working: IntArray  # working days after the first day of the horizon
    pay_day: IntArray  # (days,)
    year_of: IntArray  # (days,)
    after: IntArray  # (days, years): the same day of later years
    year_starts: IntArray  # (years + 2,)
    envelope_fen: IntArray  # (E, years)
    envelope_states: IntArray  # (E, years)
    envelope: IntArray  # (E, 3): within, owner, floor
    envelope_cut: IntArray  # (E, 2): share of a shortfall
    inner_first: IntArray  # (E,)
    rule: IntArray  # (rules, G)
    adds: IntArray  # (clauses, clauses)
    split: IntArray  # (splits, 10): payers in order, their shares, place of the odd fen, sum of shares
    plan: IntArray  # (plans + 1,): first row of each plan
    stage: IntArray  # (rows, 4): event, years after, share paid up to here
    claim: IntArray  # (n, C)
    days: IntArray  # (n, 6)
    known: IntArray  # (n, 8): known days of four steps, latest days
    event: IntArray  # (n, events): NONE is the end of the notice
    arrival: IntArray  # (arrivals, 2)
    arrivals: IntArray  # (n + 1,)
    limit: IntArray  # (n, limits, 4)
    mate: IntArray  # claims that may meet
    mates: IntArray  # (n, rules, 2): their first and last place; equal: not under the rule
    opening: IntArray  # four treasuries, then enterprises
    ruling: IntArray  # (rulings, R + limits)
    answer: IntArray  # (answers, 6): before, this year, repeated, received, ruling, next
    answers: IntArray  # (n,) first answer of each claim, NONE


class Desk(NamedTuple):
    """The state of one replication."""

    tape: IntArray  # (rows, 10)
    agenda: IntArray  # keys, a heap
    due: IntArray  # (events, 2): Event and claim by order of scheduling
    mark: IntArray  # (M,)
    case: IntArray  # (n, S)
    held: IntArray  # (n, E), NONE: nothing
    paid_by: IntArray  # (n, 4)
    payment: IntArray  # (n, 4, years)
    fund: IntArray  # (E, years + 1, 3): appropriated, free, carried
    waiting: IntArray  # (n, 2)
    queue: IntArray  # claims that wait for a seat
    same: IntArray
    yearly: IntArray  # (codes, years + 1)
    level: IntArray
    pool: IntArray  # (codes, years + 1)
    purse: IntArray
    ask: IntArray  # (asks, 5): claim, before, this year, repeated, received
    scratch: IntArray  # (n, 6)


class M(IntEnum):
    """Marks: where the replication stands."""

    TODAY = 0
    ROWS = 1
    EVENTS = 2  # scheduled so far
    AGENDA = 3  # still to come
    WAITING = 4
    QUEUED = 5  # first in the queue for seats
    QUEUE_END = 6
    SEATS_USED = 7
    ASKED = 8
    FAULT = 9
    COUNT = 10

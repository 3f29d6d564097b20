"""The layout of the reduction's arrays: what each column of a plan and of a state holds."""

from enum import IntEnum

UNPAID_CODES = 5
"""Instruments of what is committed and unpaid: codes 1 to 4 of escrow.tape.Instrument."""


class G(IntEnum):
    """Numbers of a plan: the horizon, the pool, the rates in force."""

    FIRST_DAY = 0
    LAST_DAY = 1
    FIRST_YEAR = 2
    YEARS = 3
    POOL_OPENING_FEN = 4
    SHARE_NUM = 5
    SHARE_DEN = 6
    BUDGET_NUM = 7
    BUDGET_DEN = 8
    SUBSIDY_NUM = 9
    SUBSIDY_DEN = 10
    SUBSIDY_CAP_FEN = 11  # NONE: no cap
    START_YEAR = 12  # place of the first day's year
    UNPAID_SLOT = 13  # the first of UNPAID_CODES
    EXPOSURE_SLOT = 14  # the exposure at the end of a year so far


class T(IntEnum):
    """Columns of a day on which something is looked at, after all rows of that day."""

    DAY = 0
    QUARTER = 1  # a quarter ends, or the horizon
    POINT = 2  # number of the fans' point, NONE
    YEAR_ENDS = 3  # 1: later rows belong to the next year


class K(IntEnum):
    """Columns of a kind of row; four lines a kind, picked by the low bits of column a."""

    PICKED_BY = 0  # which bits of a; only the first of the four lines is asked
    SLOT = 1  # the sum it adds to, 0: none that anybody reads
    FEN = 2  # 1: the amount is added
    ONE = 3  # 1: the row is counted
    MARK = 4  # bits set for the project
    ACTION = 5
    ESCROW = 6  # what the amount does to the escrow, the public purse, the pool: -1, 0, 1
    PUBLIC = 7
    POOL = 8


class W(IntEnum):
    """Columns of a wire, from a sum to an outcome."""

    SLOT = 0
    SIGN = 1
    OUTCOME = 2  # NONE: no outcome
    YEARLY = 3  # NONE: no yearly outcome


class Mark(IntEnum):
    """Bits of a project: how far it came."""

    FILED = 1
    REFUSED = 2
    APPROVED = 4
    FUNDED = 8
    COMPLETED = 16
    ENDED = 32


class Act(IntEnum):
    """What a row does beyond adding up."""

    NOTHING = 0
    REACH = 1
    PAY_BALANCE = 2
    RELEASE = 3
    AUDIT = 4
    PAY_SHARE = 5
    FILE = 6
    REVIEW = 7
    APPROVE = 8
    PAY_ADVANCE = 9
    FINISH = 10
    END = 11
    MOVE_POOL = 12
    CHANGE_QUOTA = 13
    QUEUE = 14
    REFUSE = 15  # the mark says it all
    REFUSE_ADVANCE = 16
    RETURN_DEPOSIT = 17
    REFUSE_SHARE = 18
    PAY_SUBSIDY = 19
    REFUSE_SUBSIDY = 20
    OWE = 21


class N(IntEnum):
    """Numbers of a state."""

    YEAR = 0  # place of the year of today
    TICK = 1  # the next line of the plan's ticks
    TICK_DAY = 2
    POOL_FEN = 3
    POOL_CHANGED = 4  # the last day it changed
    POOL_LOWEST_FEN = 5  # at the end of the days before
    ESCROW_FEN = 6
    PUBLIC_FEN = 7
    COMMITTED_FEN = 8
    EXPECTED_FEN = 9  # released and not settled, and still to come: the base of expected cost shares
    PEAK_FEN = 10
    DEPLETED_ON = 11
    QUEUED = 12
    QUEUE_DAYS = 13
    QUEUE_DAYS_MAX = 14
    FIRST_MONEY_DAYS = 15
    FIRST_MONEY_COUNT = 16
    LATE_DAYS = 17
    GRANT_DAYS = 18
    GRANT_COUNT = 19
    POOL_HITS = 20
    POOL_CUT_FEN = 21
    SHARE_HITS = 22
    SHARE_CUT_FEN = 23
    PREMIUM_HITS = 24
    PREMIUM_CUT_FEN = 25
    SHORT_HITS = 26
    SHORT_CUT_FEN = 27
    PROJECTS = 28


class C(IntEnum):
    """Columns of a project; from YEARS on two parts with a column for each year.

    The first holds what was released in the year and is not settled, the second the limits that bit.
    """

    MARKS = 0
    RUNNING = 1
    OWN_BUDGET_FEN = 2
    OWN_SUBSIDY_FEN = 3
    AGREED_FEN = 4
    BUDGET_FEN = 5
    SUBSIDY_FEN = 6
    RELEASED_FEN = 7
    UNSETTLED_FEN = 8
    EXPECTED_FEN = 9
    FILED_ON = 10
    QUEUED_ON = 11  # 0: not in the queue, as for the other days
    REACHED_ON = 12
    AUDITED_ON = 13
    POOL_CUT_FEN = 14
    PREMIUM_CUT_FEN = 15
    PREMIUM_YEAR = 16
    YEARS = 17


class Bit(IntEnum):
    """Limits that bit a project in a year."""

    SHARE_CAP = 1
    BUDGET = 2

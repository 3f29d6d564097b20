"""The tape of claims: rows of ten integers of the same shape as the scheme's, with kinds of their own.

A row is (day, phase, kind, claim, stage, amount, a, b, c, d). `claim` is the serial or -1, `stage`
counts from 1 or is 0, `amount` is fen. What a to d hold stands beside each kind; `envelope` and
`clause` are numbers in the rulebook, -1 for none.
"""

from enum import IntEnum


class ClaimKind(IntEnum):
    """What a row tells. The numbers lie above those of the scheme, so that no row can be mistaken."""

    APPROPRIATED = 200  # authority; a = envelope, b = year, c = 0 printed, 1 raised because only a floor
    CARRIED = 201  # authority, to the next year; a = envelope, b = year it comes from
    LAPSED = 202  # authority; a = envelope, b = year
    BUDGET_CUT = 203  # authority, out of what is free; a = envelope, b = year, c = the cut asked for
    FILED = 210  # a = clause
    REFUSED = 211  # a = ClaimReason, b = number of the failed test or rank, c = missing, d = withheld
    COMPLETE = 212
    REVIEWED = 213  # a = score in hundredths
    SELECTED = 214  # a = rank, b = candidates, c = score in hundredths
    DECIDED = 215
    CERTIFIED = 233  # by the ledger; a = paid before, b = this year, c = received, d = 1 same level
    AWARDED = 216  # a = by the clause, b = cut: paid already, c = cut: limit, d = cut: budget
    COMMITTED = 217  # authority: envelope -> held; a = envelope, b = year
    RELEASED = 218  # authority: held -> envelope; a = envelope, b = year, c = ClaimReason
    DEFERRED = 219  # a = envelope, b = year waited for, c = what is asked of it
    PUBLICISED = 220
    ARRIVED = 221  # upper-level money: payer -> enterprise; a = Payer, b = received so far
    DUE = 222  # a stage falls due; a = amount of the stage
    PAID = 223  # payer -> enterprise, and held -> paid; a = Payer, b = envelope, c = year, d = day due
    UNPAID = 224  # the payer's account is short; a = Payer, b = amount
    RECHECKED = 225  # a = 1 passed, b = which year
    STOPPED = 226  # amount no longer due; a = ClaimReason
    REDUCED = 227  # an award made smaller by `amount`; a = ClaimReason
    CLAWBACK_DEMANDED = 228  # a = ClaimReason, b = amount demanded
    CLAWED_BACK = 229  # enterprise -> payer; a = Payer, b = envelope, c = year, d = 1 when it refills it
    SETTLED = 230  # every stage paid
    COMMITTED_UNPAID = 231  # a = year, b = amount, c = 1 still waits for money; at the end
    HORIZON_ENDED = 232


class ClaimReason(IntEnum):
    """Why a claim was refused, cut, stopped or has to be paid back."""

    NONE = 0
    LATE = 1
    EARLY = 2
    INCOMPLETE = 3  # a fact the clause asks for was not stated
    NOT_IN_FORCE = 4
    NOT_ELIGIBLE = 5  # a test of the clause failed
    NOTHING_DUE = 6  # the clause gives nothing on these facts
    BELOW_MINIMUM = 7
    NOT_SELECTED = 8
    PAID_ALREADY = 9  # a stacking rule: the same is paid already
    RANKED_BELOW = 10  # another clause goes first
    LIMIT_REACHED = 11
    BUDGET_SHORT = 12
    REVENUE_SHORT = 13
    CONDITIONS_LAPSED = 14
    RECHECK_FAILED = 15
    NO_MONEY = 16


class Payer(IntEnum):
    """Which level of government pays."""

    DISTRICT = 0
    CITY = 1
    PROVINCE = 2
    CENTRAL = 3


TREASURIES = {payer: f"{payer.name.lower()}_treasury" for payer in Payer}

"""The tape: what happened, as rows of ten 64-bit integers, the same from every engine.

A row is (day, phase, kind, project, stage, amount, a, b, c, d). `day` is a proleptic ordinal
(date.toordinal), `project` the serial in the world or -1, `stage` counts from 1 or is 0,
`amount` is fen. What a to d hold stands beside each kind.
"""

from enum import IntEnum

COLUMNS = ("day", "phase", "kind", "project", "stage", "amount", "a", "b", "c", "d")
Row = tuple[int, int, int, int, int, int, int, int, int, int]


class Phase(IntEnum):
    """The order of things of one day (design section 2)."""

    DECISIONS = 0
    FILINGS = 1
    COMPLETIONS = 2
    RECEIPTS = 3
    PAYMENTS = 4
    AUDIT = 5
    CLOSE = 6


class Kind(IntEnum):
    """What a row tells. Money kinds move `amount`; the rest only state a fact."""

    FILED = 10
    ACCEPTED = 11  # complete and eligible, goes to review
    REFUSED = 12  # a = Reason
    REVIEW_STARTED = 13
    REVIEWED = 14  # a = passed 0/1, b = score
    DECIDED = 15  # the party group's meeting has decided
    APPROVED = 16  # the notice; the deposit channel opens the same day
    PUBLICISED = 17  # public notice (公示) ended without objection
    SELECTION_WAITED = 18  # the year's number is full, waits for the next
    DEPOSITED = 20  # enterprise -> escrow; a = instalment, b/c = rate, d = 1 when paid in full
    DEPOSIT_MISSED = 21  # a = amount that was due, b = Reason
    DEPOSIT_RETURNED = 22  # escrow -> enterprise; a = Reason
    POOL_REQUESTED = 30  # amount = budget
    POOL_QUEUED = 31  # amount = budget, a = what the pool holds
    POOL_PAID = (
        32  # pool (or treasury under a quota) -> platform; a = instalment, b/c = rate, d = tranche 1, 2
    )
    POOL_REFUSED = 33  # amount = budget, a = what the pool holds
    POOL_TOPPED_UP = 34  # outside -> pool; a = 1 dated by the scenario, 2 decided when used up
    POOL_TOPUP_ASKED = 35
    POOL_REPAID = 36  # platform -> pool
    POOL_UNSPENT_RETURNED = 37  # platform -> pool; a = budget, b/c = unspent share
    POOL_SOURCED = 38  # treasury -> pool on day one
    POOL_REST_RETURNED = 39  # pool -> treasury after the trial
    POOL_OFFSET = 40  # platform -> treasury, set off against its next yearly budget; b/c = share
    QUOTA_ISSUED = 41  # authority only; a = 0 day one, 1 dated, 2 decided, 3 district budget of year b
    QUOTA_COMMITTED = 42  # authority only
    QUOTA_LAPSED = 43  # authority only; a = year, b = 3 for the district budget
    QUOTA_RELEASED = 44  # authority only: a commitment falls away
    STAGE_STARTED = 50  # a = last day of the limit, b = agreed day, c = occurrence 1, 2
    EXTENDED = 51  # a = new agreed day
    SUBMITTED = 52  # work handed in for acceptance
    MILESTONE_REACHED = 53  # a/b = achieved share
    RECTIFICATION_ORDERED = 54
    MILESTONE_MISSED = 55  # a = Cause, b = Reason
    STAGE_ENDED = 56  # ended without fault (终止)
    BALANCE_PAID = 57  # enterprise -> escrow; a = instalment, b = deposit
    BALANCE_DEFAULTED = 58  # a = amount owed, b = Reason
    AUTHORITY_REVIEWED = 59
    RELEASED = 60  # escrow -> platform; a = deposit part, b = balance part, c = invoice day
    FORFEITED = 62  # escrow -> platform; a = instalment, b/c = rate
    EXCESS_RETURNED = 63  # escrow -> enterprise
    PROJECT_COMPLETED = 64
    PROJECT_ENDED = 65  # a = Reason
    PREMIUM_PAID = 70  # payer -> insurer; a = Payer
    PREMIUM_SUBSIDY_PAID = 71  # treasury -> enterprise; a = premium, b/c = rate, d = cap left
    PREMIUM_SUBSIDY_REFUSED = 72  # a = Reason, b = premium
    LOSS_ASSESSED = 73  # a = loss
    CLAIM_PAID = 74  # insurer -> payee; a = Payer (payee), b = loss, c = cover
    CLAIM_REFUSED = 75  # a = Reason, b = loss
    PREMIUM_UNPAID = 76  # a = premium, b = Reason; the policy does not stand
    AUDITED = 80  # a = year, b = input, c = claims deducted
    COST_SHARE_PAID = 82  # treasury -> enterprise; a = year, b = base, c = before the cap, d = cap left
    COST_SHARE_REFUSED = 83  # a = year, b = Reason, c = amount withheld
    CLAWBACK_DEMANDED = 84  # a = Reason, b = amount demanded
    CLAWBACK_PAID = 85  # a = 0 enterprise -> treasury, 1 enterprise -> pool, 2 platform -> treasury,
    # 3 platform -> pool; b = Reason
    COMMITTED_UNPAID = 86  # a = year, b = Instrument, c = amount; stated at the horizon's end
    DEBARRED = 90  # a = enterprise number, b = Reason
    PLATFORM_STOPPED = 91  # a = platform number
    PLATFORM_FALSIFIED = 92  # a = platform number
    LOAN_DRAWN = 100  # bank -> enterprise
    GUARANTEE_FEE_PAID = 101  # enterprise -> guarantor; a = principal, b/c = rate, d = days
    LOAN_INTEREST_PAID = 102  # enterprise -> bank; a = principal, b/c = rate, d = days
    LOAN_REPAID = 103  # enterprise -> bank
    LOAN_DEFAULTED = 104  # a = principal owed
    GUARANTEE_PAID_OUT = 105  # a = Sharer paying the bank; b/c = share, d = the loss
    RECOVERED = 106  # enterprise -> a = Sharer; b/c = share, d = all recovered
    ESCROW_INTEREST = 110  # bank -> enterprise; a = year, b/c = rate
    OPERATOR_FEE = 111  # treasury -> operator; a = year, b/c = rate, d = turnover
    AUDIT_FEE = 112  # treasury -> auditor; a = year
    HORIZON_ENDED = 121


class Reason(IntEnum):
    """Why something was refused, ended or returned; each maps to one clause in escrow/events."""

    NONE = 0
    BELOW_THRESHOLD = 1
    NOT_PARTNER = 2  # platform not listed, enterprise outside or related
    OUTSIDE_TRIAL = 3
    SIGNED_BEFORE_TRIAL = 4
    DEPOSIT_BELOW_FLOOR = 5
    BUDGET_BELOW_FLOOR = 6
    STAGE_OVER_ONE_YEAR = 7
    SHARES_OUT_OF_BOUNDS = 8
    DEBARRED = 9
    REVIEW_FAILED = 10
    NOT_SELECTED = 11
    POOL_EMPTY = 12
    NO_DEPOSIT = 13
    NO_BALANCE = 14
    MISSED = 15
    OVERRUN = 16
    ENTERPRISE_DISAGREED = 17
    ENDED_WITHOUT_FAULT = 18
    PLATFORM_QUIT = 19
    PLATFORM_FAULT = 20
    POLICY_LATE = 21
    NOT_PAID_BY_ENTERPRISE = 22
    CAP_REACHED = 23
    NO_MONEY = 24  # the payer's account is short
    BUDGET_SHORT = 25  # the yearly district envelope is used up
    TRIAL_OVER = 26  # reading trial_end: stop
    OTHER_GRANT_HIGHER = 27
    CLAIM_AFTER_GRANT = 28
    FALSIFIED = 29
    NO_INPUT = 30
    PARTIAL = 31
    TRIGGER_NOT_MET = 32
    ACTUAL_BELOW_THRESHOLD = 33


class Cause(IntEnum):
    """Cause of a missed milestone (practice B: technical 55, platform 25, enterprise 15, other 5 %)."""

    NONE = 0
    TECHNICAL = 1
    PLATFORM = 2
    ENTERPRISE = 3
    FORCE_MAJEURE = 4
    PLATFORM_QUIT = 5


class Payer(IntEnum):
    """Who pays a premium, or receives a claim."""

    ENTERPRISE = 0
    PLATFORM = 1


class Instrument(IntEnum):
    """Public instruments, for sums by instrument."""

    POOL_ADVANCE = 1
    PREMIUM_SUBSIDY = 2
    COST_SHARE = 3
    GUARANTEE = 4


class Sharer(IntEnum):
    """Who shares the loss of a guaranteed loan."""

    GUARANTOR = 0
    GOVERNMENT = 1
    BANK = 2

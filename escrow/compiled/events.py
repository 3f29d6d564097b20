"""What may happen, as plain integers; a life goes on with one of the steps below."""

FILE = 0
TEST = 1
SEAT = 2
SIT = 3
DECIDE = 4
PUBLICISE = 5
NOTICE = 6
NUMBER = 7
COMMITTED = 8
DEPOSIT = 9
POOL_ASK = 10
GRANTED = 11
POOL_PAY = 12
QUIT = 13
EXTEND = 14
OVERRUN = 15
SUBMIT = 16
ACCEPT = 17
REEXAMINE = 18
BALANCE = 19
REVIEW = 20
RELEASE = 21
FAIL_REVIEW = 22
FAIL_SETTLE = 23
DEFAULT_REVIEW = 24
DEFAULT_SETTLE = 25
PREMIUM = 26
SUBSIDY_START = 27
SUBSIDY = 28
SUBSIDY_LATER = 29
LOSS_START = 30
LOSS = 31
CLAIM = 32
LOAN_START = 33
LOAN = 34
FALSIFY_START = 35
FALSIFY = 36
TRANCHE_START = 37
TRANCHE = 38
TOPUP_START = 39
TOPUP = 40
GRANT_LATER_START = 41
GRANT_LATER = 42
SEAT_FREED = 43
SERVE = 44
DEBAR = 45
STOP = 46
PLATFORM_FALSIFY = 47
DATED_TOPUP = 48
AUDIT_REPORT = 49
AUDIT_PAY = 50
TRIAL_END = 51
BUDGET_OPEN = 52
BUDGET_CLOSE = 53
YEAR_END = 54
SET_OFF = 55
HORIZON = 56

# Steps of a life; with DONE it waits for an event or has ended.
DONE = 0
THEN_APPROVAL = 1
THEN_FIRST_DEPOSIT = 2
THEN_STAGE = 3
THEN_WORK = 4
THEN_AGAIN = 5
THEN_SETTLE = 6
THEN_RELEASING = 7
THEN_FAILED = 8
THEN_FOLLOWING = 9

# Phases of a day.
DECISIONS, FILINGS, COMPLETIONS, RECEIPTS, PAYMENTS, AUDIT, CLOSE = range(7)

# What a replication ends with when it cannot go on.
CONTRADICTED = 1  # a known date lies before something that must come first
FULL = 2  # a buffer was too small; it is made larger and the replication redone
LOAN_TERMS = 3  # the terms of a loan contradict each other
BEYOND = 4  # a day lies outside the tables of the policy

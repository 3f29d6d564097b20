"""Where things stand in the arrays of the compiled mechanism: parameters, readings, columns of a case."""

from enum import IntEnum, auto


class _FromZero(IntEnum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[int]) -> int:
        return count


class T(_FromZero):
    """Parameters of a policy: fen, days as ordinals, rates as two numbers, -1 for "none"."""

    FROM_DAY = auto()
    LAST_DAY = auto()
    INTAKE_UNTIL = auto()
    TRIAL_FROM = auto()
    TRIAL_TO = auto()
    FLOORS_UP = auto()
    GRANTS_DOWN = auto()
    THRESHOLD = auto()
    POOL_SIZE = auto()
    DEPOSIT_MIN_NUM = auto()
    DEPOSIT_MIN_DEN = auto()
    DEPOSIT_NUM = auto()
    DEPOSIT_DEN = auto()
    PRINTED_MIN_NUM = auto()
    PRINTED_MIN_DEN = auto()
    POOL_BUDGET_NUM = auto()
    POOL_BUDGET_DEN = auto()
    FIRST_TRANCHE_NUM = auto()
    FIRST_TRANCHE_DEN = auto()
    OFFSET_NUM = auto()
    OFFSET_DEN = auto()
    TOPUP_FEN = auto()
    TOPUP_DAYS = auto()
    EXTENSION_DAYS = auto()
    DEADLINE_DAYS = auto()
    BALANCE_NOTICE_DAYS = auto()
    SUBSIDY_AFTER_DAYS = auto()
    SUBSIDY_NUM = auto()
    SUBSIDY_DEN = auto()
    SUBSIDY_CAP = auto()
    SCORE_THRESHOLD = auto()
    SELECTION_NUMBER = auto()
    PANEL_SEATS = auto()
    VAT_NUM = auto()
    VAT_DEN = auto()
    COLLECTED_NUM = auto()
    COLLECTED_DEN = auto()
    FIRST_MOST_NUM = auto()
    FIRST_MOST_DEN = auto()
    FIRST_LEAST_NUM = auto()
    FIRST_LEAST_DEN = auto()
    LAST_MOST_NUM = auto()
    LAST_MOST_DEN = auto()
    LAST_LEAST_NUM = auto()
    LAST_LEAST_DEN = auto()
    BUDGET = auto()  # of the district, a year
    INTEREST_NUM = auto()
    INTEREST_DEN = auto()
    OPERATOR_NUM = auto()
    OPERATOR_DEN = auto()
    AUDIT_FEE = auto()
    BASE_DAY = auto()  # the first day of the tables
    BASE_YEAR = auto()  # the first year of the tables
    QUOTA_REST_NUM = auto()  # what no platform's stated share takes
    QUOTA_REST_DEN = auto()


class R(_FromZero):
    """Readings: the place of the chosen option in `escrow.readings.CHOICES`."""

    POOL_REPAYMENT = auto()
    POOL_OFFSET = auto()
    POOL_SCOPE = auto()
    POOL_PAYMENT_TIMING = auto()
    POOL_SHORTAGE = auto()
    POOL_SPLIT = auto()
    POOL_SOURCE = auto()
    POOL_ON_FAILURE = auto()
    POOL_FORM = auto()
    QUOTA_YEAR_END = auto()
    POOL_OVERTAKING = auto()
    POOL_AFTER_TRIAL = auto()
    SELECTION_RULE = auto()
    SELECTION_NUMBER_BINDS = auto()
    MILESTONE_CLOCK = auto()
    MILESTONE_OVERRUN = auto()
    EXTENSION_RULE = auto()
    MILESTONE_JUDGE = auto()
    PARTIAL_ACHIEVEMENT = auto()
    EXPERT_PASS = auto()
    STEP_ORDER = auto()
    NEXT_PAYMENT = auto()
    NEXT_DEPOSIT_MISSING = auto()
    PLATFORM_AT_FAULT = auto()
    PLATFORM_QUITS = auto()
    ENDED_WITHOUT_FAULT = auto()
    AFTER_FAILURE = auto()
    BALANCE_UNPAID = auto()
    FALSIFICATION_EFFECT = auto()
    PLATFORM_FALSIFICATION = auto()
    REFUND_DESTINATION = auto()
    TRIAL_END = auto()
    THRESHOLD_TEST = auto()
    THRESHOLD_BASIS = auto()
    PARTY_TESTS = auto()
    OLD_AGREEMENTS = auto()
    EQUIPMENT_IN_INSTALMENTS = auto()
    PREMIUM_CAP_SCOPE = auto()
    PREMIUM_PAYER = auto()
    PREMIUM_SUBSIDY_TIMING = auto()
    INSURANCE_START = auto()
    POLICY_LATE = auto()
    PREMIUM_IN_CAP = auto()
    LOSS_BASIS = auto()
    CLAIM_AMOUNT = auto()
    NEXT_DEPOSIT_BASE = auto()
    PREPAID_EXCESS_ON_FAILURE = auto()


class C(_FromZero):
    """Columns of a case: its accounts, where it stands, and its place in the pool's queue."""

    TO_ENTERPRISE = auto()  # the accounts, in the order of escrow.chart.Accounts
    TO_PLATFORM = auto()
    TO_INSURER = auto()
    TO_ESCROW = auto()
    TO_POOL = auto()
    TO_TOPUP = auto()
    TO_TREASURY = auto()
    TO_BANK = auto()
    TO_GUARANTOR = auto()
    TO_OPERATOR = auto()
    TO_AUDITOR = auto()
    ENTERPRISE = auto()
    PLATFORM = auto()
    KNOWN = auto()  # its row among what is known
    APPROVED = auto()
    DEPOSITED = auto()
    RECEIVED = auto()
    WAITED = auto()
    HELD = auto()
    PAID_IN = auto()
    RELEASED = auto()
    DEPOSIT_PART = auto()
    STAGE_ADVANCE = auto()
    STARTED = auto()
    ADVANCED = auto()
    PROMISED = auto()
    OUTSTANDING = auto()
    INSURED = auto()
    SUBSIDY_SETTLED = auto()
    SUBSIDIES = auto()  # fen of premium subsidies so far
    RETRY = auto()
    BALANCE_DAYS = auto()
    SINCE = auto()
    STAGE = auto()
    LIMIT = auto()
    AGREED = auto()
    EXTENDED = auto()
    SHARE_NUM = auto()  # the verdict
    SHARE_DEN = auto()
    REASON = auto()
    CAUSE = auto()
    FAILED_ON = auto()
    INSTALMENT = auto()  # fen released, less than agreed when a part was reached
    HELD_BEFORE = auto()  # fen in deposit before the balance
    ASKED = auto()
    BUDGET = auto()
    TURNOVER = auto()  # fen out of escrow this year
    SISTER = auto()  # the next project of the enterprise
    LOAN_WAIT = auto()
    REQUEST_SCORE = auto()
    REQUEST_STAGE = auto()
    REQUEST_TOLD = auto()
    REQUEST_ARRIVAL = auto()
    REQUEST_THEN = auto()  # the event that a grant or refusal continues with
    NEXT_ASKED = auto()  # queues are lists of cases, each asks once at a time
    LAST_ASKED = auto()
    NEXT_BEST = auto()
    LAST_BEST = auto()
    NEXT_SEATED = auto()
    COUNTED_FEN = auto()


class K(_FromZero):
    """Columns of what is known of a project."""

    REVIEW_PASSED = auto()
    DEPOSIT_UNPAID = auto()
    SUBSIDY_DAY = auto()
    CLAIMS = auto()  # NONE: drawn
    PREMIUMS = auto()  # number of policies, 0: one


class H(_FromZero):
    """Columns of what is known of a try of a stage."""

    OUTCOME = auto()
    CAUSE = auto()
    ACHIEVED_NUM = auto()
    ACHIEVED_DEN = auto()  # 0: not stated
    AGREES = auto()
    BALANCE_UNPAID = auto()
    RELEASED = auto()
    UNPAID = auto()
    INVOICE_DAY = auto()
    NEXT_PAYMENT = auto()  # 0 deposit, 1 full, 2 none
    RECTIFIED = auto()


class Q(_FromZero):
    """Columns of a pot of the pool."""

    FREE = auto()
    ASKED = auto()  # fen of all who wait
    FIRST = auto()
    LAST = auto()
    BEST = auto()
    NUM = auto()
    DEN = auto()


class N(_FromZero):
    """Columns of something on the agenda."""

    NEXT = auto()
    PLACE = auto()
    EVENT = auto()
    CASE = auto()
    A = auto()
    B = auto()
    C = auto()
    D = auto()

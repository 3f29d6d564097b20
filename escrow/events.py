"""Events: what the columns of each kind of tape row are called in the ledger, and which clause speaks."""

from escrow.tape import Kind, Reason, Row

# What the event of each kind is called in the ledger. Kinds are plain numbers in tables that rows look up.
TYPES: dict[int, str] = {kind: kind.name.lower() for kind in Kind}
# Kind -> names of (amount, a, b, c, d); an empty name leaves the column out.
FIELDS: dict[int, tuple[str, str, str, str, str]] = {
    Kind.FILED: ("agreed_total_fen", "", "", "", ""),
    Kind.ACCEPTED: ("", "", "", "", ""),
    Kind.REFUSED: ("", "reason", "found", "required", ""),
    Kind.REVIEW_STARTED: ("", "", "", "", ""),
    Kind.REVIEWED: ("", "passed", "score", "", ""),
    Kind.DECIDED: ("", "", "", "", ""),
    Kind.PUBLICISED: ("", "", "", "", ""),
    Kind.SELECTION_WAITED: ("", "", "", "", ""),
    Kind.APPROVED: ("", "", "", "", ""),
    Kind.DEPOSITED: ("amount_fen", "instalment_fen", "rate_num", "rate_den", "in_full"),
    Kind.DEPOSIT_MISSED: ("", "due_fen", "reason", "", ""),
    Kind.DEPOSIT_RETURNED: ("amount_fen", "reason", "", "", ""),
    Kind.POOL_REQUESTED: ("budget_fen", "", "", "", ""),
    Kind.POOL_QUEUED: ("budget_fen", "pool_fen", "", "", ""),
    Kind.POOL_PAID: ("amount_fen", "instalment_fen", "budget_fen", "", "tranche"),
    Kind.POOL_REFUSED: ("budget_fen", "pool_fen", "reason", "", ""),
    Kind.POOL_TOPPED_UP: ("amount_fen", "occasion", "", "", ""),
    Kind.POOL_TOPUP_ASKED: ("", "pool_fen", "", "", ""),
    Kind.POOL_REPAID: ("amount_fen", "", "", "", ""),
    Kind.POOL_UNSPENT_RETURNED: ("amount_fen", "funded_fen", "unspent_num", "unspent_den", ""),
    Kind.POOL_SOURCED: ("amount_fen", "", "", "", ""),
    Kind.POOL_REST_RETURNED: ("amount_fen", "", "", "", ""),
    Kind.POOL_OFFSET: ("amount_fen", "advance_fen", "rate_num", "rate_den", ""),
    Kind.QUOTA_ISSUED: ("amount_fen", "occasion", "year", "", ""),
    Kind.QUOTA_COMMITTED: ("amount_fen", "", "", "", ""),
    Kind.QUOTA_LAPSED: ("amount_fen", "year", "occasion", "", ""),
    Kind.QUOTA_RELEASED: ("amount_fen", "", "", "", ""),
    Kind.STAGE_STARTED: ("", "last_day", "agreed_day", "occurrence", ""),
    Kind.EXTENDED: ("", "agreed_day", "", "", ""),
    Kind.SUBMITTED: ("", "", "", "", ""),
    Kind.MILESTONE_REACHED: ("", "share_num", "share_den", "", ""),
    Kind.RECTIFICATION_ORDERED: ("", "", "", "", ""),
    Kind.MILESTONE_MISSED: ("", "cause", "reason", "", ""),
    Kind.STAGE_ENDED: ("", "", "", "", ""),
    Kind.BALANCE_PAID: ("amount_fen", "instalment_fen", "deposit_fen", "", ""),
    Kind.BALANCE_DEFAULTED: ("", "owed_fen", "reason", "", ""),
    Kind.AUTHORITY_REVIEWED: ("", "", "", "", ""),
    Kind.RELEASED: ("amount_fen", "deposit_fen", "balance_fen", "evidence_day", ""),
    Kind.FORFEITED: ("amount_fen", "instalment_fen", "excess_fen", "evidence_day", ""),
    Kind.EXCESS_RETURNED: ("amount_fen", "reason", "", "", ""),
    Kind.PROJECT_COMPLETED: ("", "", "", "", ""),
    Kind.PROJECT_ENDED: ("", "reason", "", "", ""),
    Kind.PREMIUM_PAID: ("amount_fen", "payer", "", "", ""),
    Kind.PREMIUM_SUBSIDY_PAID: ("amount_fen", "premium_fen", "rate_num", "rate_den", "cap_left_fen"),
    Kind.PREMIUM_SUBSIDY_REFUSED: ("", "reason", "premium_fen", "withheld_fen", ""),
    Kind.LOSS_ASSESSED: ("", "loss_fen", "", "", ""),
    Kind.CLAIM_PAID: ("amount_fen", "payee", "loss_fen", "cover_fen", ""),
    Kind.CLAIM_REFUSED: ("", "reason", "loss_fen", "", ""),
    Kind.PREMIUM_UNPAID: ("", "premium_fen", "reason", "", ""),
    Kind.AUDITED: ("", "year", "input_fen", "claims_fen", ""),
    Kind.COST_SHARE_PAID: ("amount_fen", "year", "base_fen", "before_cap_fen", "cap_left_fen"),
    Kind.COST_SHARE_REFUSED: ("", "year", "reason", "withheld_fen", ""),
    Kind.CLAWBACK_DEMANDED: ("", "reason", "demanded_fen", "", ""),
    Kind.CLAWBACK_PAID: ("amount_fen", "way", "reason", "", ""),
    Kind.COMMITTED_UNPAID: ("", "year", "instrument", "committed_fen", ""),
    Kind.DEBARRED: ("", "enterprise", "reason", "", ""),
    Kind.PLATFORM_STOPPED: ("", "platform", "", "", ""),
    Kind.PLATFORM_FALSIFIED: ("", "platform", "", "", ""),
    Kind.LOAN_DRAWN: ("amount_fen", "", "", "", ""),
    Kind.GUARANTEE_FEE_PAID: ("amount_fen", "principal_fen", "rate_num", "rate_den", "days"),
    Kind.LOAN_INTEREST_PAID: ("amount_fen", "principal_fen", "rate_num", "rate_den", "days"),
    Kind.LOAN_REPAID: ("amount_fen", "", "", "", ""),
    Kind.LOAN_DEFAULTED: ("", "owed_fen", "", "", ""),
    Kind.GUARANTEE_PAID_OUT: ("amount_fen", "sharer", "share_num", "share_den", "loss_fen"),
    Kind.RECOVERED: ("amount_fen", "sharer", "share_num", "share_den", "recovered_fen"),
    Kind.ESCROW_INTEREST: ("amount_fen", "year", "rate_num", "rate_den", "fen_days"),
    Kind.OPERATOR_FEE: ("amount_fen", "year", "rate_num", "rate_den", "turnover_fen"),
    Kind.AUDIT_FEE: ("amount_fen", "year", "", "", ""),
    Kind.HORIZON_ENDED: ("", "", "", "", ""),
}

# The clause under which each kind happens; money kinds cite it in their entry.
CLAUSES: dict[int, str] = {
    Kind.FILED: "xiaoshan-intake",
    Kind.ACCEPTED: "xiaoshan-intake",
    Kind.REFUSED: "xiaoshan-intake",
    Kind.REVIEW_STARTED: "xiaoshan-expert-review",
    Kind.REVIEWED: "xiaoshan-expert-review",
    Kind.DECIDED: "xiaoshan-working-group",
    Kind.PUBLICISED: "xiaoshan-approval-notice",
    Kind.SELECTION_WAITED: "xiaoshan-selection-when-many",
    Kind.APPROVED: "xiaoshan-approval-notice",
    Kind.DEPOSITED: "xiaoshan-first-deposit-10",
    Kind.DEPOSIT_MISSED: "xiaoshan-first-deposit-10",
    Kind.DEPOSIT_RETURNED: "xiaoshan-forfeiture",
    Kind.POOL_REQUESTED: "xiaoshan-pool-advance",
    Kind.POOL_QUEUED: "xiaoshan-pool-100m",
    Kind.POOL_PAID: "xiaoshan-pool-advance",
    Kind.POOL_REFUSED: "xiaoshan-pool-100m",
    Kind.POOL_TOPPED_UP: "xiaoshan-pool-topup",
    Kind.POOL_TOPUP_ASKED: "xiaoshan-pool-topup",
    Kind.POOL_REPAID: "xiaoshan-pool-advance",
    Kind.POOL_UNSPENT_RETURNED: "xiaoshan-forfeiture",
    Kind.POOL_SOURCED: "xiaoshan-pool-and-account-setup",
    Kind.POOL_REST_RETURNED: "xiaoshan-pool-100m",
    Kind.POOL_OFFSET: "xiaoshan-pool-100m",
    Kind.QUOTA_ISSUED: "xiaoshan-pool-100m",
    Kind.QUOTA_COMMITTED: "xiaoshan-pool-100m",
    Kind.QUOTA_LAPSED: "xiaoshan-pool-100m",
    Kind.QUOTA_RELEASED: "xiaoshan-pool-100m",
    Kind.STAGE_STARTED: "xiaoshan-next-stage-start",
    Kind.EXTENDED: "xiaoshan-milestone-max-1y",
    Kind.SUBMITTED: "xiaoshan-expert-committee",
    Kind.MILESTONE_REACHED: "xiaoshan-expert-committee",
    Kind.RECTIFICATION_ORDERED: "xiaoshan-expert-committee",
    Kind.MILESTONE_MISSED: "xiaoshan-expert-committee",
    Kind.STAGE_ENDED: "xiaoshan-expert-committee",
    Kind.BALANCE_PAID: "xiaoshan-tail-payment",
    Kind.BALANCE_DEFAULTED: "xiaoshan-tail-payment",
    Kind.AUTHORITY_REVIEWED: "xiaoshan-release-after-review",
    Kind.RELEASED: "xiaoshan-release-after-review",
    Kind.FORFEITED: "xiaoshan-forfeiture",
    Kind.EXCESS_RETURNED: "xiaoshan-forfeiture",
    Kind.PROJECT_COMPLETED: "xiaoshan-later-stages-same",
    Kind.PROJECT_ENDED: "xiaoshan-forfeiture",
    Kind.PREMIUM_PAID: "xiaoshan-insurance-choice",
    Kind.PREMIUM_SUBSIDY_PAID: "xiaoshan-insurance-subsidy-80",
    Kind.PREMIUM_SUBSIDY_REFUSED: "xiaoshan-insurance-subsidy-80",
    Kind.LOSS_ASSESSED: "xiaoshan-insurance-payout",
    Kind.CLAIM_PAID: "xiaoshan-insurance-payout",
    Kind.CLAIM_REFUSED: "xiaoshan-insurance-payout",
    Kind.PREMIUM_UNPAID: "xiaoshan-insurance-choice",
    Kind.AUDITED: "xiaoshan-annual-audit",
    Kind.COST_SHARE_PAID: "xiaoshan-cost-share-30",
    Kind.COST_SHARE_REFUSED: "xiaoshan-cost-share-30",
    Kind.CLAWBACK_DEMANDED: "xiaoshan-fraud-exclusion",
    Kind.CLAWBACK_PAID: "xiaoshan-fraud-exclusion",
    Kind.COMMITTED_UNPAID: "xiaoshan-grant-on-audited-input",
    Kind.DEBARRED: "xiaoshan-fraud-exclusion",
    Kind.PLATFORM_STOPPED: "xiaoshan-platform-appraisal",
    Kind.PLATFORM_FALSIFIED: "xiaoshan-platform-appraisal",
    Kind.LOAN_DRAWN: "xiaoshan-guarantee-loan",
    Kind.GUARANTEE_FEE_PAID: "xiaoshan-guarantee-loan",
    Kind.LOAN_INTEREST_PAID: "xiaoshan-guarantee-loan",
    Kind.LOAN_REPAID: "xiaoshan-guarantee-loan",
    Kind.LOAN_DEFAULTED: "xiaoshan-guarantee-loan",
    Kind.GUARANTEE_PAID_OUT: "xiaoshan-guarantee-loan",
    Kind.RECOVERED: "xiaoshan-guarantee-loan",
    Kind.ESCROW_INTEREST: "xiaoshan-escrow-operator",
    Kind.OPERATOR_FEE: "xiaoshan-escrow-operator",
    Kind.AUDIT_FEE: "xiaoshan-annual-audit",
    Kind.HORIZON_ENDED: "xiaoshan-validity",
}

# The clause behind a reason, where it is another than the event's own.
REASON_CLAUSES: dict[int, str] = {
    Reason.BELOW_THRESHOLD: "xiaoshan-elig-total-3m",
    Reason.ACTUAL_BELOW_THRESHOLD: "xiaoshan-elig-total-3m",
    Reason.NOT_PARTNER: "xiaoshan-elig-partner",
    Reason.OUTSIDE_TRIAL: "xiaoshan-validity",
    Reason.SIGNED_BEFORE_TRIAL: "xiaoshan-validity",
    Reason.TRIAL_OVER: "xiaoshan-validity",
    Reason.DEPOSIT_BELOW_FLOOR: "xiaoshan-first-deposit-10",
    Reason.NO_DEPOSIT: "xiaoshan-first-deposit-10",
    Reason.BUDGET_BELOW_FLOOR: "xiaoshan-pool-advance",
    Reason.STAGE_OVER_ONE_YEAR: "xiaoshan-milestone-max-1y",
    Reason.OVERRUN: "xiaoshan-milestone-max-1y",
    Reason.SHARES_OUT_OF_BOUNDS: "xiaoshan-agreement-terms",
    Reason.DEBARRED: "xiaoshan-fraud-exclusion",
    Reason.FALSIFIED: "xiaoshan-fraud-exclusion",
    Reason.REVIEW_FAILED: "xiaoshan-expert-review",
    Reason.NOT_SELECTED: "xiaoshan-selection-when-many",
    Reason.POOL_EMPTY: "xiaoshan-pool-100m",
    Reason.NO_BALANCE: "xiaoshan-tail-payment",
    Reason.POLICY_LATE: "xiaoshan-insurance-choice",
    Reason.CAP_REACHED: "xiaoshan-cost-share-cap-3m",
}


def clause_of(row: Row) -> str:
    """The clause a row stands on; later deposits and reasons have their own."""
    kind = row[2]
    if row[4] > 1 and kind in _DEPOSITS:
        return "xiaoshan-next-stage-deposit"
    if kind == Kind.CLAWBACK_PAID and row[7] == Reason.CLAIM_AFTER_GRANT:
        return "xiaoshan-cost-share-30"
    own, column = CLAUSES[kind], REASON_COLUMN.get(kind)
    return REASON_CLAUSES.get(row[column], own) if column else own


def data_of(row: Row) -> tuple[tuple[str, int], ...]:
    """The named integers of a row's event, sorted by name."""
    return tuple([(name, int(row[column])) for name, column in _NAMED[row[2]]])


_DEPOSITS = frozenset({Kind.DEPOSITED, Kind.DEPOSIT_MISSED})
REASON_COLUMN = {kind: 5 + names.index("reason") for kind, names in FIELDS.items() if "reason" in names}
_NAMED = {
    kind: tuple(sorted((name, column) for column, name in enumerate(names, 5) if name))
    for kind, names in FIELDS.items()
}

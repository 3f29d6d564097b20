"""Codes of the compiled settlement: what may be full, and the options of the readings it knows."""

from enum import IntEnum


class Full(IntEnum):
    """What a replication had no room for; the caller grows it and does the replication again."""

    MOVES = 1
    CLAIMS = 2
    SUBSIDIES = 3
    GRANTS = 4
    OTHERS = 5
    PARTNERS = 6
    CAP_YEARS = 7  # a cap year lies outside those the policy was made for


class CapYear(IntEnum):
    """Reading cap_year."""

    RELEASE_CALENDAR_YEAR = 0
    AUDIT_YEAR = 1
    PAYMENT_YEAR = 2
    SCHEME_YEAR = 3
    INVOICE_YEAR = 4


class ClaimScope(IntEnum):
    """Reading claim_scope."""

    SAME_PROJECT_CARRIED_FORWARD = 0
    WHOLE_PROJECT_WITH_CLAWBACK = 1
    SAME_YEAR_ONLY = 2


class Short(IntEnum):
    """What becomes of amounts a yearly budget cannot pay."""

    TRIM = 0
    PRORATE = 1
    DEFER = 2

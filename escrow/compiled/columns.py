"""The layout of compiled worlds: what each column of the integer arrays holds.

A block holds worlds of several replications: `project` has shape (replications, projects, P), `stage`
(replications, projects, stages, S), `draw` (replications, projects, stages, tries, D). Days are ordinals,
money is fen, NONE means "not stated". Numbers of parties count by first appearance in the replication.
"""

from enum import IntEnum
from typing import NamedTuple

from escrow.behaviour.quantile import IntArray

NONE = -1


class P(IntEnum):
    """Columns of a project: its plan, what was drawn for it, its policy and its loan."""

    FILED_DAY = 0
    TOTAL_FEN = 1
    EQUIPMENT_FEN = 2
    STAGES = 3
    ENTERPRISE = 4
    PLATFORM = 5
    INSURER = 6  # NONE: not insured
    GROUP = 7  # of the enterprise, NONE: none
    LISTED = 8  # the platform is on the district's list
    IN_DISTRICT = 9
    RELATED = 10
    SIGNED_DAY = 11  # NONE: the day of filing
    SCORE = 12  # stated or drawn
    DEPOSIT_NUM = 13  # the agreed deposit rate, NONE: not agreed
    DEPOSIT_DEN = 14
    POOL_BUDGET_FEN = 15
    VAT_NUM = 16
    VAT_DEN = 17
    COMPLETENESS_DAYS = 18
    REVIEW_DAYS = 19
    PASSED = 20
    DECISION_DAYS = 21
    PUBLICITY_DAYS = 22
    NOTICE_DAYS = 23
    DEPOSIT_DAYS = 24
    DEPOSIT_COMES = 25
    POOL_DAYS = 26
    FALSIFIED_DAYS = 27  # drawn: 0 at review, days after approval, NONE never
    WAITING_DAYS = 28
    PREMIUM_FEN = 29
    COVER_FEN = 30
    OWN_NUM = 31
    OWN_DEN = 32
    BOUND_DAY = 33
    HANDED_IN_DAY = 34
    PREMIUM_PAYER = 35
    PAYEE = 36
    LOSS_FEN = 37
    PRINCIPAL_FEN = 38  # 0: no loan
    DRAWN_DAY = 39
    TERM_DAYS = 40
    INTEREST_NUM = 41
    INTEREST_DEN = 42
    FEE_NUM = 43
    FEE_DEN = 44
    GUARANTOR_NUM = 45
    GUARANTOR_DEN = 46
    GOVERNMENT_NUM = 47
    GOVERNMENT_DEN = 48
    DEFAULT_DAY = 49
    PAYOUT_DAYS = 50
    RECOVERED_FEN = 51
    RECOVERY_DAY = 52
    FALSIFIED_DAY = 53  # stated


class S(IntEnum):
    """Columns of an agreed stage."""

    INSTALMENT_FEN = 0
    PLANNED_DAYS = 1


class D(IntEnum):
    """Columns drawn for each try of a stage; where a project has no such stage nobody asks."""

    WORK_DAYS = 0
    EXTENSION_ASKED = 1
    ACHIEVED_PERCENT = 2
    RECTIFIED = 3
    RECTIFY_DAYS = 4
    CAUSE = 5
    OUTCOME = 6
    ENTERPRISE_AGREES = 7
    ACCEPTANCE_DAYS = 8
    AUTHORITY_DAYS = 9
    RELEASE_DAYS = 10
    BALANCE_DAYS = 11
    BALANCE_COMES = 12
    INVOICE_DAYS = 13
    NEXT_DAYS = 14
    NEXT_COMES = 15
    FORFEIT_DAYS = 16
    TRIGGER_ACCEPTED = 17
    CLAIM_DAYS = 18
    LOSS_PERCENT = 19


class Block(NamedTuple):
    """Worlds of consecutive replications; rows beyond a replication's count are never read."""

    first: int  # number of the first replication
    count: IntArray  # type: ignore[assignment]  # (R,) projects
    parties: IntArray  # (R, 3) enterprises, platforms, insurers
    enterprise_name: IntArray  # (R, E) place of each enterprise in the block's list of names
    platform_name: IntArray  # (R, L) the same for platforms
    project: IntArray  # (R, N, P)
    stage: IntArray  # (R, N, T, S)
    draw: IntArray  # (R, N, T, 2, D)
    insurer_name: IntArray  # (R, I) the same for insurers

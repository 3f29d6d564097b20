"""Where each rule of the scheme is written."""

from functools import cache
from typing import NamedTuple

DOCUMENT = "xiaoshan-anxinbao-2025"

# Clause id -> article of the implementing rules; a test compares this with the catalogue.
ARTICLES = {
    "xiaoshan-elig-partner": "二",
    "xiaoshan-elig-total-3m": "二",
    "xiaoshan-pool-and-account-setup": "三.1",
    "xiaoshan-pool-100m": "三.1",
    "xiaoshan-pool-topup": "三.1",
    "xiaoshan-escrow-operator": "三.1",
    "xiaoshan-agreement-terms": "三.2",
    "xiaoshan-multi-milestones": "三.2",
    "xiaoshan-first-deposit-10": "三.3(1)",
    "xiaoshan-pool-advance": "三.3(2)",
    "xiaoshan-milestone-max-1y": "三.3(3)",
    "xiaoshan-tail-payment": "三.3(3)",
    "xiaoshan-release-after-review": "三.3(3)",
    "xiaoshan-next-stage-start": "三.3(3)",
    "xiaoshan-next-stage-deposit": "三.3(3)",
    "xiaoshan-forfeiture": "三.3(3)",
    "xiaoshan-later-stages-same": "三.3(3)",
    "xiaoshan-insurance-choice": "三.4",
    "xiaoshan-insurance-subsidy-80": "三.4",
    "xiaoshan-insurance-payout": "三.4",
    "xiaoshan-guarantee-loan": "三.4",
    "xiaoshan-cost-share-30": "三.5",
    "xiaoshan-cost-share-cap-3m": "三.5",
    "xiaoshan-intake": "四.1",
    "xiaoshan-intake-insurance-docs": "四.1",
    "xiaoshan-expert-review": "四.2",
    "xiaoshan-approval-notice": "四.2",
    "xiaoshan-selection-when-many": "四.2",
    "xiaoshan-open-channel": "四.3",
    "xiaoshan-annual-audit": "四.4",
    "xiaoshan-grant-on-audited-input": "四.4",
    "xiaoshan-working-group": "五(一)",
    "xiaoshan-expert-committee": "五(二)",
    "xiaoshan-fraud-exclusion": "五(三)",
    "xiaoshan-platform-appraisal": "五(三)",
    "xiaoshan-publicity": "五(四)",
    "xiaoshan-validity": "六",
    "xiaoshan-interpretation": "六",
}


class Citation(NamedTuple):
    """Document, article and clause id that allow an amount or demand a condition."""

    document: str
    article: str
    clause: str


@cache
def cite(clause: str) -> Citation:
    """The citation of a clause; an unknown clause id is a bug of ours (KeyError)."""
    return Citation(DOCUMENT, ARTICLES[clause], clause)

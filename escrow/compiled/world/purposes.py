"""Which columns of a project hold the plain answer of the purpose of the same name."""

from escrow.compiled.columns import P

PLAIN = (
    P.COMPLETENESS_DAYS,
    P.REVIEW_DAYS,
    P.DECISION_DAYS,
    P.PUBLICITY_DAYS,
    P.NOTICE_DAYS,
    P.DEPOSIT_DAYS,
    P.DEPOSIT_COMES,
    P.POOL_DAYS,
    P.WAITING_DAYS,
)

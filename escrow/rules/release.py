"""Balance payment (尾款) and release: the rest of an instalment comes in, then the whole goes out."""

from escrow.arithmetic import missing
from escrow.rules.entitlement import Entitlement, Guard, Readings, entitled, fact_guard, money_guard
from escrow.tape import Reason

BALANCE = "xiaoshan-tail-payment"
RELEASE = "xiaoshan-release-after-review"
LATER = "xiaoshan-later-stages-same"


def clause_for(stage: int, first: str) -> str:
    """The clause of a stage payment: the printed one for stage 1, the repetition clause later."""
    return first if stage == 1 else LATER


def balance_payment(
    instalment_fen: int, deposit_fen: int, stage: int = 1, readings: Readings = ()
) -> Entitlement:
    """What the enterprise still owes of an instalment once its milestone is reached."""
    workings = (("instalment", instalment_fen), ("deposit", deposit_fen))
    return entitled(clause_for(stage, BALANCE), missing(deposit_fen, instalment_fen), workings, readings)


def release_guard(instalment_fen: int, deposit_fen: int, balance_fen: int, review_passed: bool) -> Guard:
    """Both parts leave together and only after the review; says how many fen are still to come in."""
    lacking = missing(deposit_fen + balance_fen, instalment_fen)
    workings = (("instalment", instalment_fen), ("deposit", deposit_fen), ("balance", balance_fen))
    if lacking:
        return money_guard(RELEASE, Reason.NO_BALANCE, lacking, workings)
    return fact_guard(RELEASE, Reason.MISSED, review_passed, workings)


def release(
    instalment_fen: int,
    deposit_fen: int,
    balance_fen: int,
    review_passed: bool,
    stage: int = 1,
    readings: Readings = (),
) -> Entitlement:
    """What leaves the escrow for the platform: the whole instalment, or nothing."""
    guard = release_guard(instalment_fen, deposit_fen, balance_fen, review_passed)
    amount = deposit_fen + balance_fen if guard.passed else 0
    return entitled(clause_for(stage, RELEASE), amount, guard.workings, readings)

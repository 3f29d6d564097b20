"""Eligibility: parties, agreed total, stage shares, the trial, the application's place in the procedure."""

from escrow.arithmetic import FEN_DOWN, FEN_UP, deducted, missing, share
from escrow.rules.entitlement import Guard, Rate, days_guard, fact_guard, money_guard
from escrow.tape import Reason

PARTNER = "xiaoshan-elig-partner"
THRESHOLD = "xiaoshan-elig-total-3m"
TERMS = "xiaoshan-agreement-terms"
VALIDITY = "xiaoshan-validity"
REVIEW = "xiaoshan-expert-review"
FRAUD = "xiaoshan-fraud-exclusion"


def counted_total(agreed_fen: int, equipment_fen: int) -> int:
    """The agreed total that the threshold looks at: equipment of the enterprise is left out."""
    return deducted(agreed_fen, equipment_fen)


def threshold_guard(counted_fen: int, needed_fen: int) -> Guard:
    """Whether the counted total reaches the threshold; says how many fen it lacks.

    What is counted follows threshold_test, what is needed follows threshold_basis.
    """
    workings = (("counted", counted_fen), ("needed", needed_fen))
    return money_guard(THRESHOLD, Reason.BELOW_THRESHOLD, missing(counted_fen, needed_fen), workings)


def partner_guard(qualify: bool) -> Guard:
    """Whether the parties qualify, as reading party_tests tells."""
    return fact_guard(PARTNER, Reason.NOT_PARTNER, qualify)


def sums_guard(instalments_fen: tuple[int, ...], due_fen: int) -> Guard:
    """Instalments are positive and add up to what is due; says the gap in fen.

    What is due follows equipment_in_instalments.
    """
    gap = abs(due_fen - sum(instalments_fen))
    workings = (("instalments", sum(instalments_fen)), ("due", due_fen))
    if gap:
        return money_guard(TERMS, Reason.SHARES_OUT_OF_BOUNDS, gap, workings)
    return fact_guard(TERMS, Reason.SHARES_OUT_OF_BOUNDS, all(part > 0 for part in instalments_fen), workings)


def share_guard(part_fen: int, total_fen: int, least: Rate | None, most: Rate | None) -> Guard:
    """Whether one instalment keeps within agreed limits of its share; says how many fen it is off."""
    largest = total_fen if most is None else share(total_fen, *most, FEN_DOWN)
    smallest = 0 if least is None else share(total_fen, *least, FEN_UP)
    limit = largest if part_fen > largest else smallest
    gap = missing(largest, part_fen) + missing(part_fen, smallest)
    workings = (("instalment", part_fen), ("limit", limit))
    return money_guard(TERMS, Reason.SHARES_OUT_OF_BOUNDS, gap, workings)


def trial_guard(day: int, first_day: int, last_day: int) -> Guard:
    """Whether a day lies in the trial, both ends included; says how many days it is outside."""
    outside = missing(day, first_day) + missing(last_day, day)
    first, last = ("first_day", first_day), ("last_day", last_day)
    # The bound that is broken stands next to the day it is compared with.
    workings = (("day", day), last, first) if day > last_day else (("day", day), first, last)
    return days_guard(VALIDITY, Reason.OUTSIDE_TRIAL, outside, workings)


def signature_guard(early_days: int) -> Guard:
    """Whether the agreement is young enough, as reading old_agreements tells; says the days too early."""
    return days_guard(VALIDITY, Reason.SIGNED_BEFORE_TRIAL, early_days)


def review_guard(passed: bool) -> Guard:
    """Without the experts' pass there is no notice, no pool money and no grant."""
    return fact_guard(REVIEW, Reason.REVIEW_FAILED, passed)


def honesty_guard(found: bool, reason: Reason = Reason.DEBARRED) -> Guard:
    """An enterprise found to cheat or to break faith gets no further support."""
    return fact_guard(FRAUD, reason, not found)


def supported(amount_fen: int, guard: Guard) -> int:
    """The amount (fen) when the guard holds, else nothing."""
    return amount_fen if guard.passed else 0

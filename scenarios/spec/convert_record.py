"""Records as pins: what is known of a stage, and of claims."""

from collections.abc import Sequence
from fractions import Fraction

from escrow.project import ClaimPin, StagePins
from escrow.tape import Cause
from scenarios.spec.checks.outcomes import outcome_of
from scenarios.spec.fields import ordinal
from scenarios.spec.model.record import ClaimRecord, StageRecord


def stage_pins(record: StageRecord) -> StagePins:
    """The pins of one stage, its second try included."""
    again = record.rectified
    return StagePins(
        outcome=outcome_of(record),
        outcome_day=ordinal(record.date),
        cause=Cause[record.cause.upper()] if record.cause else Cause.NONE,
        achieved=record.achieved if record.achieved is not None else Fraction(0),
        enterprise_agrees=record.enterprise_agrees,
        balance_day=ordinal(record.balance_on),
        balance_unpaid=record.balance == "unpaid",
        release_day=ordinal(record.released_on),
        invoice_day=ordinal(record.invoice_on),
        next_day=ordinal(record.next_payment_on),
        next_payment=record.next_payment,
        forfeit_day=ordinal(record.forfeited_on),
        rectified=again.reached if again else None,
        rectified_day=ordinal(again.date) if again else None,
        retry=stage_pins(record.retry) if record.retry else None,
    )


def claim_pins(claims: Sequence[ClaimRecord] | None) -> tuple[ClaimPin, ...] | None:
    """Known claims; None leaves them to chance, an empty list says there were none."""
    if claims is None:
        return None
    return tuple(ClaimPin(c.date.toordinal(), c.amount, c.loss) for c in claims)

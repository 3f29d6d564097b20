"""The columns of a world and what each counts."""

from escrow.behaviour import Unit, purpose_of

# Columns that are put together from several draws, or name a party.
_DERIVED: dict[str, Unit] = {
    "enterprise": Unit.NUMBER,
    "platform": Unit.NUMBER,
    "insurer": Unit.NUMBER,
    "risk": Unit.NUMBER,
    "falsified_days": Unit.CALENDAR_DAYS,
    "premium_fen": Unit.FEN,
    "cover_fen": Unit.FEN,
    "insured_uniform": Unit.NUMBER,
    "loan_default_days": Unit.CALENDAR_DAYS,
    "outcome": Unit.NUMBER,
}

# The order of outcomes of an acceptance (验收), as numbers in the column `outcome`.
OUTCOMES = ("reached", "rectify", "missed", "ended")
REACHED, RECTIFY, MISSED, ENDED = range(4)


def unit_of(name: str) -> Unit:
    """What a column or purpose counts; `working` days fall on working days. Raises UnknownPurpose."""
    derived = _DERIVED.get(name)
    if derived is not None:
        return derived
    unit = purpose_of(name).unit
    return Unit.FLAG if unit is Unit.CHANCE else unit

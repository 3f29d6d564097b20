"""What the district owes and has not paid, by year, project and instrument."""

from escrow.compiled.jit import inner
from escrow.compiled.places import T
from escrow.compiled.run import Run

INSTRUMENTS = 5  # numbers of escrow.tape.Instrument, and 0


@inner
def owe(s: Run, year: int, i: int, instrument: int, amount: int) -> None:
    """Remember an amount (negative when it is no longer owed)."""
    s.owed[year - s.term[T.BASE_YEAR], i, instrument] += amount

"""The compiled audit equals the readable one, whatever the readings, in every year."""

from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.settlement import Partner
from tests.escrow.compiled.settlement.histories import (
    AUDITS,
    Fact,
    History,
    histories,
    inputs,
    partners,
    readings,
)


@settings(deadline=None)  # the first call compiles
@given(histories, partners, readings, st.tuples(inputs, inputs, inputs), st.booleans(), st.booleans())
def test_awards_state_and_grants_are_equal_in_every_year(
    known: list[Fact],
    shared: list[Partner],
    chosen: dict[str, str],
    stated: tuple[dict[int, int], ...],
    at_payment: bool,
    over: bool,
) -> None:
    history = History(known, shared, chosen)
    for audit, found in zip(AUDITS, stated, strict=True):
        history.until(audit.paid_day if at_payment else audit.reported_day)
        history.mirror.year(audit, found, over and audit.year == AUDITS[-1].year)

"""The product against the oracle: random worlds in which all is known, balances by party on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.escrow import oracle
from tests.escrow.processes.kit import run
from tests.escrow.processes.worlds import LAST, told, worlds

DAYS = st.integers(0, 1700).map(lambda days: date(2025, 3, 1) + timedelta(days))


PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), DAYS)
def test_every_party_holds_what_the_oracle_says(world: oracle.World, on: date) -> None:
    ran = run(told(world))
    for day in (on, LAST):
        expected = oracle.balances(world, day)
        found = ran.balances(day.isoformat())
        assert {**dict.fromkeys(expected, 0), **found} == {**dict.fromkeys(found, 0), **expected}

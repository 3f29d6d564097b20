"""All measures together, and as JSON."""

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from escrow.tape import Kind
from scenarios.metrics import measure
from scenarios.metrics.leverage import leverage, public_per_completed
from scenarios.metrics.plain import plain
from tests.scenarios.metrics.kit import WAN, line, subject, worked_success


def test_the_worked_project_in_one_view() -> None:
    found = measure(worked_success(), subject())
    assert (found.outlay_fen, found.returns_fen, found.public_net_fen) == (380 * WAN, 0, 380 * WAN)
    assert found.leverage == Fraction(420, 380)
    assert found.public_per_completed == 380 * WAN


def test_leverage_and_unit_cost_are_undefined_without_money_or_projects() -> None:
    assert leverage(5, 0) is None
    assert public_per_completed(5, 0) is None


def test_the_measures_are_plain_data_without_floats() -> None:
    data = plain(measure(worked_success(), subject()))
    assert data["outlay_fen"] == {"2025": {"pool_advance": 200 * WAN}, "2026": {"cost_share": 180 * WAN}}
    assert data["leverage"] == "21/19"
    assert data["pool"]["lowest_on"] == "2025-04-10"
    json.dumps(data, default=_refuse_everything_else)
    assert "." not in json.dumps(data)


def _refuse_everything_else(value: object) -> None:
    raise TypeError(value)


def test_an_empty_tape_measures_nothing() -> None:
    found = measure([], subject())
    assert (found.outlay, found.returns, found.caps, found.steps) == ({}, {}, (), ())
    assert (found.leverage, found.public_per_completed) == (None, None)


@given(
    st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(0, 1), st.integers(0, 10**12)), max_size=30)
)
def test_what_the_pool_lost_is_what_platforms_and_others_gained(rows: list[tuple[Kind, int, int]]) -> None:
    tape = [line("2025-06-01", kind, serial, amount) for kind, serial, amount in rows]
    found = measure(tape, subject())
    paid = sum(amount for kind, _, amount in rows if kind in (Kind.POOL_PAID, Kind.POOL_REST_RETURNED))
    back = (Kind.POOL_REPAID, Kind.POOL_UNSPENT_RETURNED, Kind.POOL_TOPPED_UP, Kind.POOL_SOURCED)
    came = sum(amount for kind, _, amount in rows if kind in back)
    assert found.pool.points[-1][1] == subject().pool_opening_fen - paid + came

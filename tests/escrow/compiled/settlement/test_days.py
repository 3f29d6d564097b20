"""The civil calendar in integers equals the library's, and cap years equal the readings'."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.compiled.settlement.days import first_day_of, last_day_of, year_of
from escrow.compiled.settlement.window import OUT_OF_RANGE, bucket_of, column_of
from escrow.settlement import AuditDay, SettlementTerms
from escrow.settlement.books import year_of as readable_year
from tests.escrow.compiled.settlement.mirror import policy, policy_of, terms
from tests.escrow.literal import audit_of, day, settlement_terms


def test_every_new_year_of_five_centuries() -> None:
    for year in range(1801, 2301):
        first = date(year, 1, 1).toordinal()
        assert (first_day_of(year), last_day_of(year - 1)) == (first, first - 1)
        assert (year_of(first), year_of(first - 1), year_of(first + 200)) == (year, year - 1, year)


def test_the_year_before_all_years_ends_before_every_day() -> None:
    assert last_day_of(0) == 0


@settings(deadline=None)
@given(st.integers(1, date.max.toordinal() - 366))
def test_the_year_of_any_day(on: int) -> None:
    assert year_of(on) == readable_year(on)


@settings(deadline=None)
@given(
    st.sampled_from(["release_calendar_year", "audit_year", "payment_year", "scheme_year", "invoice_year"]),
    st.sampled_from(["full_each_calendar_year", "one_for_trial_year"]),
    st.integers(day("2024-02-27"), day("2029-12-31")),
)
def test_the_cap_year_equals_the_readings(cap_year: str, first_year: str, on: int) -> None:
    chosen = {"cap_year": cap_year, "cap_first_year": first_year}
    audit = AuditDay(2026, day("2027-02-13"), day("2028-02-27"))
    expected = settlement_terms(**chosen).dated(on, on, audit)[1]
    assert bucket_of(policy(**chosen), on, audit.reported_day, audit.paid_day) == expected


@pytest.mark.parametrize("start", ["2024-02-29", "2025-03-01", "2025-01-01", "2024-12-31"])
def test_a_scheme_year_may_begin_on_any_day(start: str) -> None:
    named = terms(cap_year="scheme_year")
    named.trial_from = day(start)  # type: ignore[misc]
    ours, readable = policy_of(named), SettlementTerms.of(named)
    for on in range(day("2024-01-01"), day("2028-03-02")):
        assert bucket_of(ours, on, on, on) == readable.dated(on, on, audit_of(2025))[1]


def test_a_cap_year_far_from_the_horizon_is_named_out_of_range() -> None:
    found = [bucket_of(policy(), day(f"{year}-06-01"), 1, 1) for year in (2022, 2023, 2033, 2034)]
    assert found == [OUT_OF_RANGE, 2023, 2033, OUT_OF_RANGE]


def test_the_trials_own_cap_year_has_the_first_column() -> None:
    assert [column_of(policy(), bucket) for bucket in (0, 2023, 2025)] == [0, 1, 3]

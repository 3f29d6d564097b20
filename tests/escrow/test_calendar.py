"""Working days against a library for the years it knows, and against plain counting everywhere."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.calendar import Calendar, CashWindow, NeverOpen, calendar, calendar_of, cash_window
from escrow.catalogue import load_calendar, load_policy
from escrow.catalogue.problems import BadCatalogue

CN = calendar()
DAYS = st.integers(min_value=date(2019, 1, 1).toordinal(), max_value=date(2042, 12, 31).toordinal())


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize("year", load_calendar().official_years)
def test_an_official_year_agrees_with_the_library_day_by_day(year: int) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range(365)]
    ours = [each for each in days if CN.is_working(each.toordinal())]
    assert ours == [each for each in days if chinese_calendar.is_workday(each)]


def test_the_years_of_the_scheme_are_official_and_later_ones_presumed() -> None:
    assert load_calendar().official_years == (2023, 2024, 2025, 2026)
    assert [CN.is_presumed(day(text)) for text in ("2025-03-09", "2026-12-31", "2027-01-01")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("2025-01-26", True),  # a Sunday made up for the Spring Festival
        ("2025-01-28", False),
        ("2025-10-08", False),
        ("2026-01-04", True),
        ("2027-01-01", False),  # a fixed holiday, presumed
        ("2027-05-03", True),
        ("2027-10-01", False),
        ("2027-10-04", True),
        ("2028-01-01", False),
        ("2028-01-02", False),  # a Sunday
    ],
)
def test_single_days(text: str, working: bool) -> None:
    assert CN.is_working(day(text)) is working


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2025-09-30", 1, "2025-10-09"),
        ("2025-09-30", 3, "2025-10-11"),
        ("2025-10-04", 0, "2025-10-04"),
        ("2025-10-04", 1, "2025-10-09"),
        ("2025-10-09", -1, "2025-09-30"),
        ("2025-10-04", -1, "2025-09-30"),
    ],
)
def test_working_days_are_added_across_a_holiday(start: str, n: int, end: str) -> None:
    assert CN.add_working(day(start), n) == day(end)


def _slowly(start: int, n: int) -> int:
    table, step = CN.table, 1 if n > 0 else -1
    for _ in range(abs(n)):
        start += step
        while not table.is_working(start):
            start += step
    return start


@given(DAYS, st.integers(min_value=-60, max_value=60))
def test_adding_agrees_with_plain_counting(start: int, n: int) -> None:
    assert CN.add_working(start, n) == _slowly(start, n)


@given(DAYS, st.integers(min_value=0, max_value=900))
def test_between_counts_what_adding_needs(start: int, n: int) -> None:
    end = CN.add_working(start, n)
    assert CN.working_between(start, end) == n
    assert CN.working_between(end, start) == -n


@given(DAYS)
def test_the_next_working_day_is_the_first_from_that_day_on(start: int) -> None:
    end = CN.next_working(start)
    assert CN.is_working(end)
    assert not any(CN.is_working(each) for each in range(start, end))


def test_a_short_horizon_grows_when_asked_beyond_it() -> None:
    small = Calendar(load_calendar(), day("2025-03-01"), day("2025-03-31"))
    assert small.add_working(day("2025-03-31"), 500) == CN.add_working(day("2025-03-31"), 500)
    assert small.add_working(day("2018-01-01"), -500) == _slowly(day("2018-01-01"), -500)
    assert small.is_working(day("2045-01-02")) is True


YEAR_END = cash_window({"closed_from": "12-20", "closed_to": "01-20"})


@pytest.mark.parametrize(
    ("asked", "open_on"),
    [
        ("2025-12-19", "2025-12-19"),
        ("2025-12-20", "2026-01-21"),
        ("2025-12-31", "2026-01-21"),
        ("2026-01-20", "2026-01-21"),
        ("2026-01-21", "2026-01-21"),
    ],
)
def test_public_money_waits_over_the_year_end(asked: str, open_on: str) -> None:
    assert CN.next_open(day(asked), YEAR_END) == day(open_on)


def test_a_window_inside_a_year() -> None:
    window = cash_window({"closed_from": "06-01", "closed_to": "06-30"})
    assert CN.next_open(day("2025-06-15"), window) == day("2025-07-01")
    assert CN.next_open(day("2025-05-31"), window) == day("2025-05-31")


def test_without_a_window_any_day_will_do() -> None:
    assert cash_window({"closed_from": None, "closed_to": None}) is None
    assert CN.next_open(day("2025-12-25"), None) == day("2025-12-25")


def test_a_window_that_never_opens_is_refused() -> None:
    with pytest.raises(NeverOpen, match="closed all year"):
        CN.next_open(day("2025-06-15"), CashWindow((1, 1), (12, 31)))


def test_the_calendar_of_the_policy_is_the_built_in_one_made_once() -> None:
    assert calendar_of(load_policy().calendar) is calendar("cn")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id: x\ntitle: {zh: 一, en: x}\nofficial: []\npresumed: [{month_day: 0101}]", "line 4, presumed"),
        ("id: x\ntitle: {zh: 一, en: x}\noffical: []\npresumed: []", "line 3, offical: an unknown key"),
    ],
)
def test_a_fault_in_a_table_has_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadCatalogue, match=says.replace("[", r"\[")):
        load_calendar(path)


def test_a_table_that_is_not_there_is_said() -> None:
    with pytest.raises(BadCatalogue, match="cannot read the calendar nowhere"):
        load_calendar("nowhere")

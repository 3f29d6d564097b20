"""The pool's course and its queue."""

from escrow.tape import Kind
from scenarios.metrics.pool import pool_course
from scenarios.metrics.queue import queue
from scenarios.metrics.subject import lines, subject_of
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import scenario, success
from tests.scenarios.metrics.kit import WAN, day, line, subject


def test_the_course_has_one_point_per_day_of_change() -> None:
    tape = [
        line("2025-04-10", Kind.POOL_PAID, 0, 200 * WAN),
        line("2025-04-10", Kind.POOL_PAID, 1, 300 * WAN),
        line("2025-12-30", Kind.POOL_REPAID, 0, 200 * WAN),
    ]
    course = pool_course(tape, subject(pool_opening_fen=500 * WAN))
    assert course.points == (
        (day("2025-03-09"), 500 * WAN),
        (day("2025-04-10"), 0),
        (day("2025-12-30"), 200 * WAN),
    )
    assert (course.lowest_fen, course.lowest_day) == (0, day("2025-04-10"))


def test_the_balance_of_a_day_is_that_of_its_end() -> None:
    course = pool_course([line("2025-04-10", Kind.POOL_PAID, 0, WAN)], subject(pool_opening_fen=3 * WAN))
    assert [course.at(day(on)) for on in ("2025-04-09", "2025-04-10", "2026-01-01")] == [
        3 * WAN,
        2 * WAN,
        2 * WAN,
    ]


def test_money_clawed_back_into_the_pool_raises_it() -> None:
    tape = [
        line("2025-04-10", Kind.CLAWBACK_PAID, 0, WAN, a=1),
        line("2025-04-11", Kind.CLAWBACK_PAID, 0, WAN),
    ]
    assert pool_course(tape, subject(pool_opening_fen=0)).points[-1] == (day("2025-04-10"), WAN)


def test_a_quota_counts_what_is_not_committed_yet() -> None:
    tape = [
        line("2025-03-09", Kind.QUOTA_ISSUED, -1, 500 * WAN),
        line("2025-03-28", Kind.QUOTA_COMMITTED, 0, 200 * WAN),
        line("2025-04-10", Kind.POOL_PAID, 0, 200 * WAN),
        line("2025-12-31", Kind.QUOTA_LAPSED, -1, 100 * WAN),
    ]
    course = pool_course(tape, subject(pool_opening_fen=0, pool_is_quota=True))
    assert [fen for _, fen in course.points] == [500 * WAN, 300 * WAN, 200 * WAN]


def test_the_districts_yearly_budget_is_no_part_of_the_pools_quota() -> None:
    tape = [
        line("2025-03-09", Kind.QUOTA_ISSUED, -1, 500 * WAN),
        line("2025-03-09", Kind.QUOTA_ISSUED, -1, 90 * WAN, a=3, b=2025),
        line("2025-12-31", Kind.QUOTA_LAPSED, -1, 40 * WAN, a=2025, b=3),
    ]
    course = pool_course(tape, subject(pool_opening_fen=0, pool_is_quota=True))
    assert [fen for _, fen in course.points] == [500 * WAN]


def test_a_pool_that_the_treasury_fills_starts_empty() -> None:
    ran = run(scenario(success(), readings={"pool_source": "district_treasury_day_one"}))
    course = pool_course(lines(ran.tape), subject_of(ran.prepared))
    assert course.points[-1][1] == ran.balances()["risk_pool"]


def test_the_queue_counts_days_from_asking_to_paying() -> None:
    tape = [
        line("2025-05-01", Kind.POOL_QUEUED, 0, WAN),
        line("2025-05-03", Kind.POOL_QUEUED, 1, WAN),
        line("2025-05-11", Kind.POOL_PAID, 0, WAN),
        line("2025-05-31", Kind.POOL_REFUSED, 1, WAN),
    ]
    found = queue(tape, subject())
    assert (found.queued, found.longest, found.still_waiting) == (2, 2, 0)
    assert found.waits == (10, 28)
    assert (found.median_days, found.longest_days) == (10, 28)
    assert [length for _, length in found.by_day] == [1, 2, 1, 0]


def test_who_waits_to_the_end_is_counted_to_the_last_day() -> None:
    found = queue([line("2026-12-01", Kind.POOL_QUEUED, 0, WAN)], subject())
    assert (found.still_waiting, found.waits) == (1, (30,))


def test_without_a_queue_all_is_zero() -> None:
    found = queue([], subject())
    assert (found.queued, found.longest, found.median_days, found.longest_days) == (0, 0, 0, 0)

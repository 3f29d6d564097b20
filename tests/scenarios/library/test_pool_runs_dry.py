"""The pool runs dry: the queue keeps its order, waiting days stop the clock, top-ups serve it."""

from escrow.tape import Kind
from tests.scenarios.library.telling import WAN, story

NAME = "pool-runs-dry"


def test_the_third_project_queues_when_its_budget_passes_what_is_left() -> None:
    queued = story(NAME).of(Kind.POOL_QUEUED)
    assert [(row.on, row.project, row.fen, row.data["pool_fen"]) for row in queued] == [
        ("2025-08-22", "P3", 3000 * WAN, 2500 * WAN),
        ("2025-09-16", "P4", 1000 * WAN, 2500 * WAN),  # would fit, but may not overtake
        ("2025-12-16", "P5", 2200 * WAN, 500 * WAN),
    ]


def test_the_queue_is_paid_by_a_dated_top_up_and_then_by_a_decided_one() -> None:
    told = story(NAME)
    topped = [(row.on, row.fen, row.data["occasion"]) for row in told.of(Kind.POOL_TOPPED_UP)]
    assert topped == [("2025-11-20", 1000 * WAN, 1), ("2025-12-20", 3000 * WAN, 2)]
    assert told.paid(Kind.POOL_PAID) == [
        ("2025-06-16", "P1", 4000 * WAN),
        ("2025-07-01", "P2", 3500 * WAN),
        ("2025-11-20", "P3", 3000 * WAN),
        ("2025-12-20", "P4", 1000 * WAN),
        ("2025-12-20", "P5", 2200 * WAN),
    ]


def test_a_top_up_is_asked_for_once_and_decided_120_days_later() -> None:
    assert story(NAME).days(Kind.POOL_TOPUP_ASKED) == [("2025-08-22", "P3")]


def test_days_in_the_queue_do_not_count_towards_the_year_of_stage_1() -> None:
    started = [row for row in story(NAME).of(Kind.STAGE_STARTED, project="P3") if row.stage == 1]
    waited, deposited, last = 90, 739_450, 739_905  # 2025-07-18, and 2026-10-16: a year after 90 days
    assert [row.data["last_day"] for row in started] == [last]
    assert last == deposited + waited + 365


def test_with_overtaking_the_small_project_is_paid_while_the_large_one_waits() -> None:
    paid = story(NAME, "pool_overtaking=yes").paid(Kind.POOL_PAID)
    assert ("2025-09-16", "P4", 1000 * WAN) in paid


def test_where_the_pool_refuses_the_deposit_comes_back_on_the_same_day() -> None:
    told = story(NAME, "pool_shortage=refuse")
    assert told.days(Kind.POOL_REFUSED)[0] == ("2025-08-22", "P3")
    assert told.paid(Kind.DEPOSIT_RETURNED)[0] == ("2025-08-22", "P3", 300 * WAN)

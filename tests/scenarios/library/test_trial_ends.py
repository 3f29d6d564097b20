"""The trial ends: what has its notice runs on, what comes too late is refused."""

from escrow.tape import Kind, Reason
from tests.scenarios.library.telling import WAN, story

NAME = "trial-ends"


def test_late_filings_are_refused_under_the_period_of_validity() -> None:
    assert story(NAME).reasons(Kind.REFUSED) == [
        ("2026-03-16", "P5", Reason.OUTSIDE_TRIAL),  # filed the day after
        ("2026-05-06", "P4", Reason.OUTSIDE_TRIAL),  # filed in time, the notice would come too late
    ]


def test_projects_with_a_notice_run_to_their_end() -> None:
    told = story(NAME)
    assert told.days(Kind.APPROVED) == [("2025-05-19", "P1"), ("2026-01-05", "P2"), ("2026-02-24", "P3")]
    assert told.days(Kind.PROJECT_COMPLETED) == [
        ("2027-03-10", "P1"),
        ("2027-06-30", "P2"),
        ("2027-07-02", "P3"),
    ]


def test_after_the_trial_money_goes_on_until_2028() -> None:
    told = story(NAME)
    late = [(row.on, row.project, row.fen) for row in told.of(Kind.POOL_PAID) if row.on > "2026-03-08"]
    assert late == [("2026-04-13", "P3", 200 * WAN)]
    grants = [row for row in told.of(Kind.COST_SHARE_PAID) if row.on > "2026-03-08"]
    assert (len(grants), sum(row.fen for row in grants)) == (6, 510 * WAN)
    assert grants[-1].on == "2028-02-27"


def test_what_is_recorded_is_not_drawn_again_and_what_is_open_ends_after_the_as_of_day() -> None:
    told = story(NAME)
    assert told.days(Kind.ACCEPTED)[:2] == [("2025-04-10", "P1"), ("2025-10-27", "P2")]
    reached = [(row.on, row.stage) for row in told.of(Kind.MILESTONE_REACHED, project="P1")]
    assert reached == [("2025-10-15", 1), ("2026-05-26", 2), ("2027-01-26", 3)]


def test_where_support_stops_with_the_trial_only_the_first_grant_and_advances_are_paid() -> None:
    told = story(NAME, "trial_end=stop")
    assert told.paid(Kind.COST_SHARE_PAID) == [("2026-02-27", "P1", 90 * WAN)]
    assert [row.project for row in told.of(Kind.POOL_PAID)] == ["P1", "P2"]
    assert ("2026-04-13", "P3", Reason.TRIAL_OVER) in told.reasons(Kind.PROJECT_ENDED)

"""A crowded intake: six seats on the panel, a pool for five, a top-up for the two best."""

from escrow.tape import Kind, Reason
from tests.scenarios.library.telling import WAN, story

NAME = "crowded-intake"


def test_six_projects_are_reviewed_at_once_and_six_wait_for_a_seat() -> None:
    started = story(NAME).days(Kind.REVIEW_STARTED)
    assert [on for on, _ in started[:6]] == ["2025-03-17"] * 3 + ["2025-03-18"] * 3
    assert [on for on, _ in started[6:]] == ["2025-04-15"] * 3 + ["2025-04-16"] * 3


def test_a_score_below_60_does_not_pass() -> None:
    assert story(NAME).reasons(Kind.REFUSED) == [("2025-04-15", "A03", Reason.REVIEW_FAILED)]


def test_the_first_batch_uses_up_the_pool_and_the_second_queues() -> None:
    told = story(NAME)
    first = [row.project for row in told.of(Kind.POOL_PAID) if row.on == "2025-06-30"]
    assert first == ["A01", "A02", "A04", "A05", "A06"]
    waiting = [(row.on, row.project, row.data["pool_fen"]) for row in told.of(Kind.POOL_QUEUED)]
    assert waiting == [("2025-07-25", f"A{number:02}", 0) for number in range(7, 13)]


def test_the_top_up_goes_to_the_two_best_scores_and_not_to_the_first_two() -> None:
    paid = [row.project for row in story(NAME).of(Kind.POOL_PAID) if row.on == "2025-12-10"]
    assert paid == ["A10", "A12"]  # scores 90 and 95; A07 has 88


def test_first_come_first_served_pays_the_first_two() -> None:
    told = story(NAME, "selection_rule=first_come")
    assert [row.project for row in told.of(Kind.POOL_PAID) if row.on == "2025-12-10"] == ["A07", "A08"]


def test_whoever_still_waits_is_committed_and_unpaid_at_the_end() -> None:
    owed = story(NAME).of(Kind.COMMITTED_UNPAID)
    assert [row.project for row in owed] == ["A07", "A08", "A09", "A11"]
    assert {row.data["committed_fen"] for row in owed} == {2000 * WAN}

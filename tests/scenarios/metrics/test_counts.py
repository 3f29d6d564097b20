"""How far projects came, and how long each step took."""

from fractions import Fraction

from escrow.tape import Kind, Reason
from scenarios.metrics.clocks import step_days
from scenarios.metrics.counts import counts
from scenarios.metrics.percentile import at_percent
from tests.scenarios.metrics.kit import line


def test_projects_are_counted_by_how_far_they_came() -> None:
    tape = [
        *(line("2025-03-14", Kind.FILED, serial) for serial in range(4)),
        line("2025-03-15", Kind.REFUSED, 3, a=Reason.BELOW_THRESHOLD),
        *(line("2025-03-21", Kind.APPROVED, serial) for serial in range(3)),
        line("2025-12-30", Kind.PROJECT_COMPLETED, 0),
        line("2025-12-30", Kind.PROJECT_ENDED, 1, a=Reason.MISSED),
    ]
    found = counts(tape)
    assert (found.filed, found.approved, found.completed, found.running) == (4, 3, 1, 1)
    assert found.refused == {Reason.BELOW_THRESHOLD: 1}
    assert found.ended == {Reason.MISSED: 1}
    assert found.success_rate == Fraction(1, 2)


def test_a_failed_review_counts_as_one_refusal() -> None:
    tape = [
        line("2025-03-24", Kind.REVIEWED, 0, a=0),
        line("2025-03-24", Kind.REFUSED, 0, a=Reason.REVIEW_FAILED),
    ]
    assert counts(tape).refused == {Reason.REVIEW_FAILED: 1}


def test_while_nothing_has_ended_there_is_no_rate() -> None:
    found = counts([line("2025-03-21", Kind.APPROVED, 0)])
    assert (found.success_rate, found.milestone_rate) == (None, None)


def test_the_milestone_rate_counts_reached_of_judged() -> None:
    reached = [line("2025-06-30", Kind.MILESTONE_REACHED, 0, stage=stage) for stage in (1, 2, 3)]
    assert counts([*reached, line("2025-07-30", Kind.MILESTONE_MISSED, 1)]).milestone_rate == Fraction(3, 4)


def test_a_step_knows_its_median_its_95th_percentile_and_the_late_ones() -> None:
    filed = [line("2025-03-01", Kind.FILED, serial) for serial in range(4)]
    days = ("2025-03-03", "2025-03-04", "2025-03-08", "2025-03-31")
    accepted = [line(on, Kind.ACCEPTED, serial) for serial, on in enumerate(days)]
    (found,) = step_days([*filed, *accepted])
    # Working days after Saturday 1 March: 1, 2, 5 and 21; five are promised, so the third is in time.
    assert (found.cases, found.median_days, found.p95_days, found.late) == (4, 2, 21, 1)


def test_steps_of_a_stage_are_paired_by_stage() -> None:
    tape = [
        line("2025-06-30", Kind.MILESTONE_REACHED, stage=1),
        line("2025-07-02", Kind.BALANCE_PAID, stage=1),
        line("2025-09-30", Kind.MILESTONE_REACHED, stage=2),
        line("2025-10-09", Kind.BALANCE_PAID, stage=2),
    ]
    (found,) = step_days(tape)
    assert (found.step.id, found.cases, found.median_days, found.p95_days) == ("balance", 2, 2, 9)


def test_percentiles_take_the_nearest_rank() -> None:
    assert [at_percent(range(1, 11), percent) for percent in (1, 50, 95, 100)] == [1, 5, 10, 10]
    assert at_percent([], 50) is None

"""Which projects the report offers to look at."""

from escrow.tape import Kind
from scenarios.report.facts import worth_looking_at
from tests.scenarios.metrics.kit import line


def test_a_paid_project_is_told_and_a_withheld_one_is_asked_about() -> None:
    tape = [
        line("2025-03-14", Kind.FILED, 0),
        line("2025-03-14", Kind.FILED, 1),
        line("2026-02-27", Kind.COST_SHARE_REFUSED, 0),
        line("2026-02-27", Kind.COST_SHARE_PAID, 1),
    ]
    assert worth_looking_at(tape) == (1, 0)


def test_without_projects_there_is_nothing_to_look_at() -> None:
    assert worth_looking_at([line("2026-12-31", Kind.HORIZON_ENDED, -1)]) == (-1, -1)

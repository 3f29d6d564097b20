"""Claims under the papers of the catalogue: ranks, not twice across papers, steps that add, stages."""

from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.tape import Row
from tests.scenarios.claims.kit import tape

HEAD = """\
schema: anxinbao/claims@1
papers: [{papers}]
horizon: {{from: 2024-01-01, to: 2027-12-31}}
budgets: {{{budgets}}}
enterprises:
  - {{id: E1, facts: {{within_sme_size: true, rd_spend: [1000万, 3000万], rd_cost: 500万}}}}
claims:
"""
BINJIANG = "binjiang2024, hgx2024-16"
ENOUGH = 'binjiang2024-budget-tech: {appropriated: 1亿, years: {"2025": 1亿}}'


def claims(*lines: str, papers: str = BINJIANG, budgets: str = ENOUGH, more: str = "") -> list[Row]:
    """The tape of some claims."""
    listed = "".join(f"  - {{id: C{i}, enterprise: E1, {line}}}\n" for i, line in enumerate(lines, 1))
    return tape(HEAD.format(papers=papers, budgets=budgets) + listed + more)


def paid(rows: list[Row]) -> dict[int, int]:
    """Yuan paid by claim."""
    found: dict[int, int] = {}
    for row in rows:
        if row[2] == ClaimKind.PAID:
            found[row[3]] = found.get(row[3], 0) + row[5] // 100
    return found


def refused(rows: list[Row]) -> dict[int, int]:
    """Reason by claim."""
    return {row[3]: row[6] for row in rows if row[2] == ClaimKind.REFUSED}


INCREMENT = "clause: binjiang2024-rd-sme-increment, facts: {decided_rate: 5%}"
SUPPORT = "clause: hgx2024-16-rd-support, facts: {key_innovation_project: true}"


def test_after_the_lower_award_of_an_older_paper_the_difference_is_paid() -> None:
    rows = claims(f"{INCREMENT}, applied_on: 2024-06-10", f"{SUPPORT}, applied_on: 2024-12-02")
    assert paid(rows) == {0: 1_000_000, 1: 500_000}


def test_another_project_of_the_enterprise_is_paid_in_full() -> None:
    rows = claims(
        f"{INCREMENT}, applied_on: 2024-06-10, object: X", f"{SUPPORT}, applied_on: 2024-12-02, object: Y"
    )
    assert paid(rows) == {0: 1_000_000, 1: 1_500_000}


def test_the_newer_paper_goes_first_from_its_day() -> None:
    facts = "facts: {decided_rate: 5%, key_innovation_project: true}"
    older = f"clause: binjiang2024-rd-sme-increment, {facts}"
    rows = claims(f"{older}, applied_on: 2024-11-22", f"{older}, applied_on: 2024-11-25, object: Y")
    assert refused(rows) == {1: ClaimReason.RANKED_BELOW}


def test_the_direct_award_goes_before_the_increment() -> None:
    large = "facts: {decided_rate: 5%, rd_spend: [5000万, 1亿]}"
    rows = claims(f"clause: binjiang2024-rd-sme-increment, {large}, applied_on: 2024-06-10")
    assert refused(rows) == {0: ClaimReason.RANKED_BELOW}


def upgrade(day: str, path: str) -> str:
    facts = f"facts: {{upgrade_paths: [{path}]}}"
    return f"clause: binjiang2024-incubator-upgrade, object: 孵化器, applied_on: {day}, {facts}"


def test_steps_that_add_are_both_paid_and_the_same_step_only_once() -> None:
    rows = claims(
        upgrade("2024-03-04", "市级→省级"),
        upgrade("2024-05-06", "省级→国家级"),
        upgrade("2024-07-01", "市级→省级"),
    )
    assert paid(rows) == {0: 500_000, 1: 500_000}
    assert refused(rows) == {2: ClaimReason.NOT_ELIGIBLE}


def test_a_promotion_of_the_file_is_such_a_step() -> None:
    step = "promoted: {on: 2024-05-06, facts: {upgrade_paths: [省级→国家级]}}"
    rows = claims(f"{upgrade('2024-03-04', '市级→省级')}, {step}")
    assert paid(rows) == {0: 500_000, 1: 500_000}


STUDIO = (
    "clause: linan2025-heritage-studio-30, applied_on: 2025-03-03, events: {title_confirmed: 2025-05-06}, "
    "facts: {decided_amounts: [10万, 10万, 10万]}"
)


def test_a_studio_is_paid_over_three_years() -> None:
    rows = claims(STUDIO, papers="linan2025", budgets="")
    assert [row[5] for row in rows if row[2] == ClaimKind.PAID] == [10_000_000] * 3


def test_a_studio_that_loses_its_title_is_stopped() -> None:
    rows = claims(f"{STUDIO}, lapses_on: 2026-04-01", papers="linan2025", budgets="")
    assert paid(rows) == {0: 100_000}
    assert ClaimKind.STOPPED in {row[2] for row in rows}


def test_the_reading_of_a_clause_is_taken_from_the_file() -> None:
    upper = "upper_level: {amount: 4000万, arrives_on: 2024-03-04}"
    match = f"clause: binjiang2024-national-task-match, applied_on: 2024-03-04, {upper}"
    assert paid(claims(match)) == {0: 5_000_000}
    after = "readings: {binjiang2024-national-task-match.cap_before_split: after}\n"
    assert paid(claims(match, more=after)) == {0: 10_000_000}


def test_a_cap_of_the_year_counts_all_tasks_of_the_enterprise() -> None:
    upper = "upper_level: {amount: 1600万, arrives_on: 2024-03-04}"
    task = f"clause: binjiang2024-national-task-match, applied_on: 2024-03-04, {upper}"
    yearly = "readings: {binjiang2024-national-task-match.cap_scope: enterprise_year}\n"
    assert paid(claims(f"{task}, object: X", f"{task}, object: Y")) == {0: 4_000_000, 1: 4_000_000}
    rows = claims(f"{task}, object: X", f"{task}, object: Y", more=yearly)
    assert paid(rows) == {0: 4_000_000, 1: 1_000_000}


def test_a_rule_against_double_payment_is_read_as_the_file_says() -> None:
    title = "clause: linan2025-postdoc-station, object: S"
    low = f"{title}, applied_on: 2025-03-03, facts: {{level: 省级}}"
    high = f"{title}, applied_on: 2025-06-03, facts: {{level: 国家级}}"
    assert paid(claims(low, high, papers="linan2025", budgets="")) == {0: 500_000, 1: 500_000}
    one = "readings: {linan2025-stacking.overlap: choose_one}\n"
    assert paid(claims(low, high, papers="linan2025", budgets="", more=one)) == {0: 500_000}


def test_a_later_paper_goes_first_only_on_conditions_that_are_stated() -> None:
    facts = "within_sme_size: true, rd_spend: [1000万, 3000万], rd_cost: 1000万, decided_rate: 5%"
    claim = "clause: binjiang2024-rd-sme-increment, applied_on: 2024-12-02, facts: {FACTS}"
    assert paid(claims(claim.replace("FACTS", facts))) == {0: 1_000_000}
    stated = f"{facts}, key_innovation_project: true"
    assert refused(claims(claim.replace("FACTS", stated))) == {0: ClaimReason.RANKED_BELOW}

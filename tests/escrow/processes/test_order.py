"""Things of the same day: which outcomes hang on the order of the projects in the file, and which do not.

The file's order decides only between projects that compete for the same thing: seats on the panel, the
year's number, money in the pool, the cap of their enterprise, the district's yearly budget, one purse.
"""

from itertools import permutations
from typing import Any

import pytest

from escrow.tape import Kind
from tests.escrow.processes.kit import Ran, run
from tests.escrow.processes.stories import Table, but, project, scenario, success

Story = list[tuple[int, ...]]
# What a project that comes first or last in a queue goes through differently.
AFTER_NOTICE = {Kind.POOL_QUEUED, Kind.POOL_PAID, Kind.STAGE_STARTED, Kind.COMMITTED_UNPAID}


def stories(ran: Ran) -> dict[str, Story]:
    """Day, phase, kind, stage, amount and columns of everything that happened, by project id."""
    told: dict[str, Story] = {plan.id: [] for plan in ran.prepared.world.plans}
    for row in ran.tape:
        if row[3] >= 0:
            told[ran.prepared.world.plans[row[3]].id].append((*row[:3], *row[4:]))
    return told


def moved(table: Table) -> set[Kind]:
    """The kinds of rows in which some project's story depends on the order of the file."""
    listed = table["portfolio"]["projects"]
    runs = [stories(run(but(table, portfolio__projects=list(order)))) for order in permutations(listed)]
    kinds: set[Kind] = set()
    for told in runs[1:]:
        for name, story in told.items():
            kinds |= {Kind(row[2]) for row in set(story) ^ set(runs[0][name])}
    return kinds


def open_project(number: int, **facts: Any) -> Table:
    """Filed on one day with the others, and nothing else known; each of an enterprise of its own."""
    made = {**project(f"P{number}", enterprise=f"E{number}"), **facts}
    return {key: value for key, value in made.items() if key != "record"}


def trio(**facts: Any) -> Table:
    """Three projects that reach every step on the same days."""
    return scenario(*(open_project(number, **facts) for number in (1, 2, 3)))


def test_without_scarcity_no_outcome_moves() -> None:
    assert moved(trio()) == set()


def test_draws_belong_to_the_project_and_not_to_its_place() -> None:
    district = {"base": "district", "insured": "100%", "missed": "30%", "falsified": "20%"}
    assert moved(but(trio(), behaviour=district, overrides={"panel_seats": 9})) == set()


def test_one_seat_on_the_panel_moves_the_days_of_whoever_waits() -> None:
    found = moved(but(trio(), overrides={"panel_seats": 1}, horizon__to="2025-06-30"))
    assert {Kind.REVIEW_STARTED, Kind.REVIEWED} <= found
    assert Kind.ACCEPTED not in found


def test_a_short_pool_moves_who_is_paid() -> None:
    short = but(trio(), opening_balances__risk_pool="200万", horizon__to="2025-08-15")
    assert moved(short) == AFTER_NOTICE


def test_scores_and_not_places_rank_those_who_wait() -> None:
    short = but(
        trio(),
        opening_balances__risk_pool="0",
        portfolio__pool_topups=[{"date": "2025-08-01", "amount": "200万"}],
        horizon__to="2025-08-15",
    )
    for place, score in enumerate((70, 80, 90)):
        short = but(short, **{f"portfolio__projects__{place}__score": score})
    # The length of the queue that each one finds is told, the outcome is the same.
    assert moved(short) == set()


def test_the_number_of_the_year_moves_who_waits_for_the_next() -> None:
    fixed = {"selection_rule": "fixed_number"}
    limited = but(trio(), readings=fixed, overrides={"selection_number": 1}, horizon__to="2025-06-10")
    assert moved(limited) == {
        Kind.APPROVED,
        Kind.SELECTION_WAITED,
        Kind.DEPOSITED,
        Kind.COMMITTED_UNPAID,
    }


def test_the_cap_of_an_enterprise_moves_between_its_projects_and_not_in_sum() -> None:
    rich = {"opening_balances__enterprise": "1亿"}
    table = but(scenario(success("P1", (400, 400)), success("P2", (600,)), success("P3", (500,))), **rich)
    assert moved(table) == {Kind.COST_SHARE_PAID, Kind.COST_SHARE_REFUSED}
    listed = table["portfolio"]["projects"]
    totals = {
        run(but(table, portfolio__projects=list(order))).balances()["enterprise:E1"]
        for order in permutations(listed)
    }
    assert len(totals) == 1


@pytest.mark.parametrize(("short", "moves"), [("prorate", False), ("trim", True), ("defer", True)])
def test_a_district_budget_moves_grants_unless_it_is_shared_out(short: str, moves: bool) -> None:
    pair = scenario(success(), success("P2", enterprise="E2"))
    budget = {"district_budget.amount": "150万", "district_budget.short": short}
    assert bool(moved(but(pair, overrides=budget, horizon__to="2026-12-31"))) == moves


def test_one_purse_too_small_for_two_deposits_moves_which_is_paid() -> None:
    sisters = scenario(project("P1"), project("P2"))
    found = moved(but(sisters, opening_balances__enterprise="30万", horizon__to="2025-04-05"))
    assert found == {
        Kind.DEPOSITED,
        Kind.DEPOSIT_MISSED,
        Kind.PROJECT_ENDED,
        Kind.COMMITTED_UNPAID,
    }

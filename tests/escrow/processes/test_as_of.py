"""A portfolio in flight: what lies before the as-of day is record, what lies after is simulated."""

from datetime import date

import pytest

from escrow.tape import Kind
from scenarios.spec import normal
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import Table, but, insured, project, reached, scenario, success

THREE = scenario(success("P1", (200, 240, 160), insurance=insured()))
AS_OF = "2025-12-01"


def deposits(table: Table) -> list[int]:
    """Deposits in 万元."""
    return [row[5] // 1_000_000 for row in run(table).rows(Kind.DEPOSITED)]


def granted(as_of: str | None) -> int:
    """The cost share in 万元 under a rate of 40 % and an as-of day."""
    amended = but(THREE, overrides={"cost_share_rate": "40%"})
    ran = run(amended if as_of is None else but(amended, as_of=as_of))
    return sum(row[5] for row in ran.rows(Kind.COST_SHARE_PAID)) // 1_000_000


def test_a_raised_floor_binds_deposits_from_the_as_of_day_on() -> None:
    raised = but(THREE, overrides={"deposit_rate_min": "20%"})
    assert deposits(raised) == [40, 48, 32]
    assert deposits(but(raised, as_of="2025-10-22")) == [20, 24, 32]
    assert deposits(but(raised, as_of="2025-10-23")) == [20, 24, 16]


@pytest.mark.parametrize(
    ("as_of", "wan"), [(None, 240), ("2026-02-01", 240), ("2026-02-27", 240), ("2026-02-28", 180)]
)
def test_a_grant_paid_before_the_as_of_day_has_the_printed_rate(as_of: str | None, wan: int) -> None:
    assert granted(as_of) == wan


@pytest.mark.parametrize(
    ("as_of", "fen"), [(None, 12_000_000), ("2025-04-27", 12_000_000), ("2025-04-28", 19_200_000)]
)
def test_so_has_a_premium_subsidy(as_of: str | None, fen: int) -> None:
    halved = but(
        THREE,
        overrides={"premium_subsidy_rate": "50%"},
        portfolio__projects__0__record__premium_subsidy_on="2025-04-27",
    )
    ran = run(halved if as_of is None else but(halved, as_of=as_of))
    assert [row[5] for row in ran.rows(Kind.PREMIUM_SUBSIDY_PAID)] == [fen]


def test_and_the_budget_of_the_pool() -> None:
    larger = but(THREE, overrides={"pool_budget_rate": "150%"})
    paid = {on: run(but(larger, as_of=on)).rows(Kind.POOL_PAID)[0][5] for on in ("2025-04-10", "2025-04-11")}
    assert list(paid.values()) == [300_000_000, 200_000_000]


def test_a_stage_under_way_is_not_finished_before_the_as_of_day() -> None:
    under_way = but(project("P1", (300,)), stages__0__planned_days=90)
    assert run(scenario(under_way)).days(Kind.SUBMITTED) == ["2025-06-30"]
    assert run(scenario(under_way, as_of=AS_OF)).days(Kind.SUBMITTED) == [AS_OF]


def test_what_is_open_is_drawn_above_the_time_gone_from_the_same_draw() -> None:
    under_way = but(project("P1", (300,)), stages__0__planned_days=120)
    free, known = {}, {}
    for seed in range(60):
        drawn = scenario(
            under_way, seed=seed, behaviour={"base": "district", "work_days": {"p0": 0, "p100": 200}}
        )
        free[seed] = run(drawn).days(Kind.SUBMITTED)[0]
        known[seed] = run(but(drawn, as_of="2025-09-01")).days(Kind.SUBMITTED)[0]
    assert min(known.values()) >= "2025-09-01"
    assert len(set(known.values())) > 20
    order = sorted(free, key=lambda seed: (free[seed], known[seed]))
    assert [known[seed] for seed in order] == sorted(known.values())


def test_without_time_gone_nothing_changes() -> None:
    tables = [scenario(project(), seed=seed, behaviour={"base": "district"}) for seed in range(20)]
    for table in tables:
        assert run(table).tape == run(but(table, as_of="2025-03-09")).tape


def test_nothing_open_happens_before_the_as_of_day() -> None:
    known = but(project("P1", (200, 200)), record__stages=[reached(0, False)])
    for seed in range(20):
        ran = run(scenario(known, seed=seed, as_of=AS_OF, behaviour={"base": "district", "missed": "30%"}))
        last_known, start = date(2025, 7, 15).toordinal(), date.fromisoformat(AS_OF).toordinal()
        assert [row for row in ran.tape if last_known < row[0] < start] == []


@pytest.mark.parametrize("rate", ["deposit_rate", "deposit_rate_min"])
def test_the_normal_form_says_the_same_of_deposits_on_both_sides(rate: str) -> None:
    ran = run(scenario(success(), as_of="2025-07-12", overrides={rate: "30%"}))
    again = run(normal(ran.prepared.scenario, ran.prepared.resolved))
    assert [row[5] for row in again.rows(Kind.DEPOSITED)] == [20_000_000, 60_000_000]
    assert again.store.head() == ran.store.head()

"""Policies and loan defaults that are drawn, and those that are stated."""

from fractions import Fraction

from escrow.behaviour import Behaviour, Chance, QuantileTable
from escrow.project import InsurancePlan
from escrow.world import build_world
from tests.escrow.world.plans import FILED, loan, policy, project

INSURES = Behaviour.certain().but({"insured": Chance.of("100%")})


def drawn(total_wan: int, behaviour: Behaviour = INSURES) -> InsurancePlan:
    plan = build_world([project("P", total_wan=total_wan)], behaviour, 1, 0).plans[0].insurance
    assert plan is not None
    return plan


def test_half_the_total_is_insured_at_five_percent() -> None:
    plan = drawn(600)
    assert plan.cover_fen == 300_000_000
    assert plan.premium_fen == 15_000_000
    assert plan.own_share == Fraction(1, 5)
    assert plan.bound_day == FILED - 15


def test_the_limit_of_the_sum_insured_bites() -> None:
    assert drawn(1200).cover_fen == 500_000_000


def test_no_cover_means_not_insured() -> None:
    nothing = INSURES.but({"cover_percent": QuantileTable.constant(0)})
    world = build_world([project("P")], nothing, 1, 0)
    assert world.project["insured"].tolist() == [0]
    assert world.plans[0].insurance is None
    assert world.insurers == ()


def test_a_stated_policy_stays_as_it_is() -> None:
    world = build_world([project("A", insurance=policy()), project("B")], INSURES, 1, 0)
    assert world.plans[0].insurance == policy()
    assert world.insurers == ("IX", "I1")
    assert world.project["insurer"].tolist() == [0, 1]
    assert world.project["premium_fen"].tolist() == [240_000_000, 15_000_000]
    assert world.project["bound_days"].tolist() == [-11, 15]


def test_nobody_insures_when_behaviour_is_not_stated() -> None:
    world = build_world([project("A")], Behaviour.certain(), 1, 0)
    assert world.plans[0].insurance is None
    assert world.project["insurer"].tolist() == [-1]


def test_a_default_falls_at_the_end_of_the_term_with_a_quarter_recovered() -> None:
    defaults = Behaviour.certain().but({"loan_defaults": Chance.of("100%")})
    plan = build_world([project("A", loan=loan())], defaults, 1, 0).plans[0].loan
    assert plan is not None
    assert plan.default_day == FILED + 365
    assert plan.recovered_fen == 100_000_000
    assert plan.recovery_day == FILED + 365 + 60 + 730


def test_a_stated_default_stays_as_it_is() -> None:
    defaults = Behaviour.certain().but({"loan_defaults": Chance.of("100%")})
    plan = build_world([project("A", loan=loan(default_day=FILED + 9))], defaults, 1, 0).plans[0].loan
    assert plan == loan(default_day=FILED + 9)


def test_the_chance_of_a_default_grows_with_the_term() -> None:
    half = Behaviour.certain().but({"loan_defaults": Chance.of("30%")})
    counts = []
    for term in (365, 730):
        world = build_world([project(f"P{i}", loan=loan(term)) for i in range(2000)], half, 1, 0)
        counts.append(int(world.project["loan_defaults"].sum()))
    assert 540 < counts[0] < 660
    assert 1140 < counts[1] < 1260


def test_without_a_loan_nothing_defaults() -> None:
    defaults = Behaviour.certain().but({"loan_defaults": Chance.of("100%")})
    world = build_world([project("A")], defaults, 1, 0)
    assert world.project["loan_default_days"].tolist() == [-1]

"""Levers of studies: each moves what it says, and no other draw."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from escrow.behaviour import Behaviour, Chance, Insurers, QuantileTable
from escrow.project import ProjectPlan
from escrow.world import (
    Announcement,
    FirstShareResponse,
    Joining,
    Levers,
    PopulationSpec,
    Ring,
    build_world,
    generate,
)

FROM, TO = date(2025, 3, 9).toordinal(), date(2026, 3, 8).toordinal()
NEWS = date(2025, 9, 1).toordinal()
SPEC = PopulationSpec(filings=QuantileTable.constant(30))
RING = Ring(contracts=12, platform="PL2", enterprises=4)
FIVE = FirstShareResponse(Fraction(4, 5), Fraction(1, 2))


def population(spec: PopulationSpec, levers: Levers | None = None, replication: int = 0) -> list[ProjectPlan]:
    return generate(spec, 20250309, replication, FROM, TO, levers)


def firsts(levers: Levers) -> list[Fraction]:
    plans = population(replace(SPEC, first_share_response=FIVE), levers)
    longer = [plan.stages for plan in plans if len(plan.stages) > 1]
    return [Fraction(s[0].instalment_fen, sum(each.instalment_fen for each in s)) for s in longer]


def test_after_an_announcement_some_stay_away_and_the_others_are_unmoved() -> None:
    quiet = replace(SPEC, announcement=Announcement(NEWS, Chance.of("40%")))
    late = gone = 0
    for replication in range(40):
        before = {plan.id: plan for plan in population(SPEC, replication=replication)}
        after = {plan.id: plan for plan in population(quiet, replication=replication)}
        assert after.items() <= before.items()
        missing = [before[name] for name in before.keys() - after.keys()]
        assert all(plan.filed_day >= NEWS for plan in missing)
        late, gone = late + sum(p.filed_day >= NEWS for p in before.values()), gone + len(missing)
    assert gone / late == pytest.approx(0.4, abs=0.06)


def test_the_first_share_answers_to_who_carries_it() -> None:
    text, dear, half = Levers(), Levers(deposit_rate=Fraction(3, 10)), Levers(pool_budget_rate=Fraction(1, 2))
    means = [sum(firsts(levers)) / len(firsts(levers)) for levers in (text, dear, half)]
    assert [round(float(mean), 2) for mean in means] == [0.57, 0.53, 0.46]


def test_the_first_share_keeps_a_limit_and_the_totals() -> None:
    assert max(firsts(Levers(first_share_max=Fraction(2, 5)))) <= Fraction(2, 5)
    usual, moved = population(SPEC), population(replace(SPEC, first_share_response=FIVE))
    for plan, own in zip(moved, usual, strict=True):
        assert replace(plan, stages=()) == replace(own, stages=())
        assert plan.agreed_total_fen - plan.equipment_fen == sum(s.instalment_fen for s in plan.stages)
        assert [s.planned_days for s in plan.stages] == [s.planned_days for s in own.stages]


def test_a_stated_first_share_may_respond_too() -> None:
    spec = replace(SPEC, first_share_percent=QuantileTable.constant(20), first_share_response=FIVE)
    shares = [s.instalment_fen for s in next(p for p in population(spec) if len(p.stages) == 3).stages]
    assert Fraction(shares[0], sum(shares)) == pytest.approx(0.47, abs=0.01)


def test_a_ring_comes_on_top_of_the_others() -> None:
    plans = population(replace(SPEC, ring=RING))
    ring = [plan for plan in plans if plan.id.startswith("GR")]
    assert [plan for plan in plans if plan not in ring] == population(SPEC)
    assert {plan.enterprise for plan in ring} == {"GRE001", "GRE002", "GRE003", "GRE004"}
    assert {plan.platform for plan in ring} == {"PL2"}
    assert all(300_000_000 <= plan.agreed_total_fen <= 330_000_000 for plan in ring)
    assert not any(plan.related or plan.falsified_day or plan.equipment_fen for plan in ring)
    assert [plan.filed_day for plan in plans] == sorted(plan.filed_day for plan in plans)


def test_the_first_finding_uncovers_the_whole_ring() -> None:
    caught = replace(RING, sampled=Chance.of("100%"), found_days=QuantileTable.constant(200))
    ring = [p for p in population(replace(SPEC, ring=caught)) if p.id.startswith("GR")]
    assert {plan.falsified_day for plan in ring} == {min(plan.filed_day for plan in ring) + 200}


def test_a_larger_sample_finds_the_ring_no_later() -> None:
    days = []
    for share in ("10%", "30%", "60%"):
        spec = replace(SPEC, ring=replace(RING, sampled=Chance.of(share)))
        plans = population(spec, replication=3)
        days.append(next(p.falsified_day for p in plans if p.id.startswith("GR")) or TO + 1000)
    assert days == sorted(days, reverse=True)


def test_data_on_relations_show_an_enterprise_in_all_its_contracts() -> None:
    plans = population(replace(SPEC, ring=replace(RING, seen=Chance.of("50%"))))
    ties: dict[str, set[bool]] = {}
    for plan in plans:
        ties.setdefault(plan.enterprise, set()).add(plan.related)
    assert all(len(answers) == 1 for answers in ties.values())
    assert any(answers == {True} for answers in ties.values())


def test_a_ring_minds_neither_announcements_nor_the_terms_of_joining() -> None:
    spec = replace(SPEC, ring=RING, announcement=Announcement(FROM, Chance.of("100%")), joining=Joining())
    assert [plan.id for plan in population(spec)].count("GR001") == 1
    assert all(plan.id.startswith("GR") for plan in population(spec))


def test_only_populations_that_answer_depend_on_the_policy() -> None:
    assert not replace(SPEC, ring=RING).answers
    assert replace(SPEC, joining=Joining()).answers
    assert replace(SPEC, first_share_response=FIVE).answers


INSURING = Behaviour.district().but({"insured": Chance.of("100%")})


def worlds(insurers: Insurers) -> tuple[set[str], list[ProjectPlan]]:
    plans = population(SPEC)
    world = build_world(plans, INSURING.but(insurers=insurers), 1, 0)
    usual = build_world(plans, INSURING, 1, 0)
    moved = {name for name, digest in world.digests().items() if digest != usual.digests()[name]}
    return moved, list(world.plans)


def test_after_its_exit_an_insurer_binds_no_policy_and_nothing_else_moves() -> None:
    moved, plans = worlds(Insurers(exit_day=NEWS))
    assert moved == {f"project.{name}" for name in ("insured", "insurer", "cover_fen", "premium_fen")}
    assert all(plan.insurance.bound_day < NEWS for plan in plans if plan.insurance)
    assert 0 < sum(plan.insurance is None for plan in plans) < 30


def test_a_dearer_policy_costs_its_factor_from_its_day_on() -> None:
    moved, plans = worlds(Insurers(dearer_from=NEWS, factor=Fraction(3, 2)))
    assert moved == {"project.premium_fen"}
    bought = [plan.insurance for plan in plans if plan.insurance]
    rates = {(p.bound_day >= NEWS, Fraction(p.premium_fen, p.cover_fen or 1)) for p in bought}
    assert rates == {(False, Fraction(1, 20)), (True, Fraction(3, 40))}

"""Generated populations: stable ids, exact sums, stated distributions, joining by thresholds."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from escrow.behaviour import Chance, QuantileTable
from escrow.project import ProjectPlan
from escrow.world import Joining, Levers, Loans, PopulationSpec, generate

FROM, TO = date(2025, 3, 9).toordinal(), date(2026, 3, 8).toordinal()
SPEC = PopulationSpec()
THIRTY = replace(SPEC, filings=QuantileTable.constant(30))


def population(spec: PopulationSpec = SPEC, replication: int = 0, **more: object) -> list[ProjectPlan]:
    return generate(spec, 20250309, replication, FROM, TO, **more)  # type: ignore[arg-type]


MANY = [plan for r in range(300) for plan in population(replication=r)]


def test_the_first_filing_is_golden() -> None:
    first = population(THIRTY)[0]
    assert (first.id, first.enterprise, first.platform) == ("G001", "GE086", "PL1")
    assert [(s.instalment_fen // 1_000_000, s.planned_days) for s in first.stages] == [
        (352, 357),
        (253, 266),
        (309, 199),
    ]


def test_instalments_add_up_to_the_total_less_equipment() -> None:
    for plan in MANY:
        assert (
            sum(stage.instalment_fen for stage in plan.stages) == plan.agreed_total_fen - plan.equipment_fen
        )
        assert all(stage.instalment_fen % 1_000_000 == 0 < stage.instalment_fen for stage in plan.stages)
        assert plan.agreed_total_fen - plan.equipment_fen >= 300_000_000


def test_filings_come_in_order_inside_the_window_on_weekdays() -> None:
    for r in range(20):
        plans = population(replication=r)
        assert [p.filed_day for p in plans] == sorted(p.filed_day for p in plans)
        assert all(FROM <= p.filed_day <= TO for p in plans)
        assert all(date.fromordinal(p.filed_day).weekday() < 5 for p in plans)
        assert len({p.id for p in plans}) == len(plans)


def test_counts_and_shapes_are_as_stated() -> None:
    counts = np.array([len(population(replication=r)) for r in range(300)])
    assert 28 < counts.mean() < 32
    assert 0.42 < counts.std() / counts.mean() < 0.58
    stages = Counter(len(plan.stages) for plan in MANY)
    assert 0.42 < stages[3] / len(MANY) < 0.48
    platforms = Counter(plan.platform for plan in MANY)
    assert 0.31 < platforms["PL1"] / len(MANY) < 0.37
    assert set(platforms) == {f"PL{k}" for k in range(1, 8)}


def test_agreed_totals_meet_their_quantiles() -> None:
    totals = [(p.agreed_total_fen - p.equipment_fen) // 1_000_000 for p in MANY]
    for percent, wanted in ((10, 369), (50, 520), (90, 997)):
        assert abs(np.percentile(totals, percent) - wanted) < wanted * 0.05


def test_the_last_weeks_see_a_rush_and_the_winter_is_quiet() -> None:
    months = Counter(date.fromordinal(plan.filed_day).month for plan in MANY)
    assert months[1] < 0.5 * months[5]
    assert months[12] > months[5]
    last = sum(plan.filed_day > TO - 21 for plan in MANY) / len(MANY)
    assert 0.07 < last < 0.13


def test_heaps_of_planned_days_stand_at_180_and_365() -> None:
    days = Counter(stage.planned_days for plan in MANY for stage in plan.stages)
    total = days.total()
    assert 0.13 < days[180] / total < 0.17
    assert 0.13 < days[365] / total < 0.17
    assert max(days) == 365


def test_an_as_of_day_only_cuts_off_what_lies_before_it() -> None:
    as_of = date(2025, 9, 1).toordinal()
    assert population(as_of=as_of) == [p for p in population() if p.filed_day >= as_of]


def test_more_filings_leave_the_first_ones_alone() -> None:
    few = {p.id: p for p in population(replace(SPEC, filings=QuantileTable.constant(10)))}
    more = {p.id: p for p in population(replace(SPEC, filings=QuantileTable.constant(40)))}
    assert few == {name: more[name] for name in few}


def test_changing_platforms_leaves_everything_else_alone() -> None:
    one = population(replace(THIRTY, platforms=(("X", 1),)))
    assert {p.platform for p in one} == {"X"}
    assert [replace(p, platform="") for p in one] == [replace(p, platform="") for p in population(THIRTY)]


def test_no_filings_and_no_window_are_empty() -> None:
    assert population(replace(SPEC, filings=QuantileTable.constant(0))) == []
    assert generate(SPEC, 1, 0, TO, FROM) == []
    assert len(generate(THIRTY, 1, 0, FROM, FROM)) == 30


def test_the_first_share_can_be_stated() -> None:
    plans = population(replace(THIRTY, first_share_percent=QuantileTable.constant(80)))
    for plan in plans:
        total = plan.agreed_total_fen - plan.equipment_fen
        if len(plan.stages) > 1:
            assert abs(Fraction(plan.stages[0].instalment_fen, total) - Fraction(4, 5)) < Fraction(1, 100)
        assert sum(stage.instalment_fen for stage in plan.stages) == total


def test_bunched_agreements_lie_just_above_the_threshold() -> None:
    plans = population(replace(THIRTY, bunched=Chance.of("100%")))
    nets = [p.agreed_total_fen - p.equipment_fen for p in plans]
    assert all(300_000_000 <= net <= 315_000_000 for net in nets)


def test_a_borrowing_enterprise_borrows_for_each_of_its_projects() -> None:
    spec = replace(THIRTY, enterprises=5, loans=Loans(chance=Chance.of("50%")))
    borrows: dict[str, set[bool]] = {}
    for plan in population(spec):
        borrows.setdefault(plan.enterprise, set()).add(plan.loan is not None)
    assert all(len(answers) == 1 for answers in borrows.values())
    assert all(plan.loan is None for plan in population(THIRTY))


TASTE = replace(THIRTY, joining=Joining())


def joined(levers: Levers, replication: int = 0) -> set[str]:
    return {plan.id for plan in population(TASTE, replication, levers=levers)}


def test_under_the_text_about_as_many_join_as_are_stated() -> None:
    counts = [len(joined(Levers(), r)) for r in range(60)]
    assert 28 < sum(counts) / 60 < 32


@pytest.mark.parametrize(
    "better",
    [
        Levers(cost_share_rate=Fraction(2, 5)),
        Levers(premium_subsidy_rate=Fraction(1)),
        Levers(deposit_rate=Fraction(0)),
    ],
)
def test_more_support_or_a_lower_deposit_only_adds_projects(better: Levers) -> None:
    grown = [(joined(Levers(), r), joined(better, r)) for r in range(30)]
    assert all(before <= after for before, after in grown)
    assert sum(len(after) - len(before) for before, after in grown) > 0


def test_who_joins_under_both_policies_brings_the_same_project() -> None:
    poor = {p.id: p for p in population(TASTE, levers=Levers(deposit_rate=Fraction(1, 2)))}
    text = {p.id: p for p in population(TASTE)}
    assert poor.items() < text.items()

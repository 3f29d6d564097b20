"""Warnings: an application that the scheme would refuse is filed and refused, not bad input."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import projects, warning
from scenarios.spec.fields import rate_text, yuan
from scenarios.spec.model.project import ProjectSpec
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_REFUSED = Text("申报会被受理，并按此条款被拒", "it will be filed, and refused under that clause")
_YEAR_DAYS = 366


def would_be_refused(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Applications below a floor, outside the trial or with a party the scheme does not admit."""
    numbers: Any = resolved.parameters
    printed: Any = resolved.policy.resolve(resolved.preset).parameters
    # Where a scenario raises the floor, the parties pay the higher rate; only the printed one refuses.
    floor = min(Fraction(numbers["deposit_rate_min"]), Fraction(printed["deposit_rate_min"]))
    for path, project in projects(scenario):
        yield from _threshold(path, project, numbers, resolved.readings)
        yield from _trial(path, project, numbers)
        yield from _rates(path, project, floor)
        yield from _stages(path, project, numbers)
        yield from _parties(path, project, scenario, resolved.readings)


def _threshold(path: Path, project: ProjectSpec, numbers: Any, readings: Any) -> Iterator[Fault]:
    if readings.get("threshold_test") != "agreed_at_intake":
        return
    money = Fraction(project.agreed_total - (project.equipment_owned_by_enterprise or 0))
    if readings.get("threshold_basis") == "net_of_vat":
        money /= 1 + Fraction(project.vat_rate if project.vat_rate is not None else numbers["vat_rate"])
    least = numbers["threshold_total"]
    if money < least:
        wrong = Text(
            "合作经费 {found} 元，低于门槛 {least} 元",
            "{found} yuan agreed, below the threshold of {least} yuan",
        )
        yield warning(
            (*path, "agreed_total"), wrong, hint=_REFUSED, found=yuan(int(money)), least=yuan(least)
        )


def _trial(path: Path, project: ProjectSpec, numbers: Any) -> Iterator[Fault]:
    first, last = _day(numbers["trial_from"]), _day(numbers["trial_to"])
    approved = project.record.approved_on if project.record else None
    for name, day in (("filed_on", project.filed_on), ("record", approved)):
        if day is not None and not first <= day <= last:
            wrong = Text(
                "{day} 不在试行期 {first} 至 {last} 内", "{day} is outside the trial, {first} to {last}"
            )
            at = (*path, name) if name == "filed_on" else (*path, "record", "approved_on")
            yield warning(at, wrong, hint=_REFUSED, day=str(day), first=str(first), last=str(last))


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _rates(path: Path, project: ProjectSpec, floor: Fraction) -> Iterator[Fault]:
    if project.deposit_rate is not None and project.deposit_rate < floor:
        wrong = Text(
            "保证金比例 {found} 低于下限 {least}", "deposit rate {found} is below the floor of {least}"
        )
        found, least = rate_text(project.deposit_rate), rate_text(floor)
        yield warning((*path, "deposit_rate"), wrong, hint=_REFUSED, found=found, least=least)
    first = project.stages[0].instalment
    budget = project.pool_budget
    if budget is not None and (budget < 1 if isinstance(budget, Fraction) else budget < first):
        wrong = Text("立项预算低于首笔合作经费", "the pool budget is below the first instalment")
        yield warning((*path, "pool_budget"), wrong, hint=_REFUSED)


def _stages(path: Path, project: ProjectSpec, numbers: Any) -> Iterator[Fault]:
    most = int(numbers["milestone_max_years"]) * _YEAR_DAYS
    for index, stage in enumerate(project.stages):
        if stage.planned_days > most:
            wrong = Text(
                "约定 {days} 天，超过每个里程碑最长期限",
                "{days} days agreed, longer than a milestone may take",
            )
            yield warning(
                (*path, "stages", index, "planned_days"), wrong, hint=_REFUSED, days=stage.planned_days
            )
    total, most_first = project.agreed_total, numbers.get("first_share_max")
    if most_first is not None and total and Fraction(project.stages[0].instalment, total) > most_first:
        wrong = Text("首期占比超过 {most}", "the first instalment is over {most} of the total")
        yield warning(
            (*path, "stages", 0, "instalment"), wrong, hint=_REFUSED, most=rate_text(Fraction(most_first))
        )


def _parties(path: Path, project: ProjectSpec, scenario: Scenario, readings: Any) -> Iterator[Fault]:
    platform = scenario.portfolio.platforms.get(project.platform)
    enterprise = scenario.portfolio.enterprises.get(project.enterprise)
    if platform and not platform.listed:
        wrong = Text("平台 {id} 不在名单上", "platform {id} is not on the list")
        yield warning((*path, "platform"), wrong, hint=_REFUSED, id=project.platform)
    strict = readings.get("party_tests") == "enterprise_in_district_and_unrelated"
    if strict and ((enterprise and not enterprise.in_district) or project.related):
        wrong = Text(
            "企业 {id} 不在区内，或与平台关联",
            "enterprise {id} is outside the district or related to the platform",
        )
        yield warning((*path, "enterprise"), wrong, hint=_REFUSED, id=project.enterprise)
    for bar in scenario.portfolio.debarments:
        if bar.enterprise == project.enterprise and bar.date <= project.filed_on:
            wrong = Text("企业 {id} 自 {day} 起不得享受", "enterprise {id} is barred from {day}")
            yield warning(
                (*path, "enterprise"), wrong, hint=_REFUSED, id=project.enterprise, day=str(bar.date)
            )

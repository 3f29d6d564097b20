"""Warnings: stated facts that the run will not use, or takes as known ahead of time."""

from collections.abc import Iterator

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import projects, warning
from scenarios.spec.checks.dates import course
from scenarios.spec.model.record import StageRecord
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_EXTEND = Text("把 horizon.to 推后", "let horizon.to be later")


def ahead_of_record(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Dates beyond the horizon or as_of, items that the readings ignore, an empty portfolio."""
    if not scenario.portfolio.projects and scenario.portfolio.generate is None:
        empty = Text("没有项目", "there are no projects")
        yield warning(
            ("portfolio",), empty, hint=Text("写 projects 或 generate", "state projects or generate")
        )
    yield from _late_pins(scenario)
    yield from _late_tables(scenario)
    yield from _ignored(scenario, resolved.readings)


def _late_pins(scenario: Scenario) -> Iterator[Fault]:
    for path, project in projects(scenario):
        for pin in course(path, project, deposit_first=False):
            if pin.day is None:
                continue
            if pin.day > scenario.horizon.to:
                yield _beyond(pin.path, pin.what, str(pin.day), scenario)
            elif scenario.as_of and pin.day > scenario.as_of and "record" in pin.path:
                wrong = Text(
                    "{what}在 {day}，晚于 as_of，按已知处理",
                    "{what} on {day} is after as_of, and taken as known",
                )
                yield warning(pin.path, wrong, what=pin.what, day=str(pin.day))
        if project.insurance and project.insurance.bound_on < scenario.horizon.from_:
            wrong = Text("投保日早于模拟起始日", "the policy is bound before the horizon begins")
            yield warning((*path, "insurance", "bound_on"), wrong)


def _late_tables(scenario: Scenario) -> Iterator[Fault]:
    for index, audit in enumerate(scenario.portfolio.audits):
        for name in ("reported_on", "paid_on"):
            day = getattr(audit, name)
            if day and day > scenario.horizon.to:
                what = Text(f"{audit.year} 年审计", f"the audit of {audit.year}")
                yield _beyond(("portfolio", "audits", index, name), what, str(day), scenario)


def _beyond(path: Path, what: Text, day: str, scenario: Scenario) -> Fault:
    wrong = Text(
        "{what}在 {day}，晚于模拟结束日 {to}，不会发生",
        "{what} on {day} is after the horizon ends on {to}: it will not happen",
    )
    return warning(path, wrong, hint=_EXTEND, what=what, day=day, to=str(scenario.horizon.to))


def _ignored(scenario: Scenario, readings: object) -> Iterator[Fault]:
    for path, project in projects(scenario):
        for index, stage in enumerate(project.record.stages if project.record else []):
            yield from _ignored_stage((*path, "record", "stages", index), stage, readings)


def _ignored_stage(path: Path, stage: StageRecord, readings: object) -> Iterator[Fault]:
    chosen = dict(readings) if isinstance(readings, dict) else {}
    wrong = Text("当前读法下不会用到", "not used under the present readings")
    if stage.retry and chosen.get("after_failure") == "project_ends":
        yield warning(
            (*path, "retry"),
            wrong,
            hint=Text("读法 after_failure: retry_once", "reading after_failure: retry_once"),
        )
    if stage.rectified and chosen.get("partial_achievement") != "rectify_once":
        hint = Text("读法 partial_achievement: rectify_once", "reading partial_achievement: rectify_once")
        yield warning((*path, "rectified"), wrong, hint=hint)

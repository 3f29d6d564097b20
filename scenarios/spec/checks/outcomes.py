"""Recorded outcomes that exclude each other, and records after a project has ended."""

from collections.abc import Iterator

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import contradiction, projects
from scenarios.spec.model.project import ProjectSpec
from scenarios.spec.model.record import Record, StageRecord
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_EITHER = Text("只写其中一个", "only one of the two")
_ENDS = {
    "review": Text("论证未通过", "a failed review"),
    "deposit": Text("首笔保证金未付", "an unpaid first deposit"),
    "missed": Text("里程碑 {k} 未达成", "a missed milestone {k}"),
    "balance": Text("里程碑 {k} 尾款未付", "an unpaid balance {k}"),
    "next": Text("不付下一期", "no payment for the next stage"),
}


def outcome_of(stage: StageRecord) -> str | None:
    """reached, rectify, missed, ended, or None when not known."""
    if stage.outcome is not None or stage.reached is None:
        return stage.outcome
    return "reached" if stage.reached else "missed"


def contradictory_outcomes(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Outcomes of each project that cannot all be true."""
    owed = resolved.readings.get("balance_unpaid") == "balance_stays_owed"
    for path, project in projects(scenario):
        if project.record is None:
            continue
        at = (*path, "record")
        yield from _counted(at, project)
        yield from _intake(at, project.record)
        stages = project.record.stages
        for index, stage in enumerate(stages):
            last = index + 1 == len(project.stages)
            yield from _stage((*at, "stages", index), stage, last)
            why = stage_end(stage, owed)
            if why and index + 1 < len(stages):
                yield from _after((*at, "stages", index + 1), why, Text("里程碑记录", "a stage"), index + 1)
                break


def _counted(at: Path, project: ProjectSpec) -> Iterator[Fault]:
    found, most = len((project.record or Record()).stages), len(project.stages)
    if found > most:
        yield Fault("more_stages", (*at, "stages", most), {"found": found, "most": most})


def _after(path: Path, why: str, what: Text, k: int = 0) -> Iterator[Fault]:
    said = Text(*(each.format(k=k) for each in _ENDS[why]))
    yield Fault("after_end", path, {"why": said, "what": what})


def _intake(at: Path, record: Record) -> Iterator[Fault]:
    later = ("approved_on", "deposit_on", "pool_paid_on", "stages")
    named = next((name for name in later if getattr(record, name)), None)
    if record.review and not record.review.passed and named:
        yield from _after((*at, named), "review", Text("后续步骤", "a later step"))
    if record.deposit == "unpaid" and record.deposit_on:
        wrong = Text("保证金未付，却有到账日", "the deposit is unpaid, yet the day it arrived is given")
        yield contradiction((*at, "deposit_on"), wrong, _EITHER)
    paid = next((name for name in ("pool_paid_on", "stages") if getattr(record, name)), None)
    if record.deposit == "unpaid" and paid:
        yield from _after((*at, paid), "deposit", Text("后续步骤", "a later step"))


def stage_end(stage: StageRecord, owed: bool) -> str | None:
    """Why the project ends with this stage, as far as the record says."""
    outcome = outcome_of(stage)
    missed = outcome in ("missed", "ended") or (stage.rectified is not None and not stage.rectified.reached)
    if missed:
        return stage_end(stage.retry, owed) if stage.retry else "missed"
    if stage.balance == "unpaid" and not owed:
        return "balance"
    return "next" if stage.next_payment == "none" else None


def _stage(path: Path, stage: StageRecord, last: bool) -> Iterator[Fault]:
    outcome = outcome_of(stage)
    if stage.reached is not None and stage.outcome and stage.reached != (stage.outcome == "reached"):
        wrong = Text("reached 与 outcome 矛盾", "reached and outcome disagree")
        yield contradiction((*path, "outcome"), wrong, _EITHER)
    if outcome in ("missed", "ended"):
        yield from _paid_after_miss(path, stage)
    yield from _balance(path, stage)
    yield from _second_tries(path, stage, outcome)
    if stage.forfeited_on and stage.released_on:
        wrong = Text("同一笔保证金既拨付又没收", "the same deposit is both released and forfeited")
        yield contradiction((*path, "forfeited_on"), wrong, _EITHER)
    yield from _next(path, stage, last)
    if stage.retry:
        yield from _stage((*path, "retry"), stage.retry, last)


def _paid_after_miss(path: Path, stage: StageRecord) -> Iterator[Fault]:
    wrong = Text("里程碑未达成，却记录了 {name}", "the milestone was missed, yet {name} is recorded")
    hint = Text("重做后的情况写在 retry 之下", "what follows a second try stands under retry")
    for name in ("balance_on", "released_on"):
        if getattr(stage, name):
            yield contradiction((*path, name), wrong, hint=hint, name=name)


def _balance(path: Path, stage: StageRecord) -> Iterator[Fault]:
    for name in ("balance_on", "released_on"):
        if stage.balance == "unpaid" and getattr(stage, name):
            wrong = Text("尾款未付，却记录了 {name}", "the balance is unpaid, yet {name} is recorded")
            yield contradiction((*path, name), wrong, _EITHER, name=name)


def _second_tries(path: Path, stage: StageRecord, outcome: str | None) -> Iterator[Fault]:
    if stage.retry and outcome != "missed":
        wrong = Text("没有未达成的结论，不会重做", "a second try follows only a missed milestone")
        yield contradiction((*path, "retry"), wrong)
    if stage.retry and stage.retry.retry:
        yield contradiction((*path, "retry", "retry"), Text("只能重做一次", "there is only one second try"))
    if stage.rectified and outcome != "rectify":
        wrong = Text("结论不是整改，不会再次验收", "a second examination follows only the outcome rectify")
        yield contradiction((*path, "rectified"), wrong)


def _next(path: Path, stage: StageRecord, last: bool) -> Iterator[Fault]:
    if stage.next_payment == "none" and stage.next_payment_on:
        wrong = Text("不付下一期，却有付款日", "nothing is paid for the next stage, yet a day is given")
        yield contradiction((*path, "next_payment_on"), wrong, _EITHER)
    elif last and not stage.retry and (stage.next_payment_on or stage.next_payment in ("deposit", "full")):
        name = "next_payment_on" if stage.next_payment_on else "next_payment"
        wrong = Text("这是最后一期，没有下一期", "this is the last stage, there is no next one")
        yield contradiction((*path, name), wrong, hint=Text("删去此项", "drop this item"))
    elif outcome_of(stage) in ("missed", "ended") and stage.next_payment_on and not stage.retry:
        yield from _after(
            (*path, "next_payment_on"), "missed", Text("下一期付款", "a next payment"), _number(path)
        )


def _number(path: Path) -> int:
    """The stage a path leads to, counted from 1."""
    return next(step for step in reversed(path) if isinstance(step, int)) + 1

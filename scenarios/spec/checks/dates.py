"""Recorded dates of a project in the order in which they can happen."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import contradiction, projects
from scenarios.spec.model.project import ProjectSpec
from scenarios.spec.model.record import Record, StageRecord
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path, written
from scenarios.spec.problem import Fault

_FILED = Text("申报", "filing")
_NOTICE = Text("立项通知", "the approval notice")
_DEPOSIT = Text("首笔保证金", "the first deposit")
_BOUND = Text("投保", "the binding of the policy")


class Pin(NamedTuple):
    """A known date: its path, the day (None when not stated), and what it dates."""

    path: Path
    day: date | None
    what: Text


def backwards(pins: Iterable[Pin]) -> Iterator[Fault]:
    """A fault for each pin that lies before the one known before it."""
    before: Pin | None = None
    for pin in pins:
        if pin.day is None:
            continue
        if before and before.day and pin.day < before.day:
            yield Fault("dates", pin.path, _both(pin, before))
        before = pin


def _both(later: Pin, earlier: Pin) -> dict[str, object]:
    return {
        "later": later.what,
        "later_day": str(later.day),
        "earlier": earlier.what,
        "earlier_day": str(earlier.day),
        "earlier_at": written(earlier.path),
    }


def contradictory_dates(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Dates of each project that cannot both be true."""
    deposit_first = resolved.readings.get("step_order") == "deposit_then_notice"
    for path, project in projects(scenario):
        pins = course(path, project, deposit_first)
        yield from backwards(pins)
        for pair in _side_orders(path, project):
            yield from backwards(pair)
        yield from _before_start(pins, scenario.horizon.from_)


def course(path: Path, project: ProjectSpec, deposit_first: bool) -> list[Pin]:
    """The main course: filed, review, notice and deposit, pool, then stage by stage."""
    record = project.record or Record()
    at = (*path, "record")
    review = record.review.date if record.review else None
    notice = Pin((*at, "approved_on"), record.approved_on, _NOTICE)
    deposit = Pin((*at, "deposit_on"), record.deposit_on, _DEPOSIT)
    pins = [
        Pin((*path, "filed_on"), project.filed_on, _FILED),
        Pin((*at, "review", "date"), review, Text("专家论证", "the expert review")),
        *((deposit, notice) if deposit_first else (notice, deposit)),
        Pin((*at, "pool_paid_on"), record.pool_paid_on, Text("风险池拨付", "the pool's payment")),
    ]
    for index, stage in enumerate(record.stages):
        pins += _stage((*at, "stages", index), index + 1, stage)
    return pins


def _stage(path: Path, k: int, stage: StageRecord) -> list[Pin]:
    again = stage.rectified.date if stage.rectified else None
    pins = [
        Pin((*path, "date"), stage.date, Text(f"里程碑 {k} 验收", f"acceptance of milestone {k}")),
        Pin(
            (*path, "rectified", "date"),
            again,
            Text(f"里程碑 {k} 再次验收", f"re-examination of milestone {k}"),
        ),
        Pin((*path, "balance_on"), stage.balance_on, Text(f"里程碑 {k} 尾款", f"balance payment {k}")),
        Pin((*path, "released_on"), stage.released_on, Text(f"里程碑 {k} 拨付", f"release {k}")),
        Pin((*path, "forfeited_on"), stage.forfeited_on, Text(f"保证金 {k} 不予退还", f"forfeiture {k}")),
        Pin(
            (*path, "next_payment_on"),
            stage.next_payment_on,
            Text(f"第 {k + 1} 期付款", f"payment for stage {k + 1}"),
        ),
    ]
    return pins + (_stage((*path, "retry"), k, stage.retry) if stage.retry else [])


def _side_orders(path: Path, project: ProjectSpec) -> Iterator[list[Pin]]:
    record = project.record or Record()
    filed = Pin((*path, "filed_on"), project.filed_on, _FILED)
    yield [
        Pin((*path, "signed_on"), project.signed_on, Text("协议签订", "the signing of the agreement")),
        filed,
    ]
    notice = Pin((*path, "record", "approved_on"), record.approved_on, _NOTICE)
    subsidy = Pin(
        (*path, "record", "premium_subsidy_on"),
        record.premium_subsidy_on,
        Text("保费补助", "the premium subsidy"),
    )
    yield [filed, notice, subsidy] if record.approved_on else [filed, subsidy]
    yield from _insurance_orders(path, project, record, subsidy)
    yield from _loan_orders(path, project)


def _insurance_orders(path: Path, project: ProjectSpec, record: Record, subsidy: Pin) -> Iterator[list[Pin]]:
    policy = project.insurance
    if not policy:
        return
    bound = Pin((*path, "insurance", "bound_on"), policy.bound_on, _BOUND)
    handed = Text("保单交件", "the handing in of the policy")
    yield [bound, Pin((*path, "insurance", "handed_in_on"), policy.handed_in_on, handed)]
    yield [bound, subsidy]
    for index, claim in enumerate(record.claims or []):
        claimed = Text(f"理赔 {index + 1}", f"claim {index + 1}")
        yield [bound, Pin((*path, "record", "claims", index, "date"), claim.date, claimed)]


def _loan_orders(path: Path, project: ProjectSpec) -> Iterator[list[Pin]]:
    loan = project.loan
    if loan:
        at = (*path, "loan")
        yield [
            Pin((*at, "drawn_on"), loan.drawn_on, Text("放款", "the drawdown")),
            Pin((*at, "default_on"), loan.default_on, Text("违约", "the default")),
            Pin((*at, "recovered_on"), loan.recovered_on, Text("追偿", "the recovery")),
        ]


def _before_start(pins: list[Pin], start: date) -> Iterator[Fault]:
    wrong = Text(
        "{what}在 {day}，早于模拟起始日 {start}", "{what} on {day} is before the horizon begins on {start}"
    )
    hint = Text("把 horizon.from 提前", "let horizon.from be earlier")
    for pin in pins:
        # An application filed too early is filed and refused, which is not bad input.
        if pin.day and pin.day < start and pin.path[-1] != "filed_on":
            yield contradiction(pin.path, wrong, hint=hint, what=pin.what, day=str(pin.day), start=str(start))

"""The run's own dates and the yearly audits."""

from collections.abc import Iterator
from datetime import date

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import contradiction
from scenarios.spec.checks.dates import Pin, backwards
from scenarios.spec.model.portfolio import Audit
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_FIRST = Text("模拟起始日", "the first day of the horizon")
_LAST = Text("模拟结束日", "the last day of the horizon")


def contradictory_years(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Horizon, as_of, intake and audits in their order."""
    yield from _horizon(scenario)
    seen: dict[int, int] = {}
    for index, audit in enumerate(scenario.portfolio.audits):
        path: Path = ("portfolio", "audits", index)
        if audit.year in seen:
            wrong = Text("{year} 年的审计写了两次", "the audit of {year} stands twice")
            yield contradiction((*path, "year"), wrong, Text("一年一次", "one a year"), year=audit.year)
        seen[audit.year] = index
        yield from _audit(path, audit)


def _horizon(scenario: Scenario) -> Iterator[Fault]:
    start = Pin(("horizon", "from"), scenario.horizon.from_, _FIRST)
    end = Pin(("horizon", "to"), scenario.horizon.to, _LAST)
    yield from backwards([start, end])
    if scenario.horizon.from_ > scenario.horizon.to:
        return
    if scenario.as_of:
        yield from backwards([start, Pin(("as_of",), scenario.as_of, Text("记录截止日", "as_of")), end])
    if scenario.intake_until:
        last = Text("受理截止日", "the last day of intake")
        yield from backwards([start, Pin(("intake_until",), scenario.intake_until, last)])


def _audit(path: Path, audit: Audit) -> Iterator[Fault]:
    pins = [
        Pin((*path, "reported_on"), audit.reported_on, Text("审计报告", "the audit report")),
        Pin((*path, "paid_on"), audit.paid_on, Text("资助拨付", "the payment of the cost share")),
    ]
    yield from backwards(pins)
    first = next((pin for pin in pins if pin.day), None)
    if first and first.day and first.day <= date(audit.year, 12, 31):
        wrong = Text(
            "{day} 早于 {year} 年年底，该年尚不能审计", "{day} is before the end of {year}, the year audited"
        )
        expected = Text("{year} 年之后的日期", "a day after {year}")
        yield contradiction(first.path, wrong, expected, day=first.day.isoformat(), year=audit.year)

"""Warnings: an application that would be refused is filed and refused, not bad input."""

from collections.abc import Iterator
from datetime import date

from escrow.claims.certified import Certified, with_certified
from escrow.claims.model import Facts
from escrow.claims.setting import Window
from escrow.clauses import Catalogue, ReadFacts
from escrow.clauses.words import missing_words
from escrow.processes.fulfilment.office import inside
from ledger.problem import Problem
from ledger.text import Text
from scenarios.claims.spec.claim import ClaimSpec
from scenarios.claims.spec.model import ClaimsScenario
from scenarios.claims.spec.rates import rates_of
from scenarios.spec.checks.common import warning
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_REFUSED = Text("申报会被受理，并按此条款被拒", "it will be filed, and refused under that clause")
_WRONG = Text("{why}", "{why}")
_WINDOW = Text("{day} 不在申报期内", "{day} is outside the application window")
_NO_DAY = Text("事项 {name} 没有日期，所依的付款不会到期", "no day for {name}: its payment never falls due")
_STRAY = Text("这一条没有哪期付款等待事项 {name}", "no stage of this clause waits for {name}")
_WAITS = Text("等待的事项：{known}", "the clause waits for: {known}")
_STATE = Text("在 events 中写明日期", "state its day in events")
_IDLE = Text("没有申报会用到这一读法", "no claim asks for this reading")
_IDLE_ADVICE = Text("policy evaluate 会用到它；这里可删去", "policy evaluate uses it; leave it out here")
_NOT_IN_FORCE = Text("{day} 条款不在有效期", "the clause is not in force on {day}")


def warnings(scenario: ClaimsScenario, catalogue: Catalogue) -> list[Fault]:
    """Every stated claim that would be refused for its own sake, whatever the others do."""
    firms = {each.id: catalogue.read_facts(each.facts) for each in scenario.enterprises}
    rates = rates_of(scenario, catalogue)
    found = list(_idle(scenario, catalogue))
    for at, claim in enumerate(scenario.claims):
        path: Path = ("claims", at)
        found += _window(path, claim, scenario, catalogue)
        facts = {**rates, **firms.get(claim.enterprise, {}), **catalogue.read_facts(claim.facts)}
        found += _judged(path, claim, facts, scenario, catalogue)
        found += _undated(path, claim, catalogue)
    return found


def _idle(scenario: ClaimsScenario, catalogue: Catalogue) -> Iterator[Fault]:
    """Readings of a rule that no stacking rule of the papers turns on."""
    for name in scenario.readings:
        rule, _, reading = name.rpartition(".")
        clause = catalogue.clauses.get(rule)
        if clause is not None and clause.row.kind == "stacking_rule":
            rows = [each for each in clause.paper.stacking if each.clause == rule]
            if not any(reading in each.when for each in rows):
                yield warning(("readings", name), _IDLE, hint=_IDLE_ADVICE)


def _window(path: Path, claim: ClaimSpec, scenario: ClaimsScenario, catalogue: Catalogue) -> Iterator[Fault]:
    paper = catalogue.clauses[claim.clause].paper.id
    spec = scenario.windows.get(claim.clause, scenario.windows.get(paper))
    if spec is not None and not inside(claim.applied_on.toordinal(), (Window(spec.from_, spec.to),)):
        yield _warned((*path, "applied_on"), _filled(_WINDOW, claim.applied_on))


def _judged(
    path: Path, claim: ClaimSpec, facts: Facts, scenario: ClaimsScenario, catalogue: Catalogue
) -> Iterator[Fault]:
    clause = catalogue.clauses[claim.clause]
    received = sum(each.amount for each in claim.upper_level) if claim.upper_level else None
    known = with_certified(clause.trees.names(), facts, Certified(received_fen=received))
    chosen = {
        name.rpartition(".")[2]: option
        for name, option in scenario.readings.items()
        if name.rpartition(".")[0] == claim.clause
    }
    selected = {"selected": True} if claim.clause in scenario.selection else {}
    try:
        result = catalogue.evaluate(claim.clause, ReadFacts({**known, **selected}), claim.applied_on, chosen)
    except Problem as problem:
        yield _warned((*path, "facts"), Text(problem.say("zh"), problem.say("en")))
        return
    if not result.in_force:
        yield _warned((*path, "applied_on"), _filled(_NOT_IN_FORCE, claim.applied_on))
        return
    for failed in result.failed:
        zh, en = missing_words(failed.missing, "zh"), missing_words(failed.missing, "en")
        why = Text("，".join(filter(None, (failed.why.zh, zh))), ", ".join(filter(None, (failed.why.en, en))))
        yield _warned((*path, "facts"), why)


def _undated(path: Path, claim: ClaimSpec, catalogue: Catalogue) -> Iterator[Fault]:
    """Stages wait for an event; one without a day never falls due."""
    pay = catalogue.clauses[claim.clause].row.pay
    known = list(dict.fromkeys(each.event for each in pay.stages)) if pay else []
    for name in claim.events:
        if name not in known:
            stray, waits = _named(_STRAY, name), _listed(known)
            yield warning((*path, "events", name), _WRONG, hint=waits, why=stray)
    for name in known:
        if name not in claim.events:
            yield warning((*path, "events"), _WRONG, hint=_STATE, why=_named(_NO_DAY, name))


def _named(text: Text, name: str) -> Text:
    return Text(text.zh.format(name=name), text.en.format(name=name))


def _listed(known: list[str]) -> Text:
    """The events a clause waits for, in words."""
    names = ", ".join(known)
    return Text(_WAITS.zh.format(known=names or "无"), _WAITS.en.format(known=names or "none"))


def _warned(path: Path, why: Text) -> Fault:
    return warning(path, _WRONG, hint=_REFUSED, why=why)


def _filled(text: Text, day: date) -> Text:
    return Text(text.zh.format(day=day), text.en.format(day=day))

"""Names: each id once, and every name that is used is known."""

from collections.abc import Iterable, Iterator

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import contradiction, projects
from scenarios.spec.guess import near
from scenarios.spec.model.opening import DEFAULT, OpeningBalances
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path, written
from scenarios.spec.problem import Fault

_KINDS = {
    "enterprise": Text("企业", "enterprise"),
    "platform": Text("平台", "platform"),
    "insurer": Text("保险公司", "insurer"),
    "project": Text("项目", "project"),
}


def duplicate_ids(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Project ids that stand twice."""
    first: dict[str, Path] = {}
    for path, project in projects(scenario):
        if project.id in first:
            yield Fault(
                "duplicate_id", (*path, "id"), {"id": project.id, "first": written(first[project.id])}
            )
        first.setdefault(project.id, path)


def known_parties(scenario: Scenario) -> dict[str, set[str]]:
    """Ids by kind of party, as projects and the party tables of the portfolio name them."""
    portfolio = scenario.portfolio
    known: dict[str, set[str]] = {
        "enterprise": set(portfolio.enterprises),
        "platform": set(portfolio.platforms),
        "insurer": set(),
        "project": set(),
    }
    for project in portfolio.projects:
        known["project"].add(project.id)
        known["enterprise"] |= {project.enterprise, *project.partners}
        known["platform"].add(project.platform)
        if project.insurance:
            known["insurer"].add(project.insurance.insurer)
    return known


def unknown_parties(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Names used in tables that no project and no party table knows; a generated population may know them."""
    yield from _own_partners(scenario)
    if scenario.portfolio.generate is not None:
        return
    known = known_parties(scenario)
    for path, kind, name in _uses(scenario):
        if name not in known[kind]:
            facts = {"id": name, "kind": _KINDS[kind], "near": near(name, known[kind])}
            yield Fault("unknown_party", path, facts)


def _own_partners(scenario: Scenario) -> Iterator[Fault]:
    wrong = Text("企业 {id} 不能是自己的合伙方", "enterprise {id} cannot be its own partner")
    for path, project in projects(scenario):
        if project.enterprise in project.partners:
            yield contradiction((*path, "partners", project.enterprise), wrong, id=project.enterprise)


def _uses(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    portfolio = scenario.portfolio
    for index, bar in enumerate(portfolio.debarments):
        yield ("portfolio", "debarments", index, "enterprise"), "enterprise", bar.enterprise
    for table in ("platform_stops", "platform_falsifications"):
        for index, event in enumerate(getattr(portfolio, table)):
            yield ("portfolio", table, index, "platform"), "platform", event.platform
    for index, audit in enumerate(portfolio.audits):
        for name in audit.audited_input:
            yield ("portfolio", "audits", index, "audited_input", name), "project", name
    yield from _openings(scenario.opening_balances)


def _openings(openings: OpeningBalances) -> Iterator[tuple[Path, str, str]]:
    for kind in ("enterprise", "insurer", "platform"):
        table: Iterable[str] = getattr(openings, kind) or ()
        for name in table:
            if name != DEFAULT:
                yield ("opening_balances", kind, name), kind, name

"""What a claims file must get right beyond its shape: names that exist, facts that can be read, ids once."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from escrow.claims.rulebook import claimable
from escrow.clauses import Catalogue
from escrow.clauses.catalogue import chosen
from escrow.clauses.problems import UnknownClause, UnknownPaper
from ledger.problem import Problem
from scenarios.claims.spec.catalogue import problem_fault
from scenarios.claims.spec.choices import option_of
from scenarios.claims.spec.dates import backward_dates
from scenarios.claims.spec.model import ClaimsScenario
from scenarios.claims.spec.problems import (
    IdOfPromotion,
    NotAnEnvelope,
    NotAYear,
    NotClaimable,
    NotInPapers,
    TwiceUsed,
    UnknownMatter,
)
from scenarios.claims.spec.rates import written
from scenarios.spec.problem import Fault

YEAR = re.compile(r"[12]\d{3}")
Place = tuple[str | int, ...]


def errors(scenario: ClaimsScenario, catalogue: Catalogue) -> list[Fault]:
    """Every fault found."""
    found = [*_papers(scenario, catalogue)]
    if not found:
        found += [*_readings(scenario, catalogue), *_budgets(scenario, catalogue)]
        found += [*_windows(scenario, catalogue), *_selections(scenario, catalogue)]
        found += [*_claims(scenario, catalogue), *_ids(scenario)]
    found += _incidences(scenario, catalogue)
    found += _facts(scenario, catalogue)
    return [*(problem_fault(place, problem) for place, problem in found), *backward_dates(scenario)]


Found = Iterator[tuple[Place, Problem]]


def _papers(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    for at, name in enumerate(scenario.papers):
        if name not in catalogue.papers:
            yield ("papers", at), UnknownPaper(name=name, known=tuple(catalogue.papers))


def _readings(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    for name, option in scenario.readings.items():
        clause, dot, reading = name.rpartition(".")
        try:
            if dot:
                chosen(catalogue.clause(clause), {reading: option})
            else:
                option_of(name, option)
        except Problem as problem:
            yield ("readings", name), problem


def _budgets(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    for name, budget in scenario.budgets.items():
        for year in budget.years:
            if not YEAR.fullmatch(year):
                yield ("budgets", name, "years", year), NotAYear(found=year)
        clause = catalogue.clauses.get(name)
        if clause is None:
            yield ("budgets", name), UnknownClause(name=name, known=_envelopes(scenario, catalogue))
        elif clause.row.envelope is None:
            yield ("budgets", name), NotAnEnvelope(name=name)
        elif clause.paper.id not in scenario.papers:
            yield ("budgets", name), NotInPapers(name=name, papers=", ".join(scenario.papers))


def _envelopes(scenario: ClaimsScenario, catalogue: Catalogue) -> tuple[str, ...]:
    clauses = catalogue.clauses.values()
    return tuple(each.id for each in clauses if each.row.envelope and each.paper.id in scenario.papers)


def _windows(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    for name in scenario.windows:
        if name not in catalogue.clauses and name not in catalogue.papers:
            known = (*catalogue.papers, *catalogue.clauses)
            yield ("windows", name), UnknownClause(name=name, known=known)


def _selections(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    for claimed, selecting in scenario.selection.items():
        for name in (claimed, selecting):
            if name not in catalogue.clauses:
                yield ("selection", claimed), UnknownClause(name=name, known=tuple(catalogue.clauses))


def _incidences(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    named = scenario.generate.filing.incidences if scenario.generate else {}
    for name in named:
        if name not in catalogue.matters:
            place = ("generate", "filing", "incidences", name)
            yield place, UnknownMatter(name=name, known=tuple(catalogue.matters))


def _claims(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    for at, claim in enumerate(scenario.claims):
        place = ("claims", at, "clause")
        clause = catalogue.clauses.get(claim.clause)
        if clause is None:
            yield place, UnknownClause(name=claim.clause, known=tuple(catalogue.clauses))
        elif clause.paper.id not in scenario.papers:
            yield place, NotInPapers(name=claim.clause, papers=", ".join(scenario.papers))
        elif not claimable(clause):
            yield place, NotClaimable(name=claim.clause)


def _ids(scenario: ClaimsScenario) -> Found:
    ids = {
        "claims": [each.id for each in scenario.claims],
        "enterprises": [each.id for each in scenario.enterprises],
    }
    raised = {f"{each.id}.{n + 2}" for each in scenario.claims for n in range(len(each.promoted))}
    for at, claim in enumerate(scenario.claims):
        if claim.id in raised:
            yield ("claims", at, "id"), IdOfPromotion(name=claim.id)
    for key, names in ids.items():
        first: dict[str, int] = {}
        for at, name in enumerate(names):
            if first.setdefault(name, at) != at:
                yield (key, at, "id"), TwiceUsed(name=name)


def _facts(scenario: ClaimsScenario, catalogue: Catalogue) -> Found:
    yield from _read({name: written(scenario, name) for name in scenario.rates}, ("rates",), catalogue)
    for at, firm in enumerate(scenario.enterprises):
        yield from _read(firm.facts, ("enterprises", at, "facts"), catalogue)
    for at, claim in enumerate(scenario.claims):
        yield from _read(claim.facts, ("claims", at, "facts"), catalogue)
        for number, each in enumerate(claim.promoted):
            yield from _read(each.facts, ("claims", at, "promoted", number, "facts"), catalogue)


def _read(facts: Mapping[str, Any], place: Place, catalogue: Catalogue) -> Found:
    for name, raw in facts.items():
        try:
            catalogue.read_facts({name: raw})
        except Problem as problem:
            yield (*place, name), problem

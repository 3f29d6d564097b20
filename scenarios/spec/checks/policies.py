"""Insurance: premiums that agree, one cover, no claim without a policy."""

from collections.abc import Iterator

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import contradiction, projects
from scenarios.spec.fields import yuan
from scenarios.spec.model.project import Insurance, ProjectSpec
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_ADD = Text("写明 insurance，或删去此项", "state insurance, or drop this item")


def contradictory_policies(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Faults of insurance and of records that need one."""
    for path, project in projects(scenario):
        if project.insurance:
            yield from _policy((*path, "insurance"), project.insurance)
        else:
            yield from _without(path, project)


def _without(path: Path, project: ProjectSpec) -> Iterator[Fault]:
    record = project.record
    if record and record.claims:
        wrong = Text("记录了理赔，但项目没有保险", "claims are recorded but the project has no insurance")
        yield contradiction((*path, "record", "claims"), wrong, hint=_ADD)
    if record and record.premium_subsidy_on:
        wrong = Text(
            "记录了保费补助，但项目没有保险", "a premium subsidy is recorded but the project has no insurance"
        )
        yield contradiction((*path, "record", "premium_subsidy_on"), wrong, hint=_ADD)


def _policy(path: Path, policy: Insurance) -> Iterator[Fault]:
    total = sum(policy.policies)
    if policy.premium is None and not policy.policies:
        yield Fault("missing", (*path, "premium"), {"key": "premium"})
    elif policy.premium is not None and policy.policies and policy.premium != total:
        wrong = Text(
            "保费 {premium} 元，各保单合计 {total} 元",
            "premium {premium} yuan, the policies add up to {total} yuan",
        )
        same = Text("两者相等，或只写其一", "the same, or only one of the two")
        yield contradiction((*path, "premium"), wrong, same, premium=yuan(policy.premium), total=yuan(total))
    if policy.cover is not None and policy.sum_insured not in (None, policy.cover):
        wrong = Text("cover 与 sum_insured 不同", "cover and sum_insured differ")
        yield contradiction((*path, "sum_insured"), wrong, Text("只写其一", "only one of the two"))

"""Amounts that must add up."""

from collections.abc import Iterator
from fractions import Fraction

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.spec.checks.common import contradiction, projects
from scenarios.spec.fields import rate_text, yuan
from scenarios.spec.model.project import LoanShares, ProjectSpec
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_LESS_EQUIPMENT = Text(
    "各期之和 = agreed_total - equipment_owned_by_enterprise（读法 equipment_in_instalments: no）",
    "instalments = agreed_total - equipment_owned_by_enterprise (reading equipment_in_instalments: no)",
)
_WITH_EQUIPMENT = Text(
    "各期之和 = agreed_total（读法 equipment_in_instalments: yes）",
    "instalments = agreed_total (reading equipment_in_instalments: yes)",
)


def wrong_sums(scenario: Scenario, resolved: Resolved) -> Iterator[Fault]:
    """Instalments against the agreed total, shares against one."""
    inside = resolved.readings.get("equipment_in_instalments") == "yes"
    for path, project in projects(scenario):
        yield from _instalments(path, project, inside)
        yield from _over_one((*path, "partners"), list(project.partners.values()))
        if project.loan and project.loan.shares:
            yield from _loan_shares((*path, "loan", "shares"), project.loan.shares)
    quotas = [p.quota_share for p in scenario.portfolio.platforms.values() if p.quota_share is not None]
    yield from _over_one(("portfolio", "platforms"), quotas)


def _instalments(path: Path, project: ProjectSpec, inside: bool) -> Iterator[Fault]:
    zero = Text("本期合作经费为 0", "the instalment is 0")
    for index, stage in enumerate(project.stages):
        if stage.instalment == 0:
            yield contradiction(
                (*path, "stages", index, "instalment"), zero, Text("大于 0 的金额", "more than 0")
            )
    equipment = project.equipment_owned_by_enterprise or 0
    if equipment > project.agreed_total:
        wrong = Text("设备金额大于协议总额", "the equipment is worth more than the agreed total")
        yield contradiction((*path, "equipment_owned_by_enterprise"), wrong)
        return
    due = project.agreed_total - (0 if inside else equipment)
    found = sum(stage.instalment for stage in project.stages)
    if found != due:
        rule = _WITH_EQUIPMENT if inside else _LESS_EQUIPMENT
        facts = {"found": yuan(found), "sum": yuan(due), "difference": yuan(abs(found - due)), "rule": rule}
        yield Fault("instalment_sum", (*path, "stages"), facts)


def _over_one(path: Path, shares: list[Fraction]) -> Iterator[Fault]:
    if sum(shares) > 1:
        wrong = Text("份额合计 {sum}，超过 100%", "the shares add up to {sum}, over 100%")
        yield contradiction(
            path,
            wrong,
            Text("合计不超过 100%", "at most 100% together"),
            sum=rate_text(sum(shares, Fraction(0))),
        )


def _loan_shares(path: Path, shares: LoanShares) -> Iterator[Fault]:
    stated = [s for s in (shares.guarantor, shares.government, shares.bank) if s is not None]
    total = sum(stated, Fraction(0))
    if total > 1 or (len(stated) == 3 and total != 1):
        wrong = Text("分担比例合计 {sum}", "the shares add up to {sum}")
        yield contradiction(path, wrong, Text("合计 100%", "100% together"), sum=rate_text(total))

"""From the file's models to the engine's facts: money in fen, days as ordinals."""

import math
from collections.abc import Sequence
from fractions import Fraction

from escrow.catalogue import Resolved
from escrow.project import (
    AuditPlan,
    DatedAmount,
    EnterpriseFacts,
    InsurancePlan,
    LoanPlan,
    PlatformFacts,
    Portfolio,
    ProjectPlan,
    StagePins,
    StagePlan,
)
from escrow.tape import Payer
from scenarios.spec.convert_record import claim_pins, stage_pins
from scenarios.spec.fields import ordinal
from scenarios.spec.model.portfolio import Audit, PlatformEvent
from scenarios.spec.model.project import Dated, Insurance, Loan, ProjectSpec, StageSpec
from scenarios.spec.model.record import Record
from scenarios.spec.model.scenario import Scenario

_GUARANTOR_SHARE = Fraction(4, 5)


def to_portfolio(scenario: Scenario, resolved: Resolved) -> Portfolio:
    """Everything the scenario states as fact, in file order; generated projects are not in it."""
    facts = scenario.portfolio
    return Portfolio(
        projects=tuple(project_plan(project) for project in facts.projects),
        audits=tuple(_audit(audit) for audit in facts.audits),
        pool_topups=_dated(facts.pool_topups),
        debarments=tuple((bar.enterprise, bar.date.toordinal()) for bar in facts.debarments),
        platform_stops=_platform_days(facts.platform_stops),
        platform_falsifications=_platform_days(facts.platform_falsifications),
        enterprises={name: EnterpriseFacts(e.in_district, e.group) for name, e in facts.enterprises.items()},
        platforms={name: PlatformFacts(p.listed, p.quota_share) for name, p in facts.platforms.items()},
    )


def project_plan(project: ProjectSpec) -> ProjectPlan:
    """One application as the engine knows it."""
    record = project.record or Record()
    review = record.review
    return ProjectPlan(
        id=project.id,
        enterprise=project.enterprise,
        platform=project.platform,
        agreed_total_fen=project.agreed_total,
        filed_day=project.filed_on.toordinal(),
        stages=_stages(project.stages, record),
        equipment_fen=project.equipment_owned_by_enterprise or 0,
        deposit_rate=project.deposit_rate,
        pool_budget_fen=_budget(project),
        signed_day=ordinal(project.signed_on),
        score=project.score,
        vat_rate=project.vat_rate,
        related=project.related,
        partners=tuple(project.partners.items()),
        insurance=_insurance(project.insurance) if project.insurance else None,
        loan=_loan(project.loan) if project.loan else None,
        claims=claim_pins(record.claims),
        other_grants=_dated(project.other_grants),
        outside_spending=_dated(project.outside_spending),
        review_day=ordinal(review.date) if review else None,
        review_passed=review.passed if review else None,
        approved_day=ordinal(record.approved_on),
        deposit_day=ordinal(record.deposit_on),
        deposit_unpaid=record.deposit == "unpaid",
        pool_day=ordinal(record.pool_paid_on),
        subsidy_day=ordinal(record.premium_subsidy_on),
        falsified_day=ordinal(project.falsified_on),
    )


def _stages(stages: Sequence[StageSpec], record: Record) -> tuple[StagePlan, ...]:
    pins = [stage_pins(known) for known in record.stages]
    pins += [StagePins()] * (len(stages) - len(pins))
    return tuple(StagePlan(s.instalment, s.planned_days, p) for s, p in zip(stages, pins, strict=True))


def _budget(project: ProjectSpec) -> int | None:
    budget = project.pool_budget
    if isinstance(budget, Fraction):
        # The budget is a floor of what the pool pays, so a part of a fen is rounded up.
        return math.ceil(budget * project.stages[0].instalment)
    return budget


def _insurance(policy: Insurance) -> InsurancePlan:
    return InsurancePlan(
        insurer=policy.insurer,
        premium_fen=policy.premium if policy.premium is not None else sum(policy.policies),
        bound_day=policy.bound_on.toordinal(),
        handed_in_day=ordinal(policy.handed_in_on),
        premium_payer=Payer[policy.premium_payer.upper()],
        payee=Payer[policy.payee.upper()],
        cover_fen=policy.cover if policy.cover is not None else policy.sum_insured,
        own_share=policy.own_share if policy.own_share is not None else Fraction(0),
        policies=tuple(policy.policies),
        loss_fen=policy.loss,
    )


def _loan(loan: Loan) -> LoanPlan:
    guarantor, government = _shares(loan)
    return LoanPlan(
        principal_fen=loan.principal,
        drawn_day=loan.drawn_on.toordinal(),
        term_days=loan.term_days,
        interest_rate=loan.interest_rate or Fraction(0),
        fee_rate=loan.fee_rate or Fraction(0),
        guarantor_share=guarantor,
        government_share=government,
        default_day=ordinal(loan.default_on),
        payout_days=loan.payout_days,
        recovered_fen=loan.recovered or 0,
        recovery_day=ordinal(loan.recovered_on),
    )


def _shares(loan: Loan) -> tuple[Fraction, Fraction]:
    """Shares of guarantor and government; the bank bears the rest, or what it is stated to bear."""
    if loan.shares is None:
        return _GUARANTOR_SHARE, Fraction(0)
    guarantor, government, bank = loan.shares.guarantor, loan.shares.government, loan.shares.bank
    rest = 1 - sum((s for s in (guarantor, government, bank) if s is not None), Fraction(0))
    if bank is not None and guarantor is None:
        guarantor = rest
    elif bank is not None and government is None:
        government = rest
    return guarantor or Fraction(0), government or Fraction(0)


def _audit(audit: Audit) -> AuditPlan:
    return AuditPlan(
        audit.year, ordinal(audit.reported_on), ordinal(audit.paid_on), dict(audit.audited_input)
    )


def _dated(items: Sequence[Dated]) -> tuple[DatedAmount, ...]:
    return tuple(DatedAmount(item.date.toordinal(), item.amount) for item in items)


def _platform_days(events: Sequence[PlatformEvent]) -> tuple[tuple[str, int], ...]:
    return tuple((event.platform, event.date.toordinal()) for event in events)

"""What an application is tested for (二, 三.2, 三.3, 六): the guards of escrow.rules, in order."""

from collections.abc import Iterator
from fractions import Fraction

from escrow.processes.case import Case
from escrow.processes.scheme import Scheme
from escrow.project import EnterpriseFacts, PlatformFacts, ProjectPlan
from escrow.rules import deposit, eligibility, milestone, pool
from escrow.rules.entitlement import Guard
from escrow.terms import Terms

# Parties of which the scenario states nothing.
USUAL_PLATFORM, USUAL_ENTERPRISE = PlatformFacts(), EnterpriseFacts()


def refusal(s: Scheme, c: Case) -> Guard | None:
    """The first guard that fails at intake, or None when the application may go to review."""
    return next((guard for guard in _at_intake(s, c) if not guard.passed), None)


def barred_at_notice(s: Scheme, c: Case) -> Guard | None:
    """What may have come up between the review and the notice."""
    today = s.agenda.today
    honest = eligibility.honesty_guard(c.book.enterprise in s.debarred)
    in_trial = eligibility.trial_guard(today, s.terms.trial_from, s.terms.trial_to)
    there = eligibility.partner_guard(not s.stopped(c.plan.platform))
    return next((guard for guard in (honest, in_trial, there) if not guard.passed), None)


def _at_intake(s: Scheme, c: Case) -> Iterator[Guard]:
    plan, terms = c.plan, s.terms_on(c.plan.filed_day)
    last = min(s.intake_until, terms.trial_to)
    yield eligibility.honesty_guard(c.book.enterprise in s.debarred)
    yield eligibility.trial_guard(plan.filed_day, terms.trial_from, last)
    signed = plan.signed_day or plan.filed_day
    yield eligibility.signature_guard(s.terms.read.old_agreements(signed, terms.trial_from))
    yield eligibility.partner_guard(_parties_qualify(s, plan))
    yield _threshold(s, c, terms)
    yield from _agreement(s, plan, terms)


def _parties_qualify(s: Scheme, plan: ProjectPlan) -> bool:
    platform = s.portfolio.platforms.get(plan.platform, USUAL_PLATFORM)
    enterprise = s.portfolio.enterprises.get(plan.enterprise, USUAL_ENTERPRISE)
    listed = platform.listed and not s.stopped(plan.platform)
    return bool(s.terms.read.party_tests(listed, enterprise.in_district, plan.related))


def _threshold(s: Scheme, c: Case, terms: Terms) -> Guard:
    """The agreed total less the enterprise's equipment against 300万 (threshold_test, threshold_basis)."""
    plan, today = c.plan, s.agenda.today
    together = sum(
        eligibility.counted_total(other.plan.agreed_total_fen, other.plan.equipment_fen)
        for other in s.of_enterprise[c.book.enterprise]
        if other.plan.platform == plan.platform and other.plan.filed_day <= today
    )
    own = eligibility.counted_total(plan.agreed_total_fen, plan.equipment_fen)
    vat = plan.vat_rate.as_integer_ratio() if plan.vat_rate is not None else terms.vat_rate
    needed = s.terms.read.threshold_basis(terms.threshold_total, vat)
    return eligibility.threshold_guard(s.terms.read.threshold_test(own, together).counted_fen, needed)


def _agreement(s: Scheme, plan: ProjectPlan, terms: Terms) -> Iterator[Guard]:
    """Deposit, pool budget, length and shares of the stages as agreed."""
    instalments = [stage.instalment_fen for stage in plan.stages]
    first, last, total = instalments[0], instalments[-1], sum(instalments)
    if plan.deposit_rate is not None:
        # The printed floor binds what was agreed; where a scenario raises it, the parties pay the higher one.
        floor = min(Fraction(*terms.deposit_rate_min), Fraction(*s.printed_floor)).as_integer_ratio()
        agreed = deposit.least(first, plan.deposit_rate.as_integer_ratio(), terms.floors_up)
        yield deposit.floor_guard(agreed, first, floor, terms.floors_up)
    if plan.pool_budget_fen is not None:
        yield pool.budget_guard(plan.pool_budget_fen, first)
    for stage in plan.stages:
        end = plan.filed_day + stage.planned_days
        yield milestone.period_guard(plan.filed_day, end, terms.milestone_max_years)
    bounds = terms.stage_shares
    yield eligibility.share_guard(first, total, bounds.get("first_min"), terms.first_share_max)
    yield eligibility.share_guard(last, total, bounds.get("last_min"), bounds.get("last_max"))

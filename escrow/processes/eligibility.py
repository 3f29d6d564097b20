"""What an application is tested for (二, 三.2, 三.3, 六), each test resolved by its reading."""

from fractions import Fraction

from escrow.arithmetic import FEN_DOWN, share
from escrow.processes.case import Case
from escrow.processes.scheme import Scheme
from escrow.processes.stage import anniversary
from escrow.project import EnterpriseFacts, PlatformFacts, ProjectPlan
from escrow.tape import Reason
from escrow.terms import Rate, Terms


def refusal(s: Scheme, c: Case) -> Reason:
    """The first reason to refuse an application; NONE when it may go to review."""
    plan, terms = c.plan, s.terms_on(c.plan.filed_day)
    if s.draw(c.serial, "enterprise") in s.debarred:
        return Reason.DEBARRED
    if not terms.trial_from <= plan.filed_day <= min(s.intake_until, terms.trial_to):
        return Reason.OUTSIDE_TRIAL
    if s.terms.read.old_agreements(plan.signed_day or plan.filed_day, terms.trial_from):
        return Reason.SIGNED_BEFORE_TRIAL
    if not _parties_qualify(s, plan):
        return Reason.NOT_PARTNER
    if _missing_to_threshold(s, c, terms):
        return Reason.BELOW_THRESHOLD
    return _terms_of_agreement(s, plan, terms)


def barred_at_notice(s: Scheme, c: Case) -> Reason:
    """What may have come up between the review and the notice."""
    if s.draw(c.serial, "enterprise") in s.debarred:
        return Reason.DEBARRED
    return Reason.OUTSIDE_TRIAL if s.agenda.today > s.terms.trial_to else Reason.NONE


def _parties_qualify(s: Scheme, plan: ProjectPlan) -> bool:
    platform = s.portfolio.platforms.get(plan.platform, PlatformFacts())
    enterprise = s.portfolio.enterprises.get(plan.enterprise, EnterpriseFacts())
    return bool(s.terms.read.party_tests(platform.listed, enterprise.in_district, plan.related))


def _missing_to_threshold(s: Scheme, c: Case, terms: Terms) -> int:
    """Fen missing to the threshold, equipment of the enterprise left out."""
    plan = c.plan
    together = sum(
        other.plan.agreed_total_fen - other.plan.equipment_fen
        for other in s.of_enterprise[c.book.enterprise]
        if other.plan.platform == plan.platform and other.plan.filed_day <= s.agenda.today
    )
    own = plan.agreed_total_fen - plan.equipment_fen
    counted = s.terms.read.threshold_test(own, together).counted_fen
    vat = plan.vat_rate.as_integer_ratio() if plan.vat_rate is not None else terms.vat_rate
    needed: int = s.terms.read.threshold_basis(terms.threshold_total, vat)
    return max(0, needed - int(counted))


def _terms_of_agreement(s: Scheme, plan: ProjectPlan, terms: Terms) -> Reason:
    # The floor printed binds what was agreed; where a scenario raises it, the parties pay the higher one.
    floor = min(Fraction(*terms.deposit_rate_min), Fraction(*s.printed_floor))
    if plan.deposit_rate is not None and plan.deposit_rate < floor:
        return Reason.DEPOSIT_BELOW_FLOOR
    if plan.pool_budget_fen is not None and plan.pool_budget_fen < plan.stages[0].instalment_fen:
        return Reason.BUDGET_BELOW_FLOOR
    limit = anniversary(plan.filed_day, terms.milestone_max_years) - plan.filed_day
    if any(stage.planned_days > limit for stage in plan.stages):
        return Reason.STAGE_OVER_ONE_YEAR
    return Reason.NONE if _shares_allowed(plan, terms) else Reason.SHARES_OUT_OF_BOUNDS


def _shares_allowed(plan: ProjectPlan, terms: Terms) -> bool:
    """First and last share within the limits a scenario sets (stage_shares, first_share_max)."""
    total = sum(stage.instalment_fen for stage in plan.stages)
    first, last = plan.stages[0].instalment_fen, plan.stages[-1].instalment_fen
    bounds = terms.stage_shares
    return (
        _at_most(first, total, terms.first_share_max)
        and _at_least(first, total, bounds.get("first_min"))
        and _at_least(last, total, bounds.get("last_min"))
        and _at_most(last, total, bounds.get("last_max"))
    )


def _at_most(part: int, total: int, rate: Rate | None) -> bool:
    return rate is None or part <= share(total, *rate, FEN_DOWN)


def _at_least(part: int, total: int, rate: Rate | None) -> bool:
    return rate is None or part * rate[1] >= total * rate[0]

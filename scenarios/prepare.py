"""From a scenario to everything a replication is a function of."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from escrow.behaviour import Behaviour
from escrow.calendar import Calendar, calendar_of
from escrow.catalogue import Resolved, load_policy
from escrow.processes.scheme import Setting
from escrow.project import Portfolio, ProjectPlan
from escrow.terms import Terms, terms_of
from escrow.world import Levers, World, build_world, generate
from scenarios.spec import Scenario, openings, resolve_scenario, to_portfolio


@dataclass(frozen=True, slots=True)
class Prepared:
    """A replication ready to run: scenario, resolved policy, facts and draws; openings in fen by party."""

    scenario: Scenario
    resolved: Resolved
    portfolio: Portfolio
    world: World
    openings: dict[str, int]
    calendar: Calendar
    terms: Terms
    setting: Setting
    replication: int = 0


def prepare(scenario: Scenario, *, replication: int = 0, world: World | None = None) -> Prepared:
    """Resolve the policy, draw the world unless one drawn for another policy is given, fill in balances."""
    resolved = resolve_scenario(scenario)
    terms = terms_of(dict(resolved.readings), dict(resolved.parameters))
    stated = to_portfolio(scenario, resolved)
    if world is None:
        plans = [*stated.projects, *_generated(scenario, terms, replication)]
        behaviour = scenario.behaviour.to_escrow() if scenario.behaviour else Behaviour.certain()
        world = build_world(plans, behaviour, scenario.seed, replication)
    portfolio = replace(stated, projects=world.plans)
    held = openings(scenario, portfolio, resolved)
    setting = _setting(scenario, terms, world, portfolio, held)
    return Prepared(scenario, resolved, portfolio, world, held, setting.calendar, terms, setting, replication)


def _generated(scenario: Scenario, terms: Terms, replication: int) -> list[ProjectPlan]:
    spec = scenario.portfolio.generate
    if spec is None:
        return []
    first, last = intake(scenario, terms)
    as_of = scenario.as_of.toordinal() if scenario.as_of else None
    return generate(spec.to_escrow(), scenario.seed, replication, first, last, levers(terms), as_of)


def levers(terms: Terms) -> Levers:
    """What of the policy moves who files and how instalments are agreed."""
    return Levers(
        cost_share_rate=Fraction(*terms.cost_share_rate),
        premium_subsidy_rate=Fraction(*terms.premium_subsidy_rate),
        deposit_rate=max(Fraction(*terms.deposit_rate), Fraction(*terms.deposit_rate_min)),
        pool_budget_rate=Fraction(*terms.pool_budget_rate),
        first_share_max=None if terms.first_share_max is None else Fraction(*terms.first_share_max),
    )


def intake(scenario: Scenario, terms: Terms) -> tuple[int, int]:
    """First and last day on which applications come in."""
    last = scenario.intake_until.toordinal() if scenario.intake_until else terms.trial_to
    return max(terms.trial_from, scenario.horizon.from_.toordinal()), last


def _setting(
    scenario: Scenario, terms: Terms, world: World, portfolio: Portfolio, held: dict[str, int]
) -> Setting:
    policy = load_policy(scenario.policy)
    printed = policy.resolve(scenario.preset, scenario.readings)
    return Setting(
        terms=terms,
        base=terms_of(dict(printed.readings), dict(printed.parameters)),
        world=world,
        portfolio=portfolio,
        calendar=calendar_of(policy.calendar),
        openings=held,
        first_day=_first_day(scenario, portfolio),
        last_day=scenario.horizon.to.toordinal(),
        intake_until=intake(scenario, terms)[1],
        as_of=scenario.as_of.toordinal() if scenario.as_of else None,
    )


def _first_day(scenario: Scenario, portfolio: Portfolio) -> int:
    """The horizon's first day, or an earlier filing or policy: what came before is told, not lost."""
    days = [scenario.horizon.from_.toordinal()]
    for plan in portfolio.projects:
        days.append(plan.filed_day)
        if plan.insurance:
            days.append(plan.insurance.bound_day)
    return min(days)


def iso(day: int) -> str:
    """An ordinal as YYYY-MM-DD."""
    return date.fromordinal(day).isoformat()

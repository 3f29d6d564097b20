"""From a claims scenario to everything a replication is a function of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from escrow.behaviour import QuantileTable
from escrow.calendar import CashWindow, calendar
from escrow.claims.budgets import Budget
from escrow.claims.model import ClaimsPortfolio
from escrow.claims.rulebook import CatalogueBook
from escrow.claims.setting import STEPS, Choices, ClaimsSetting, PayingDays, Shortfall, Window
from escrow.claims.tape import TREASURIES
from escrow.clauses import Catalogue
from escrow.world.counter import base, digest, uniform
from scenarios.claims.convert import to_portfolio
from scenarios.claims.drawn import drawn_claims
from scenarios.claims.spec.load import ClaimsLoaded
from scenarios.claims.spec.model import ClaimsScenario, StepsSpec, WindowSpec
from scenarios.spec.model.opening import DEFAULT

USUAL_TREASURY_FEN = 10 * 10**8 * 100


@dataclass(frozen=True, slots=True)
class PreparedClaims:
    """A replication ready to run."""

    scenario: ClaimsScenario
    catalogue: Catalogue
    book: CatalogueBook
    portfolio: ClaimsPortfolio
    setting: ClaimsSetting
    replication: int = 0
    extra: Path | None = None  # a user's own papers


def prepare_claims(loaded: ClaimsLoaded, *, replication: int = 0) -> PreparedClaims:
    """Choose the readings, draw enterprises and days, fill in opening balances."""
    scenario, catalogue = loaded.scenario, loaded.catalogue
    book = _book(scenario, catalogue)
    drawn, firms = drawn_claims(scenario, catalogue, replication)
    portfolio = to_portfolio(scenario, catalogue, drawn, firms)
    book = replace(book, claimed=frozenset(plan.clause for plan in portfolio.claims))
    setting = _setting(scenario, book, portfolio, replication)
    return PreparedClaims(scenario, catalogue, book, portfolio, setting, replication, loaded.extra)


def _book(scenario: ClaimsScenario, catalogue: Catalogue) -> CatalogueBook:
    readings: dict[str, dict[str, str]] = {}
    for name, option in scenario.readings.items():
        clause, dot, reading = name.rpartition(".")
        if dot:
            readings.setdefault(clause, {})[reading] = option
    budgets = {
        name: Budget(
            each.appropriated, {int(year): fen for year, fen in each.years.items()}, each.revenue_share
        )
        for name, each in scenario.budgets.items()
    }
    years = tuple(range(scenario.horizon.from_.year, scenario.horizon.to.year + 1))
    return CatalogueBook(catalogue, tuple(scenario.papers), readings, budgets, scenario.selection, years)


def _setting(
    scenario: ClaimsScenario, book: CatalogueBook, portfolio: ClaimsPortfolio, replication: int
) -> ClaimsSetting:
    revenue, steps = scenario.revenue, scenario.steps
    return ClaimsSetting(
        book=book,
        portfolio=portfolio,
        days=_days(steps, portfolio, base(scenario.seed, replication)),
        promised={step: int(getattr(steps.promised, step)) for step in STEPS},
        choices=_choices(scenario),
        calendar=calendar(),
        openings=_openings(scenario, book, portfolio),
        first_day=_first_day(scenario, portfolio),
        last_day=scenario.horizon.to.toordinal(),
        windows=_windows(scenario, book),
        paying=_paying(scenario),
        panel_seats=steps.panel_seats,
        shortfall=Shortfall(revenue.short, revenue.known_on.toordinal()) if revenue else None,
    )


def _first_day(scenario: ClaimsScenario, portfolio: ClaimsPortfolio) -> int:
    """The horizon's first day, or an earlier application: what came before is told, not lost."""
    return min([scenario.horizon.from_.toordinal(), *(plan.applied_day for plan in portfolio.claims)])


def _choices(scenario: ClaimsScenario) -> Choices:
    chosen: dict[str, Any] = {name: value for name, value in scenario.readings.items() if "." not in name}
    if scenario.revenue and "revenue_cut" not in chosen:
        chosen["revenue_cut"] = scenario.revenue.cut
    return Choices(**chosen)


def _days(steps: StepsSpec, portfolio: ClaimsPortfolio, key: int) -> Mapping[str, list[int]]:
    """The drawn days of every step: each draw stands alone, keyed by step and claim."""
    entities = [digest(plan.id) for plan in portfolio.claims]
    found: dict[str, list[int]] = {}
    for step in STEPS:
        table: QuantileTable = getattr(steps, f"{step}_days")
        found[step] = [table.value(uniform(key, f"claims/{step}", entity)) for entity in entities]
    return found


def _windows(scenario: ClaimsScenario, book: CatalogueBook) -> dict[int, Window]:
    """A window of a paper holds for all its clauses, one of a clause goes before it."""
    found: dict[int, Window] = {}
    for number, terms in enumerate(book.clauses):
        spec = scenario.windows.get(terms.id, scenario.windows.get(terms.paper))
        if spec is not None:
            found[number] = _window(spec)
    return found


def _window(spec: WindowSpec) -> Window:
    return Window(spec.from_, spec.to)


def _paying(scenario: ClaimsScenario) -> PayingDays:
    closed = scenario.payments.cash_window
    window = CashWindow(closed.closed_from, closed.closed_to) if closed else None
    return PayingDays(window, tuple(_window(each) for each in scenario.payments.windows))


def _openings(scenario: ClaimsScenario, book: CatalogueBook, portfolio: ClaimsPortfolio) -> dict[str, int]:
    """Opening balance by party, in fen: a treasury that is not stated holds its envelopes, or 10亿."""
    stated = scenario.opening_balances
    held: dict[str, int] = {}
    for payer, party in TREASURIES.items():
        own = getattr(stated, party)
        budgets = [each for each in book.envelopes if each.owner == payer]
        usual = sum(fen for each in budgets for _, fen in each.amounts)
        upper = _upper(portfolio, payer.name.lower())
        held[party] = max(usual, USUAL_TREASURY_FEN) + upper if own is None else own
    table = stated.enterprise or {}
    rest = table.get(DEFAULT, 0)
    names = dict.fromkeys([*portfolio.applicants, *(name for name in table if name != DEFAULT)])
    return held | {f"enterprise:{name}": table.get(name, rest) for name in names}


def _upper(portfolio: ClaimsPortfolio, payer: str) -> int:
    """Higher-level money that is to come from a level."""
    return sum(fen for plan in portfolio.claims if plan.upper_payer == payer for _, fen in plan.upper_level)

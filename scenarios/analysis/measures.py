"""What can be measured in results: outcomes, ratios of their sums, and the budget of all years."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from escrow.compiled.outcomes.names import OUTCOMES, YEARLY
from ledger.text import Text
from scenarios.analysis.columns import BUDGET, holds
from scenarios.analysis.problems import DayHasNoMean, KeptByYear, NoYears
from scenarios.spec.guess import near
from scenarios.sweep.problems import NoSuchColumn
from scenarios.sweep.results import Results


class Measure(NamedTuple):
    """A measure: one outcome, or the sum of `over` to the sum of `under`.

    Units: fen, days, count, flag (a share of replications), share, ratio, day (never measured).
    """

    name: str
    unit: str
    title: Text
    over: str
    under: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The outcomes it is computed from."""
        return (self.over, self.under) if self.under else (self.over,)


DERIVED = (
    Measure(
        "leverage",
        "ratio",
        Text("每元财政净支出带动的企业净投入", "enterprise money per net public yuan"),
        "enterprise_net_fen",
        "public_net_fen",
    ),
    Measure(
        "public_per_completed_fen",
        "fen",
        Text("每个完成项目的财政净支出", "net public money per completed project"),
        "public_net_fen",
        "completed",
    ),
    Measure("loss_ratio", "share", Text("保险赔付率", "loss ratio"), "claims_fen", "premium_fen"),
    Measure(
        "first_money_wait",
        "days",
        Text("申报到首笔资金的平均天数", "mean days from filing to first money"),
        "first_money_days",
        "first_money_count",
    ),
    Measure(
        BUDGET,
        "fen",
        Text("所需预算（各年合计）", "budget needed, all years together"),
        BUDGET,
    ),
)
USUAL = (
    "public_net_fen",
    "committed_unpaid_fen",
    "cost_share_fen",
    "pool_advance_fen",
    "premium_subsidy_fen",
    "enterprise_net_fen",
    "platform_income_fen",
    "pool_depleted",
    "pool_lowest_fen",
    "approved",
    "completed",
    "leverage",
    "public_per_completed_fen",
    "loss_ratio",
    "first_money_wait",
)
BRIEF = (
    "public_net_fen",
    "enterprise_net_fen",
    "platform_income_fen",
    "pool_depleted",
    "completed",
    "leverage",
)
_CATALOGUE = {each.name: Measure(each.name, each.unit, each.title, each.name) for each in OUTCOMES}
_ALL = {**_CATALOGUE, **{each.name: each for each in DERIVED}}
_BY_YEAR = frozenset(each.name for each in YEARLY)


def measure(name: str, results: Results) -> Measure:
    """The measure of that name in these results; NoSuchColumn, KeptByYear, NoYears, DayHasNoMean."""
    if name not in _ALL and name in results.outcome_names:
        return _plain(name)
    if name in _ALL and not available(_ALL[name], results):
        if name == BUDGET:
            raise NoYears(name=name)
        raise _unknown(name, measures(results))
    return known(name, measures(results))


def known(name: str, among: Iterable[Measure] = _ALL.values()) -> Measure:
    """The measure of that name, before there are results; `among` are those to propose instead."""
    if name not in _ALL:
        raise KeptByYear(name=name) if name in _BY_YEAR else _unknown(name, among)
    if _ALL[name].unit == "day":
        raise DayHasNoMean(name=name)
    return _ALL[name]


def measures(results: Results) -> list[Measure]:
    """Everything these results can be asked for; a day that may never come is no mean, and left out."""
    named = [_ALL.get(name) or _plain(name) for name in results.outcome_names]
    whole = [each for each in (*named, *DERIVED) if available(each, results)]
    return [each for each in whole if each.unit != "day"]


def usual(results: Results, names: Sequence[str] = USUAL) -> list[Measure]:
    """The headline measures, as far as these results hold them."""
    return [_ALL[name] for name in names if available(_ALL[name], results)]


def available(asked: Measure, results: Results) -> bool:
    """Whether the results hold what the measure needs."""
    return all(holds(results, name) for name in asked.needs)


def _unknown(name: str, among: Iterable[Measure]) -> NoSuchColumn:
    return NoSuchColumn(name=name, near=near(name, [each.name for each in among if each.unit != "day"]))


def _plain(name: str) -> Measure:
    unit = "fen" if name.endswith("_fen") else "days" if name.endswith("_days") else "count"
    return Measure(name, unit, Text(name, name), name)

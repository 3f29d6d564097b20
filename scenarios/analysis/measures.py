"""What can be measured in results: outcomes of the catalogue, and ratios of their sums."""

from collections.abc import Sequence
from typing import NamedTuple

from escrow.compiled.outcomes.names import OUTCOMES
from ledger.text import Text
from scenarios.spec.guess import near
from scenarios.sweep.problems import NoSuchColumn
from scenarios.sweep.results import Results


class Measure(NamedTuple):
    """A measure: one outcome, or the sum of `over` to the sum of `under`.

    Units: fen, days, count, flag (a share of replications), day (an ordinal, 0 for never), ratio.
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


def measure(name: str, results: Results) -> Measure:
    """The measure of that name in these results; NoSuchColumn, with names like it, when they hold none."""
    found = _ALL.get(name)
    if found is None and name in results.outcome_names:
        return _plain(name)
    if found is None or not available(found, results):
        raise NoSuchColumn(name=name, near=near(name, [each.name for each in measures(results)]))
    return found


def known(name: str) -> Measure:
    """The measure of that name, before there are results; NoSuchColumn."""
    if name not in _ALL or _ALL[name].unit == "day":
        raise NoSuchColumn(name=name, near=near(name, _ALL))
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
    return set(asked.needs) <= set(results.outcome_names)


def _plain(name: str) -> Measure:
    unit = "fen" if name.endswith("_fen") else "days" if name.endswith("_days") else "count"
    return Measure(name, unit, Text(name, name), name)

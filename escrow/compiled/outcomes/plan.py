"""The plan of a reduction: what must be known beside the rows, made once for a policy."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE
from escrow.compiled.outcomes.columns import G, T
from escrow.compiled.outcomes.fans import Bins, Fan, empty_fan, usual_bins
from escrow.compiled.outcomes.wiring import Wiring, wiring
from escrow.openings import cash_openings
from escrow.processes.scheme import Setting

STEP_DAYS = 7


class Plan(NamedTuple):
    """Arrays of a plan (escrow.compiled.outcomes.columns); kernels read it and never write."""

    given: IntArray  # (G,)
    ticks: IntArray  # (ticks, T), upwards by day
    kinds: IntArray  # (4 lines a kind, K)
    wires: IntArray  # (wires, W)
    bins: IntArray  # (F, 2): low, width
    sizes: IntArray  # (3,): sums, points of the fans, bins


def plan_of(setting: Setting, *, fans: bool, step_days: int = STEP_DAYS, bins: Bins | None = None) -> Plan:
    """The plan of a setting's policy and horizon; fans are looked at every `step_days` and on the last day.

    All points of a sweep need the same `bins` for their fans to be comparable (see `usual_bins`).
    """
    wired = wiring(setting.terms.read.pool_form())
    points = fan_days(setting, step_days) if fans else []
    used = bins or usual_bins([setting])
    return Plan(
        given=_given(setting, wired),
        ticks=_ticks(setting, points),
        kinds=wired.kinds,
        wires=wired.wires,
        bins=np.stack([used.low, used.width], axis=1),
        sizes=np.array([wired.slots, len(points), used.number], dtype=np.int64),
    )


def fan_days(setting: Setting, step_days: int = STEP_DAYS) -> list[int]:
    """The days (ordinals) on whose evening the series are looked at."""
    days = range(setting.first_day + step_days - 1, setting.last_day, step_days)
    return [*days, setting.last_day]


def years_of(setting: Setting) -> range:
    """The calendar years of the horizon, and earlier ones that a stated audit settles."""
    first, last = (date.fromordinal(day).year for day in (setting.first_day, setting.last_day))
    stated = [audit.year for audit in setting.portfolio.audits]
    return range(min(first, *stated, first), max(last, *stated, last) + 1)


def fan_for(plan: Plan) -> Fan:
    """An empty fan of the plan's size; without fans it has no days."""
    return empty_fan(int(plan.sizes[1]), int(plan.sizes[2]))


def _given(setting: Setting, wired: Wiring) -> IntArray:
    terms, years = setting.terms, years_of(setting)
    quota = terms.read.pool_form()
    opening = 0 if quota else cash_openings(terms, setting.openings).get("risk_pool", 0)
    cap: int | None = terms.premium_subsidy_cap
    given = np.zeros(len(G), dtype=np.int64)
    given[G.FIRST_DAY], given[G.LAST_DAY] = setting.first_day, setting.last_day
    given[G.FIRST_YEAR], given[G.YEARS] = years.start, len(years)
    given[G.POOL_OPENING_FEN] = opening
    given[G.SHARE_NUM], given[G.SHARE_DEN] = terms.cost_share_rate
    given[G.BUDGET_NUM], given[G.BUDGET_DEN] = terms.pool_budget_rate
    given[G.SUBSIDY_NUM], given[G.SUBSIDY_DEN] = terms.premium_subsidy_rate
    given[G.SUBSIDY_CAP_FEN] = NONE if cap is None else cap
    given[G.START_YEAR] = date.fromordinal(setting.first_day).year - years.start
    given[G.UNPAID_SLOT], given[G.EXPOSURE_SLOT] = wired.unpaid_slot, wired.exposure_slot
    return given


def _ticks(setting: Setting, points: list[int]) -> IntArray:
    last = setting.last_day
    quarters = set(_quarter_ends(setting.first_day, last))
    place = {day: number for number, day in enumerate(points)}
    days = sorted(quarters | set(points))
    found = np.zeros((len(days), len(T)), dtype=np.int64)
    for line, day in zip(found, days, strict=True):
        line[T.DAY], line[T.QUARTER] = day, day in quarters
        line[T.POINT] = place.get(day, NONE)
        line[T.YEAR_ENDS] = (date.fromordinal(day) + timedelta(1)).year > date.fromordinal(day).year
    return found


def _quarter_ends(first_day: int, last_day: int) -> Iterator[int]:
    """The quarter ends of the horizon and its last day, upwards."""
    day = date.fromordinal(first_day)
    while True:
        month = (day.month - 1) // 3 * 3 + 3
        day = date(day.year + month // 12, month % 12 + 1, 1)
        end = day.toordinal() - 1
        yield min(end, last_day)
        if end >= last_day:
            return

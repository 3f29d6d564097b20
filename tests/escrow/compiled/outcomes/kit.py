"""What `scenarios.metrics` says of a run, under the names of the outcomes; and short runs."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from escrow.compiled.outcomes.fans import Fan
from escrow.compiled.outcomes.names import OUTCOMES, YEARLY, Y
from escrow.compiled.outcomes.plan import plan_of, years_of
from escrow.compiled.outcomes.reduce import Reduced, outcomes_of
from escrow.tape import Instrument, Kind, Row
from scenarios.metrics import Metrics, measure, subject_of
from scenarios.metrics.outlay import ADMINISTRATION
from scenarios.prepare import Prepared

PAID_AS = {
    "pool_advance_fen": Instrument.POOL_ADVANCE,
    "premium_subsidy_fen": Instrument.PREMIUM_SUBSIDY,
    "cost_share_fen": Instrument.COST_SHARE,
    "guarantee_fen": Instrument.GUARANTEE,
    "fees_fen": ADMINISTRATION,
}
SUMS = {
    "deposits_fen": Kind.DEPOSITED,
    "forfeited_fen": Kind.FORFEITED,
    "released_fen": Kind.RELEASED,
    "premium_fen": Kind.PREMIUM_PAID,
    "claims_fen": Kind.CLAIM_PAID,
    "clawback_fen": Kind.CLAWBACK_PAID,
    "quota_lapsed_fen": Kind.QUOTA_LAPSED,
}
COUNTED = {
    "pool_refused": Kind.POOL_REFUSED,
    "deposits_missed": Kind.DEPOSIT_MISSED,
    "balances_defaulted": Kind.BALANCE_DEFAULTED,
    "debarred": Kind.DEBARRED,
    "loans_defaulted": Kind.LOAN_DEFAULTED,
}
CAPS = {
    "cost_share_cap": "cost_share_cap",
    "premium_cap": "premium_subsidy_cap",
    "budget_short": "district_budget",
}


class Told(NamedTuple):
    """A run, what the reduction makes of it and what the measures say."""

    prepared: Prepared
    tape: list[Row]
    reduced: Reduced
    metrics: Metrics


def told(prepared: Prepared, tape: list[Row]) -> Told:
    """Both views of a tape."""
    reduced = outcomes_of(tape, prepared.setting, plan_of(prepared.setting, fans=True))
    return Told(prepared, tape, reduced, measure(tape, subject_of(prepared)))


def agrees(run: Told) -> None:
    """Every outcome, every year and every series is what the measures say."""
    expected = _values(run)
    assert set(expected) == {each.name for each in OUTCOMES}
    assert run.reduced.values == expected
    for place, year in enumerate(years_of(run.prepared.setting)):
        found = dict(zip((each.name for each in YEARLY), run.reduced.years[place].tolist(), strict=True))
        assert found == _year(run.metrics, year), year


def at_evening(fan: Fan, series: int, point: int) -> int:
    """The one value of a fan of one replication."""
    assert fan.least[series, point] == fan.most[series, point]
    return int(fan.least[series, point])


def _values(run: Told) -> dict[str, int]:
    m, rows = run.metrics, run.tape
    counts, queue, pool = m.counts, m.queue, m.pool
    short = [row[0] for row in rows if row[2] == Kind.POOL_QUEUED]
    short += [row[0] for row in rows if row[2] == Kind.POOL_REFUSED and row[7] in (0, 12)]
    first, grants = _waits(rows, Kind.FILED, Kind.POOL_PAID), _waits(rows, Kind.AUDITED, Kind.COST_SHARE_PAID)
    return {
        "filed": counts.filed,
        "refused": sum(counts.refused.values()),
        "approved": counts.approved,
        "funded": counts.funded,
        "completed": counts.completed,
        "ended": sum(counts.ended.values()),
        "milestones_reached": counts.milestones_reached,
        "milestones_missed": counts.milestones_missed,
        "pool_queued": queue.queued,
        "pool_depleted": int(bool(short)),
        "pool_depleted_on": min(short, default=0),
        "pool_lowest_fen": pool.lowest_fen,
        "pool_end_fen": pool.points[-1][1],
        "queue_days": sum(queue.waits),
        "queue_days_max": queue.longest_days,
        "first_money_days": sum(first),
        "first_money_count": len(first),
        "grant_days": sum(grants),
        "grant_count": len(grants),
        "late_payment_days": sum(max(0, days - 15) for days in _balances(rows)),
        "public_outlay_fen": m.outlay_fen,
        "public_returned_fen": m.returns_fen,
        "public_net_fen": m.public_net_fen,
        "committed_unpaid_fen": sum(sum(row.values()) for row in m.committed_unpaid.values()),
        "pool_topped_up_fen": sum(row[5] for row in rows if _tops_up(row)),
        "enterprise_net_fen": sum(m.enterprise_net_cost.values()),
        "platform_income_fen": sum(m.platform_income.values()),
        "exposure_peak_fen": max(0, *(point.total_fen for point in m.exposure)),
        "cap_hits": sum(hit.times for hit in m.caps),
        "cap_cut_fen": sum(hit.cut_fen for hit in m.caps),
        **_caps(m),
        **{name: sum(year.get(code, 0) for year in m.outlay.values()) for name, code in PAID_AS.items()},
        **{name: sum(row[5] for row in rows if row[2] == kind) for name, kind in SUMS.items()},
        **{name: sum(row[2] == kind for row in rows) for name, kind in COUNTED.items()},
    }


def _caps(metrics: Metrics) -> dict[str, int]:
    hits = {hit.cap: hit for hit in metrics.caps}
    times = {f"{ours}_hits": hits[cap].times if cap in hits else 0 for ours, cap in CAPS.items()}
    cuts = {f"{ours}_cut_fen": hits[cap].cut_fen if cap in hits else 0 for ours, cap in CAPS.items()}
    return {**times, **cuts}


def _year(metrics: Metrics, year: int) -> dict[str, int]:
    paid, unpaid = metrics.outlay.get(year, {}), metrics.committed_unpaid.get(year, {})
    ends = [p.total_fen for p in metrics.exposure if date.fromordinal(p.day).year == year]
    budgeted = [Instrument.PREMIUM_SUBSIDY, Instrument.COST_SHARE]
    spent = [*budgeted, Instrument.GUARANTEE, ADMINISTRATION]
    return {
        **{name: paid.get(code, 0) for name, code in PAID_AS.items()},
        "returned_fen": sum(metrics.returns.get(year, {}).values()),
        "committed_unpaid_fen": sum(unpaid.values()),
        "budget_fen": sum(paid.get(c, 0) for c in spent) + sum(unpaid.get(c, 0) for c in budgeted),
        Y.EXPOSURE_END_FEN.name.lower(): ends[-1] if ends else 0,
    }


def _tops_up(row: Row) -> bool:
    return row[2] == Kind.POOL_TOPPED_UP or (row[2] == Kind.QUOTA_ISSUED and row[6] in (1, 2))


def _waits(rows: Sequence[Row], start: Kind, end: Kind) -> list[int]:
    since: dict[int, int] = {}
    found = []
    for row in rows:
        if row[2] == end and row[3] in since:
            found.append(row[0] - since.pop(row[3]))
        if row[2] == start:
            since.setdefault(row[3], row[0])
    return found


def _balances(rows: Sequence[Row]) -> list[int]:
    reached = {(row[3], row[4]): row[0] for row in rows if row[2] == Kind.MILESTONE_REACHED}
    paid = [row for row in rows if row[2] == Kind.BALANCE_PAID and (row[3], row[4]) in reached]
    return [row[0] - reached[row[3], row[4]] for row in paid]

"""The measures as plain data for JSON: integers and texts only, ratios as "n/d"."""

from datetime import date
from fractions import Fraction
from typing import Any

from escrow.tape import Instrument, Kind, Reason
from scenarios.metrics.measure import Metrics
from scenarios.metrics.outlay import ADMINISTRATION, Table


def plain(metrics: Metrics) -> dict[str, Any]:
    """A dictionary that `json.dumps` takes; amounts end in `_fen`, days are ISO dates or counts."""
    return {
        "projects": _counts(metrics),
        "outlay_fen": _by_instrument(metrics.outlay),
        "returns_fen": _by_kind(metrics.returns),
        "committed_unpaid_fen": _by_instrument(metrics.committed_unpaid),
        "public_net_fen": metrics.public_net_fen,
        "public_per_completed_fen": _ratio(metrics.public_per_completed),
        "leverage": _ratio(metrics.leverage),
        "pool": _pool(metrics),
        "queue": _queue(metrics),
        "caps": [
            {
                "cap": hit.cap,
                "times": hit.times,
                "cut_fen": hit.cut_fen,
                "cases": [list(c) for c in hit.cases],
            }
            for hit in metrics.caps
        ],
        "enterprise_net_cost_fen": metrics.enterprise_net_cost,
        "platform_income_fen": metrics.platform_income,
        "insurers": _insurers(metrics),
        "exposure": _exposure(metrics),
        "steps": _steps(metrics),
        "concentration": _concentration(metrics),
    }


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _ratio(value: Fraction | None) -> str | None:
    return None if value is None else f"{value.numerator}/{value.denominator}"


def _instrument(code: int) -> str:
    return "administration" if code == ADMINISTRATION else Instrument(code).name.lower()


def _by_instrument(table: Table) -> dict[str, dict[str, int]]:
    return {str(year): {_instrument(code): fen for code, fen in row.items()} for year, row in table.items()}


def _by_kind(table: Table) -> dict[str, dict[str, int]]:
    return {
        str(year): {Kind(code).name.lower(): fen for code, fen in row.items()} for year, row in table.items()
    }


def _by_reason(table: dict[int, int]) -> dict[str, int]:
    return {Reason(code).name.lower(): count for code, count in table.items()}


def _counts(metrics: Metrics) -> dict[str, Any]:
    found = metrics.counts
    return {
        "filed": found.filed,
        "accepted": found.accepted,
        "refused": _by_reason(found.refused),
        "approved": found.approved,
        "funded": found.funded,
        "completed": found.completed,
        "ended": _by_reason(found.ended),
        "running": found.running,
        "milestones_reached": found.milestones_reached,
        "milestones_missed": found.milestones_missed,
        "success_rate": _ratio(found.success_rate),
        "milestone_rate": _ratio(found.milestone_rate),
    }


def _pool(metrics: Metrics) -> dict[str, Any]:
    pool = metrics.pool
    return {
        "form": "quota" if pool.is_quota else "cash",
        "lowest_fen": pool.lowest_fen,
        "lowest_on": _iso(pool.lowest_day),
        "course": [[_iso(day), fen] for day, fen in pool.points],
    }


def _queue(metrics: Metrics) -> dict[str, Any]:
    queue = metrics.queue
    return {
        "queued": queue.queued,
        "longest": queue.longest,
        "still_waiting": queue.still_waiting,
        "waiting_days": list(queue.waits),
        "median_days": queue.median_days,
        "longest_days": queue.longest_days,
        "course": [[_iso(day), length] for day, length in queue.by_day],
    }


def _insurers(metrics: Metrics) -> dict[str, Any]:
    return {
        name: {
            "premiums_fen": result.premiums_fen,
            "claims_fen": result.claims_fen,
            "loss_ratio": _ratio(result.loss_ratio),
        }
        for name, result in metrics.insurers.items()
    }


def _exposure(metrics: Metrics) -> list[dict[str, Any]]:
    return [
        {
            "on": _iso(point.day),
            "paid_fen": point.paid_fen,
            "committed_fen": point.committed_fen,
            "expected_cost_share_fen": point.expected_cost_share_fen,
            "total_fen": point.total_fen,
        }
        for point in metrics.exposure
    ]


def _steps(metrics: Metrics) -> list[dict[str, Any]]:
    return [
        {
            "step": found.step.id,
            "cases": found.cases,
            "median_days": found.median_days,
            "p95_days": found.p95_days,
            "promised_days": found.step.promised_days,
            "working_days": found.step.working,
            "late": found.late,
        }
        for found in metrics.steps
    ]


def _concentration(metrics: Metrics) -> dict[str, Any]:
    found = metrics.concentration
    return {
        "approved_fen": found.by_platform,
        "largest": found.largest,
        "largest_share": _ratio(found.largest_share),
        "hhi": _ratio(found.hhi),
    }

"""Small scenarios in which every date is known; money in 万元, so that sums can be done in the head."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

Table = dict[str, Any]

_REACHED = (
    ("2025-06-30", "2025-07-02", "2025-07-10", "2025-07-15"),
    ("2025-09-30", "2025-10-09", "2025-10-17", "2025-10-22"),
    ("2025-12-19", "2025-12-22", "2025-12-30", ""),
)


def scenario(*projects: Table, **top: Any) -> Table:
    """A run over 2025 to 2027; enterprises and treasury hold 1,000万, the pool 1亿, insurers 500万."""
    facts = top.pop("portfolio", {})
    return {
        "schema": "anxinbao/scenario@1",
        "horizon": {"from": "2025-03-09", "to": "2027-12-31"},
        "opening_balances": {
            "risk_pool": "1亿",
            "district_treasury": "1000万",
            "enterprise": "1000万",
            "insurer": "500万",
            "platform": 0,
        },
        **top,
        "portfolio": {"projects": list(projects), **facts},
    }


def project(id: str = "P1", wan: Iterable[int] = (200, 200), **facts: Any) -> Table:
    """An approved project of E1 with PL1 whose deposit and pool money came in April 2025."""
    parts = list(wan)
    record = {"approved_on": "2025-03-28", "deposit_on": "2025-04-01", "pool_paid_on": "2025-04-10"}
    return {
        "id": id,
        "enterprise": "E1",
        "platform": "PL1",
        "agreed_total": f"{sum(parts)}万",
        "filed_on": "2025-03-14",
        "stages": [{"instalment": f"{part}万", "planned_days": 90} for part in parts],
        "record": record,
        **facts,
    }


def success(id: str = "P1", wan: Iterable[int] = (200, 200), **facts: Any) -> Table:
    """Every stage reached and released in 2025 (up to three)."""
    made = project(id, wan, **facts)
    count = len(made["stages"])
    made["record"]["stages"] = [reached(k, last=k == count - 1) for k in range(count)]
    return made


def failure(id: str = "P1", wan: Iterable[int] = (200, 200), **facts: Any) -> Table:
    """Stage 1 released, stage 2 missed on 2025-11-28, its deposit settled on 2025-12-10."""
    made = project(id, wan, **facts)
    made["record"]["stages"] = [reached(0, False), missed("2025-11-28", "2025-12-10")]
    return made


def reached(k: int, last: bool) -> Table:
    """The record of a stage that went well."""
    on, balance, released, following = _REACHED[k]
    known = {"reached": True, "date": on, "balance_on": balance, "released_on": released}
    return known if last else {**known, "next_payment_on": following}


def missed(on: str, settled: str, **facts: Any) -> Table:
    """The record of a missed stage."""
    return {"reached": False, "date": on, "forfeited_on": settled, **facts}


def insured(**facts: Any) -> Table:
    """A policy of 24万 bound before the filing."""
    return {"insurer": "I1", "premium": "24万", "bound_on": "2025-03-12", **facts}


def but(table: Table, **changes: Any) -> Table:
    """A copy with some places changed; `__` steps down, numbers count list items, None removes."""
    changed = deepcopy(table)
    for path, value in changes.items():
        *steps, last = path.split("__")
        node: Any = changed
        for step in steps:
            node = node[int(step)] if isinstance(node, list) else node.setdefault(step, {})
        if value is None:
            node.pop(last)
        elif isinstance(node, list):
            node[int(last)] = value
        else:
            node[last] = value
    return changed

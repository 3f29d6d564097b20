"""Random worlds in which everything is known, as facts of the oracle and as a scenario of the product."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.escrow.oracle import WAN, Audit, Project, Stage, World

YEARS = (2025, 2026, 2027, 2028)
LAST = date(2029, 12, 31)
MANY = {"enterprise": 10**12, "district_treasury": 10**12, "risk_pool": 10**11, "insurer": 10**11}


def evened(day: date, odd: bool) -> date:
    """The day, or the next: settlements fall on odd days and public payments on even ones, so none tie."""
    return day if day.toordinal() % 2 == odd else day + timedelta(1)


def after(day: date, days: int) -> date:
    return day + timedelta(days)


money = st.one_of(
    st.integers(100, 900).map(lambda wan: wan * WAN),
    st.integers(100 * WAN, 900 * WAN),
    st.sampled_from([300 * WAN - 1, 300 * WAN, 300 * WAN + 1, 1000 * WAN, 62_500_000]),
)
rates = st.sampled_from([Fraction(1, 10), Fraction(1, 8), Fraction(1, 3), Fraction(1, 2), Fraction(1)])
gaps = st.integers(0, 40)


@st.composite
def stages(draw: Any, start: date, count: int, whole: bool) -> list[Stage]:
    """Stages one after the other; some miss, some run over the year, some are never paid for.

    A stage that was paid in advance as a whole (`whole`: the deposit always is) leaves no balance unpaid.
    """
    made: list[Stage] = []
    for k in range(count):
        last = k == count - 1
        outcome = draw(st.sampled_from(["reached"] * 6 + ["missed", "unpaid"]))
        prepaid = whole or (bool(made) and made[-1].next_payment == "full")
        if outcome == "unpaid" and prepaid:
            outcome = "reached"
        ready = made[-1].paid_next if made else start
        accepted = max(ready, after(start, draw(st.sampled_from([20, 90, 200, 364, 365, 366, 380]))))
        balance = after(accepted, draw(gaps))
        settled = evened(after(balance, draw(gaps)), odd=True)
        paid_next = after(settled, draw(gaps))
        following = "deposit" if last else draw(st.sampled_from(["deposit", "deposit", "full", "none"]))
        made.append(Stage(draw(money), outcome, accepted, balance, settled, paid_next, following))
        start = settled
        if outcome != "reached" or following == "none":
            # What is agreed for later stages still counts towards the threshold.
            rest = [draw(money) for _ in range(count - k - 1)]
            idle = [Stage(fen, "reached", accepted, balance, settled, paid_next) for fen in rest]
            return [*made, *idle]
    return made


@st.composite
def projects(draw: Any, number: int) -> Project:
    """One application."""
    filed = after(date(2025, 3, 7), draw(st.integers(0, 362)))
    approved = after(filed, draw(gaps))
    deposited = after(approved, draw(gaps))
    pool_paid = after(deposited, draw(st.integers(0, 20)))
    rate = draw(rates)
    parts = draw(stages(deposited, draw(st.integers(1, 3)), rate == 1))
    insured = draw(st.booleans())
    claims = draw(st.lists(st.tuples(st.integers(0, 900), money), max_size=2)) if insured else []
    return Project(
        id=f"P{number}",
        enterprise=draw(st.sampled_from(["E1", "E2"])),
        platform=draw(st.sampled_from(["PL1", "PL2"])),
        equipment=draw(st.sampled_from([0, 0, 50 * WAN])),
        rate=rate,
        budget=parts[0].instalment + draw(st.sampled_from([0, 0, 1, 10 * WAN])),
        filed=filed,
        approved=approved,
        deposited=deposited,
        pool_paid=min(pool_paid, parts[0].accepted),
        stages=tuple(parts),
        premium=draw(st.sampled_from([240_000_00, 625_000_00, 625_001_25, 1_000_000_00])) if insured else 0,
        bound=after(filed, draw(st.sampled_from([-3, -1, 0, 5]))),
        subsidised=evened(after(approved, draw(st.integers(10, 60))), odd=False),
        payee=draw(st.sampled_from(["enterprise", "enterprise", "platform"])),
        claims=tuple((after(approved, 20 + days), fen) for days, fen in claims),
    )


@st.composite
def audits(draw: Any, ids: list[str]) -> dict[int, Audit]:
    """One audit a year; some find another input than what was released."""
    made: dict[int, Audit] = {}
    for year in YEARS:
        reported = date(year + 1, 2, draw(st.integers(1, 28)))
        paid = evened(after(reported, draw(st.integers(0, 30))), odd=False)
        cut = draw(st.dictionaries(st.sampled_from(ids), money, max_size=1))
        made[year] = Audit(reported, paid, cut)
    return made


@st.composite
def worlds(draw: Any) -> World:
    """Up to four applications of two enterprises."""
    count = draw(st.integers(1, 4))
    listed = tuple(draw(projects(number)) for number in range(1, count + 1))
    barred = draw(st.dictionaries(st.sampled_from(["E1", "E2"]), st.integers(0, 1200), max_size=1))
    parties = {f"enterprise:{p.enterprise}" for p in listed}
    opening = dict.fromkeys(sorted(parties), MANY["enterprise"])
    opening |= {"district_treasury": MANY["district_treasury"], "risk_pool": MANY["risk_pool"]}
    if any(p.premium for p in listed):
        opening["insurer:I1"] = MANY["insurer"]
    debarred = {
        name: evened(after(date(2025, 3, 9), days), odd=True)
        for name, days in barred.items()
        if f"enterprise:{name}" in parties
    }
    return World(listed, draw(audits([p.id for p in listed])), debarred, opening)


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def told(world: World) -> dict[str, Any]:
    """The scenario that says the same."""
    return {
        "schema": "anxinbao/scenario@1",
        "horizon": {"from": "2025-02-01", "to": LAST.isoformat()},
        "opening_balances": {**{kind: yuan(fen) for kind, fen in MANY.items()}, "platform": 0},
        "portfolio": {
            "projects": [_project(project) for project in world.projects],
            "audits": [_audit(year, audit) for year, audit in world.audits.items()],
            "debarments": [{"enterprise": e, "date": on.isoformat()} for e, on in world.debarred.items()],
        },
    }


def _audit(year: int, audit: Audit) -> dict[str, Any]:
    inputs = {name: yuan(fen) for name, fen in audit.inputs.items()}
    days = {"reported_on": audit.reported.isoformat(), "paid_on": audit.paid.isoformat()}
    return {"year": year, **days, "audited_input": inputs}


def _project(p: Project) -> dict[str, Any]:
    record: dict[str, Any] = {
        "approved_on": p.approved.isoformat(),
        "deposit_on": p.deposited.isoformat(),
        "pool_paid_on": p.pool_paid.isoformat(),
        "stages": _records(p),
    }
    made = {
        "id": p.id,
        "enterprise": p.enterprise,
        "platform": p.platform,
        "agreed_total": yuan(sum(stage.instalment for stage in p.stages) + p.equipment),
        "equipment_owned_by_enterprise": yuan(p.equipment),
        "deposit_rate": str(p.rate),
        "pool_budget": yuan(p.budget),
        "filed_on": p.filed.isoformat(),
        "stages": [{"instalment": yuan(stage.instalment), "planned_days": 90} for stage in p.stages],
        "record": record,
    }
    if p.premium:
        bound = p.bound.isoformat()
        made["insurance"] = {"insurer": "I1", "premium": yuan(p.premium), "bound_on": bound, "payee": p.payee}
        record["premium_subsidy_on"] = p.subsidised.isoformat()
        record["claims"] = [{"date": on.isoformat(), "amount": yuan(fen)} for on, fen in p.claims]
    return made


def _records(p: Project) -> list[dict[str, Any]]:
    made = []
    for k, stage in enumerate(p.stages):
        known: dict[str, Any] = {"reached": stage.outcome != "missed", "date": stage.accepted.isoformat()}
        if stage.outcome == "reached":
            known |= {"balance_on": stage.balance.isoformat(), "released_on": stage.settled.isoformat()}
            if k + 1 < len(p.stages):
                known["next_payment"] = stage.next_payment
                if stage.next_payment != "none":
                    known["next_payment_on"] = stage.paid_next.isoformat()
        else:
            known["forfeited_on"] = stage.settled.isoformat()
            if stage.outcome == "unpaid":
                known["balance"] = "unpaid"
        made.append(known)
        if stage.outcome != "reached" or stage.next_payment == "none":
            break
    return made

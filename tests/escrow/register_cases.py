"""How each clause's example is put to the rules: one small adapter per clause, yuan in, yuan out."""

from collections.abc import Callable
from typing import Any

from escrow.arithmetic import FEN_DOWN, FEN_UP
from escrow.readings import eligibility as who
from escrow.readings import premium as policies
from escrow.readings import rounding
from escrow.rules import (
    claim,
    cost_share,
    deposit,
    eligibility,
    forfeiture,
    milestone,
    pool,
    premium,
    release,
)
from escrow.rules.entitlement import Entitlement, Guard
from escrow.rules.roles import moneyless, role
from escrow.settlement import Moved, State, settle
from tests.escrow.literal import WAN, YUAN, audit_of, book, day, settlement_terms

TEN = (10, 100)
Given = dict[str, Any]


def paid(entitlement: Entitlement) -> int:
    return entitlement.amount_fen // YUAN


def said(guard: Guard, good: str = "allowed", bad: str = "") -> str:
    """A guard in the words of the examples."""
    if guard.passed:
        return good
    if guard.missing_fen:
        return f"lacks {guard.missing_fen // YUAN}"
    return f"{guard.missing_days} days {bad}" if guard.missing_days else "refused"


def fen(given: Given, name: str) -> int:
    """An amount of the example in fen."""
    return int(given[name]) * YUAN


def kept_by_platform(paid_in_fen: int, deposit_fen: int) -> int:
    """What the default reading leaves to the platform of what was paid in for a missed stage."""
    return paid_in_fen - rounding.excess_returned(paid_in_fen, deposit_fen)


def partner(g: Given) -> str:
    threshold = eligibility.threshold_guard(fen(g, "agreed"), 300 * WAN)
    parties = eligibility.partner_guard(who.platform_listed(g["listed"], True, False))
    return "eligible" if threshold.passed and parties.passed else "refused"


def budget(g: Given) -> int | str:
    guard = pool.budget_guard(fen(g, "budget"), fen(g, "instalment"))
    return paid(pool.budget(fen(g, "instalment"), (1, 1))) if guard.passed else said(guard)


def milestones(g: Given) -> str:
    start = day(g["start"])
    for _ in g["months"]:
        end = milestone.last_day(start, 1)
        if not milestone.period_guard(start, end, 1).passed:
            return "refused"
        start = end
    return said(milestone.count_guard(len(g["months"]), 1))


def next_payment(g: Given) -> int:
    instalment = fen(g, "instalment")
    if g["payment"] == "full":
        return paid(deposit.in_full(instalment))
    return paid(deposit.following(instalment, instalment, TEN, FEN_UP))


def lost(g: Given) -> list[int]:
    instalment, paid_in = fen(g, "instalment"), fen(g, "paid_in")
    part = forfeiture.deposit_part(instalment, paid_in, (g["percent"], 100), FEN_UP)
    gone = forfeiture.forfeited(instalment, paid_in, part, kept_by_platform)
    return [paid(gone), paid(forfeiture.excess_returned(paid_in, gone.amount_fen))]


def received_by_platform(g: Given) -> int:
    total = 0
    for stage, yuan in enumerate(g["instalments"], start=1):
        instalment = yuan * YUAN
        put_in = paid(deposit.first(instalment, (g["percent"], 100), FEN_UP)) * YUAN
        if stage == g["failed"]:
            return total + paid(forfeiture.forfeited(instalment, put_in, put_in, kept_by_platform))
        balance = release.balance_payment(instalment, put_in, stage).amount_fen
        total += paid(release.release(instalment, put_in, balance, True, stage))
    return total


def handed_in(g: Given) -> str:
    late = premium.days_late(day(g["handed_in"]), day(g["filed"]), day(g["bound"]))
    return "no subsidy" if policies.no_subsidy(late) is policies.Handling.NEVER else "in time"


def granted(g: Given) -> list[int]:
    inputs = [(yuan * YUAN, 0) for yuan in g["inputs"]]
    return [paid(one) for one in cost_share.enterprise_total(inputs, (3, 10), 300 * WAN, FEN_DOWN)]


def audited(g: Given) -> int:
    one = book()
    one.moved(Moved.RELEASED, day("2025-07-10"), fen(g, "agreed"))
    settled = settle(audit_of(2025), [one], State(), settlement_terms(), {0: fen(g, "audited")})
    return settled.total_fen // YUAN


def supported(g: Given, guard: Guard) -> int:
    return eligibility.supported(fen(g, "computed"), guard) // YUAN


ASK: dict[str, Callable[[Given], Any]] = {
    "xiaoshan-elig-partner": partner,
    "xiaoshan-elig-total-3m": lambda g: said(
        eligibility.threshold_guard(
            eligibility.counted_total(fen(g, "agreed"), fen(g, "equipment")), 300 * WAN
        ),
        "eligible",
    ),
    "xiaoshan-pool-100m": lambda g: pool.left_after(fen(g, "pool"), fen(g, "budget")) // YUAN,
    "xiaoshan-pool-topup": lambda g: paid(pool.topup(fen(g, "pool"), fen(g, "decided"))),
    "xiaoshan-agreement-terms": lambda g: [
        part // YUAN for part in milestone.instalments_by_percent(fen(g, "agreed"), tuple(g["percents"]))
    ],
    "xiaoshan-multi-milestones": milestones,
    "xiaoshan-first-deposit-10": lambda g: paid(
        deposit.first(fen(g, "instalment"), (g["percent"], 100), FEN_UP)
    ),
    "xiaoshan-pool-advance": budget,
    "xiaoshan-milestone-max-1y": lambda g: said(
        milestone.period_guard(day(g["start"]), day(g["end"]), 1), bad="too long"
    ),
    "xiaoshan-tail-payment": lambda g: paid(release.balance_payment(fen(g, "instalment"), fen(g, "deposit"))),
    "xiaoshan-release-after-review": lambda g: paid(
        release.release(fen(g, "instalment"), fen(g, "deposit"), fen(g, "balance"), g["passed"])
    ),
    "xiaoshan-next-stage-start": lambda g: said(
        milestone.next_start_guard(day(g["start"]), day(g["receipt"])), bad="too early"
    ),
    "xiaoshan-next-stage-deposit": next_payment,
    "xiaoshan-forfeiture": lost,
    "xiaoshan-later-stages-same": received_by_platform,
    "xiaoshan-insurance-choice": lambda g: said(
        premium.bound_guard(day(g["bound"]), policies.by_channel_opening(day(g["channel"]), 0)),
        bad="too late",
    ),
    "xiaoshan-insurance-subsidy-80": lambda g: paid(
        premium.subsidy([(g["premium"] * YUAN, 0)], (80, 100), 50 * WAN, FEN_DOWN)
    ),
    "xiaoshan-insurance-payout": lambda g: claim.by_policy(fen(g, "loss"), fen(g, "cover")) // YUAN,
    "xiaoshan-cost-share-30": lambda g: paid(
        cost_share.grant(fen(g, "input"), fen(g, "claims"), (3, 10), 300 * WAN, FEN_DOWN)
    ),
    "xiaoshan-cost-share-cap-3m": granted,
    "xiaoshan-intake": lambda g: said(
        eligibility.trial_guard(day(g["filed"]), day("2025-03-09"), day("2026-03-08"))
    ),
    "xiaoshan-intake-insurance-docs": handed_in,
    "xiaoshan-expert-review": lambda g: supported(g, eligibility.review_guard(g["passed"])),
    "xiaoshan-selection-when-many": lambda g: sum(pool.funded_by_rank(g["ranked"], g["pool"])),
    "xiaoshan-open-channel": lambda g: said(
        deposit.channel_guard(day(g["deposit"]), day(g["notice"])), bad="too early"
    ),
    "xiaoshan-grant-on-audited-input": audited,
    "xiaoshan-fraud-exclusion": lambda g: supported(g, eligibility.honesty_guard(g["found"])),
    "xiaoshan-validity": lambda g: said(
        eligibility.trial_guard(day(g["day"]), day("2025-03-09"), day("2026-03-08")), bad="outside"
    ),
}


def ask(clause: str, given: Given) -> Any:
    """The rules' answer to an example."""
    if clause in ASK:
        return ASK[clause](given)
    assert clause in moneyless()
    assert role(clause).citation.clause == clause
    return "no amount"

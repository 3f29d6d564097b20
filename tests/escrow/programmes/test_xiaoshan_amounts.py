"""The clauses of the Xiaoshan paper give what the rules of the simulated scheme give, fen by fen."""

from fractions import Fraction
from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from escrow.arithmetic import FEN_DOWN, FEN_UP
from escrow.clauses import Evaluation, ReadFacts, load_catalogue
from escrow.readings import premium as payers
from escrow.rules import claim, cost_share, deposit, eligibility, forfeiture, pool, premium, release
from escrow.settlement import Moved, State, settle
from escrow.tape import Payer
from tests.escrow.literal import WAN, audit_of, book, day, read, settlement_terms

FEN = st.integers(0, 20_000_000 * 100)
PERCENT = st.integers(10, 100)
DAY = day("2025-06-30")


def kept(back: int, paid_in: int, _: int) -> int:
    """What the platform keeps when so much comes back."""
    return paid_in - back


def clause(name: str, readings: dict[str, str] | None = None, **facts: Any) -> Evaluation:
    """The clause's answer to exact facts: money in fen."""
    return load_catalogue().evaluate(f"xiaoshan-{name}", ReadFacts(facts), DAY, readings)


@given(FEN, PERCENT)
def test_deposits(instalment: int, percent: int) -> None:
    agreed = Fraction(percent, 100)
    wanted = deposit.first(instalment, (percent, 100), FEN_UP).amount_fen
    assert clause("first-deposit-10", instalment=instalment, agreed_deposit_rate=agreed).amount_fen == wanted
    found = clause("next-stage-deposit", instalment=instalment, agreed_deposit_rate=agreed)
    assert found.amount_fen == deposit.following(instalment, instalment, (percent, 100), FEN_UP).amount_fen


@given(FEN, FEN)
def test_balance_and_release(instalment: int, lodged: int) -> None:
    due = release.balance_payment(instalment, lodged).amount_fen
    assert clause("tail-payment", instalment=instalment, deposit_lodged=lodged).amount_fen == due
    for balance in (due, max(0, due - 1)):
        found = clause(
            "release-after-review", instalment=instalment, deposit_lodged=lodged, balance_lodged=balance
        )
        assert found.amount_fen == release.release(instalment, lodged, balance, True).amount_fen


@given(FEN, FEN)
def test_forfeiture_under_both_readings(part: int, beyond: int) -> None:
    for option in ("returned", "lost"):
        back = read(prepaid_excess_on_failure=option).prepaid_excess_on_failure(part + beyond, part)
        wanted = forfeiture.forfeited(part + beyond, part + beyond, part, partial(kept, back))
        found = clause("forfeiture", {"prepaid_excess": option}, deposit_lodged=part, prepaid_beyond=beyond)
        assert found.amount_fen == wanted.amount_fen


@given(FEN, FEN)
def test_pool(balance: int, budget: int) -> None:
    assert clause("pool-100m", pool_balance=balance, project_budget=budget).amount_fen == pool.left_after(
        balance, budget
    )
    found = clause("pool-topup", pool_balance=balance, decided_amount=budget)
    assert found.amount_fen == pool.topup(balance, budget).amount_fen


@given(st.lists(FEN, min_size=1, max_size=6), FEN)
def test_selection_by_rank(wanted: list[int], balance: int) -> None:
    found = clause("selection-when-many", instalments=tuple(wanted), pool_balance=balance)
    assert found.amount_fen == sum(pool.funded_by_rank(wanted, balance))


@given(st.lists(FEN, min_size=1, max_size=4))
def test_premium_subsidy_for_project_and_policy(premiums: list[int]) -> None:
    for scope, groups in (("per_project", [(sum(premiums), 0)]), ("per_policy", [(p, 0) for p in premiums])):
        wanted = premium.subsidy(groups, (80, 100), 50 * WAN, FEN_DOWN).amount_fen
        found = clause("insurance-subsidy-80", {"cap_scope": scope}, premiums=tuple(premiums))
        assert found.amount_fen == wanted


def test_a_premium_of_the_platform_follows_the_reading() -> None:
    for option, qualifies in (
        ("enterprise_only", payers.enterprise_only), ("platform_passed_on", payers.platform_passed_on)
    ):  # fmt: skip
        found = clause(
            "insurance-subsidy-80", {"payer": option}, premiums=(24 * WAN,), premium_paid_by="平台"
        )
        assert found.passed == qualifies(Payer.PLATFORM)


@given(FEN, FEN)
def test_claims(loss: int, cover: int) -> None:
    found = clause("insurance-payout", assessed_loss=loss, sum_insured=cover)
    assert found.amount_fen == claim.by_policy(loss, cover)


@given(FEN, FEN)
def test_cost_share(spent: int, claims: int) -> None:
    wanted = cost_share.grant(spent, claims, (3, 10), 10**14, FEN_DOWN).amount_fen
    assert clause("cost-share-30", cooperation_input=spent, claims_paid=claims).amount_fen == wanted


@given(st.lists(st.tuples(FEN, FEN), min_size=1, max_size=5), st.integers(0, 400 * WAN))
def test_the_yearly_cap_of_an_enterprise(projects: list[tuple[int, int]], used: int) -> None:
    wanted = cost_share.enterprise_total(projects, (3, 10), 300 * WAN, FEN_DOWN, used)
    found = clause(
        "cost-share-cap-3m",
        cooperation_inputs=tuple(spent for spent, _ in projects),
        claims_by_project=tuple(claims for _, claims in projects),
        paid_this_year=used,
    )
    assert found.amount_fen == sum(grant.amount_fen for grant in wanted)


@given(FEN)
def test_the_settlement_of_an_audited_input(audited: int) -> None:
    one = book()
    one.moved(Moved.RELEASED, day("2025-07-10"), audited)
    settled = settle(audit_of(2025), [one], State(), settlement_terms(), {0: audited})
    assert clause("grant-on-audited-input", cooperation_input=audited).amount_fen == settled.total_fen


@given(FEN, FEN)
def test_the_threshold_and_what_it_lacks(agreed: int, equipment: int) -> None:
    guard = eligibility.threshold_guard(eligibility.counted_total(agreed, equipment), 300 * WAN)
    found = clause("elig-total-3m", agreed_total=agreed, equipment_owned=min(equipment, agreed))
    assert found.passed == guard.passed
    assert sum(each.missing_fen for each in found.failed) == guard.missing_fen

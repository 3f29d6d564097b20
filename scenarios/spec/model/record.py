"""What is already known of a project: dates and outcomes that pin the draws (design section 7)."""

from typing import Literal

from pydantic import Field

from scenarios.spec.fields import Day, Money, Share, Strict

Outcome = Literal["reached", "rectify", "missed", "ended"]
CauseName = Literal["technical", "platform", "enterprise", "force_majeure", "platform_quit"]


class Review(Strict):
    """专家论证 / the expert review."""

    date: Day
    """论证日期 / day of the review"""
    passed: bool = True
    """是否通过 / whether the project passed"""


class Rectified(Strict):
    """整改后的再次验收 / the second examination after a rectification."""

    date: Day
    """再次验收日期 / day of the second examination"""
    reached: bool = True
    """整改后是否达成 / whether the milestone is reached then"""


class StageRecord(Strict):
    """一个里程碑已知的情况 / what is known of one stage."""

    reached: bool | None = None
    """是否达成，outcome 的简写 / whether the milestone was reached; short for outcome"""
    outcome: Outcome | None = None
    """验收结论 / acceptance outcome"""
    date: Day | None = None
    """验收日期 / day of the acceptance"""
    cause: CauseName | None = None
    """未达成的原因 / cause of a miss"""
    achieved: Share | None = None
    """整改时已完成的比例 / share achieved when the outcome is rectify"""
    enterprise_agrees: bool = True
    """企业是否认可验收 / whether the enterprise agrees with the acceptance"""
    balance_on: Day | None = None
    """尾款到账日 / day the balance payment reaches the escrow"""
    balance: Literal["paid", "unpaid"] | None = None
    """尾款是否支付 / whether the balance was paid"""
    released_on: Day | None = None
    """监管账户拨付日 / day the escrow pays the platform"""
    invoice_on: Day | None = None
    """发票日期 / date of the platform's invoice"""
    next_payment_on: Day | None = None
    """下一阶段付款日 / day of the payment for the next stage"""
    next_payment: Literal["deposit", "full", "none"] | None = None
    """下一阶段付保证金、全款或不付 / deposit, full instalment or nothing for the next stage"""
    forfeited_on: Day | None = None
    """保证金不予退还、拨付日 / day the deposit goes to the platform"""
    rectified: Rectified | None = None
    """整改结果 / the second examination"""
    retry: "StageRecord | None" = None
    """重做一次的情况（读法 after_failure: retry_once）/ the second try under after_failure: retry_once"""


class ClaimRecord(Strict):
    """一笔保险理赔 / one insurance claim."""

    date: Day
    """赔付日 / day it is paid"""
    amount: Money
    """赔付金额 / amount paid"""
    loss: Money | None = None
    """定损金额 / assessed loss"""


class Record(Strict):
    """已知的日期与结果，均可省略 / known dates and outcomes, each optional."""

    review: Review | None = None
    """专家论证 / expert review"""
    approved_on: Day | None = None
    """准予立项通知日 / day of the approval notice"""
    deposit_on: Day | None = None
    """首笔保证金到账日 / day the first deposit arrives"""
    deposit: Literal["paid", "unpaid"] | None = None
    """首笔保证金是否支付 / whether the first deposit was paid"""
    pool_paid_on: Day | None = None
    """风险池拨付日 / day the risk pool pays"""
    premium_subsidy_on: Day | None = None
    """保费补助拨付日 / day the premium subsidy is paid"""
    stages: list[StageRecord] = Field(default_factory=list)
    """各里程碑，按顺序 / the stages in order"""
    claims: list[ClaimRecord] | None = None
    """理赔；空列表表示已知没有 / claims; an empty list says that none was paid"""

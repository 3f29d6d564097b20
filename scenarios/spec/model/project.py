"""One application: who, how much, in which stages, and what else is agreed."""

from typing import Literal

from pydantic import Field

from scenarios.spec.fields import Budget, Day, Id, Money, Share, Strict
from scenarios.spec.model.record import Record

DEFAULT_PLANNED_DAYS = 180
MAX_DAYS = 3660
PayerName = Literal["enterprise", "platform"]


class StageSpec(Strict):
    """一个里程碑阶段 / one agreed stage."""

    instalment: Money
    """本期合作经费 / instalment of the stage"""
    planned_days: int = Field(DEFAULT_PLANNED_DAYS, ge=0, le=MAX_DAYS)
    """约定天数，默认 180 / agreed days, 180 when not stated"""


class Insurance(Strict):
    """项目保险 / the policy on a project."""

    insurer: Id
    """保险公司 / insurer"""
    premium: Money | None = None
    """保费合计 / premium of all policies together"""
    bound_on: Day
    """投保日 / day the policy is bound and the premium paid"""
    handed_in_on: Day | None = None
    """保单交件日，默认随申报 / day the policy is handed in; with the application when not stated"""
    payee: PayerName = "enterprise"
    """赔款受益人 / who receives the claim"""
    premium_payer: PayerName = "enterprise"
    """保费支付人 / who pays the premium"""
    cover: Money | None = None
    """保额 / sum insured"""
    sum_insured: Money | None = None
    """保额，与 cover 同义 / another name of cover"""
    own_share: Share | None = None
    """自负比例 / share of the loss the insured bears"""
    policies: list[Money] = Field(default_factory=list)
    """多张保单各自的保费 / premiums of several policies"""
    loss: Money | None = None
    """保险公司定损 / loss as the insurer assesses it"""


class LoanShares(Strict):
    """代偿分担比例 / who bears what share of a defaulted loan."""

    guarantor: Share | None = None
    """担保公司 / guarantor"""
    government: Share | None = None
    """政府 / government"""
    bank: Share | None = None
    """银行 / bank"""


class Loan(Strict):
    """担保贷款条款 / terms of a guaranteed loan."""

    principal: Money
    """本金 / principal"""
    drawn_on: Day
    """放款日 / day of drawdown"""
    term_days: int = Field(ge=1, le=MAX_DAYS)
    """期限天数 / term in days"""
    interest_rate: Share | None = None
    """年利率（单利，365 天）/ yearly simple interest, 365 days"""
    fee_rate: Share | None = None
    """年担保费率 / yearly guarantee fee"""
    shares: LoanShares | None = None
    """分担比例，合计 100%；未写者取余 / shares, 100% together; bank takes the rest"""
    default_on: Day | None = None
    """违约日 / day of default"""
    payout_days: int = Field(60, ge=0, le=MAX_DAYS)
    """违约到代偿的天数 / days from default to payout"""
    recovered: Money | None = None
    """追偿金额 / amount recovered"""
    recovered_on: Day | None = None
    """追偿日 / day of recovery"""


class Dated(Strict):
    """某日的金额 / an amount on a day."""

    date: Day
    """日期 / day"""
    amount: Money
    """金额 / amount"""


class ProjectSpec(Strict):
    """一个申报项目 / one application."""

    id: Id
    """项目编号 / project id"""
    enterprise: Id
    """企业 / enterprise"""
    platform: Id
    """创新平台 / platform"""
    agreed_total: Money
    """协议总额（含企业自有设备）/ agreed total, the enterprise's own equipment included"""
    equipment_owned_by_enterprise: Money | None = None
    """企业自有设备投入 / equipment owned by the enterprise"""
    deposit_rate: Share | None = None
    """约定的保证金比例 / agreed deposit rate"""
    pool_budget: Budget | None = None
    """风险池立项预算：金额，或首笔的倍数 / pool budget: money, or a multiple of instalment 1"""
    filed_on: Day
    """申报日 / day of filing"""
    signed_on: Day | None = None
    """协议签订日 / day the agreement was signed"""
    score: int | None = Field(None, ge=0, le=1000)
    """专家评分 / score of the experts"""
    vat_rate: Share | None = None
    """增值税率 / VAT rate"""
    related: bool = False
    """企业与平台是否关联 / whether enterprise and platform are related"""
    partners: dict[Id, Share] = Field(default_factory=dict)
    """其他出资企业及其份额 / further enterprises and their shares"""
    stages: list[StageSpec] = Field(min_length=1)
    """里程碑阶段 / the stages"""
    insurance: Insurance | None = None
    """保险 / insurance"""
    loan: Loan | None = None
    """担保贷款 / guaranteed loan"""
    other_grants: list[Dated] = Field(default_factory=list)
    """其他财政资助 / other public grants"""
    outside_spending: list[Dated] = Field(default_factory=list)
    """安心宝之外的支出 / spending outside the escrow"""
    falsified_on: Day | None = None
    """认定弄虚作假之日 / day falsification is found"""
    record: Record | None = None
    """已知情况 / what is already known"""

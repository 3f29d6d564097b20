"""The claims file as a whole, `anxinbao/claims@1`."""

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema

from escrow.behaviour import QuantileTable
from ledger.text import Text
from scenarios.claims.spec.claim import ClaimSpec, DatedValue, EnterpriseFacts
from scenarios.claims.spec.generate import GenerateSpec
from scenarios.kinds import CLAIMS
from scenarios.spec.draws import Between
from scenarios.spec.fields import Day, Money, Share, Strict, fault
from scenarios.spec.model.opening import Each
from scenarios.spec.model.scenario import MAX_SEED, Horizon, Option, Words

SCHEMA = CLAIMS
MAX_STEP = 400
Days = Annotated[QuantileTable, Between(0, MAX_STEP)]


def _read_month_day(raw: object) -> tuple[int, int]:
    text = raw.strip() if isinstance(raw, str) else ""
    found = re.fullmatch(r"(\d{2})-(\d{2})", text, re.ASCII)
    try:
        if found is None:
            raise ValueError
        day = date(2024, int(found[1]), int(found[2]))  # a leap year
    except ValueError:
        raise fault("month_day", found=str(raw)) from None
    return day.month, day.day


def _write_month_day(value: tuple[int, int]) -> str:
    return f"{value[0]:02d}-{value[1]:02d}"


MonthDay = Annotated[
    tuple[int, int],
    PlainValidator(_read_month_day),
    PlainSerializer(_write_month_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{2}-\d{2}$"}),
]


class WindowSpec(Strict):
    """每年的申报期，首尾两日都算 / days of every year on which applications are taken."""

    from_: MonthDay = Field(alias="from")
    """开始，月-日 / first day, MM-DD"""
    to: MonthDay
    """结束，月-日 / last day, MM-DD"""


_ONE = Fraction(1)


class BudgetSpec(Strict):
    """资金盘中可用于这些申报的部分 / what of an envelope these claims may use."""

    appropriated: Money | None = None
    """每年安排 / amount of every year"""
    years: dict[str, Money] = Field(default_factory=dict)
    """分年安排 / amounts by year"""
    revenue_share: Share = Field(default_factory=lambda: _ONE)
    """减收时承担的比例 / how much of a revenue shortfall it bears"""


class RevenueSpec(Strict):
    """年中减收 / revenue that falls short within a year."""

    short: Share
    """减收比例 / by how much"""
    known_on: Day
    """何日得知 / when it is known"""
    cut: Literal["unpaid_only", "free_only"] = "unpaid_only"
    """压减未支付的，还是只压减未占用的 / cut what is not yet paid, or only what is not yet promised"""


class PromisedSpec(Strict):
    """承诺时限，工作日 / promised limits in working days."""

    completeness: int = Field(5, ge=0, le=MAX_STEP)
    """受理 / completeness check"""
    review: int = Field(20, ge=0, le=MAX_STEP)
    """评审 / review"""
    decision: int = Field(10, ge=0, le=MAX_STEP)
    """审定 / decision"""
    notice: int = Field(5, ge=0, le=MAX_STEP)
    """公示 / public notice"""
    payment: int = Field(10, ge=0, le=MAX_STEP)
    """拨付 / payment"""
    claw_back: int = Field(30, ge=0, le=MAX_STEP)
    """追回 / refund"""


def _fixed(days: int) -> Any:
    return Field(default_factory=lambda: QuantileTable.constant(days))


class StepsSpec(Strict):
    """各环节工作日：整数或分位数表 / working days of each step: a number or a quantile table."""

    completeness_days: Days = _fixed(5)
    """受理 / completeness check"""
    review_days: Days = _fixed(20)
    """评审 / review"""
    decision_days: Days = _fixed(10)
    """审定 / decision"""
    notice_days: Days = _fixed(5)
    """公示 / public notice"""
    payment_days: Days = _fixed(10)
    """拨付 / payment"""
    claw_back_days: Days = _fixed(30)
    """追回 / refund"""
    panel_seats: int | None = Field(None, ge=1, le=10_000)
    """同时评审的项数，默认不限 / reviews at one time, unlimited when not stated"""
    promised: PromisedSpec = PromisedSpec()
    """承诺时限 / promised limits"""


class CashClosed(Strict):
    """每年停付的日子 / days of every year on which nothing is paid."""

    closed_from: MonthDay
    """开始 / first day"""
    closed_to: MonthDay
    """结束 / last day"""


class PaymentsSpec(Strict):
    """何时拨付 / when money is paid."""

    cash_window: CashClosed | None = None
    """停付期 / closed days"""
    windows: list[WindowSpec] = Field(default_factory=list)
    """只在这些日子兑现 / paid within these days only"""


class ClaimsBalances(Strict):
    """期初余额 / opening balances."""

    district_treasury: Money | None = None
    """区财政 / district treasury"""
    city_treasury: Money | None = None
    """市财政 / city treasury"""
    province_treasury: Money | None = None
    """省财政 / provincial treasury"""
    central_treasury: Money | None = None
    """中央财政 / central treasury"""
    enterprise: Each | None = None
    """企业 / enterprises"""


class ClaimsScenario(Strict):
    """兑现申报情景 / a scenario of claims under the policy catalogue."""

    format: Literal["anxinbao/claims@1"] = Field("anxinbao/claims@1", alias="schema")
    """文件格式 / format of this file"""
    title: Words = Text("未命名情景", "untitled scenario")
    """标题 / title"""
    why: Words | None = None
    """这个情景为何存在 / why this scenario exists"""
    papers: list[str] = Field(min_length=1)
    """可以申报的政策文件 / papers whose clauses may be claimed"""
    horizon: Horizon
    """模拟区间 / days simulated"""
    seed: int = Field(20240514, ge=0, le=MAX_SEED)
    """随机种子 / seed"""
    readings: dict[str, Option] = Field(default_factory=dict)
    """读法：流程的，或 条款.读法 / readings of the process, or CLAUSE.READING"""
    overlay: dict[str, Any] | None = None
    """改革方案 anxinbao/overlay@1 / a reform overlay"""
    budgets: dict[str, BudgetSpec] = Field(default_factory=dict)
    """各资金盘 / envelopes"""
    rates: dict[str, list[DatedValue]] = Field(default_factory=dict)
    """公布的利率、汇率等，按日期 / published rates (LPR, exchange rates) by date"""
    revenue: RevenueSpec | None = None
    """减收 / revenue shortfall"""
    opening_balances: ClaimsBalances = ClaimsBalances()
    """期初余额 / opening balances"""
    windows: dict[str, WindowSpec] = Field(default_factory=dict)
    """申报期，按条款或文件 / application windows, by clause or paper"""
    selection: dict[str, str] = Field(default_factory=dict)
    """申报条款由哪一条择优 / which clause selects among the claims of a clause"""
    steps: StepsSpec = StepsSpec()
    """各环节 / steps"""
    payments: PaymentsSpec = PaymentsSpec()
    """拨付 / payments"""
    enterprises: list[EnterpriseFacts] = Field(default_factory=list)
    """企业 / enterprises"""
    claims: list[ClaimSpec] = Field(default_factory=list)
    """申报 / claims"""
    claims_from: str | None = None
    """从表格读入申报 / a file with further claims"""
    generate: GenerateSpec | None = None
    """生成的企业与申报 / enterprises and claims that are drawn"""

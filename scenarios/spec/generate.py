"""`portfolio.generate`: a population of applications, drawn instead of listed."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field, model_validator

from escrow.behaviour import QuantileTable, Split
from escrow.behaviour.problems import BadSplit
from escrow.world import Arrivals, FirstShareResponse, Joining, Loans, PopulationSpec
from escrow.world.arrivals import MONTHS
from escrow.world.population_spec import (
    EQUIPMENT_PERCENT,
    FILINGS,
    PLANNED_DAYS,
    PLATFORMS,
    PRINCIPAL_WAN,
    TOTAL_WAN,
)
from ledger.text import Text
from scenarios.spec.conduct import AnnouncementSpec, FirstShareResponseSpec, RingSpec
from scenarios.spec.draws import chance_of
from scenarios.spec.fields import Factor, Id, Share, Strict
from scenarios.spec.tables import Days, Filings, MoneyTable, Percent, scaled

MOST_CONSIDER = 100_000  # projects that consider joining


class ArrivalsSpec(Strict):
    """申报时间 / when applications are filed."""

    months: list[Annotated[int, Field(ge=0, le=100_000)]] = Field(list(MONTHS), min_length=12, max_length=12)
    """一月到十二月的权重 / weights of January to December"""
    rush: Share = Fraction(7, 100)
    """截止前集中申报的比例 / share that comes in the rush before the deadline"""
    rush_days: int = Field(21, ge=1, le=366)
    """集中申报的天数 / days of that rush"""

    def to_escrow(self) -> Arrivals:
        """The arrivals it states."""
        return Arrivals(tuple(self.months), chance_of(self.rush), self.rush_days)


class LoansSpec(Strict):
    """企业担保贷款 / guaranteed loans of borrowing enterprises."""

    chance: Share = Fraction(0)
    """贷款企业占比 / share of enterprises that borrow (25% is the documented figure)"""
    principal: MoneyTable = PRINCIPAL_WAN
    """本金 / principal"""
    term_days: int = Field(365, ge=1, le=3650)
    """期限天数 / term in days"""
    fee_rate: Share = Fraction(8, 1000)
    """年担保费率 / guarantee fee a year"""
    interest_rate: Share = Fraction(35, 1000)
    """年利率 / interest a year"""

    def to_escrow(self) -> Loans:
        """The loans it states."""
        return Loans(
            chance_of(self.chance), self.principal, self.term_days, self.fee_rate, self.interest_rate
        )


class JoiningSpec(Strict):
    """参与意愿：支持越多、保证金越低，申报越多 / more support or a lower deposit brings more projects."""

    uptake: Share = Fraction(23, 100)
    """现行政策下的参与率 / uptake under the text"""
    cost_share: int = Field(50, ge=-1000, le=1000)
    """资助比例每增一个百分点，对数几率的千分之几 / thousandths of log odds per point of the cost share"""
    premium_subsidy: int = Field(5, ge=-1000, le=1000)
    """保费补助每增一个百分点 / per point of the premium subsidy"""
    deposit: int = Field(-20, ge=-1000, le=1000)
    """保证金每增一个百分点 / per point of the deposit rate"""

    def few(self, filings: QuantileTable) -> bool:
        """Whether those who consider joining can be drawn: each of them is."""
        return self.uptake * MOST_CONSIDER >= filings.highest

    def to_escrow(self) -> Joining:
        """The joining model it states."""
        return Joining(chance_of(self.uptake), self.cost_share, self.premium_subsidy, self.deposit)


class GenerateSpec(Strict):
    """随机生成的项目群；不写的项按 docs/behaviour.md / a drawn population; what is left out is documented."""

    filings: Filings = FILINGS
    """受理期内申报数 / filings in the intake window"""
    filings_factor: Factor | None = None
    """申报数的倍数，如 70% / the filings multiplied, e.g. 70%"""
    arrivals: ArrivalsSpec = Field(default_factory=ArrivalsSpec)
    """申报时间 / when they are filed"""
    platforms: dict[Id, Annotated[int, Field(ge=0, le=1_000_000)]] = Field(dict(PLATFORMS), min_length=1)
    """平台及权重 / platforms and their weights"""
    enterprises: int = Field(120, ge=1, le=100_000)
    """企业数，申报者从中抽取 / enterprises from which applicants are drawn"""
    agreed_total: MoneyTable = TOTAL_WAN
    """协议总额（不含企业自有设备）/ agreed total less enterprise-owned equipment"""
    bunched: Share = Fraction(0)
    """略高于门槛（300万至315万）的比例 / share of agreements just above the threshold"""
    stages: dict[Annotated[str, Field(pattern=r"^([1-9]|1\d|20)$")], Share] = Field(
        default_factory=lambda: {
            str(n): Fraction(p, 100) for n, p in ((1, 5), (2, 25), (3, 45), (4, 20), (5, 5))
        }
    )
    """里程碑数的分布 / how many stages, shares adding up to 100 %"""
    first_share: Percent | None = None
    """首笔占比（百分数）/ share of instalment 1 in percent; else drawn like the others"""
    planned_days: Days = PLANNED_DAYS
    """各阶段约定天数 / planned days of a stage"""
    equipment: Share = Fraction(40, 100)
    """有企业自有设备的比例 / share of projects with enterprise-owned equipment"""
    equipment_percent: Percent = EQUIPMENT_PERCENT
    """自有设备占协议总额（百分数）/ equipment in the agreed total, percent"""
    loans: LoansSpec = Field(default_factory=LoansSpec)
    """担保贷款 / guaranteed loans"""
    joining: JoiningSpec | None = None
    """参与意愿模型，默认不用 / joining model, off by default"""
    announcement: AnnouncementSpec | None = None
    """消息公布后一部分不再申报，默认没有 / news that keeps filings away, none by default"""
    first_share_response: FirstShareResponseSpec | None = None
    """首笔随政策变化，默认不变 / instalment 1 answers to the policy, off by default"""
    ring: RingSpec | None = None
    """拆分合同的关联企业，默认没有 / related enterprises with split contracts, none by default"""
    prefix: Annotated[str, Field(pattern=r"^[A-Za-z]{1,8}$")] = "G"
    """编号前缀 / what the ids begin with"""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, raw: Any) -> Any:
        return {} if raw == "district" else raw

    @model_validator(mode="after")
    def _adds_up(self) -> "GenerateSpec":
        try:
            self._stages()
        except BadSplit as problem:
            raise ValueError(Text(problem.say("zh"), problem.say("en"))) from None
        if scaled(self.filings, self.filings_factor) is None:
            wrong = Text("申报数乘以 filings_factor 后超过 5000", "filings times filings_factor exceed 5,000")
            raise ValueError(wrong)
        if self.joining and not self.joining.few(scaled(self.filings, self.filings_factor) or self.filings):
            wrong = Text(
                "申报数除以 joining.uptake 后超过 10 万", "filings divided by joining.uptake exceed 100,000"
            )
            raise ValueError(wrong)
        if not any(self.platforms.values()):
            raise ValueError(Text("平台权重全为零", "all platforms have the weight zero"))
        return self

    def to_escrow(self) -> PopulationSpec:
        """The population it states."""
        return PopulationSpec(
            filings=scaled(self.filings, self.filings_factor) or self.filings,
            arrivals=self.arrivals.to_escrow(),
            platforms=tuple(self.platforms.items()),
            enterprises=self.enterprises,
            total_wan=self.agreed_total,
            bunched=chance_of(self.bunched),
            stages=self._stages(),
            first_share_percent=self.first_share,
            planned_days=self.planned_days,
            equipment=chance_of(self.equipment),
            equipment_percent=self.equipment_percent,
            loans=self.loans.to_escrow(),
            joining=None if self.joining is None else self.joining.to_escrow(),
            prefix=self.prefix,
            announcement=None if self.announcement is None else self.announcement.to_escrow(),
            first_share_response=self._response(),
            ring=None if self.ring is None else self.ring.to_escrow(),
        )

    def _response(self) -> FirstShareResponse | None:
        return None if self.first_share_response is None else self.first_share_response.to_escrow()

    def _stages(self) -> Split:
        return Split.of({int(count): share for count, share in self.stages.items()})

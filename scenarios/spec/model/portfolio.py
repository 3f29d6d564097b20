"""All that a scenario states as fact: projects, audits, top-ups, sanctions, and a population."""

from pydantic import Field

from scenarios.spec.fields import Day, Id, Money, Share, Strict
from scenarios.spec.model.population import GenerateSpec
from scenarios.spec.model.project import Dated, ProjectSpec


class Audit(Strict):
    """一个年度的专项审计 / the special audit of one year."""

    year: int = Field(ge=1990, le=2199)
    """审计年度 / year audited"""
    reported_on: Day | None = None
    """审计报告日 / day of the report"""
    paid_on: Day | None = None
    """资助拨付日 / day the cost share is paid"""
    audited_input: dict[Id, Money] = Field(default_factory=dict)
    """各项目审定投入 / audited input by project"""


class Debarment(Strict):
    """不再享受政策的企业 / an enterprise that is barred."""

    enterprise: Id
    """企业 / enterprise"""
    date: Day
    """起始日 / from this day on"""


class PlatformEvent(Strict):
    """平台停止或造假 / a platform stops, or falsifies."""

    platform: Id
    """平台 / platform"""
    date: Day
    """日期 / day"""


class EnterpriseSpec(Strict):
    """企业情况 / facts of an enterprise."""

    in_district: bool = True
    """是否注册在萧山 / registered in the district"""
    group: Id | None = None
    """所属集团 / group it belongs to"""


class PlatformSpec(Strict):
    """平台情况 / facts of a platform."""

    listed: bool = True
    """是否在区内平台名单 / on the district's list"""
    quota_share: Share | None = None
    """风险池额度份额（读法 pool_split）/ share of the pool under pool_split"""


class PortfolioSpec(Strict):
    """全部事实 / everything stated as fact."""

    projects: list[ProjectSpec] = Field(default_factory=list)
    """项目，按申报顺序 / projects in file order"""
    audits: list[Audit] = Field(default_factory=list)
    """专项审计，一年一次 / special audits, one a year"""
    pool_topups: list[Dated] = Field(default_factory=list)
    """风险池追加 / top-ups of the risk pool"""
    debarments: list[Debarment] = Field(default_factory=list)
    """失信企业 / barred enterprises"""
    platform_stops: list[PlatformEvent] = Field(default_factory=list)
    """停止运营的平台 / platforms that stop"""
    platform_falsifications: list[PlatformEvent] = Field(default_factory=list)
    """造假的平台 / platforms that falsify"""
    enterprises: dict[Id, EnterpriseSpec] = Field(default_factory=dict)
    """企业情况 / facts of enterprises"""
    platforms: dict[Id, PlatformSpec] = Field(default_factory=dict)
    """平台情况 / facts of platforms"""
    generate: GenerateSpec | None = None
    """随机生成的项目群 / a generated population"""

"""How a generated population behaves beyond the usual: news, a larger first instalment, a ring."""

from fractions import Fraction

from pydantic import Field

from escrow.world import Announcement, FirstShareResponse, Ring
from escrow.world.ring import FOUND_DAYS, RING_WAN
from scenarios.spec.draws import chance_of
from scenarios.spec.fields import Day, Id, Share, Strict
from scenarios.spec.tables import Days, MoneyTable


class AnnouncementSpec(Strict):
    """公布后不再申报的比例 / after an announcement a share of the filings stay away."""

    date: Day
    """公布日 / day it is announced"""
    stay_away: Share
    """不再申报的比例 / share that does not file"""

    def to_escrow(self) -> Announcement:
        """The announcement it states."""
        return Announcement(self.date.toordinal(), chance_of(self.stay_away))


class FirstShareResponseSpec(Strict):
    """公共资金承担越多，首笔越大；遵守首笔上限 / the more the public carries, the larger instalment 1."""

    towards: Share = Fraction(4, 5)
    """双方想要的首笔占比 / share that both parties want"""
    strength: Share = Fraction(1, 2)
    """向其靠拢的程度 / how far they go there"""

    def to_escrow(self) -> FirstShareResponse:
        """The response it states."""
        return FirstShareResponse(self.towards, self.strength)


class RingSpec(Strict):
    """关联企业拆分合同，文件齐全 / related enterprises split a sham; their papers are in order."""

    contracts: int = Field(ge=0, le=500)
    """合同数 / contracts"""
    platform: Id
    """有内应的平台 / the platform with an insider"""
    enterprises: int = Field(5, ge=1, le=500)
    """关联企业数 / related enterprises"""
    agreed_total: MoneyTable = RING_WAN
    """各合同总额 / agreed total of each contract"""
    seen: Share = Fraction(0)
    """关联数据查出企业关联的概率 / chance that data on relations show an enterprise's tie"""
    sampled: Share = Fraction(0)
    """审计抽到一个合同的概率 / chance that the audit looks into a contract"""
    found_days: Days = FOUND_DAYS
    """申报到审计发现的天数 / days from a contract's filing to the finding"""

    def to_escrow(self) -> Ring:
        """The ring it states."""
        return Ring(
            contracts=self.contracts,
            platform=self.platform,
            enterprises=self.enterprises,
            total_wan=self.agreed_total,
            seen=chance_of(self.seen),
            sampled=chance_of(self.sampled),
            found_days=self.found_days,
        )

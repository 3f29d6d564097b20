"""`generate`: a district's enterprises, banks and households, and the claims they make."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from escrow.behaviour import QuantileTable
from escrow.world.district import DistrictSpec, Filing, Members
from scenarios.spec.draws import Between, chance_of
from scenarios.spec.fields import Share, Strict
from scenarios.spec.tables import MoneyTable

Windows = Mapping[str, tuple[tuple[int, int], tuple[int, int]]]
Mille = Annotated[QuantileTable, Between(-1000, 10_000)]
Percent = Annotated[QuantileTable, Between(0, 100)]


class FilingSpec(Strict):
    """谁来申报 / who files."""

    applies: Share | None = None
    """有资格者申报的比例 / share of those who could that do"""
    vain: Share | None = None
    """每年不符条件仍申报的比例 / share that file a year without meeting a condition"""
    twice: Share | None = None
    """同一事项在另一文件下再报的比例 / share that file the same thing again under another paper"""
    late: Share | None = None
    """逾期申报的比例，只在写明申报期时 / share that file late, where a window is stated"""
    lapses: Share | None = None
    """每年丧失条件的比例 / share that lose the conditions in a year"""
    granted: Percent | None = None
    """主管部门核定占上限的比例（%）/ what the office grants of a ceiling, in percent"""
    incidences: dict[str, Share] = Field(default_factory=dict)
    """各事项每年发生的比例 / yearly share of firms that have such a matter"""

    def to_escrow(self, windows: Windows) -> Filing:
        """The filing it states, with the windows of the scenario."""
        shares = ("applies", "vain", "twice", "late", "lapses")
        stated: dict[str, Any] = {
            name: chance_of(share) for name in shares if (share := getattr(self, name)) is not None
        }
        if self.granted is not None:
            stated["granted"] = self.granted
        incidences = {matter: chance_of(share) for matter, share in self.incidences.items()}
        return Filing(**stated, incidences=incidences, windows=windows)


class GenerateSpec(Strict):
    """生成一个区的企业、银行、居民与申报 / a district whose members and claims are drawn."""

    enterprises: int = Field(300, ge=0, le=200_000)
    """企业数 / enterprises"""
    consumers: int = Field(0, ge=0, le=200_000)
    """居民数 / households"""
    banks: int = Field(0, ge=0, le=1_000)
    """银行数 / banks"""
    rd: MoneyTable | None = None
    """企业研发投入（首年）/ R&D spending of a firm in the first year of the books"""
    rd_growth: Mille | None = None
    """研发投入年增长（‰）/ yearly growth of R&D, in thousandths"""
    revenue_growth: Mille | None = None
    """营业收入年增长（‰）/ yearly growth of revenue, in thousandths"""
    borrows: Share | None = None
    """贷款企业占比 / share of firms that borrow"""
    insures: Share | None = None
    """投保研发保险的企业占比 / share of firms that insure their R&D"""
    filing: FilingSpec = FilingSpec()
    """谁来申报 / who files"""

    def to_escrow(self, windows: Windows) -> Members:
        """The members it states."""
        given: dict[str, Any] = {
            "rd_wan": self.rd,
            "rd_growth": self.rd_growth,
            "revenue_growth": self.revenue_growth,
            "borrows": None if self.borrows is None else chance_of(self.borrows),
            "insures": None if self.insures is None else chance_of(self.insures),
        }
        stated = {name: value for name, value in given.items() if value is not None}
        firms = DistrictSpec(enterprises=self.enterprises, **stated)
        return Members(firms, self.consumers, self.banks, self.filing.to_escrow(windows))

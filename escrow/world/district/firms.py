"""Enterprises of a district: yearly series of money, from tables in thousandths and 万元."""

import numpy as np

from escrow.behaviour import QuantileTable
from escrow.behaviour.quantile import IntArray
from escrow.world.arrivals import spread_over
from escrow.world.district.draws import DistrictDraws, scaled
from escrow.world.district.spec import DistrictSpec

WAN_FEN = 1_000_000
MOST_FEN = 50_000_000_000_000  # 5,000 亿元: no firm of a district grows beyond it
YUAN_FEN = 100


def sectors(spec: DistrictSpec, draws: DistrictDraws) -> IntArray:
    """The number of each enterprise's sector."""
    weights = np.array([sector.weight for sector in spec.sectors], dtype=np.int64)
    return spread_over(np.cumsum(weights), draws.once("sector"))


def money_series(spec: DistrictSpec, draws: DistrictDraws, sector: IntArray) -> dict[str, IntArray]:
    """Fen by enterprise and year: what the books of each year say."""
    years = range(spec.first_year, spec.last_year + 1)
    research = spec.rd_wan.values(draws.once("rd")) * WAN_FEN
    intensity = _by_sector(spec, sector, draws.once("intensity"))
    course = draws.steady("growth", years, spec.keeps_course)
    turnover = draws.steady("turnover", years, spec.keeps_course)
    revenue = _grown(research // intensity * 1000, spec.revenue_growth.values(turnover))
    return {
        "rd_spend": _grown(research, spec.rd_growth.values(course)),
        "revenue": revenue,
        "export_value": _exports(spec, draws, sector, revenue),
        "annual_rent": _yuan(scaled(revenue, spec.rent_mille.values(draws.once("rent"))[:, None], 1000)),
        "loan_balance": _loans(spec, draws, years),
        "premium": _premiums(spec, draws, years),
    }


def _grown(start: IntArray, mille: IntArray) -> IntArray:
    """A series that begins with `start` and changes by thousandths from each year to the next."""
    columns = [np.minimum(start, MOST_FEN)]
    for place in range(1, mille.shape[1]):
        last = columns[-1]
        columns.append(np.clip(last + scaled(last, mille[:, place], 1000), 0, MOST_FEN))
    return _yuan(np.stack(columns, axis=1))


def _yuan(fen: IntArray) -> IntArray:
    """Books are kept in whole yuan here."""
    return fen // YUAN_FEN * YUAN_FEN


def _by_sector(spec: DistrictSpec, sector: IntArray, uniforms: IntArray) -> IntArray:
    tables = np.stack([each.intensity.values(uniforms) for each in spec.sectors])
    picked: IntArray = tables[sector, np.arange(len(sector))]
    return picked


def _exports(spec: DistrictSpec, draws: DistrictDraws, sector: IntArray, revenue: IntArray) -> IntArray:
    chances = np.array([each.exporters for each in spec.sectors], dtype=np.int64)[sector]
    exports = draws.once("exports") * 1000 >> 32 < chances
    share = spec.export_mille.values(draws.once("export_share"))
    return _yuan(scaled(revenue, (share * exports)[:, None], 1000))


def _loans(spec: DistrictSpec, draws: DistrictDraws, years: range) -> IntArray:
    """Average daily balance: a borrower keeps its line and uses it to a share drawn each year."""
    line = spec.principal_wan.values(draws.once("principal")) * spec.borrows.happen(draws.once("borrows"))
    used = QuantileTable.of("0:30 50:80 100:100").values(draws.yearly("line_used", years))
    return line[:, None] * used * (WAN_FEN // 100)


def _premiums(spec: DistrictSpec, draws: DistrictDraws, years: range) -> IntArray:
    """Yearly premium of insurance of R&D."""
    insured = spec.insures.happen(draws.once("insures"))[:, None]
    cover = spec.cover_wan.values(draws.yearly("cover", years)) * WAN_FEN
    return scaled(cover, spec.premium_mille.values(draws.yearly("premium", years)), 1000) * insured

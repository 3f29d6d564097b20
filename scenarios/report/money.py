"""Public money by year, and what is committed and unpaid at the end."""

from escrow.labels import INSTRUMENT
from escrow.tape import Instrument
from ledger.text import Lang
from scenarios.metrics import Metrics
from scenarios.metrics.outlay import ADMINISTRATION
from scenarios.report import words
from scenarios.report.document import Block, Heading, Paragraph, numbers
from scenarios.report.figures import wan


def by_year(metrics: Metrics, lang: Lang) -> list[Block]:
    """The table by year: each instrument that moved, their sum, what came back, what stayed out."""
    blocks: list[Block] = [Heading(words.BY_YEAR.say(lang))]
    years = sorted(set(metrics.outlay) | set(metrics.returns))
    if not years:
        return [*blocks, Paragraph(words.NO_OUTLAY.say(lang))]
    codes = _codes(metrics)
    rows = [[str(year), *_row(metrics, year, codes)] for year in years]
    rows.append([words.TOTAL.say(lang), *_totals(metrics, codes)])
    names = [_name(code, lang) for code in codes]
    columns = [words.YEAR.say(lang), *names, *(w.say(lang) for w in (words.TOTAL, words.RETURNED, words.NET))]
    return [*blocks, numbers(columns, rows, total=True)]


def unpaid(metrics: Metrics, lang: Lang) -> list[Block]:
    """Committed and unpaid at the end by the year of the claim; nothing when there is none."""
    table = metrics.committed_unpaid
    if not table:
        return []
    codes = sorted({code for row in table.values() for code in row})
    rows = [
        [str(year), *(wan(row.get(code, 0)) for code in codes), wan(sum(row.values()))]
        for year, row in table.items()
    ]
    columns = [words.YEAR.say(lang), *(_name(code, lang) for code in codes), words.TOTAL.say(lang)]
    return [Heading(words.UNPAID.say(lang)), numbers(columns, rows)]


def _codes(metrics: Metrics) -> list[int]:
    """The three instruments of the scheme always, the others when they moved."""
    moved = {code for row in metrics.outlay.values() for code in row}
    usual = {Instrument.POOL_ADVANCE, Instrument.PREMIUM_SUBSIDY, Instrument.COST_SHARE}
    return sorted(int(code) for code in moved | usual)


def _row(metrics: Metrics, year: int, codes: list[int]) -> list[str]:
    paid = metrics.outlay.get(year, {})
    spent, back = sum(paid.values()), sum(metrics.returns.get(year, {}).values())
    return [*(wan(paid.get(code, 0)) for code in codes), wan(spent), wan(back), wan(spent - back)]


def _totals(metrics: Metrics, codes: list[int]) -> list[str]:
    sums = [sum(row.get(code, 0) for row in metrics.outlay.values()) for code in codes]
    return [*map(wan, sums), wan(metrics.outlay_fen), wan(metrics.returns_fen), wan(metrics.public_net_fen)]


def _name(code: int, lang: Lang) -> str:
    return (words.ADMINISTRATION if code == ADMINISTRATION else INSTRUMENT[Instrument(code)]).say(lang)

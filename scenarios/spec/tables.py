"""Quantile tables of a population: money in whole 万元, filings, days, percent."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from escrow.behaviour import QuantileTable
from escrow.world.population import WAN_FEN
from ledger.text import Text
from scenarios.spec.draws import Between, read_table, write_table
from scenarios.spec.fields import read_money

MOST_FILINGS, MOST_WAN = 5_000, 1_000_000


def _wan(raw: object) -> int:
    """Whole 万元 from money. Raises ValueError with a Text."""
    wan, rest = divmod(read_money(raw), WAN_FEN)
    if rest:
        raise ValueError(Text(f"“{raw}”不是整数万元", f"{raw!r} is not a whole number of 万元"))
    return wan


def _write_wan(table: QuantileTable) -> Any:
    written = write_table(table)
    if isinstance(written, int):
        return f"{written}万"
    return {at: [f"{v}万" for v in to] if isinstance(to, list) else f"{to}万" for at, to in written.items()}


MoneyTable = Annotated[
    QuantileTable,
    PlainValidator(lambda raw: read_table(raw, 1, MOST_WAN, _wan)),
    PlainSerializer(_write_wan),
    WithJsonSchema(
        {"description": "金额或其分位数表 / money, or a table of it", "type": ["string", "integer", "object"]}
    ),
]
Filings = Annotated[QuantileTable, Between(0, MOST_FILINGS)]
Days = Annotated[QuantileTable, Between(1, 3650)]
Percent = Annotated[QuantileTable, Between(1, 99)]


def scaled(table: QuantileTable, factor: Fraction | None) -> QuantileTable | None:
    """The table with its values multiplied and rounded down; None when there would be too many filings."""
    if factor is None:
        return table
    if table.highest * factor > MOST_FILINGS:
        return None
    return QuantileTable(tuple((at, int(value * factor)) for at, value in table.knots))

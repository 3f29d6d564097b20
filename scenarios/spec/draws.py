"""How a scenario states beliefs: a constant, a quantile table `{p0: 3, p50: 10, p100: 30}`, a chance `6%`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from escrow.behaviour import Chance, Draw, QuantileTable
from escrow.behaviour.problems import BadTable
from escrow.behaviour.quantile import percent, threshold
from escrow.tape import Cause
from ledger.text import Text

_KEY = re.compile(r"p(\d{1,3}(?:\.\d{1,3})?)")
_FORM = Text(
    "一个整数，或分位数表如 {p0: 3, p50: 10, p100: 30}，概率从 p0 升到 p100，取值不减",
    "a whole number, or a table such as {p0: 3, p50: 10, p100: 30}: p0 rising to p100, values never falling",
)
Reader = Callable[[object], int]


def whole(raw: object) -> int:
    """A whole number. Raises ValueError with a Text."""
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise ValueError(
            Text(f"“{raw}”不是整数；应为{_FORM.zh}", f"{raw!r} is not whole; expected {_FORM.en}")
        )
    return int(raw)


def read_table(raw: object, lowest: int, highest: int, reader: Reader = whole) -> QuantileTable:
    """A table between bounds from a constant or a mapping; a list of two values is a jump.

    Raises ValueError with a Text.
    """
    if isinstance(raw, QuantileTable):
        return raw
    if not isinstance(raw, dict):
        table = QuantileTable.constant(reader(raw))
    else:
        knots = [(_at(key), reader(value)) for key, values in raw.items() for value in _listed(values)]
        try:
            table = QuantileTable(tuple(knots))
        except BadTable as problem:
            raise ValueError(_joined(problem.say("zh"), problem.say("en"))) from None
    if table.lowest < lowest or table.highest > highest:
        raise ValueError(
            Text(
                f"取值 {table.lowest} 至 {table.highest} 超出 {lowest} 至 {highest}",
                f"values {table.lowest} to {table.highest} lie outside {lowest} to {highest}",
            )
        )
    return table


def write_table(table: QuantileTable) -> int | dict[str, int | list[int]]:
    """The table as `read_table` reads it."""
    if table.lowest == table.highest:
        return table.lowest
    written: dict[str, int | list[int]] = {}
    for at, knots in groupby(table.knots, key=lambda knot: knot[0]):
        values = [value for _, value in knots]
        written[f"p{percent(at)}"] = values[0] if len(values) == 1 else values
    return written


def write_draw(draw: Draw) -> Any:
    """A table, chance or split as a scenario states it."""
    if isinstance(draw, QuantileTable):
        return write_table(draw)
    if isinstance(draw, Chance):
        return draw.say()
    return {Cause(code).name.lower(): f"{percent(share)}%" for code, share in draw.parts}


def chance_of(share: Fraction) -> Chance:
    """An exact share as a chance, to the nearest 1 in 2^32."""
    return Chance(threshold(share))


@dataclass(frozen=True, slots=True)
class Between:
    """`Annotated[QuantileTable, Between(lowest, highest)]`: a field that holds a table of such values."""

    lowest: int
    highest: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda raw: read_table(raw, self.lowest, self.highest),
            serialization=core_schema.plain_serializer_function_ser_schema(write_table),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return _schema({"type": "integer", "minimum": self.lowest, "maximum": self.highest})


def _schema(value: dict[str, Any]) -> dict[str, Any]:
    knot = {"oneOf": [value, {"type": "array", "items": value, "minItems": 2, "maxItems": 2}]}
    table = {
        "type": "object",
        "patternProperties": {rf"^{_KEY.pattern}$": knot},
        "required": ["p0", "p100"],
        "additionalProperties": False,
    }
    return {"description": f"{_FORM.zh} / {_FORM.en}", "oneOf": [value, table]}


def _at(key: object) -> int:
    found = _KEY.fullmatch(str(key))
    if not found or Fraction(found[1]) > 100:
        raise ValueError(
            Text(f"“{key}”不是 p0 到 p100；应为{_FORM.zh}", f"{key!r} is not p0 to p100; {_FORM.en}")
        )
    return threshold(Fraction(found[1]) / 100)


def _listed(values: object) -> list[object]:
    return values if isinstance(values, list) and len(values) == 2 else [values]


def _joined(zh: str, en: str) -> Text:
    return Text(f"{zh}；应为{_FORM.zh}", f"{en}; expected {_FORM.en}")

"""A parameter's value from what somebody wrote, by its unit, inside its bounds."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from escrow.catalogue import values
from escrow.catalogue.problems import BadValue
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.catalogue.policy import Cell, Parameter, ParameterValue, TableField


def value(parameter: "Parameter", raw: object, current: "ParameterValue" = None) -> "ParameterValue":
    """`raw` read by the parameter's unit; a table keeps the `current` columns that are not given.

    Raises BadValue naming the parameter (and column) and what would have been right.
    """
    phrase = str(raw).strip()
    if phrase in parameter.phrases:
        return parameter.phrases[phrase]
    if parameter.unit == "table":
        return _table(parameter, raw, current)
    cell = _cell(parameter.id, parameter.unit, parameter.optional, (), raw)
    _check_bounds(parameter, cell, raw)
    return cell


def _table(parameter: "Parameter", raw: object, current: "ParameterValue") -> dict[str, "Cell"]:
    known = parameter.fields
    if not isinstance(raw, Mapping) or not all(key in known for key in raw):
        names = ", ".join(known)
        expected = Text(f"一张表，列为：{names}", f"a table with the columns {names}")
        raise BadValue(parameter=parameter.id, value=raw, expected=expected)
    table: dict[str, Cell] = dict(current) if isinstance(current, dict) else dict.fromkeys(known)
    for key, each in raw.items():
        column = known[key]
        table[key] = _cell(f"{parameter.id}.{key}", column.unit, column.optional, column.options, each)
    _check_table(parameter, table)
    return table


def _check_table(parameter: "Parameter", table: Mapping[str, "Cell"]) -> None:
    for key, column in parameter.fields.items():
        if table[key] is None and not column.optional:
            raise BadValue(
                parameter=f"{parameter.id}.{key}", value="none", expected=values.EXPECTED[column.unit]
            )
    given = [key for key, cell in table.items() if cell is not None]
    if parameter.together and 0 < len(given) < len(table):
        names = ", ".join(table)
        expected = Text(f"{names} 须同时给出或同时为 none", f"{names} all given or all none")
        raise BadValue(parameter=parameter.id, value=", ".join(given), expected=expected)


def _cell(name: str, unit: str, optional: bool, options: tuple[str, ...], raw: object) -> "Cell":
    if optional and (raw is None or raw == "none"):
        return None
    if unit == "choice":
        if raw in options:
            return str(raw)
        listed = " | ".join(options)
        raise BadValue(parameter=name, value=raw, expected=Text(listed, listed))
    try:
        return values.READERS[unit](raw)
    except ValueError as error:
        expected = error.args[0] if error.args else values.EXPECTED[unit]
        if optional:
            expected = Text(f"{expected.zh}，或 none", f"{expected.en}, or none")
        raise BadValue(parameter=name, value=raw, expected=expected) from None


def _check_bounds(parameter: "Parameter", cell: "Cell", raw: object) -> None:
    for bound, sign, words in (
        (parameter.at_least, 1, Text("不低于", "at least")),
        (parameter.at_most, -1, Text("不超过", "at most")),
    ):
        if not isinstance(bound, int | Fraction) or not isinstance(cell, int | Fraction):
            continue
        if sign * cell < sign * bound:
            said = values.written(bound, parameter.unit)
            expected = Text(f"{words.zh} {said}", f"{words.en} {said}")
            raise BadValue(parameter=parameter.id, value=raw, expected=expected)


def normal(value: "ParameterValue") -> Any:
    """Integers and text only: a rate is [numerator, denominator], a date ISO text, nothing `none`."""
    if isinstance(value, dict):
        return {key: normal(each) for key, each in sorted(value.items())}
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    if isinstance(value, date):
        return value.isoformat()
    return "none" if value is None else value


def written_value(
    value: "ParameterValue", unit: str, fields: Mapping[str, "TableField"] | None = None
) -> str:
    """A value the way people write it; a table as `reported 02-13, paid 02-27`."""
    if isinstance(value, dict):
        units = {key: each.unit for key, each in (fields or {}).items()}
        return ", ".join(
            f"{key} {values.written(each, units.get(key, 'text'))}" for key, each in value.items()
        )
    return values.written(value, unit)

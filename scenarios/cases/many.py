"""A table of cases under one clause: the same table with the answers beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np

from escrow.clauses import Catalogue, ReadFacts
from escrow.clauses.column import Stated
from escrow.clauses.columns import PASSED, ColumnResult
from escrow.clauses.dated import Timeline
from escrow.clauses.problems import MissingFact, NotYetStated
from escrow.clauses.result import IN_FORCE, SELECTED
from ledger.text import Lang, Text
from scenarios.cases.ask import Asked
from scenarios.cases.columns import FIRST_LINE, columns_of
from scenarios.cases.problems import MissingCell
from scenarios.cases.read import Table

_OTHER = {
    IN_FORCE: Text("当日在有效期内", "in force on that day"),
    SELECTED: Text("评分达到最低分", "the score reaches the minimum"),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """The table's own columns, then the answers: amount or value, outcome, first failed condition."""

    columns: Mapping[str, list[Any]]
    total_fen: int


def answered(catalogue: Catalogue, asked: Asked, table: Table, lang: Lang) -> Answers:
    """Every row under the clause.

    Raises what columns raise, BadCell and MissingCell with the line.
    """
    read = columns_of(catalogue, catalogue.clause(asked.clause), table)
    rows = table.rows
    given = catalogue.read_facts(asked.facts)
    dated: dict[str, Stated] = {name: each for name, each in given.items() if isinstance(each, Timeline)}
    stated = catalogue.columns([{name: asked.facts[name] for name in given if name not in dated}] * rows)
    days = read.days if read.days is not None else np.full(rows, asked.day.toordinal(), dtype=np.int64)
    columns: dict[str, Stated] = {**read.facts, **stated, **dated}
    try:
        found = catalogue.evaluate_columns(asked.clause, columns, days, asked.readings, asked.parameters)
    except MissingFact as missing:
        raise _with_line(catalogue, asked, columns, days, missing) from None
    total = int(found.amount_fen.sum()) if found.amount_fen is not None else 0
    return Answers({**table.columns, **_told(found, lang)}, total)


def _with_line(
    catalogue: Catalogue, asked: Asked, columns: Mapping[str, Stated], days: Any, missing: MissingFact
) -> Exception:
    """The complaint with the line of the first row that cannot be decided."""
    for row in range(len(days)):
        facts = {
            name: each if isinstance(each, Timeline) else each.at(row, catalogue.facts[name])
            for name, each in columns.items()
        }
        stated = ReadFacts({name: value for name, value in facts.items() if value is not None})
        try:
            catalogue.evaluate(
                asked.clause, stated, date.fromordinal(int(days[row])), asked.readings, asked.parameters
            )
        except NotYetStated as fault:
            return fault
        except MissingFact as fault:
            return MissingCell(line=row + FIRST_LINE, **fault.facts)
    return missing


def _told(found: ColumnResult, lang: Lang) -> dict[str, list[Any]]:
    told: dict[str, list[Any]] = {}
    if found.amount_fen is not None:
        told["amount_fen"] = found.amount_fen.tolist()
        told["amount"] = [_plain_yuan(fen) for fen in told["amount_fen"]]
    elif found.value_num is not None and found.value_den is not None:
        pairs = zip(found.value_num.tolist(), found.value_den.tolist(), strict=True)
        told["value"] = [str(Fraction(num, den)) for num, den in pairs]
    if found.outcomes:
        told["outcome"] = ["" if at < 0 else found.outcomes[at] for at in found.outcome.tolist()]
    whys = _whys(found, lang)
    told["failed"] = [whys[at] for at in found.failed.tolist()]
    return told


def _plain_yuan(fen: int) -> str:
    """Yuan with two decimals and nothing else, for programs."""
    sign, size = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{size // 100}.{size % 100:02d}"


def _whys(found: ColumnResult, lang: Lang) -> dict[int, str]:
    guards = {at: guard.why.say(lang) for at, guard in enumerate(found.clause.row.when)}
    return {**guards, PASSED: "", **{code: why.say(lang) for code, why in _OTHER.items()}}

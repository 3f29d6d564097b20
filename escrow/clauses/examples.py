"""The worked examples beside a clause: what is expected, what comes out."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from escrow.clauses.clause import Clause
from escrow.clauses.display import shown
from escrow.clauses.facts import READERS, read_money
from escrow.clauses.result import Evaluation
from escrow.clauses.schema import FIRST_DAY, ExampleRow
from ledger.money import show_money

if TYPE_CHECKING:
    from escrow.clauses.catalogue import Catalogue


def day_of(clause: Clause, example: ExampleRow) -> date:
    """The day of an example: its own, else the first in force, else the day the paper was issued."""
    if example.on is not None:
        return example.on
    first = clause.term[0]
    if first > FIRST_DAY:
        return date.fromordinal(first)
    return clause.paper.issued or date(2025, 1, 1)


def run(catalogue: "Catalogue", clause: Clause, example: ExampleRow) -> Evaluation:
    """The example evaluated."""
    readings = {name: str(option) for name, option in example.readings.items()}
    return catalogue.evaluate(clause.id, example.facts, day_of(clause, example), readings, example.parameters)


def failures(catalogue: "Catalogue", clause: Clause, example: ExampleRow) -> Iterator[tuple[str, str]]:
    """Pairs of (expected, found) where they differ; an example that expects nothing differs."""
    result = run(catalogue, clause, example)
    wanted = [
        ("amount", example.amount, _amount),
        ("value", example.value, _value),
        ("outcome", example.outcome, _outcome),
        ("failed", example.failed, _failed),
        ("stages", example.stages, _stages),
        ("payers", example.payers, _payers),
    ]
    if all(raw is None for _, raw, _ in wanted):
        yield "amount, value or outcome", "nothing to compare"
    for name, raw, compare in wanted:
        if raw is not None:
            expected, found = compare(result, raw)
            if expected != found:
                yield f"{name} {expected}", f"{found}{_why(result)}"


def _why(result: Evaluation) -> str:
    return f" (failed: {', '.join(each.test for each in result.failed)})" if result.failed else ""


def _amount(result: Evaluation, raw: Any) -> tuple[str, str]:
    found = "no amount" if result.amount_fen is None else show_money(result.amount_fen)
    return show_money(read_money(raw)), found


def _value(result: Evaluation, raw: Any) -> tuple[str, str]:
    base = result.clause.row.yields
    found = "no value" if result.value is None else shown(result.value, base)
    return shown(READERS[base](raw, True), base), found


def _outcome(result: Evaluation, raw: Any) -> tuple[str, str]:
    return str(raw), str(result.outcome) if raw in {
        each.code for each in result.clause.row.outcomes
    } else result.said("en")


def _failed(result: Evaluation, raw: Any) -> tuple[str, str]:
    return str(raw), str(len(result.failed))


def _stages(result: Evaluation, raw: Any) -> tuple[str, str]:
    return ", ".join(show_money(read_money(each)) for each in raw), ", ".join(
        show_money(fen) for _, _, fen in result.stages
    )


def _payers(result: Evaluation, raw: Any) -> tuple[str, str]:
    expected = sorted((name, read_money(each)) for name, each in raw.items())
    return str(expected), str(sorted(result.payers))

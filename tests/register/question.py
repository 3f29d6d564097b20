"""An example as the evaluator is asked: facts, day, readings, parameters."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from escrow.clauses import Catalogue, Clause
from tests.register.examples import Example
from tests.register.names import Book, plain

HUNDRED = Decimal(100)


class Unmapped(Exception):
    """An example whose inputs the names file does not know."""


@dataclass
class Question:
    """What one example asks of its clause."""

    clause: str
    on: date
    facts: dict[str, Any] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


UNITS: dict[str, Callable[[Any], Any]] = {
    "yuan": lambda value: value,
    "usd": lambda value: value,
    "wan": lambda value: value * 10_000,
    "ratio": Decimal,
    "percent": lambda value: Decimal(value) / HUNDRED,
    "number": lambda value: value,
    "years": lambda value: value,
    "months": lambda value: value,
    "days": lambda value: value,
    "date": _text,
    "bool": lambda value: value,
    "text": _text,
}


def asked(example: Example, book: Book, catalogue: Catalogue) -> Question:
    """The question of an example; Unmapped names the clause, the input and what is known."""
    clause = catalogue.clauses.get(example.clause)
    if clause is None or example.clause not in book.clauses:
        raise Unmapped(f"clause {example.clause} is not in the catalogue, or not in the names file")
    known = book.clauses[example.clause]
    question = Question(example.clause, _day(known.on, example.clause), dict(known.given))
    series: dict[str, dict[int, Any]] = {}
    for name, value in example.inputs.items():
        targets = book.targets(clause, name)
        if targets is None:
            listed = ", ".join(book.known(clause)) or "none"
            raise Unmapped(f"{example.clause}: input {name} is not mapped; mapped are: {listed}")
        for target in targets if value is not None else ():
            _put(question, series, target, value)
    question.facts.update({fact: _in_order(fact, places) for fact, places in series.items()})
    question.readings = {name: _option(clause, name, said) for name, said in question.readings.items()}
    return question


def _option(clause: Clause, reading: str, said: str) -> str:
    """The option of that id, or the one whose own text says so."""
    row = clause.row.readings.get(reading)
    if row is None or said in row.options:
        return said
    texts = {plain(text): option for option, each in row.options.items() for text in each}
    return texts.get(plain(said), said)


def _day(written: str, clause: str) -> date:
    if not written:
        raise Unmapped(f"{clause}: the names file states no day (`defaults: {{on: ...}}`)")
    return date.fromisoformat(written)


def _put(question: Question, series: dict[str, dict[int, Any]], to: dict[str, Any], value: Any) -> None:
    value = _worded(to, value)
    if "on" in to:
        question.on = date(int(value), 6, 30) if to["on"] == "year" else date.fromisoformat(_text(value))
    elif "reading" in to:
        question.readings[to["reading"]] = _text(value)
    elif "parameter" in to:
        question.parameters[to["parameter"]] = _converted(value, to.get("unit", "number"))
    elif "facts" in to:
        for place, (fact, unit) in enumerate(zip(to["facts"], to["unit"], strict=True)):
            question.facts[fact] = [_converted(row[place], unit) for row in value]
    elif "at" in to:
        series.setdefault(to["fact"], {})[int(to["at"])] = _converted(value, to["unit"])
    elif "fact" in to:
        question.facts[to["fact"]] = _converted(value, to["unit"])


def _worded(to: dict[str, Any], value: Any) -> Any:
    """The catalogue's word for the example's, where the names file gives one."""
    words = to.get("words") or {}
    if isinstance(value, list):
        return [_word(words, each) for each in value]
    return _word(words, value)


def _word(words: dict[Any, Any], value: Any) -> Any:
    exact = {str(said).casefold(): meant for said, meant in words.items()}
    alike = {plain(str(said)): meant for said, meant in words.items()}
    return exact.get(str(value).casefold(), alike.get(plain(str(value)), value))


def _converted(value: Any, unit: str) -> Any:
    if isinstance(value, list):
        return [_converted(each, unit) for each in value]
    return UNITS[unit.removeprefix("list of ")](value)


def _in_order(fact: str, places: dict[int, Any]) -> list[Any]:
    """A yearly series, newest last, from its stated years; a gap is a fault of the example."""
    oldest = min(places)
    wanted = range(oldest, 1)
    if set(wanted) != set(places):
        raise Unmapped(f"the series {fact} has a gap: years {sorted(places)} are stated")
    return [places[year] for year in wanted]

"""The names of the examples' inputs: which fact, parameter or reading each one is, and in which unit.

They lie in `tests/register_names.yaml`: shared `words`, inputs `common` to many clauses, and the `papers`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from escrow.clauses import Clause
from tests.register.examples import read_yaml

HERE = Path(__file__).parents[1]
KINDS = {"fact", "facts", "parameter", "reading", "on", "ignore"}
ALLOWED = KINDS | {"unit", "at", "words"}
Target = dict[str, Any]
Words = Mapping[str, dict[str, Any]]


class BadNames(Exception):
    """A names file that says something nobody understands."""


@dataclass(frozen=True)
class Names:
    """How the inputs and results of one clause are to be understood."""

    inputs: dict[str, list[Target]]
    result: str = "yuan"
    words: dict[str, Any] = field(default_factory=dict)
    on: str = ""
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Book:
    """The names of all clauses, and those common to many, tried in their order."""

    clauses: dict[str, Names]
    common: dict[str, list[list[Target]]]

    def targets(self, clause: Clause, name: str) -> list[Target] | None:
        """What the input is under this clause: as its own row says, else the first common one that fits."""
        own = self.clauses[clause.id].inputs.get(name)
        if own is not None:
            return own
        return next(
            (each for each in self.common.get(name, ()) if all(fits(clause, to) for to in each)), None
        )

    def known(self, clause: Clause) -> list[str]:
        """Every input that the clause understands."""
        shared = (name for name in self.common if self.targets(clause, name))
        return list(dict.fromkeys((*self.clauses[clause.id].inputs, *shared)))


def fits(clause: Clause, to: Target) -> bool:
    """Whether the clause has the fact, parameter or reading, and the reading every option named."""
    if "reading" in to:
        row = clause.row.readings.get(to["reading"])
        return row is not None and set(map(str, (to.get("words") or {}).values())) <= set(row.options)
    if "parameter" in to:
        return to["parameter"] in clause.parameters
    facts = to.get("facts") or [to[key] for key in ("fact",) if key in to]
    return set(facts) <= clause.facts_used


@cache
def every_name() -> Book:
    """The names file, read once; BadNames when nobody can understand it."""
    path = HERE / "register_names.yaml"
    book = Book({}, {})
    try:
        _add(book, path.name, read_yaml(path))
    except YAMLError as fault:
        raise BadNames(f"{path}: not YAML: {fault}") from fault
    return book


def _add(book: Book, file: str, content: dict[str, Any]) -> None:
    words: Words = content.get("words") or {}
    for name, candidates in (content.get("common") or {}).items():
        listed = candidates if isinstance(candidates, list) else [candidates]
        book.common[str(name)] = [_targets(f"{file}: common.{name}", each, words) for each in listed]
    for paper in content["papers"].values():
        defaults = paper.get("defaults") or {}
        for clause, row in (paper.get("clauses") or {}).items():
            book.clauses[clause] = _names(f"{file}: {clause}", row or {}, defaults, words)


def _names(where: str, row: dict[str, Any], defaults: dict[str, Any], words: Words) -> Names:
    strange = set(row) - {"inputs", "result", "words", "on", "given"}
    if strange:
        raise BadNames(f"{where}: unknown {', '.join(sorted(strange))}")
    put = row.get("inputs") or {}
    inputs = {str(name): _targets(f"{where}.{name}", each, words) for name, each in put.items()}
    said = {plain(str(text)): code for text, code in _words(where, row.get("words"), words).items()}
    day = str(row.get("on") or defaults.get("on") or "")
    return Names(inputs, row.get("result", "yuan"), said, day, row.get("given") or {})


def _targets(where: str, put: Any, words: Words) -> list[Target]:
    targets: Iterable[Any] = put if isinstance(put, list) else [put]
    return [_target(where, each, words) for each in targets]


def _target(where: str, put: Any, words: Words) -> Target:
    if not isinstance(put, dict) or set(put) - ALLOWED or len(set(put) & KINDS) != 1:
        raise BadNames(f"{where}: expected one of {', '.join(sorted(KINDS))}, found {put}")
    return {**put, "words": _words(where, put.get("words"), words)}


def _words(where: str, given: Any, words: Words) -> dict[Any, Any]:
    """The words themselves, or the shared list of that name."""
    if isinstance(given, str):
        if given not in words:
            raise BadNames(f"{where}: no list of words is called {given}")
        return words[given]
    return given or {}


def plain(said: str) -> str:
    """Words without what does not count: case, what stands in brackets, outer blanks and full stops."""
    outside = ""
    depth = 0
    for letter in said:
        depth += letter in "(（"
        outside += letter if depth == 0 else ""
        depth -= letter in ")）"
    return " ".join(outside.split()).strip(" .。;").casefold()

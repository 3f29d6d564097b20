"""From facts and paper files to a catalogue, with every fault found on the way.

`Draft` is the careful way, clause by clause, for checks; `load` is the quick one for files whose
bytes have been found sound before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from escrow.catalogue.problems import BadCatalogue, near
from escrow.clauses.build import Builder, Fault, parameter_value
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.fact_row import FactsRow
from escrow.clauses.facts import EXPECTED, Fact, scope_of
from escrow.clauses.files import File
from escrow.clauses.kinds import Kind
from escrow.clauses.sanity import sanity_faults
from escrow.clauses.schema import ClauseRow, Paper
from ledger.problem import Problem
from ledger.text import Text


@dataclass
class Vocabulary:
    """Facts, matters and certifiers over all facts files."""

    facts: dict[str, Fact] = field(default_factory=dict)
    matters: dict[str, Text] = field(default_factory=dict)
    certifiers: dict[str, Text] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)


def vocabulary(files: Iterable[File]) -> tuple[Vocabulary, list[BadCatalogue]]:
    """The facts of all files that can be read, and the faults of all of them."""
    found, faults, rows = Vocabulary(), list[BadCatalogue](), list[tuple[File, FactsRow]]()
    for file in files:
        try:
            rows.append((file, file.row(FactsRow)))
            found.files.append(file)
        except BadCatalogue as fault:
            faults.append(fault)
    for file, row in rows:
        faults += _merged(file, "certifiers", found.certifiers, row.certifiers)
        faults += _merged(file, "matters", found.matters, row.matters)
    for file, row in rows:
        faults += _facts(file, row, found)
    return found, faults


def _merged(file: File, key: str, into: dict[str, Text], more: Mapping[str, Text]) -> list[BadCatalogue]:
    twice = [name for name in more if name in into]
    into.update((name, text) for name, text in more.items() if name not in into)
    return [file.fault((key, name), *_twice(name)) for name in twice]


def _facts(file: File, rows: FactsRow, into: Vocabulary) -> list[BadCatalogue]:
    faults = []
    for name, row in rows.facts.items():
        path: tuple[str | int, ...] = ("facts", name)
        if name in into.facts or name in ("on", "passed"):
            faults.append(file.fault(path, *_twice(name)))
            continue
        certifier = into.certifiers.get(row.certified_by)
        if certifier is None:
            faults.append(file.fault((*path, "certified_by"), *unknown(row.certified_by, into.certifiers)))
            certifier = Text(row.certified_by, row.certified_by)
        kind = Kind(row.type, row.form == "list")
        fact = Fact(name, kind, row.form == "series", row.title, row.certified_by, certifier, row)
        into.facts[name] = fact
        faults += [file.fault((*path, key), said, advice) for key, said, advice in _marks(fact)]
    return faults


def _marks(fact: Fact) -> Iterator[tuple[str, Text, Text]]:
    """What is wrong with the default and the bounds of a fact."""
    row = fact.row
    for key in ("whole", "most"):
        fitting = ("number",) if key == "whole" else ("number", "ratio")
        if getattr(row, key) and row.type not in fitting:
            yield key, *_NOT_FOR_THIS_TYPE
    if row.dated and row.form != "one":
        yield "dated", *_NOT_DATED
    for key, raw in (("most", row.most), ("default", row.default)):
        try:
            if raw is not None and (key == "default" or row.type in ("number", "ratio")):
                fact.read(raw if key == "default" or not fact.listed else [raw])
        except (Problem, ValueError):
            yield key, _UNREADABLE, EXPECTED[row.type] if key == "most" else fact.unit


def _twice(name: str) -> tuple[Text, Text]:
    return (
        Text(f"{name} 已有定义", f"{name} is defined already"),
        Text("用已有的，或换一个名称", "use the one there is, or another name"),
    )


def unknown(name: str, known: Iterable[str]) -> tuple[Text, Text]:
    """The fault of a name nobody knows, with what comes near."""
    names = list(known)
    close = ", ".join(near(name, names)) or ", ".join(names[:8])
    return Text(f"不认识 {name}", f"{name} is not known"), Text(
        f"是否想写：{close}？", f"did you mean {close}?"
    )


@dataclass
class Draft:
    """Papers read clause by clause; `sound` lists (place, id) of the clauses without fault."""

    known: Vocabulary
    faults: list[BadCatalogue] = field(default_factory=list)
    papers: dict[str, Paper] = field(default_factory=dict)
    clauses: dict[str, Clause] = field(default_factory=dict)
    sound: list[tuple[int, str]] = field(default_factory=list)

    @staticmethod
    def of(files: Iterable[File], known: Vocabulary) -> "Draft":
        """The draft of these papers."""
        draft = Draft(known)
        for file in files:
            try:
                draft.paper(file)
            except BadCatalogue as fault:
                draft.faults.append(fault)
        return draft

    def catalogue(self, digest: str = "") -> Catalogue:
        """What was sound, as a catalogue."""
        known = self.known
        return Catalogue(self.papers, self.clauses, known.facts, known.matters, known.certifiers, digest)

    def paper(self, file: File) -> None:
        """Reads one paper."""
        data = file.plain
        if not isinstance(data, dict):
            raise file.fault(
                (), Text("不是文件条目", "not a paper file"), Text("以 schema: 开头", "begin with schema:")
            )
        head = self._head(file, {key: value for key, value in data.items() if key != "clauses"})
        if head is None:
            return
        if head.id in self.papers:
            self.faults.append(file.fault(("id",), *_twice(head.id)))
            return
        self.papers[head.id] = head
        for at, raw in enumerate(data.get("clauses", ())):
            self._clause(file, head, at, raw)

    def _head(self, file: File, data: Mapping[str, Any]) -> Paper | None:
        try:
            return Paper.model_validate_json(json.dumps(data, ensure_ascii=False))
        except ValidationError as error:
            self.faults += file.complaints(error)
            return None

    def _clause(self, file: File, head: Paper, at: int, raw: Any) -> None:
        try:
            row = ClauseRow.model_validate_json(json.dumps(raw))
        except ValidationError as error:
            self.faults += file.complaints(error, ("clauses", at))
            return
        found = clause_faults(row, self.known)
        if row.id in self.clauses:
            found.append(Fault(("id",), *_twice(row.id)))
        self.faults += [file.fault(("clauses", at, *each.path), each.fault, each.advice) for each in found]
        if not found:
            self.clauses[row.id] = Clause(row, head, self.known.facts)
            self.sound.append((at, row.id))


def clause_faults(row: ClauseRow, known: Vocabulary) -> list[Fault]:
    """What is wrong with one clause by itself: names, types, parameters, readings, matter."""
    builder = Builder(row, scope_of(known.facts))
    trees = builder.trees()
    faults = [*builder.faults, *_parameter_faults(row)]
    faults += [] if faults else sanity_faults(row, trees)
    if row.matter not in known.matters:
        faults.append(Fault(("matter",), *unknown(row.matter, known.matters)))
    for name, reading in row.readings.items():
        if reading.default not in reading.options:
            faults.append(Fault(("readings", name, "default"), *unknown(reading.default, reading.options)))
    if row.amount is None and not row.outcomes and row.envelope is None and row.not_computed is None:
        faults.append(Fault((), Text("条款没有结果", "the clause has no result"), _RESULT))
    return faults


def _parameter_faults(row: ClauseRow) -> list[Fault]:
    faults = []
    for name, parameter in row.parameters.items():
        path = ("parameters", name)
        if (parameter.value is None) == (not parameter.values):
            faults.append(Fault(path, *_ONE_VALUE))
            continue
        days = [each.from_ for each in parameter.values]
        for at, day in enumerate(days):
            if day in days[:at]:
                faults.append(Fault((*path, "values", at, "from"), *_SAME_DAY))
        raws = (
            [(("value",), parameter.value)]
            if parameter.value is not None
            else [(("values", at, "value"), each.value) for at, each in enumerate(parameter.values)]
        )
        for where, raw in raws:
            try:
                parameter_value(parameter, raw)
            except ValueError as error:
                faults.append(
                    Fault((*path, *where), Text(f"值“{raw}”无效", f"{raw!r} cannot be read"), error.args[0])
                )
    return faults


_UNREADABLE = Text("值无效", "the value cannot be read")
_NOT_FOR_THIS_TYPE = (
    Text("这种类型不能这样限定", "facts of this type have no such bound"),
    Text(
        "whole 用于 number，most 用于 number、ratio",
        "`whole` goes with number, `most` with number and ratio",
    ),
)
_NOT_DATED = (
    Text("列表不能按日期给值", "a list cannot have dated values"),
    Text("dated 用于 form: one 的事实", "`dated` goes with facts of form one"),
)
_RESULT = Text(
    "写 amount、outcomes、envelope 或 not_computed", "give amount, outcomes, envelope or not_computed"
)
_ONE_VALUE = (
    Text("参数须有 value 或 values 之一", "a parameter has either value or values"),
    Text("单值用 value，分日期用 values", "one value: `value`; dated values: `values`"),
)
_SAME_DAY = (
    Text("同一日期有两个值", "two values for one date"),
    Text("一个日期只留一个值", "keep one value for each date"),
)

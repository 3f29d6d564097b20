"""Rows that refer to each other, checked and put together; every fault with file and line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, NoReturn, TypeVar

from escrow.catalogue import typed
from escrow.catalogue.calendar_table import CalendarTable
from escrow.catalogue.faults import fault
from escrow.catalogue.policy import (
    Cell,
    Dated,
    OpenPoint,
    Parameter,
    ParameterValue,
    Point,
    Policy,
    Reading,
    TableField,
)
from escrow.catalogue.problems import BadValue, near
from escrow.catalogue.schema import Clause, Head, ParameterRow, Part, PointRow, Row
from ledger.text import Text

F = TypeVar("F", bound=Row)


@dataclass(frozen=True, slots=True)
class File(Generic[F]):
    """A file with its bytes (for line numbers) and its rows."""

    name: str
    data: bytes
    row: F

    def refuse(self, path: Sequence[str | int], said: Text, advice: Text) -> NoReturn:
        """End with the fault at `path` of this file."""
        raise fault(self.data, self.name, path, said, advice)


@dataclass(frozen=True, slots=True)
class _Context:
    """Names that rows may refer to."""

    head: Head
    clauses: dict[str, Clause]
    parameters: dict[str, ParameterRow]

    @property
    def cites(self) -> list[str]:
        return [*self.clauses, *self.head.sources]


def policy(head: File[Head], parts: Sequence[File[Part]], calendar: CalendarTable, digest: str) -> Policy:
    """The policy these files make, or BadCatalogue."""
    context = _Context(head.row, _unique_clauses(parts), _unique_parameters(parts))
    for part in parts:
        _check_clauses(part, context)
    parameters = {
        row.id: _parameter(part, at, row, context)
        for part in parts
        for at, row in enumerate(part.row.parameters)
    }
    points = _points(parts, context)
    readings = {each.id: each for each in points if isinstance(each, Reading)}
    _check_presets(head, points, parameters)
    return Policy(
        id=head.row.id,
        title=head.row.title,
        valid_from=head.row.valid.from_,
        valid_to=head.row.valid.to,
        documents=head.row.documents,
        sources=head.row.sources,
        clauses=context.clauses,
        parameters=parameters,
        points=points,
        readings=readings,
        presets=head.row.presets,
        calendar=calendar,
        digest=digest,
    )


def _unique_clauses(parts: Sequence[File[Part]]) -> dict[str, Clause]:
    found: dict[str, Clause] = {}
    for part in parts:
        for at, row in enumerate(part.row.clauses):
            _once(part, ("clauses", at, "id"), row.id, found)
            found[row.id] = row
    return found


def _unique_parameters(parts: Sequence[File[Part]]) -> dict[str, ParameterRow]:
    found: dict[str, ParameterRow] = {}
    for part in parts:
        for at, row in enumerate(part.row.parameters):
            _once(part, ("parameters", at, "id"), row.id, found)
            found[row.id] = row
    return found


def _once(part: File[Part], path: Sequence[str | int], name: str, found: Iterable[str]) -> None:
    if name in found:
        part.refuse(
            path,
            Text(f"{name} 出现两次", f"{name} stands twice"),
            Text("每个 id 只写一次", "an id is used once"),
        )


def _known(part: File[F], path: Sequence[str | int], name: str, known: Iterable[str], what: Text) -> None:
    names = list(known)
    if name in names:
        return
    close = ", ".join(near(name, names))
    advice = Text(f"是否想写：{close}？", f"did you mean {close}?") if close else what
    part.refuse(path, Text(f"没有 {name}", f"there is no {name}"), advice)


_CLAUSE = Text("须是本政策的条款", "it must be a clause of this policy")
_CITE = Text("须是本政策的条款或 sources 之一", "it must be a clause of this policy or one of its sources")
_DOCUMENT = Text("须是 documents 之一", "it must be one of the documents")
_PARAMETER = Text("须是本政策的参数", "it must be a parameter of this policy")


def _check_clauses(part: File[Part], context: _Context) -> None:
    for at, row in enumerate(part.row.clauses):
        _known(part, ("clauses", at, "document"), row.document, context.head.documents, _DOCUMENT)
        for i, name in enumerate(row.parameters):
            _known(part, ("clauses", at, "parameters", i), name, context.parameters, _PARAMETER)


def _parameter(part: File[Part], at: int, row: ParameterRow, context: _Context) -> Parameter:
    place = ("parameters", at)
    _known(part, (*place, "clause"), row.clause, context.clauses, _CLAUSE)
    _known(part, (*place, "source"), row.source, context.cites, _CITE)
    if row.not_below is not None:
        _known(part, (*place, "not_below"), row.not_below, context.parameters, _PARAMETER)
    fields = {
        key: TableField(each.unit, each.title, each.options, each.optional)
        for key, each in row.fields.items()
    }
    bare = Parameter(
        id=row.id,
        unit=row.unit,
        title=row.title,
        values=(),
        clause=row.clause,
        quality=row.quality,
        source=row.source,
        optional=row.optional,
        not_below=row.not_below,
        fields=fields,
        together=row.together,
    )
    bounded = replace(
        bare,
        at_least=_bound(part, (*place, "at_least"), bare, row.at_least),
        at_most=_bound(part, (*place, "at_most"), bare, row.at_most),
        phrases={key: _read(part, (*place, "phrases", key), bare, raw) for key, raw in row.phrases.items()},
    )
    return replace(bounded, values=_dated(part, place, row, bounded, context))


def _bound(part: File[Part], path: Sequence[str | int], bare: Parameter, raw: object) -> Cell:
    read = None if raw is None else _read(part, path, bare, raw)
    return None if isinstance(read, dict) else read


def _dated(
    part: File[Part], place: tuple[str | int, ...], row: ParameterRow, bounded: Parameter, context: _Context
) -> tuple[Dated, ...]:
    values: list[Dated] = []
    for at, each in enumerate(row.values):
        path = (*place, "values", at)
        _known(part, (*path, "cite"), each.cite, context.cites, _CITE)
        if values and each.from_ <= values[-1].from_:
            said = Text(
                f"{each.from_} 已有一个值，或次序颠倒", f"{each.from_} already has a value, or comes too late"
            )
            advice = Text("每个日期一个值，从早到晚", "one value for each date, earliest first")
            part.refuse((*path, "from"), said, advice)
        values.append(Dated(each.from_, _read(part, (*path, "value"), bounded, each.value), each.cite))
    return tuple(values)


def _read(part: File[Part], path: Sequence[str | int], parameter: Parameter, raw: object) -> ParameterValue:
    try:
        return typed.value(parameter, raw)
    except BadValue as bad:
        part.refuse(path, Text(bad.say("zh"), bad.say("en")), Text(bad.advise("zh"), bad.advise("en")))


def _points(parts: Sequence[File[Part]], context: _Context) -> tuple[Point, ...]:
    found: dict[str, tuple[int, Point]] = {}
    for part in parts:
        for at, row in enumerate(part.row.points):
            _once(part, ("points", at, "id"), row.id, found)
            found[row.id] = row.n, _point(part, at, row, context)
    _check_numbers(parts)
    return tuple(point for _, point in sorted(found.values(), key=lambda each: each[0]))


def _check_numbers(parts: Sequence[File[Part]]) -> None:
    taken: set[int] = set()
    for part in parts:
        for at, row in enumerate(part.row.points):
            if row.n in taken:
                said = Text(f"编号 {row.n} 出现两次", f"number {row.n} stands twice")
                part.refuse(("points", at, "n"), said, Text("编号各不相同", "numbers differ"))
            taken.add(row.n)


def _point(part: File[Part], at: int, row: PointRow, context: _Context) -> Point:
    place = ("points", at)
    _known(part, (*place, "clause"), row.clause, context.clauses, _CLAUSE)
    if row.kind == "choice":
        return _reading(part, place, row)
    if row.kind == "parameter":
        _known(part, (*place, "id"), row.id, context.parameters, _PARAMETER)
    if row.means is None or row.otherwise is None or (row.kind == "fact" and row.where is None):
        said = Text("缺少 means、otherwise 或 where", "means, otherwise or where is missing")
        part.refuse(place, said, Text("请补上", "add it"))
    return OpenPoint(
        row.n, row.id, row.kind, row.clause, row.title, row.means, row.otherwise, row.why, row.where or ""
    )


def _reading(part: File[Part], place: tuple[str | int, ...], row: PointRow) -> Reading:
    if len(row.options) < 2:
        said = Text("少于两个选项", "fewer than two options")
        part.refuse((*place, "options"), said, Text("至少写两个选项", "write at least two options"))
    option = Text("须是其选项之一", "it must be one of the options")
    default = row.default or ""
    _known(part, (*place, "default"), default, row.options, option)
    for key, each in row.options.items():
        if each.works is (each.why_not is not None):
            said = Text("works 与 why_not 不一致", "works and why_not disagree")
            advice = Text("works 为 false 时写明 why_not", "say why_not when, and only when, works is false")
            part.refuse((*place, "options", key), said, advice)
    return Reading(row.n, row.id, row.clause, row.title, row.options, default, row.why)


def _check_presets(head: File[Head], points: Sequence[Point], parameters: dict[str, Parameter]) -> None:
    by_id = {each.id: each for each in points}
    for preset, answers in head.row.presets.items():
        for name, answer in answers.items():
            path = ("presets", preset, name)
            what = Text("须是本政策的读法或参数", "it must be a reading or a parameter of this policy")
            _known(head, path, name, by_id, what)
            point = by_id[name]
            if isinstance(point, Reading):
                _known(
                    head, path, answer, point.options, Text("须是其选项之一", "it must be one of its options")
                )
            elif name not in parameters or answer not in parameters[name].phrases:
                said = Text(f"{name} 没有“{answer}”", f"{name} does not know {answer!r}")
                head.refuse(path, said, Text("须是其 phrases 之一", "it must be one of its phrases"))

"""Headers of a table: keys of a claim and facts of the vocabulary, in Chinese or English, with a unit."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from escrow.clauses.facts import Fact
from scenarios.claims.importing.values import CENTS, SCALES, folded


class Column(NamedTuple):
    """What a column holds: the path in a claim, the kind of value, whether lists may stand in it, its unit.

    `back` counts years before the newest one of a series; `options`, if any, are all values it may take.
    """

    path: tuple[str, ...]
    kind: str
    many: bool = False
    unit: str = ""
    back: int = 0
    options: tuple[str, ...] = ()


class Key(NamedTuple):
    """A key of a claim that is no fact."""

    path: tuple[str, ...]
    kind: str
    titles: tuple[str, ...]
    many: bool = False


KEYS = (
    Key(("id",), "text", ("编号", "申报编号")),
    Key(("enterprise",), "text", ("企业", "企业编号", "申报单位", "applicant")),
    Key(("clause",), "text", ("条款", "条款编号")),
    Key(("applied_on",), "date", ("申报日", "申报日期", "申请日期")),
    Key(("matter",), "text", ("事项", "兑现事项")),
    Key(("object",), "text", ("对象", "项目", "项目名称", "奖补对象")),
    Key(("upper_level", "amount"), "money", ("上级到账金额", "上级资金到账金额"), True),
    Key(("upper_level", "arrives_on"), "date", ("上级到账日", "上级资金到账日"), True),
    Key(("upper_payer",), "text", ("上级资金来源",)),
    Key(("facts_year",), "number", ("数列年份",)),
    Key(("lapses_on",), "date", ("条件失效日",)),
    Key(("promoted", "on"), "date", ("晋级日",)),
    Key(("record", "complete_on"), "date", ("受理日", "材料齐全日")),
    Key(("record", "reviewed_on"), "date", ("评审日",)),
    Key(("record", "decided_on"), "date", ("决定日", "审定日")),
    Key(("record", "publicised_on"), "date", ("公示日",)),
    Key(("record", "paid_on"), "date", ("拨付日", "支付日"), True),
)
REQUIRED = ("id", "enterprise", "clause", "applied_on")
_PROMOTED = re.compile(r"(?:promoted\.(?:facts\.)?|晋级后[:.]?\s*)(\S.*)")
_EVENT = re.compile(r"(?:events\.|事项日[:.]|event:\s*)(\w+)")
_UNIT = re.compile(r"(.*?)\s*\(\s*([^()]*)\s*\)")
_BACK = re.compile(r"(.*?)\s*(?:\[\s*-(\d)\s*\]|\((上年|前年|去年)\))")
_YEARS_BACK = {"上年": 1, "去年": 1, "前年": 2}
_UNITS = {*SCALES, *CENTS, "%"}


class UnknownHeader(Exception):
    """No key and no fact is called so; what comes near is the argument."""


class Headers:
    """Finds the column a header means; the vocabulary gives the facts."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self.facts = facts
        self.names: dict[str, list[Column]] = {}
        for key in KEYS:
            column = Column(key.path, key.kind, key.many)
            for name in (".".join(key.path), *key.titles):
                self._add(name, column)
        for id, fact in facts.items():
            column = Column(("facts", id), fact.kind.base, fact.listed, options=fact.row.options)
            for name in {id, f"facts.{id}", fact.title.zh, fact.title.en}:
                self._add(name, column)

    def find(self, header: object) -> Column:
        """The column of a header such as `核定金额（万元）`; UnknownHeader with near names."""
        text = _plain(folded(header))
        if event := _EVENT.fullmatch(text):
            return Column(("events", event[1]), "date")
        column = self._known(text)
        if column is None:
            raise UnknownHeader(", ".join(get_close_matches(text, self.names, n=3, cutoff=0.6)))
        return column

    def by_path(self, path: tuple[str, ...]) -> Column | None:
        """The column of a key of a claim, by its path in the scenario file."""
        return next((Column(key.path, key.kind, key.many) for key in KEYS if key.path == path), None)

    def knows(self, header: object) -> bool:
        """Whether a cell could be a header."""
        try:
            self.find("" if header is None else header)
        except UnknownHeader:
            return False
        return True

    def _known(self, text: str) -> Column | None:
        if found := self.names.get(text):
            return self._first(found)
        if (part := _PROMOTED.fullmatch(text)) and (column := self._known(part[1])):
            return column._replace(path=("promoted", *column.path))
        if (part := _BACK.fullmatch(text)) and (column := self._known(part[1])):
            return column._replace(back=int(part[2] or _YEARS_BACK[part[3]]))
        if (part := _UNIT.fullmatch(text)) and part[2] in _UNITS and (column := self._known(part[1])):
            return column._replace(unit=part[2])
        return None

    def _first(self, found: list[Column]) -> Column:
        """A key of the claim goes before a fact; two facts of one title need their ids."""
        if len(found) > 1 and found[0].path[0] == "facts":
            raise UnknownHeader(", ".join(column.path[-1] for column in found))
        return found[0]

    def _add(self, name: str, column: Column) -> None:
        known = self.names.setdefault(_plain(folded(name)), [])
        if column not in known:
            known.append(column)


def _plain(text: str) -> str:
    """Without case and inner blanks' differences."""
    return " ".join(text.lower().split())


def missing(columns: Iterable[Column]) -> list[str]:
    """The keys that every claim needs and no column holds."""
    held = {column.path for column in columns}
    return [key for key in REQUIRED if (key,) not in held]

"""What is different between two clauses, part by part, in the words of their description."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from escrow.clauses import Catalogue, Clause
from escrow.programmes import describe
from escrow.programmes.words import BINDINGS
from ledger.text import Lang, Text

PARTS = {
    "kind_means": Text("类别", "kind"),
    "binding": Text("约束", "binding"),
    "pays_means": Text("给付", "pays"),
    "matter_means": Text("事项", "matter"),
    "valid": Text("期限", "in force"),
    "conditions": Text("条件", "condition"),
    "amount": Text("金额", "amount"),
    "steps": Text("步骤", "step"),
    "outcomes": Text("结论", "outcome"),
    "parameters": Text("数字", "number"),
    "readings": Text("读法", "reading"),
    "limits": Text("额度", "pool"),
    "stages": Text("分期", "stage"),
    "payers": Text("出资", "who pays"),
}
REPEALED = Text("废止", "repealed")


class Change(NamedTuple):
    """One part that differs: what it is called, how it stood, how it stands; empty where it was not there."""

    part: str
    name: str
    before: str
    after: str


def changes(before: tuple[Catalogue, Clause], after: tuple[Catalogue, Clause], lang: Lang) -> list[Change]:
    """Every difference, in the order a reader asks."""
    own = before[1].row.valid is not None or after[1].row.valid is not None
    old, new = _parts(*before, lang, own), _parts(*after, lang, own)
    _tell_apart(old["conditions"], new["conditions"])
    found = []
    for part, label in PARTS.items():
        for key in dict.fromkeys((*old[part], *new[part])):
            was, now = old[part].get(key, _NOTHING), new[part].get(key, _NOTHING)
            if was.value != now.value:
                found.append(Change(label.say(lang), now.name or was.name, was.value, now.value))
    return found


class _Entry(NamedTuple):
    """An entry of a part: what it is called and how it stands."""

    name: str
    value: str


_NOTHING = _Entry("", "")


def _parts(catalogue: Catalogue, clause: Clause, lang: Lang, own_term: bool) -> dict[str, dict[str, _Entry]]:
    """Each part as named entries, so that what moved is not taken for what changed.

    The term is told where one of the two clauses has a term of its own, not that of its paper.
    """
    told = describe.clause(catalogue, clause, lang)
    first, last = clause.term
    if not own_term:
        told["valid"] = ""
    elif last < first:
        told["valid"] = REPEALED.say(lang)
    told["binding"] = BINDINGS[clause.row.binding].say(lang)
    told["parameters"] = [describe.parameter(each, lang) for each in clause.parameters.values()]
    told["readings"] = [describe.reading(clause, name, lang) for name in clause.row.readings]
    return {part: dict(_entries(part, told[part])) for part in PARTS}


def _entries(part: str, content: Any) -> Iterator[tuple[str, _Entry]]:
    if isinstance(content, str):
        yield "", _Entry("", content)
    elif part == "valid":
        yield "", _Entry("", f"{content['from']} .. {content['to']}")
    elif isinstance(content, Mapping):
        yield "", _Entry("", ", ".join(f"{name} {share}" for name, share in content.items()))
    else:
        for place, row in enumerate(content):
            yield _entry(part, place, row)


def _entry(part: str, place: int, row: Mapping[str, Any]) -> tuple[str, _Entry]:
    if part == "parameters":
        return row["id"], _Entry(row["title"], _dated(row["values"]))
    if part == "readings":
        taken = next(option for option in row["options"] if option["default"])
        return row["id"], _Entry(row["title"], f"{taken['id']}: {taken['means']}")
    if part == "conditions":
        return row["test"], _Entry("", row["why"])
    if part == "outcomes":
        return row["code"], _Entry(row["code"], " ".join(filter(None, (row["means"], row["when"]))))
    number = str(place + 1)
    said = (str(each) for key, each in row.items() if each and key not in ("step", "operand", "scope"))
    return number, _Entry(number, " ".join(said))


def _dated(values: Sequence[Mapping[str, str]]) -> str:
    """One value, or each with the day it holds from."""
    if len(values) == 1:
        return values[0]["value"]
    return "; ".join(f"{each['from']} {each['value']}".strip() for each in values)


def _tell_apart(old: dict[str, _Entry], new: dict[str, _Entry]) -> None:
    """Where two different tests have the same reason, the tests are told too."""
    gone = {entry.value for test, entry in old.items() if test not in new}
    same = gone & {entry.value for test, entry in new.items() if test not in old}
    for side, other in ((old, new), (new, old)):
        for test, entry in side.items():
            if test not in other and entry.value in same:
                side[test] = _Entry("", f"{entry.value} [{test}]")

"""Faults of a scenario file: each with its place, what is wrong, what was expected, what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ledger.problem import Problem
from ledger.text import Lang, Text
from scenarios.spec.nodes import Mark, Node, Path, place, written
from scenarios.spec.wordings import WORDINGS

NOWHERE = Mark("", 0)
_LABELS = {"expected": Text("应为：", "expected "), "hint": Text("建议：", "hint: ")}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `code` names the wording, `facts` fill it (a Text among them is said in the language)."""

    code: str
    path: Path = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    mark: Mark = NOWHERE

    def at(self, mark: Mark) -> "Fault":
        """The same fault with its place."""
        return replace(self, mark=mark)

    def part(self, name: str, lang: Lang) -> str:
        """`wrong`, `expected` or `hint` in `lang`; a fact of that name goes before the wording."""
        own = self.facts.get(name)
        text = own if isinstance(own, Text) else getattr(WORDINGS[self.code], name)
        facts = {k: v.say(lang) if isinstance(v, Text) else v for k, v in self.facts.items()}
        said: str = text.say(lang).format_map(facts)
        return said

    def where(self) -> str:
        """`file:line`, or what of it is known."""
        return f"{self.mark.file}:{self.mark.line}" if self.mark.line else self.mark.file

    def say(self, lang: Lang) -> str:
        """`file:line: path: wrong; expected ...; hint: ...` on one line."""
        head = [part for part in (self.where(), written(self.path)) if part]
        tail = [self.part("wrong", lang)]
        for name, label in _LABELS.items():
            if text := self.part(name, lang):
                tail.append(f"{label.say(lang)}{text}")
        return ": ".join([*head, ("；" if lang == "zh" else "; ").join(tail)])

    def as_dict(self, lang: Lang) -> dict[str, Any]:
        """For `--json`: code, file, line, field, wrong, expected, hint."""
        parts = {name: self.part(name, lang) for name in ("wrong", "expected", "hint")}
        file, line = self.mark
        return {"code": self.code, "file": file, "line": line, "field": written(self.path), **parts}


class SpecProblem(Problem):
    """A scenario that cannot be used: every fault found, in the order of the file."""

    message = Text("情景文件有误", "the scenario cannot be used")
    advice = Text(
        "改好后用 anxinbao scenario check 再查一遍",
        "mend it, then look again with anxinbao scenario check",
    )

    def __init__(self, facts: Mapping[str, Any] | None = None, /, **more: Any) -> None:
        super().__init__(facts, **more)
        self.faults: tuple[Fault, ...] = tuple(self.facts["faults"])

    def say(self, lang: Lang) -> str:
        """Every fault on its own line."""
        return "\n".join(fault.say(lang) for fault in self.faults)


def placed(faults: Iterable[Fault], root: Node) -> list[Fault]:
    """Faults with their places looked up in `root`; those that have one keep it."""
    return [fault if fault.mark.file else fault.at(place(root, fault.path)) for fault in faults]


def refuse(faults: Sequence[Fault]) -> None:
    """Raise SpecProblem when there is any fault; each is named once, in the order of the file."""
    unique = {(f.mark, f.path, f.code, f.say("en")): f for f in faults}
    ordered = sorted(unique.values(), key=lambda f: f.mark)
    if ordered:
        raise SpecProblem(faults=tuple(ordered))

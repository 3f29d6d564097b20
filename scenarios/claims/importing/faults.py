"""Faults of a file of claims: file, sheet, line and column, what was found, expected, and what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ledger.problem import Problem
from ledger.text import Lang, Text

LANGS: tuple[Lang, Lang] = ("zh", "en")
_NONE = Text("", "")
_LINE = Text("第 {line} 行", "line {line}")
_COLUMN = Text("{column} 列", "column {column}")
_EXPECTED = Text("；应为{text}", "; expected {text}")
_ADVICE = Text("；建议：{text}", "; advice: {text}")


def filled(text: Text, **facts: Any) -> Text:
    """The text with its places filled in both languages; a Text or Spot among the facts is said in each."""
    zh, en = (
        {k: v.say(lang) if isinstance(v, Text | Spot) else v for k, v in facts.items()} for lang in LANGS
    )
    return Text(text.zh.format_map(zh), text.en.format_map(en))


class Spot(NamedTuple):
    """Where a value stands; line 0, or no column, means that there is none."""

    file: str
    sheet: str = ""
    line: int = 0
    column: str = ""

    def say(self, lang: Lang) -> str:
        """`claims.xlsx 申报 line 5 column D`."""
        parts = [self.file, self.sheet]
        parts += [_LINE.say(lang).format(line=self.line)] if self.line else []
        parts += [_COLUMN.say(lang).format(column=self.column)] if self.column else []
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ImportFault:
    """One fault; `field` is the key or header it is about."""

    spot: Spot
    field: str
    wrong: Text
    expected: Text = _NONE
    advice: Text = _NONE

    def say(self, lang: Lang) -> str:
        """All of it on one line."""
        tail = self.wrong.say(lang)
        for label, text in ((_EXPECTED, self.expected), (_ADVICE, self.advice)):
            tail += label.say(lang).format(text=text.say(lang)) if text.say(lang) else ""
        return ": ".join(part for part in (self.spot.say(lang), self.field, tail) if part)

    def as_dict(self, lang: Lang) -> dict[str, Any]:
        """For `--json`."""
        said = {
            "wrong": self.wrong.say(lang),
            "expected": self.expected.say(lang),
            "advice": self.advice.say(lang),
        }
        return {**self.spot._asdict(), "field": self.field, **said}


class BadImport(Problem):
    """A file of claims that cannot be used: every fault found, in the order of the file."""

    message = Text("申报文件有误", "the file of claims cannot be used")
    advice = Text(
        "改好后再导入；表头与格式见 anxinbao template",
        "mend it and import again; anxinbao template writes the headers and forms",
    )

    def __init__(self, facts: Mapping[str, Any] | None = None, /, **more: Any) -> None:
        super().__init__(facts, **more)
        self.faults: tuple[ImportFault, ...] = tuple(self.facts["faults"])

    def say(self, lang: Lang) -> str:
        """Every fault on its own line."""
        return "\n".join(fault.say(lang) for fault in self.faults)


class NoExcel(Problem):
    """Excel files need openpyxl, which is an extra."""

    message = Text("读写 {file} 需要 openpyxl，尚未安装", "reading and writing {file} needs openpyxl")
    advice = Text(
        "运行 pip install 'anxinbao[tables]'，或另存为 CSV",
        "run pip install 'anxinbao[tables]', or save it as CSV",
    )


def refuse(faults: Sequence[ImportFault]) -> None:
    """Raise BadImport when there is any fault."""
    if faults:
        raise BadImport(faults=tuple(sorted(faults, key=lambda fault: (fault.spot.sheet, fault.spot.line))))

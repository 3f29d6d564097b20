"""`anxinbao replay`: rerun what a ledger records and compare record by record."""

from typing import TYPE_CHECKING

import click

from cli import language, parts, screen
from cli.data import tell
from cli.leaving import FINDINGS, KEPT
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.replay import ReplayReport

if TYPE_CHECKING:
    from scenarios.replay import ReplayReport

_SAME = Text(
    "一致：重新运行得到同样的 {count} 条记录，账本头 {head}",
    "same: the rerun gives the same {count} records, head {head}",
)
_PARTED = Text("在序号 {seq} 处不一致", "they part at sequence {seq}")
_EXPECTED = Text("账本中：{text}", "in the ledger: {text}")
_FOUND = Text("重新运行：{text}", "in the rerun: {text}")
_MANUAL = Text(
    "结束记录之后有 {count} 条人工记录，不参与比较",
    "{count} manual records after the finishing one were not compared",
)


@click.command(
    "replay",
    cls=parts.Command,
    says=Text(
        "重跑账本记录的政策、情景和种子，逐条比较",
        "Rerun the recorded policy, scenario and seed; compare record by record.",
    ),
)
@click.argument("target", metavar="RESULT|LEDGER")
@parts.as_json
@parts.lang
def replay(target: str, as_json: bool) -> int:
    """Exit 1 when they part."""
    from scenarios.replay import replay as rerun

    report = rerun(target)
    if as_json:
        screen.put_json(
            {
                "same": report.same,
                "seq": report.seq,
                "expected": report.expected,
                "found": report.found,
                "manual": report.manual,
                "head": str(report.head),
            }
        )
    else:
        _tell(report)
    return KEPT if report.same else FINDINGS


def _tell(report: "ReplayReport") -> None:
    lang = language.of_reports()
    if report.same:
        tell(_SAME.say(lang).format(count=report.head.seq + 1, head=report.head))
    else:
        tell(
            _PARTED.say(lang).format(seq=report.seq),
            _EXPECTED.say(lang).format(text=report.expected),
            _FOUND.say(lang).format(text=report.found),
        )
    if report.manual:
        tell(_MANUAL.say(lang).format(count=report.manual))

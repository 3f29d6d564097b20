"""`anxinbao ledger verify`: everything re-derived from the stored bytes."""

from pathlib import Path
from typing import Any

import click

from cli import language, parts, screen
from cli.data import tell
from cli.leaving import FINDINGS, KEPT
from cli.ledger.opened import opened
from cli.progress import Progress
from ledger.text import Text

_GOOD = Text(
    "核验通过：{records} 条记录，{entries} 笔凭证，账本头 {head}",
    "verified: {records} records, {entries} entries, head {head}",
)
_BAD = Text("发现 {count} 处问题，第一处在序号 {seq}", "{count} findings, the first at sequence {seq}")
_KEEP = Text(
    "请把账本头保存在别处，下次用 --head 核对；仅凭账本自身发现不了被截掉的末尾。",
    "keep this head elsewhere and give it to --head: a chain alone cannot notice a cut tail.",
)
_READING = Text("核验中", "verifying")


@click.command(
    "verify",
    cls=parts.Command,
    says=Text(
        "只凭存储的字节重新核验一切", "Re-derive everything from the stored bytes. Exit 1 with findings."
    ),
)
@parts.ledger_argument
@parts.option(
    "--head", metavar="SEQ:DIGEST", says=Text("另处保存的账本头", "the head that was kept elsewhere")
)
@parts.option(
    "--self-test",
    is_flag=True,
    says=Text(
        "在副本上逐种破坏，看是否都能发现", "damage a copy in every known way and show that each is found"
    ),
)
@parts.option(
    "--resume-from",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    says=Text(
        "从此文件记下的位置接着核验，并写入新位置",
        "go on from the position in this file, and keep the new one there",
    ),
)
@parts.as_json
@parts.lang
def verify(ledger: str, head: str | None, self_test: bool, resume_from: Path | None, as_json: bool) -> int:
    """Exit 0 when nothing was found, 1 otherwise."""
    if self_test and (head or resume_from):
        raise click.UsageError(language.say(_ALONE))
    with opened(ledger) as store:
        return _self_tested(store, as_json) if self_test else _verified(store, head, resume_from, as_json)


_ALONE = Text(
    "--self-test 不能与 --head、--resume-from 同用", "--self-test does not go with --head or --resume-from"
)


def _verified(store: Any, head: str | None, kept: Path | None, as_json: bool) -> int:
    from ledger.chain import Head
    from ledger.verify import verify as check

    progress = Progress(what=_READING)
    known = None if head is None else Head.parse(head)
    report = check(
        store,
        head=known,
        resume_from=_position(kept),
        save=lambda position: progress(position.seq),
    )
    progress.close()
    if kept is not None and report.position is not None:
        kept.write_text(report.position.dumps(), encoding="utf-8")
    if as_json:
        screen.put_json(report.as_dict())
    else:
        _tell(report, head is None)
    return KEPT if report.ok else FINDINGS


def _position(kept: Path | None) -> Any:
    from ledger.verify.position import Position

    if kept is None or not kept.exists():
        return None
    return Position.loads(kept.read_text(encoding="utf-8", errors="replace"))


def _tell(report: Any, advise: bool) -> None:
    lang = language.of_reports()
    if report.ok:
        counts = report.counts
        tell(_GOOD.say(lang).format(records=counts["records"], entries=counts["entries"], head=report.head))
        if advise:
            screen.warn(language.say(_KEEP))
        return
    tell(_BAD.say(lang).format(count=sum(report.found.values()), seq=report.first_bad))
    tell(*(f"{finding.seq} {finding.code.value}: {finding.say(lang)}" for finding in report.findings))


def _self_tested(store: Any, as_json: bool) -> int:
    from ledger.verify.selftest import selftest

    report = selftest(store)
    if as_json:
        screen.put_json(report.as_dict())
    else:
        tell(report.say(language.of_reports()))
    return KEPT if report.ok else FINDINGS

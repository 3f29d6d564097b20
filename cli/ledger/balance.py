"""`anxinbao ledger balance`: balances as of a sequence number, a date or a recorded time."""

from typing import Any

import click

from cli import data, parts, screen
from cli.ledger.opened import opened
from ledger.money import yuan
from ledger.text import Text

_TREES = ("cash", "custody", "authority", "opening")
_TITLE = Text("余额（元），截至 {as_of}", "Balances (yuan) as of {as_of}")


@click.command(
    "balance",
    cls=parts.Command,
    says=Text("账户、主体或项目的余额", "Balances by account, party or project."),
)
@parts.ledger_argument
@parts.option(
    "--by",
    type=click.Choice(["account", "party", "project"]),
    default="account",
    says=Text("按账户、主体或项目汇总", "sum by account, party or project"),
)
@parts.option(
    "--at",
    "seq",
    type=click.IntRange(0),
    metavar="SEQ",
    says=Text("截至此序号", "as of this sequence number"),
)
@parts.option(
    "--on", metavar="DATE", callback=parts.iso_day, says=Text("截至此生效日", "as of this effective date")
)
@parts.option("--recorded", metavar="TIME", says=Text("截至此记录时间", "as known at this recorded time"))
@parts.option(
    "--tree",
    "trees",
    multiple=True,
    type=click.Choice(_TREES),
    says=Text("账户树，可重复；默认现金与代管", "tree of accounts, repeatable; by default cash and custody"),
)
@parts.as_json
@parts.lang
def balance(
    ledger: str,
    by: Any,
    seq: int | None,
    on: str | None,
    recorded: str | None,
    trees: tuple[str, ...],
    as_json: bool,
) -> None:
    """Prints {"as_of": DATE, "balances": {NAME: FEN}}."""
    from ledger.balances import balances

    usual = ("custody",) if by == "project" else ("cash", "custody")
    with opened(ledger) as store:
        found = balances(store, by=by, seq=seq, on=on, recorded=recorded, trees=trees or usual)
        as_of = on or _last_day(store, seq)
    if as_json:
        screen.put_json({"as_of": as_of, "balances": found})
        return
    name = Text({"account": "账户", "party": "主体", "project": "项目"}[by], by)
    rows = [(key or "-", yuan(fen)) for key, fen in found.items()]
    title = Text(_TITLE.zh.format(as_of=as_of), _TITLE.en.format(as_of=as_of))
    data.show(title, (name, Text("余额", "balance")), rows, right=(1,))


def _last_day(store: Any, seq: int | None) -> str:
    from ledger.record import parse

    head = store.head()
    last = head.seq if seq is None else min(seq, head.seq)
    return str(parse(next(iter(store.records(last))).bytes)["on"])

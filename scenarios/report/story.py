"""One project's life on one page: every line dated and cited, amounts in 元 to the fen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from escrow.catalogue.policy import Policy
from escrow.events import CLAUSES, REASON_CLAUSES
from escrow.explain.entry import ClauseSaid, amount_of, clause_said
from escrow.explain.records import Record, Records, of_project
from escrow.labels import CAUSE, REASON
from escrow.tape import Cause, Kind, Reason
from ledger.accounts import label
from ledger.money import yuan
from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph, Table
from scenarios.report.explanation import event_label

_TITLE = Text("项目 {project} 的经过", "The story of project {project}")
_COLUMNS = Text("日期|事项|金额（元）|依据", "date|what happened|amount (yuan)|under")
_STAGE = Text("第{stage}阶段", "stage {stage}")
_SUMS = Text("合计（元）", "Sums (yuan)")
_SUM_COLUMNS = Text("账户|收|付|净额", "account|in|out|net")
_HELD = Text(
    "安心宝内为代管资金，不是财政支出。", "Money in the escrow is held for others; it is not public spending."
)


class Line(NamedTuple):
    """One line of the story; amount 0 when no money moved."""

    on: str
    type: str
    stage: int
    because: Text | None
    amount_fen: int
    moves: tuple[tuple[str, int], ...]
    clause: ClauseSaid
    entry: str


def story_lines(records: Sequence[Record], policy: Policy) -> list[Line]:
    """Events in sequence, each with the money its entries moved."""
    entries: dict[str, list[Record]] = {}
    for record in records:
        if record.kind == "entry":
            entries.setdefault(record.fields["event"], []).append(record)
    lines: list[Line] = []
    for event in records:
        if event.kind == "event":
            lines += [_paid(event, each, policy) for each in entries.get(event.id, ())] or [
                _told(event, policy)
            ]
    return lines


def _paid(event: Record, entry: Record, policy: Policy) -> Line:
    basis: dict[str, Any] = entry.fields["basis"]
    moves = tuple((account, fen) for account, fen, _ in entry.fields["postings"])
    clause = clause_said(policy, basis["clause"], basis["document"], basis["article"])
    return Line(entry.on, event.type, event.stage, _because(event), amount_of(entry), moves, clause, entry.id)


def _told(event: Record, policy: Policy) -> Line:
    reason = Reason(event.data.get("reason", 0))
    own = CLAUSES.get(Kind[event.type.upper()], "") if event.type.upper() in Kind.__members__ else ""
    clause = clause_said(policy, REASON_CLAUSES.get(reason, own))
    return Line(event.on, event.type, event.stage, _because(event), 0, (), clause, "")


def _because(event: Record) -> Text | None:
    if event.data.get("reason"):
        return REASON[Reason(event.data["reason"])]
    if event.data.get("cause"):
        return CAUSE[Cause(event.data["cause"])]
    return None


def story_page(store: Records, project: str, policy: Policy, lang: Lang) -> Document:
    """The page; raises NotInLedger for a project that is not there."""
    lines = story_lines(of_project(store, project), policy)
    columns = tuple(_COLUMNS.say(lang).split("|"))
    rows = tuple(_row(line, lang) for line in lines)
    blocks: list[Block] = [
        Heading(_TITLE.say(lang).format(project=project), level=1),
        Table(columns, rows, frozenset({2})),
        *_sums(lines, lang),
        Paragraph(_HELD.say(lang)),
    ]
    return Document(tuple(blocks))


def _row(line: Line, lang: Lang) -> tuple[str, ...]:
    what = event_label(line.type, lang)
    if line.stage:
        what = f"{_STAGE.say(lang).format(stage=line.stage)} {what}"
    if line.because:
        what += f"（{line.because.zh}）" if lang == "zh" else f" ({line.because.en})"
    cited = f"{line.clause.article} {line.clause.title.say(lang)}".strip()
    told = "\n".join(part for part in (what, _moves(line, lang)) if part)
    return line.on, told, yuan(line.amount_fen) if line.amount_fen else "", cited


def _moves(line: Line, lang: Lang) -> str:
    money = [(account, fen) for account, fen in line.moves if not account.startswith("authority/")]
    moves = money or list(line.moves)
    givers = [_short(account, lang) for account, fen in moves if fen < 0]
    takers = [_short(account, lang) for account, fen in moves if fen > 0]
    return f"{', '.join(givers)} → {', '.join(takers)}" if moves else ""


def _short(account: str, lang: Lang) -> str:
    """The party without its tree and project: cash/enterprise:E1 is 企业 E1."""
    words = label("/".join(account.split("/")[:2])).say(lang)
    return words.partition(" ")[2] if not account.startswith("authority/") else words


def _sums(lines: Sequence[Line], lang: Lang) -> list[Block]:
    gained: dict[str, int] = {}
    lost: dict[str, int] = {}
    for line in lines:
        for account, fen in line.moves:
            if not account.startswith("authority/"):
                side = gained if fen > 0 else lost
                side[account] = side.get(account, 0) + abs(fen)
    rows = [
        (_short(name, lang), yuan(gained.get(name, 0)), yuan(lost.get(name, 0)), _net(name, gained, lost))
        for name in sorted({*gained, *lost})
    ]
    if not rows:
        return []
    table = Table(tuple(_SUM_COLUMNS.say(lang).split("|")), tuple(rows), frozenset({1, 2, 3}))
    return [Heading(_SUMS.say(lang)), table]


def _net(account: str, gained: dict[str, int], lost: dict[str, int]) -> str:
    return yuan(gained.get(account, 0) - lost.get(account, 0))


def plain_story(store: Records, project: str, policy: Policy) -> dict[str, Any]:
    """The story for JSON."""
    return {
        "project": project,
        "lines": [_plain(each) for each in story_lines(of_project(store, project), policy)],
    }


def _plain(line: Line) -> dict[str, Any]:
    return {
        "on": line.on,
        "type": line.type,
        "stage": line.stage,
        "because": line.because._asdict() if line.because else None,
        "amount_fen": line.amount_fen,
        "postings": [{"account": account, "amount_fen": fen} for account, fen in line.moves],
        "clause": line.clause.id,
        "article": line.clause.article,
        "entry": line.entry,
    }

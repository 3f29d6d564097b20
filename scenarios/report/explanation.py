"""An explanation as a page: what moved, why it was allowed, how the amount came about."""

from escrow.catalogue.policy import Policy
from escrow.claims.labels import OF_TYPE
from escrow.explain import Explanation, WhyNot
from escrow.explain.entry import ClauseSaid
from escrow.explain.records import Record
from escrow.explain.why_not import Guard
from escrow.labels import KIND
from escrow.tape import Kind
from ledger.accounts import label
from ledger.money import show_money
from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph, Table

_ENTRY = Text("凭证 {id}", "Entry {id}")
_MOVES = Text("收付", "Postings")
_MOVE_COLUMNS = Text("账户|金额", "account|amount")
_BASIS = Text("依据", "Basis")
_INPUTS = Text("输入", "Inputs")
_FORMULA = Text("计算", "Formula")
_STATED = Text("金额由事实给定，没有计算。", "The amount is a stated fact; nothing was computed.")
_CAPS = Text("上限", "Caps")
_CUT = Text("上限减少 {fen}", "a cap took away {fen}")
_NO_CUT = Text("没有触及上限", "no cap bit")
_READINGS = Text("采用的读法", "Readings chosen")
_CAUSED = Text("起因与审批", "Event and approval")
_PAID = Text(
    "{title}：项目 {project} 已支付 {fen}，没有被减少。",
    "{title}: {fen} paid to project {project}, nothing withheld.",
)
_PART = Text(
    "{title}：项目 {project} 已支付 {fen}，以下部分没有支付。",
    "{title}: {fen} paid to project {project}; not paid:",
)
_NONE = Text("{title}：项目 {project} 没有支付。", "{title}: nothing paid to project {project}.")
_LACKS_FEN = Text("差 {fen}", "{fen} missing")
_LACKS_DAYS = Text("差 {days} 天", "by {days} days")


def explanation_page(found: Explanation, policy: Policy, lang: Lang) -> Document:
    """One entry explained."""
    blocks: list[Block] = [Heading(_ENTRY.say(lang).format(id=found.id), level=1), _facts(found, lang)]
    rows = tuple((label(account).say(lang), show_money(fen, lang)) for account, fen in found.postings)
    columns = tuple(_MOVE_COLUMNS.say(lang).split("|"))
    blocks += [Heading(_MOVES.say(lang)), Table(columns, rows, frozenset({1}))]
    blocks += [Heading(_BASIS.say(lang)), *clause_lines(found.clause, policy, lang)]
    blocks += [*_inputs(found, lang), Heading(_FORMULA.say(lang)), *_formula(found, lang)]
    cut = _CUT.say(lang).format(fen=show_money(found.cut_fen, lang)) if found.cut_fen else _NO_CUT.say(lang)
    blocks += [Heading(_CAPS.say(lang)), Paragraph(cut)]
    return Document((*blocks, *_readings(found, lang), *_causes(found, lang)))


def _facts(found: Explanation, lang: Lang) -> Table:
    rows = [
        (Text("金额", "amount"), show_money(found.amount_fen, lang)),
        (Text("生效日", "effective"), found.on),
        (Text("记录时间", "recorded"), found.recorded),
        (Text("序号", "sequence"), str(found.seq)),
    ]
    if found.reverses:
        rows.append((Text("冲销", "reverses"), found.reverses))
    return Table(("", ""), tuple((name.say(lang), value) for name, value in rows))


def clause_lines(clause: ClauseSaid, policy: Policy, lang: Lang) -> list[Block]:
    """Document, article and title of a clause, then what it says in our own words."""
    document = policy.documents.get(clause.document)
    paper = document.title.say(lang) if document else clause.document
    head = " ".join(part for part in (paper, clause.article, clause.title.say(lang)) if part)
    gist = clause.gist.say(lang)
    return [Paragraph(head), *([Paragraph(gist)] if gist else [])]


def _inputs(found: Explanation, lang: Lang) -> list[Block]:
    if not found.inputs:
        return []
    rows = tuple((each.name.say(lang), each.value.say(lang)) for each in found.inputs)
    return [Heading(_INPUTS.say(lang)), Table(("", ""), rows, frozenset({1}))]


def _formula(found: Explanation, lang: Lang) -> list[Block]:
    return [Paragraph(line) for line in found.formula] or [Paragraph(_STATED.say(lang))]


def _readings(found: Explanation, lang: Lang) -> list[Block]:
    if not found.readings:
        return []
    rows = tuple((f"{each.id} = {each.option}", each.means.say(lang)) for each in found.readings)
    return [Heading(_READINGS.say(lang)), Table(("", ""), rows)]


def _causes(found: Explanation, lang: Lang) -> list[Block]:
    rows = [
        (
            name.say(lang),
            " ".join((record.on, event_label(record.type, lang), f"({record.id})", *_papers(record))),
        )
        for name, record in ((Text("事项", "event"), found.event), (Text("审批", "approval"), found.approval))
        if record is not None
    ]
    return [Heading(_CAUSED.say(lang)), Table(("", ""), tuple(rows))] if rows else []


def _papers(record: Record) -> list[str]:
    """Numbers of the papers that go with an event; SIM marks a number that no office has given."""
    return [str(number) for _, number in record.fields.get("documents", ())]


def event_label(type: str, lang: Lang) -> str:
    """What an event type is called; the type itself when it is none of the scheme's."""
    name = type.upper()
    if type in OF_TYPE:
        return OF_TYPE[type].say(lang)
    return KIND[Kind[name]].say(lang) if name in Kind.__members__ else type


def why_not_page(found: WhyNot, policy: Policy, lang: Lang) -> Document:
    """Why something was not paid, guard by guard."""
    template = _PAID if found.in_full else _PART if found.paid_fen else _NONE
    head = template.say(lang).format(
        title=found.title.say(lang), project=found.project, fen=show_money(found.paid_fen, lang)
    )
    blocks: list[Block] = [Paragraph(head, strong=not found.in_full)]
    for guard in found.guards:
        blocks += _guard(guard, policy, lang)
    if found.absent is not None:
        blocks.append(Paragraph(found.absent.say(lang)))
    return Document(tuple(blocks))


def _guard(guard: Guard, policy: Policy, lang: Lang) -> list[Block]:
    lacking = ""
    if guard.missing_fen:
        lacking = _LACKS_FEN.say(lang).format(fen=show_money(guard.missing_fen, lang))
    elif guard.missing_days:
        lacking = _LACKS_DAYS.say(lang).format(days=guard.missing_days)
    comma = "，" if lang == "zh" else ", "
    said = comma.join(part for part in (guard.reason.say(lang), lacking) if part)
    colon = "：" if lang == "zh" else ": "
    what = guard.what.say(lang)
    line = f"{guard.on} {what}{colon}{said}" if guard.reason != guard.what else f"{guard.on} {said}"
    return [Heading(f"{line} ({guard.event})"), *clause_lines(guard.clause, policy, lang)]

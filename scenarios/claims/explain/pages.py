"""Explanations of claims as pages."""

from escrow.claims.labels import OF_TYPE, PAPER
from escrow.clauses.display import article
from escrow.explain.records import Record
from ledger.accounts import label
from ledger.money import show_money, yuan
from ledger.text import Lang, Text
from scenarios.claims.explain.entry import ClaimExplanation
from scenarios.claims.explain.opened import Cited
from scenarios.claims.explain.story import StoryLine, total_paid
from scenarios.claims.explain.why_not import ClaimWhyNot, Obstacle
from scenarios.report.document import Block, Document, Heading, Paragraph, Table
from scenarios.report.evaluation import evaluation_page

_ENTRY = Text("凭证 {id}", "Entry {id}")
_MOVES, _MOVE_COLUMNS = Text("收付", "Postings"), Text("账户|金额", "account|amount")
_BASIS, _MADE = Text("依据", "Basis"), Text("从条款到核定", "From the clause to the award")
_INPUTS = Text("记在账上的数字", "Figures in the ledger")
_DECIDED = Text("经过哪些决定", "The decisions before it")
_DECISION_COLUMNS = Text("日期|事项|文件", "date|what|paper")
_CUT = {
    "paid_already_fen": Text("扣除同一事项已核定", "less what was awarded for the same"),
    "over_limit_fen": Text("超过限额", "above the limit"),
    "over_budget_fen": Text("预算不足", "beyond the budget"),
}
_BY_CLAUSE, _STORY = (
    Text("按条款计算", "by the clause"),
    Text("申报 {claim} 的经过", "The story of claim {claim}"),
)
_STORY_COLUMNS = Text("日期|事项|金额（元）|依据", "date|what happened|amount (yuan)|under")
_PAID = Text("共拨付 {fen}（已扣除退回）。", "{fen} paid in all, refunds taken off.")
_STAGE = Text("第{stage}期", "stage {stage}")
_FULL = Text("申报 {claim} 已拨付 {fen}，没有被减少。", "{fen} paid on claim {claim}, nothing withheld.")
_PART = Text("申报 {claim} 已拨付 {fen}，以下部分没有支付。", "{fen} paid on claim {claim}; not paid:")
_NONE = Text("申报 {claim} 没有支付。", "Nothing paid on claim {claim}.")
_WITHHELD = Text("涉及 {fen}", "{fen} not paid")


def entry_page(found: ClaimExplanation, lang: Lang) -> Document:
    """One entry explained."""
    blocks: list[Block] = [Heading(_ENTRY.say(lang).format(id=found.id), level=1)]
    blocks.append(Paragraph(f"{found.on}  {show_money(found.amount_fen, lang)}"))
    rows = tuple((label(account).say(lang), show_money(fen, lang)) for account, fen in found.postings)
    blocks += [
        Heading(_MOVES.say(lang)),
        Table(tuple(_MOVE_COLUMNS.say(lang).split("|")), rows, frozenset({1})),
    ]
    blocks += [Heading(_BASIS.say(lang)), *clause_lines(found.clause, lang)]
    if found.evaluation is not None:
        # The page of the clause without its own title.
        blocks += evaluation_page(found.evaluation, {}, lang).blocks[1:]
    elif found.inputs:
        pairs = tuple((each.name.say(lang), each.value.say(lang)) for each in found.inputs)
        blocks += [Heading(_INPUTS.say(lang)), Table(("", ""), pairs, frozenset({1}))]
    return Document((*blocks, *_cuts(found, lang), *_decisions(found, lang)))


def _cuts(found: ClaimExplanation, lang: Lang) -> list[Block]:
    if not found.cuts:
        return []
    rows = [(_BY_CLAUSE.say(lang), show_money(found.by_clause_fen, lang))]
    rows += [(_CUT[name].say(lang), f"-{show_money(fen, lang)}") for name, fen in found.cuts]
    return [Heading(_MADE.say(lang)), Table(("", ""), tuple(rows), frozenset({1}))]


def _decisions(found: ClaimExplanation, lang: Lang) -> list[Block]:
    records = [*found.decisions, *([found.event] if found.event else [])]
    rows = tuple(
        (each.on, OF_TYPE[each.type].say(lang), _papers(each, lang))
        for each in records
        if each.type in OF_TYPE
    )
    if not rows:
        return []
    return [Heading(_DECIDED.say(lang)), Table(tuple(_DECISION_COLUMNS.say(lang).split("|")), rows)]


def _papers(record: Record, lang: Lang) -> str:
    papers = record.fields.get("documents", ())
    return ", ".join(f"{PAPER[kind].say(lang)} {number}" for kind, number in papers)


def clause_lines(clause: Cited, lang: Lang) -> list[Block]:
    """Paper, article and title of a clause, then what it says in our own words."""
    head = " ".join(
        part
        for part in (clause.paper.say(lang), article(clause.article, lang), clause.title.say(lang))
        if part
    )
    gist = clause.gist.say(lang)
    return [Paragraph(head), *([Paragraph(gist)] if gist else [])]


def story_page(claim: str, lines: list[StoryLine], lang: Lang) -> Document:
    """A claim's life on one page."""
    rows = tuple(_row(line, lang) for line in lines)
    paid = show_money(total_paid(lines), lang)
    blocks: list[Block] = [
        Heading(_STORY.say(lang).format(claim=claim), level=1),
        Table(tuple(_STORY_COLUMNS.say(lang).split("|")), rows, frozenset({2})),
        Paragraph(_PAID.say(lang).format(fen=paid)),
    ]
    return Document(tuple(blocks))


def _row(line: StoryLine, lang: Lang) -> tuple[str, ...]:
    what = line.what.say(lang)
    if line.stage:
        what = f"{_STAGE.say(lang).format(stage=line.stage)} {what}"
    if line.because:
        what += f"（{line.because.zh}）" if lang == "zh" else f" ({line.because.en})"
    told = "\n".join([what, *(f"{PAPER[kind].say(lang)} {number}" for kind, number in line.papers)])
    cited = f"{article(line.clause.article, lang)} {line.clause.title.say(lang)}" if line.clause else ""
    return line.on, told, yuan(line.amount_fen) if line.amount_fen else "", cited


def why_not_page(found: ClaimWhyNot, lang: Lang) -> Document:
    """Why a claim was not paid, one thing after the other."""
    template = (_PART if found.paid_fen else _NONE) if found.obstacles else _FULL
    head = template.say(lang).format(claim=found.claim, fen=show_money(found.paid_fen, lang))
    blocks: list[Block] = [Paragraph(head, strong=bool(found.obstacles))]
    for each in found.obstacles:
        blocks += _obstacle(each, lang)
    return Document(tuple(blocks))


def _obstacle(found: Obstacle, lang: Lang) -> list[Block]:
    comma, colon = ("，", "：") if lang == "zh" else (", ", ": ")
    parts = [found.reason.say(lang)]
    if found.withheld_fen:
        parts.append(_WITHHELD.say(lang).format(fen=show_money(found.withheld_fen, lang)))
    head = f"{found.on} {found.what.say(lang)}{colon}{comma.join(parts)} ({found.event})"
    details = [Paragraph(each.say(lang)) for each in found.details]
    return [Heading(head), *details, *clause_lines(found.clause, lang)]

"""One case under one clause on a page, from its plain form (escrow.clauses.words)."""

from collections.abc import Iterator, Mapping
from typing import Any

from escrow.clauses import Clause, Evaluation
from escrow.clauses.display import shown
from escrow.clauses.standing import Standing
from escrow.programmes.words import EVENTS, PAYERS, PER, SHORT
from ledger.money import show_money
from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph, Table

Plain = Mapping[str, Any]

_DRAFT = Text("草案：尚未生效，结果仅供比较。", "Draft: not in force, for comparison only.")
_HYPOTHETICAL = Text(
    "假设情形：参数已改动，不是原文。", "Hypothetical: a number of the text has been changed."
)
_NOT_IN_FORCE = Text("{on} 不在有效期内，金额为零。", "Not in force on {on}: the amount is zero.")
_RESULT = Text("结果", "Result")
_FACTS = Text("案例", "The case")
_CONDITIONS = Text("条件", "Conditions")
_CONDITION_COLUMNS = Text("满足|条件|差多少", "holds|condition|missing")
_STEPS = Text("计算", "Working")
_STEP_COLUMNS = Text("步|做法", "step|what is done")
_ASSUMED = Text("未填写、按默认的事实", "Facts not stated, taken by default")
_READINGS = Text("原文未定、所取的读法", "Readings where the text is open")
_PARAMETERS = Text("所用数字", "Numbers of the clause")
_STAGES = Text("分期", "Stages")
_STAGE_COLUMNS = Text("事项|几年后|金额", "event|years later|amount")
_PAYERS = Text("出资", "Who pays")
_LIMITS = Text("额度", "Pools")
_LIMIT_COLUMNS = Text("额度|范围|上限|已用|不足时", "pool|per|cap|used|when short")
_YIELDS = Text("以下条款适用时，本条不付：{clauses}", "Pays nothing where one of these applies: {clauses}")
_ADDS = Text("可与以下条款叠加：{clauses}", "May be added to: {clauses}")
_RANKED = Text("同一事项的其他条款", "Other clauses for the same")
_RANKED_COLUMNS = Text("条款|名称|金额|怎样排序|依据", "clause|title|amount|how they rank|by")
_CONFLICTS = Text("冲突：都适用，原文未说谁优先", "Conflict: both apply and no text says which goes first")
_NOT_KNOWN = Text(
    "案例未写明，不知是否适用：{clauses}", "The case does not say whether these apply: {clauses}"
)
_NOT_ASKED = Text("本条款用不到：{facts}", "Not asked for by the clause: {facts}")
_LISTED = Text("、", ", ")
_NOT_COMPUTED = Text("不计算的部分：{what}", "Not computed: {what}")
_ASSUMPTION = Text("（假设，原文未给）", "(assumed, not in the text)")
_GIVEN = Text("（改动）", "(changed)")
_LABELS = {
    "amount": Text("金额", "amount"),
    "value": Text("数值", "value"),
    "said": Text("结论", "outcome"),
    "would_be": Text("若条件全部满足", "had every condition held"),
    "citation": Text("依据", "under"),
    "on": Text("日期", "on"),
}


def evaluation_page(
    result: Evaluation, facts: Mapping[str, str], lang: Lang, standing: Standing | None = None
) -> Document:
    """The answer first, then the case, the conditions, each step, and what was taken for granted."""
    data, names = result.plain(lang), Names(result.clause, lang)
    blocks: list[Block] = [Heading(f"{result.clause.row.title.say(lang)} ({data['id']})", level=1)]
    blocks += [*_stamps(data, lang), *_pairs(_RESULT, dict(_result(data, lang)), lang)]
    blocks += _pairs(_FACTS, facts, lang)
    blocks += _conditions(data, lang)
    blocks += _steps(data, lang)
    blocks += _pairs(_PARAMETERS, names.parameters(result), lang)
    blocks += _pairs(_READINGS, names.readings(data["readings"]), lang)
    blocks += _pairs(_ASSUMED, names.facts(data["assumed"]), lang)
    blocks += [*_limits(data, lang), *_paid(data, lang), *_notes(result.clause, lang)]
    blocks += _standing(standing.plain(lang), lang) if standing else []
    return Document((*blocks, *_in_vain(data, names, lang)))


def _standing(data: Plain, lang: Lang) -> Iterator[Block]:
    """The other clauses of the matter: which goes first, which conflict, which are not known."""
    for heading, key in ((_RANKED, "ranked"), (_CONFLICTS, "conflicts")):
        rows = tuple(
            (each["clause"], each["title"], show_money(each["amount_fen"], lang), *_ranking(each))
            for each in data[key]
        )
        if rows:
            columns = tuple(_RANKED_COLUMNS.say(lang).split("|"))[: len(rows[0])]
            yield from (Heading(heading.say(lang)), Table(columns, rows, frozenset({2})))
    if data["not_known"]:
        clauses = ", ".join(each["clause"] for each in data["not_known"])
        yield Paragraph(_NOT_KNOWN.say(lang).format(clauses=clauses))


def _ranking(beside: Plain) -> tuple[str, ...]:
    return (beside["means"], beside["by"] or "") if "how" in beside else ()


def _in_vain(data: Plain, names: "Names", lang: Lang) -> Iterator[Block]:
    """Facts that were stated although the clause does not ask for them."""
    if data["not_asked"]:
        titles = (_LISTED.say(lang)).join(names.fact(name) for name in data["not_asked"])
        yield Paragraph(_NOT_ASKED.say(lang).format(facts=titles))


def _notes(clause: Clause, lang: Lang) -> Iterator[Block]:
    """What the reader has to know beside the amount: other clauses, and what is not computed."""
    for names, text in ((clause.row.yields_to, _YIELDS), (clause.row.adds_to, _ADDS)):
        if names:
            yield Paragraph(text.say(lang).format(clauses=", ".join(names)))
    if clause.row.not_computed:
        yield Paragraph(_NOT_COMPUTED.say(lang).format(what=clause.row.not_computed.say(lang)))


class Names:
    """What the names of a clause are called for a reader."""

    def __init__(self, clause: Clause, lang: Lang) -> None:
        self.clause, self.lang = clause, lang

    def fact(self, name: str) -> str:
        """A fact by its title and id."""
        return f"{self.clause.facts[name].title.say(self.lang)} ({name})"

    def facts(self, values: Plain) -> dict[str, str]:
        """Facts by their titles."""
        return {self.clause.facts[name].title.say(self.lang): cell(value) for name, value in values.items()}

    def parameters(self, result: Evaluation) -> dict[str, str]:
        """Every number of the clause as it held on the day or was given, by its title; assumptions marked."""
        given = dict(result.parameters)
        found = {}
        for name, each in self.clause.parameters.items():
            said = shown(given.get(name, each.at(result.on).value), each.row.unit, self.lang)
            mark = _GIVEN if name in given else _ASSUMPTION if each.row.open else None
            found[each.row.title.say(self.lang)] = f"{said} {mark.say(self.lang)}" if mark else said
        return found

    def readings(self, values: Plain) -> dict[str, str]:
        """Readings by their titles, each option with what it means."""
        rows = self.clause.row.readings
        return {
            rows[name].title.say(self.lang): f"{option}: {rows[name].options[option].say(self.lang)}"
            for name, option in values.items()
        }


def _stamps(data: Plain, lang: Lang) -> Iterator[Block]:
    for holds, text in (
        (data["draft"], _DRAFT),
        (data["hypothetical"], _HYPOTHETICAL),
        (not data["in_term"], _NOT_IN_FORCE),
    ):
        if holds:
            yield Paragraph(text.say(lang).format(on=data["on"]), strong=True)


def _result(data: Plain, lang: Lang) -> Iterator[tuple[str, str]]:
    if data["amount_fen"] is not None:
        yield _LABELS["amount"].say(lang), show_money(data["amount_fen"], lang)
    elif data["value"] is not None:
        yield _LABELS["value"].say(lang), cell(data["value"])
    if data["said"]:
        yield _LABELS["said"].say(lang), data["said"]
    if data["would_be"] is not None:
        yield _LABELS["would_be"].say(lang), _would_be(data, lang)
    cited = data["citation"]
    parts = (cited["document"], cited["number"] or "", cited["article"])
    yield _LABELS["citation"].say(lang), " ".join(part for part in parts if part)
    yield _LABELS["on"].say(lang), data["on"]


def _would_be(data: Plain, lang: Lang) -> str:
    value = data["would_be"]
    return show_money(value, lang) if data["unit"] == "money" and isinstance(value, int) else cell(value)


def cell(value: Any) -> str:
    """A value for a table."""
    if isinstance(value, list | tuple):
        return ", ".join(cell(each) for each in value)
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return str(value)


def _pairs(heading: Text, pairs: Mapping[str, str], lang: Lang) -> list[Block]:
    if not pairs:
        return []
    return [Heading(heading.say(lang)), Table(("", ""), tuple(pairs.items()))]


def _conditions(data: Plain, lang: Lang) -> list[Block]:
    """Every condition with its mark; those that fail say what is missing, in money where it can be."""
    lacking = {each["why"]: each["missing"] or "" for each in data["failed"]}
    rows = [each["text"].partition(" ") for each in data["workings"] if each["step"] == "when"]
    named = {why for _, _, why in rows}
    cells = [(mark, why, lacking.get(why, "")) for mark, _, why in rows]
    cells += [("✗", why, missing) for why, missing in lacking.items() if why not in named]
    if not cells:
        return []
    columns = tuple(_CONDITION_COLUMNS.say(lang).split("|"))
    return [Heading(_CONDITIONS.say(lang)), Table(columns, tuple(cells))]


def _steps(data: Plain, lang: Lang) -> list[Block]:
    texts = [each["text"] for each in data["workings"] if each["step"] != "when"]
    if not texts:
        return []
    rows = tuple((str(number), text) for number, text in enumerate(texts, start=1))
    return [Heading(_STEPS.say(lang)), Table(tuple(_STEP_COLUMNS.say(lang).split("|")), rows)]


def _limits(data: Plain, lang: Lang) -> list[Block]:
    rows = tuple(
        (
            each["title"],
            _LISTED.say(lang).join(_word(PER, name, lang) for name in each["per"]),
            show_money(each["cap_fen"], lang),
            show_money(each["used_fen"], lang),
            SHORT[each["short"]].say(lang),
        )
        for each in data["limits"]
    )
    if not rows:
        return []
    columns = tuple(_LIMIT_COLUMNS.say(lang).split("|"))
    return [Heading(_LIMITS.say(lang)), Table(columns, rows, frozenset({2, 3}))]


def _paid(data: Plain, lang: Lang) -> list[Block]:
    blocks: list[Block] = []
    if data["stages"]:
        rows = tuple(
            (
                _word(EVENTS, each["event"], lang),
                str(each["after_years"]),
                show_money(each["amount_fen"], lang),
            )
            for each in data["stages"]
        )
        columns = tuple(_STAGE_COLUMNS.say(lang).split("|"))
        blocks += [Heading(_STAGES.say(lang)), Table(columns, rows, frozenset({1, 2}))]
    if data["payers"] and data["amount_fen"]:
        paid = tuple(
            (_word(PAYERS, name, lang), show_money(fen, lang)) for name, fen in data["payers"].items()
        )
        blocks += [Heading(_PAYERS.say(lang)), Table(("", ""), paid, frozenset({1}))]
    return blocks


def _word(words: Mapping[str, Text], code: str, lang: Lang) -> str:
    """What a code is called; a code of a user's own paper as it is."""
    return words[code].say(lang) if code in words else code

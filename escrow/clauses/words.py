"""An evaluation in words a clerk accepts, in Chinese and English; made on display, never stored."""

from datetime import date
from fractions import Fraction
from typing import Any

from escrow.clauses import notes
from escrow.clauses.build import PLACE, STEPS
from escrow.clauses.display import article, shown
from escrow.clauses.facts import shown_raw
from escrow.clauses.formula import Formula
from escrow.clauses.result import Evaluation, Failed, Shortfall, Working
from ledger.text import Lang, Text

_STEPS = {
    "rate": Text("乘以 {operand}：{before} → {after}", "times {operand}: {before} -> {after}"),
    "minus": Text("扣除 {operand}：{before} → {after}", "less {operand}: {before} -> {after}"),
    "top_up": Text("补足差额，已付 {operand}：{before} → {after}",
                   "topped up, {operand} already paid: {before} -> {after}"),
    "at_least": Text("不低于 {operand}：{before} → {after}", "at least {operand}: {before} -> {after}"),
    "zero_below": Text("低于 {operand} 不予资助：{before} → {after}",
                       "nothing below {operand}: {before} -> {after}"),
    "cap": Text("上限 {operand}：{before} → {after}", "capped at {operand}: {before} -> {after}"),
    "round": Text("取整到 {operand}：{before} → {after}", "rounded to {operand}: {before} -> {after}"),
    "total_cap": Text("合计上限 {operand}：{before} → {after}",
                      "total capped at {operand}: {before} -> {after}"),
    "fen": Text("四舍五入到分：{before} → {after}", "rounded to the fen: {before} -> {after}"),
    "amount": Text("计算：{source} = {after}", "computed: {source} = {after}"),
    "skipped": Text("此步不适用：{source}", "this step does not apply: {source}"),
    "undefined": Text("基数为零或未填，无法计算，按 0 计", "the base is zero or not stated: counted as 0"),
    "score": Text("评分 {after}", "score {after}"),
    "limit": Text("额度 {pool}：{before} → {after}（上限 {cap}，已用 {used}）",
                  "pool {pool}: {before} -> {after} (cap {cap}, used {used})"),
    "when": Text("{mark} {why}", "{mark} {why}"),
}  # fmt: skip
_NOT_BITING = Text("{said}（未触及）", "{said} (not reached)")
_BECAUSE = Text("{said}（{why}）", "{said} ({why})")
_TITLED = Text("{title} {value}", "{title} {value}")
_SINCE = Text("{title}（{day}起）", "{title} (since {day})")
_UNNAMED = Text(
    "{title}“{stated}”不在本条款所列之中，本条款列有：{known}",
    "{title}: the clause does not name {stated}; it names {known}",
)
_MISSING = {
    "money": Text("差 {amount}", "{amount} missing"),
    "usd": Text("差 {amount}", "{amount} missing"),
    "days": Text("差 {amount} 天", "{amount} day(s) missing"),
    "number": Text("差 {amount}", "{amount} missing"),
    "ratio": Text("差 {amount}", "{amount} missing"),
}


def missing_words(missing: Shortfall | None, lang: Lang) -> str | None:
    """`差 0.01元`; None when nothing can be measured."""
    if missing is None:
        return None
    base = {"days": "number"}.get(missing.kind, missing.kind)
    return _MISSING[missing.kind].say(lang).format(amount=shown(missing.amount, base, lang))


def working_words(result: Evaluation, working: Working, lang: Lang) -> str:
    """One working as a sentence."""
    row, base = result.clause.row, result.clause.row.yields
    operand = "ratio" if working.step == "rate" else base
    text = {
        "before": _said(working.before, base, lang),
        "after": _said(working.after, "number" if working.step == "score" else base, lang),
        "operand": _operand(result, working, operand, lang),
        "source": source_of(result, working, lang),
    }
    if working.step == "when":
        text |= {"mark": "✓" if working.after else "✗", "why": row.when[working.index].why.say(lang)}
    elif working.step == "limit":
        cap, used = working.operand
        text |= {
            "pool": pool_title(result, working.index, lang),
            "cap": shown(cap, base, lang),
            "used": shown(used, base, lang),
        }
    said = _STEPS[working.step].say(lang).format(**text)
    if working.step in ("cap", "limit", "total_cap", "at_least") and working.before == working.after:
        said = _NOT_BITING.say(lang).format(said=said)
    why = row.steps[working.index].why if working.step in STEPS else None
    return _BECAUSE.say(lang).format(said=said, why=why.say(lang)) if why else said


def _said(value: Any, base: str, lang: Lang) -> str:
    return "" if value is None or isinstance(value, tuple) else shown(value, base, lang)


def _operand(result: Evaluation, working: Working, base: str, lang: Lang) -> str:
    """What a step worked with, by its title where it is a parameter or a fact."""
    value = _said(working.operand, base, lang)
    if working.step not in ("rate", "minus", "top_up", "at_least", "zero_below", "cap"):
        return value
    title = title_of(result, str(getattr(result.clause.row.steps[working.index], working.step)), lang)
    return _TITLED.say(lang).format(title=title, value=value) if title else value


def title_of(result: Evaluation, name: str, lang: Lang) -> str:
    """The title of a parameter, reading or fact; empty for anything else."""
    row = result.clause.row
    if name in row.parameters:
        return row.parameters[name].title.say(lang)
    if name in row.readings:
        return row.readings[name].title.say(lang)
    if name not in result.clause.facts:
        return ""
    title, since = result.clause.facts[name].title.say(lang), notes.dated(result).get(name)
    return title if since is None else _SINCE.say(lang).format(title=title, day=shown(since, "date"))


def pool_title(result: Evaluation, at: int, lang: Lang) -> str:
    """What a pool is called: its own title, or the clause's, which it then serves alone."""
    row = result.clause.row
    return (row.limits[at].title or row.title).say(lang)


def source_of(result: Evaluation, working: Working, lang: Lang) -> str:
    """The formula of the amount, or the condition of a step that was passed over, as this case met it."""
    clause = result.clause
    options = {name: reading.options for name, reading in clause.row.readings.items()}
    formula = Formula(result.names, lambda name: title_of(result, name, lang), options, lang)
    if working.step == "skipped":
        test = clause.trees.steps[working.index].test
        return "" if test is None else formula.say(test)
    amount = clause.trees.amount
    return "" if working.step != "amount" or amount is None else formula.say(amount)


def said(result: Evaluation, lang: Lang) -> str:
    """The outcome's sentence with its values in place."""
    index = next(
        (i for i, each in enumerate(result.clause.row.outcomes) if each.code == result.outcome), None
    )
    if index is None:
        return ""
    values, trees = dict(result.shown), result.clause.trees.outcomes[index].show

    def filled(place: Any) -> str:
        return shown(values[place[1]], trees[place[1]].kind.base, lang)

    return PLACE.sub(filled, result.clause.row.outcomes[index].say.say(lang))


def plain(result: Evaluation, lang: Lang) -> dict[str, Any]:
    """The evaluation as JSON-able data."""
    clause, facts = result.clause, result.clause.facts
    return {
        "id": clause.id,
        "on": date.fromordinal(result.on).isoformat(),
        "amount_fen": result.amount_fen,
        "value": shown_raw(result.value, clause.row.yields) if clause.row.yields != "money" else None,
        "unit": result.unit,
        "outcome": result.outcome,
        "said": said(result, lang),
        "citation": {
            "document": clause.paper.title.say(lang),
            "number": clause.paper.number,
            "article": article(clause.row.article, lang),
            "clause": clause.id,
        },
        "workings": [
            *(_working(result, each, lang) for each in result.workings),
            *(_unnamed(result, each, lang) for each in notes.unnamed(result)),
        ],
        "failed": [_failed(each, lang) for each in result.failed],
        "would_be": None if result.would_be is None else shown_raw_exact(result.would_be, clause.row.yields),
        "not_asked": list(notes.not_asked(result)),
        "dated": {name: shown_raw(since, "date") for name, since in notes.dated(result).items()},
        "assumed": {name: shown_raw(value, facts[name].kind.base) for name, value in result.assumed},
        "readings": dict(result.readings),
        "open": sorted(name for name, each in clause.row.parameters.items() if each.open),
        "yields_to": list(clause.row.yields_to),
        "not_computed": clause.row.not_computed.say(lang) if clause.row.not_computed else None,
        "parameters": {
            name: shown_raw(value, clause.row.parameters[name].unit) for name, value in result.parameters
        },
        "stages": [{"event": e, "after_years": y, "amount_fen": fen} for e, y, fen in result.stages],
        "payers": dict(result.payers),
        "limits": [
            each._asdict() | {"per": list(each.per), "title": pool_title(result, at, lang)}
            for at, each in enumerate(result.limits)
        ],
        "draft": result.draft,
        "in_term": result.in_force,
        "in_force": result.in_force and not result.draft,
        "hypothetical": result.hypothetical,
    }


def shown_raw_exact(value: Any, base: str) -> Any:
    """A value as a whole number where it is one, else as an exact fraction in text."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    return shown_raw(value, base) if base == "date" else value


def _working(result: Evaluation, working: Working, lang: Lang) -> dict[str, Any]:
    base = result.clause.row.yields
    return {
        "step": working.step,
        "text": working_words(result, working, lang),
        "value": shown_raw_exact(working.after, base if working.step != "when" else "bool"),
    }


def _unnamed(result: Evaluation, found: notes.Unnamed, lang: Lang) -> dict[str, Any]:
    texts = {
        "title": title_of(result, found.fact, lang),
        "stated": shown(found.stated, "text", lang),
        "known": shown(found.known, "text", lang),
    }
    return {"step": "unnamed", "text": _UNNAMED.say(lang).format(**texts), "value": list(found.stated)}


def _failed(failed: Failed, lang: Lang) -> dict[str, Any]:
    return {
        "test": failed.test,
        "why": failed.why.say(lang),
        "missing": missing_words(failed.missing, lang),
        "missing_fen": failed.missing_fen,
    }

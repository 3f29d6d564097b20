"""A policy as plain data for people: lists, clauses, parameters, readings, presets, in one language.

Every function returns dicts, lists, text, integers and bools only, ready for a table or for JSON.
"""

from collections.abc import Callable
from typing import Any

from escrow.catalogue.load import load_policy, policy_names
from escrow.catalogue.policy import Dated, OpenPoint, Parameter, ParameterValue, Point, Policy, Reading
from escrow.catalogue.problems import UnknownName
from escrow.catalogue.schema import Clause
from escrow.catalogue.typed import written_value
from ledger.text import Lang, Text

Plain = dict[str, Any]

QUALITY = {
    "text": Text("文件写明", "printed in the text"),
    "A": Text("官方文件或统计", "official text or statistic"),
    "B": Text("新闻报道", "press or official news"),
    "C": Text("研究或转述", "study or second-hand"),
    "K": Text("假设：一般知识，引用前须核对", "assumption: general knowledge, check before quoting"),
    "J": Text("假设：判断，无公开数据", "assumption: judgement, no public figure"),
}


class NotInPolicy(UnknownName):
    """A name that is no clause, parameter, reading or preset of the policy."""

    message = Text("政策 {policy} 里没有“{name}”", "policy {policy} has nothing called {name!r}")


def policies(lang: Lang) -> list[Plain]:
    """One row for each built-in policy, for `policy list`."""
    return [_row(load_policy(name), lang) for name in policy_names()]


def _row(policy: Policy, lang: Lang) -> Plain:
    return {
        "id": policy.id,
        "title": policy.title.say(lang),
        "from": policy.valid_from.isoformat(),
        "to": policy.valid_to.isoformat() if policy.valid_to else "none",
        "clauses": len(policy.clauses),
        "parameters": len(policy.parameters),
        "open_points": len(policy.points),
        "presets": list(policy.presets),
        "digest": policy.digest,
    }


def overview(policy: Policy, lang: Lang) -> Plain:
    """The whole policy in short rows, for `policy show` without a name."""
    return {
        **_row(policy, lang),
        "documents": [
            {"id": key, "title": each.title.say(lang), "issuer": each.issuer.say(lang)}
            for key, each in policy.documents.items()
        ],
        "clauses": [
            {"id": each.id, "article": each.article, "kind": each.kind, "title": each.title.say(lang)}
            for each in policy.clauses.values()
        ],
        "parameters": [
            {
                "id": each.id,
                "value": _at_start(policy, each),
                "unit": each.unit,
                "title": each.title.say(lang),
                "quality": each.quality,
            }
            for each in policy.parameters.values()
        ],
        "open_points": [_short(policy, each, lang) for each in policy.points],
        "presets": [preset(policy, name, lang) for name in policy.presets],
    }


def _short(policy: Policy, point: Point, lang: Lang) -> Plain:
    return {
        "n": point.n,
        "id": point.id,
        "kind": point.kind,
        "title": point.title.say(lang),
        "default": _default(policy, point, lang),
    }


def _default(policy: Policy, point: Point, lang: Lang) -> str:
    if isinstance(point, Reading):
        return point.default
    if point.kind == "fact":
        return point.means.say(lang)
    return _at_start(policy, policy.parameters[point.id])


def _at_start(policy: Policy, parameter: Parameter) -> str:
    return _written(parameter, parameter.value_on(policy.valid_from))


def has_item(policy: Policy, name: str) -> bool:
    """Whether `show` knows that name."""
    points = {each.id for each in policy.points}
    return name in policy.clauses or name in policy.parameters or name in policy.presets or name in points


def show(policy: Policy, name: str, lang: Lang) -> list[Plain]:
    """Everything of that name: clause, open point, parameter, preset; NotInPolicy, with hints, otherwise.

    An open point answered by a parameter gives two items, the point first.
    """
    finders: tuple[tuple[set[str], Callable[[Policy, str, Lang], Plain]], ...] = (
        (set(policy.clauses), clause),
        ({each.id for each in policy.points}, point),
        (set(policy.parameters), parameter),
        (set(policy.presets), preset),
    )
    found = [describe(policy, name, lang) for names, describe in finders if name in names]
    if not found:
        known = sorted({each for names, _ in finders for each in names})
        raise NotInPolicy(policy=policy.id, name=name, known=known)
    return found


def clause(policy: Policy, name: str, lang: Lang) -> Plain:
    """One clause with its document, gist, parameters and open points."""
    found: Clause = policy.clauses[name]
    return {
        "what": "clause",
        "id": found.id,
        "title": found.title.say(lang),
        "document": policy.documents[found.document].title.say(lang),
        "article": found.article,
        "kind": found.kind,
        "gist": found.gist.say(lang),
        "parameters": [
            {"id": each, "value": _at_start(policy, policy.parameters[each])} for each in found.parameters
        ],
        "open_points": [each.id for each in policy.points if each.clause == name],
    }


def parameter(policy: Policy, name: str, lang: Lang) -> Plain:
    """One parameter with its dated values, citations, quality and source."""
    found = policy.parameters[name]
    return {
        "what": "parameter",
        "id": found.id,
        "title": found.title.say(lang),
        "unit": found.unit,
        "clause": found.clause,
        "values": [_dated(policy, found, each, lang) for each in found.values],
        "columns": [
            {"id": key, "unit": each.unit, "title": each.title.say(lang), "options": list(each.options)}
            for key, each in found.fields.items()
        ],
        "quality": found.quality,
        "quality_means": QUALITY[found.quality].say(lang),
        "source": _source(policy, found.source, lang),
        "not_below": found.not_below or "",
        "phrases": list(found.phrases),
    }


def _dated(policy: Policy, parameter: Parameter, dated: Dated, lang: Lang) -> Plain:
    return {
        "from": dated.from_.isoformat(),
        "value": _written(parameter, dated.value),
        "cite": _source(policy, dated.cite, lang),
    }


def _source(policy: Policy, name: str, lang: Lang) -> str:
    """A clause as document and article; a source by its title."""
    found = policy.clauses.get(name)
    if found is None:
        return policy.sources[name].title.say(lang)
    return f"{policy.documents[found.document].title.say(lang)} {found.article}"


def _written(parameter: Parameter, value: ParameterValue) -> str:
    return written_value(value, parameter.unit, parameter.fields)


def point(policy: Policy, name: str, lang: Lang) -> Plain:
    """One open point: its options, or what answers it, with the reason and what each preset says."""
    found = next(each for each in policy.points if each.id == name)
    base = {
        "what": "reading" if isinstance(found, Reading) else found.kind,
        "n": found.n,
        "id": found.id,
        "title": found.title.say(lang),
        "clause": found.clause,
        "default": _default(policy, found, lang),
        "why": found.why.say(lang),
        "presets": {key: answers[name] for key, answers in policy.presets.items() if name in answers},
    }
    return {**base, **(_answered(found, lang) if isinstance(found, OpenPoint) else _options(found, lang))}


def _answered(point: OpenPoint, lang: Lang) -> Plain:
    return {"means": point.means.say(lang), "otherwise": point.otherwise.say(lang), "where": point.where}


def _options(reading: Reading, lang: Lang) -> Plain:
    return {
        "options": [
            {
                "id": key,
                "means": each.means.say(lang),
                "default": key == reading.default,
                "moves_money": each.moves_money,
                "works": each.works,
                "why_not": each.why_not.say(lang) if each.why_not else "",
            }
            for key, each in reading.options.items()
        ]
    }


def preset(policy: Policy, name: str, lang: Lang) -> Plain:
    """One preset: each answer that it gives, with what the answer means."""
    points = {each.id: each for each in policy.points}
    return {
        "what": "preset",
        "id": name,
        "answers": [
            {"id": key, "answer": answer, "means": _means(policy, points[key], answer, lang)}
            for key, answer in policy.presets[name].items()
        ],
    }


def _means(policy: Policy, point: Point, answer: str, lang: Lang) -> str:
    if isinstance(point, Reading):
        return point.options[answer].means.say(lang)
    parameter = policy.parameters[point.id]
    return _written(parameter, parameter.phrases[answer])

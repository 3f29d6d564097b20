"""What a name means to `policy show`: a scheme, a paper, a clause, a parameter, a reading or a fact."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from escrow.catalogue import DEFAULT, Policy, load_policy, policy_names
from escrow.catalogue import describe as scheme
from escrow.catalogue.problems import UnknownName
from escrow.clauses import Catalogue, Clause
from escrow.programmes import describe
from ledger.text import Lang, Text

Plain = dict[str, Any]
Open = Callable[[], Catalogue]


class NothingOfThatName(UnknownName):
    """Neither scheme, paper, clause, parameter, reading nor fact."""

    message = Text(
        "没有叫“{name}”的政策、条款、参数、读法或事实",
        "there is no paper, clause, parameter, reading or fact called {name!r}",
    )
    otherwise = Text("有哪些，见 anxinbao policy list", "see what there is: anxinbao policy list")


def look_up(catalogue: Open, name: str | None, item: str | None, lang: Lang) -> Plain | list[Plain]:
    """A scheme or a paper as a whole, or the list of what bears that name; raises NothingOfThatName.

    The catalogue is opened only where the name is not a scheme's.
    """
    if name is None or name in policy_names() or Path(name).suffix in (".yaml", ".yml"):
        return _of_scheme(load_policy(name or DEFAULT), item, lang)
    found = catalogue()
    if item is None:
        return _alone(found, name, lang)
    clauses = [each for each in found.clauses.values() if name in (each.id, each.paper.id)]
    items = [each for each in _items(found, clauses, item, lang) if each["what"] != "fact"]
    if not clauses or not items:
        raise _unknown(found, item if clauses else name)
    return items


def preset(name: str | None, chosen: str, lang: Lang) -> Plain:
    """A scheme's preset: its answers, and every reading as it resolves them."""
    known = name is None or name in policy_names() or Path(name).suffix in (".yaml", ".yml")
    policy = load_policy(name if known and name else DEFAULT)
    resolved = policy.resolve(chosen)
    answers = scheme.preset(policy, chosen, lang)
    return {**answers, "readings": dict(resolved.readings), "digest": resolved.digest}


def _of_scheme(policy: Policy, item: str | None, lang: Lang) -> Plain | list[Plain]:
    return scheme.show(policy, item, lang) if item else scheme.overview(policy, lang)


def _alone(catalogue: Catalogue, name: str, lang: Lang) -> Plain | list[Plain]:
    """One name: a paper, else a clause, else an item of the scheme, else whatever bears it."""
    if name in catalogue.papers:
        return describe.paper(catalogue, catalogue.papers[name], lang)
    policy = load_policy(DEFAULT)
    if name not in catalogue.clauses and scheme.has_item(policy, name):
        return scheme.show(policy, name, lang)
    items = list(_items(catalogue, list(catalogue.clauses.values()), name, lang))
    if not items:
        raise _unknown(catalogue, name)
    return items


def _items(catalogue: Catalogue, clauses: list[Clause], name: str, lang: Lang) -> Iterator[Plain]:
    for clause in clauses:
        if clause.id == name:
            yield {**describe.clause(catalogue, clause, lang), "open_points": _open_points(name)}
        if name in clause.parameters:
            yield describe.parameter(clause.parameters[name], lang, clause=clause.id)
        if name in clause.row.readings:
            yield describe.reading(clause, name, lang)
    if name in catalogue.facts:
        yield {"what": "fact", **describe.fact(catalogue, name, lang)}


def _open_points(clause: str) -> list[str]:
    """The points the scheme leaves open under a clause of its own."""
    return [point.id for point in load_policy(DEFAULT).points if point.clause == clause]


def _unknown(catalogue: Catalogue, name: str) -> NothingOfThatName:
    inside = (
        each for clause in catalogue.clauses.values() for each in (*clause.parameters, *clause.row.readings)
    )
    known = [*policy_names(), *catalogue.papers, *catalogue.clauses, *dict.fromkeys(inside), *catalogue.facts]
    return NothingOfThatName(name=name, known=known)

"""What a reader should know beside the result: facts stated in vain, texts that no tier names, dates."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from escrow.clauses.environment import Environment
from escrow.clauses.tree import Node

if TYPE_CHECKING:
    from escrow.clauses.clause import Clause
    from escrow.clauses.result import Evaluation

_COMPARING = frozenset({"==", "among", "in"})
_ASKING = _COMPARING | {"pick"}


class Unnamed(NamedTuple):
    """A text that the case states and the clause does not know: the fact, the texts, those it knows."""

    fact: str
    stated: tuple[str, ...]
    known: tuple[str, ...]


def not_asked(result: "Evaluation") -> tuple[str, ...]:
    """Facts that the case states although the clause never asks for them."""
    env = result.names
    stated = env.given if isinstance(env, Environment) else {}
    return tuple(name for name in stated if name not in result.clause.facts_used)


def dated(result: "Evaluation") -> Mapping[str, int]:
    """The facts stated by dates that counted, each with the day since which its value holds."""
    return result.names.dated if isinstance(result.names, Environment) else {}


def unnamed(result: "Evaluation") -> tuple[Unnamed, ...]:
    """Texts of the case that no condition and no tier of the clause names, though it names others."""
    found = []
    for fact, known in known_texts(result.clause, result.names).items():
        value = result.names.get(fact)
        stated = value if isinstance(value, tuple) else (value,)
        strange = tuple(dict.fromkeys(each for each in stated if isinstance(each, str) and each not in known))
        if strange:
            found.append(Unnamed(fact, strange, known))
    return tuple(found)


def known_texts(clause: "Clause", names: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The texts that the clause names for each text fact; a fact it only excludes texts of is left out."""
    found: dict[str, dict[str, None]] = {}
    open_ended: set[str] = set()
    for tree in clause.trees.nodes():
        for node in tree.walk():
            if node.op == "!=" or (node.op == "not" and node.args[0].op in _COMPARING):
                open_ended |= node.names()
            elif node.op in _ASKING:
                facts, texts = _sides(clause, node, names)
                for fact in facts:
                    found.setdefault(fact, {}).update(dict.fromkeys(texts))
    return {fact: tuple(texts) for fact, texts in found.items() if texts and fact not in open_ended}


def _sides(clause: "Clause", node: Node, names: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The text facts that a node asks about, and the texts it asks for."""
    parts = (node.args[0], *node.args[1:-1:2]) if node.op == "pick" else node.args
    facts, texts = list[str](), list[str]()
    for part in parts:
        if part.kind.base == "text" and part.op == "name" and str(part.value) in clause.facts:
            facts.append(str(part.value))
        else:
            texts += _texts(part, names)
    return facts, texts


def _texts(node: Node, names: Mapping[str, Any]) -> Iterator[str]:
    """The texts a node holds: literals, and parameters that are texts."""
    for each in node.walk():
        value = each.value if each.op == "const" else names.get(each.value) if each.op == "name" else None
        yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str))

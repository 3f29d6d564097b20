"""Where a clause stands on a case: what other clauses of the matter do that day, and which goes first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from escrow.clauses.clause import Clause
from escrow.clauses.conflicts import one_place, ranking
from escrow.clauses.environment import Environment
from escrow.clauses.facts import ReadFacts
from escrow.clauses.problems import MissingFact, TooLarge, UnequalLists
from escrow.clauses.result import Evaluation
from ledger.text import Lang, Text

if TYPE_CHECKING:
    from escrow.clauses.catalogue import Catalogue

ALONE = "alone"
MEANS = {
    "yields_to": Text("{wins} 适用时另一条不付", "where {wins} applies the other does not pay"),
    "adds_to": Text("两条都付", "both are paid"),
    "replaces": Text("{wins} 取代另一条", "{wins} takes the place of the other"),
    "ranks": Text("{wins} 所在文件优先", "the paper of {wins} goes first"),
    "highest": Text("从高不重复：{wins}", "only the higher is paid: {wins}"),
    "equal": Text("从高不重复，两条金额相同，付其一", "only the higher is paid; both are equal: one is paid"),
    "top_up": Text("后付者补足差额", "the later one tops up the difference"),
    "sum": Text("合计不超过上限", "added up, to a ceiling"),
    "first": Text("先申报者先付", "the first to be claimed is paid"),
    ALONE: Text("本条不适用，只有 {wins} 适用", "this clause does not apply, {wins} does"),
}  # fmt: skip


class Beside(NamedTuple):
    """Another clause that applies: what it would pay, how the two rank, which wins (empty: none), by what."""

    clause: Clause
    amount_fen: int
    how: str = ""
    wins: str = ""
    by: str = ""

    def plain(self, lang: Lang) -> dict[str, Any]:
        """As JSON-able data."""
        said = {
            "clause": self.clause.id,
            "title": self.clause.row.title.say(lang),
            "amount_fen": self.amount_fen,
        }
        if not self.how:
            return said
        means = MEANS[self.how].say(lang).format(wins=self.wins)
        return {**said, "how": self.how, "means": means, "wins": self.wins or None, "by": self.by or None}


class Standing(NamedTuple):
    """The clauses beside one: ranked, in conflict, and those whose facts the case does not state."""

    ranked: tuple[Beside, ...]
    conflicts: tuple[Beside, ...]
    not_known: tuple[tuple[str, str], ...]

    def plain(self, lang: Lang) -> dict[str, Any]:
        """As JSON-able data."""
        return {
            "ranked": [each.plain(lang) for each in self.ranked],
            "conflicts": [each.plain(lang) for each in self.conflicts],
            "not_known": [{"clause": clause, "fact": fact} for clause, fact in self.not_known],
        }


def standing(catalogue: "Catalogue", result: Evaluation) -> Standing:
    """The clauses that pay for the same, on the facts and the day of the result."""
    facts = _facts(catalogue, result)
    beside, unknown = list[Beside](), list[tuple[str, str]]()
    for other in _others(catalogue, result):
        try:
            paid = catalogue.evaluate(other.id, facts, result.on)
        except MissingFact as missing:
            unknown.append((other.id, missing.facts["fact"]))
        except (UnequalLists, TooLarge):
            continue
        else:
            taken = _taken_for_granted(paid)
            if taken and not paid.failed:
                unknown.append((other.id, taken))
            elif paid.amount_fen:
                beside.append(_ranked(catalogue, result, paid))
    clashing = tuple(each for each in beside if not each.how)
    return Standing(tuple(each for each in beside if each.how), clashing, tuple(unknown))


def _facts(catalogue: "Catalogue", result: Evaluation) -> ReadFacts:
    """What the case states, and what the clause's own conditions took for granted of it."""
    env = result.names
    given = env.given if isinstance(env, Environment) else ReadFacts()
    asked = {name for tree in result.clause.trees.when for name in tree.names()}
    assumed = {name: value for name, value in result.assumed if name in asked}
    return ReadFacts({**assumed, **(given if isinstance(given, ReadFacts) else catalogue.read_facts(given))})


def _others(catalogue: "Catalogue", result: Evaluation) -> Iterator[Clause]:
    """The clauses in force that pay money for the same matter, or that a ranking names beside this one."""
    own = result.clause
    named = {*own.row.yields_to, *own.row.adds_to}
    if not _pays(own):
        return
    for other in catalogue.clauses.values():
        first, last = other.term
        if other.id == own.id or not _pays(other) or not first <= result.on <= last:
            continue
        if (
            (other.matter == own.matter and one_place(catalogue, own, other))
            or other.id in named
            or own.id in other.row.yields_to + other.row.adds_to
        ):
            yield other


def _pays(clause: Clause) -> bool:
    row = clause.row
    paying = row.amount is not None and row.yields == "money" and row.pays not in ("rule", "envelope")
    return paying and not clause.draft


def _taken_for_granted(paid: Evaluation) -> str:
    """A fact of its conditions that only the clause itself takes as given; empty when there is none."""
    asked = {name for tree in paid.clause.trees.when for name in tree.names()}
    return next((name for name, _ in paid.assumed if name in asked & set(paid.clause.row.assume)), "")


def _ranked(catalogue: "Catalogue", result: Evaluation, paid: Evaluation) -> Beside:
    own, other, fen = result.clause, paid.clause, paid.amount_fen or 0
    if not result.amount_fen:
        return Beside(other, fen, ALONE, other.id)
    found = ranking(catalogue, own, other, result.on)
    if found is None:
        return Beside(other, fen)
    how = own.row.stack.pick if found.how == "stack" and own.row.stack else found.how
    if how != "highest":
        return Beside(other, fen, how, found.first, found.clause)
    if fen == result.amount_fen:
        return Beside(other, fen, "equal", "", found.clause)
    return Beside(other, fen, how, (own if result.amount_fen > fen else other).id, found.clause)

"""A formula as a person would say it: titles and values for names, only the branch that was taken."""

from collections.abc import Callable, Mapping
from typing import Any

from escrow.clauses.compile import compiled
from escrow.clauses.display import shown
from escrow.clauses.exact import EXACT, Undefined, Unequal
from escrow.clauses.problems import MissingFact
from escrow.clauses.tree import Node
from ledger.text import Lang, Text

Title = Callable[[str], str]
_SIGNS = {
    "+": "+",
    "-": "−",
    "*": "×",
    "/": "÷",
    "<": "<",
    "<=": "≤",
    ">": ">",
    ">=": "≥",
    "==": "=",
    "!=": "≠",
}
_ORDER = {"+": 1, "-": 1, "*": 2, "/": 2}
_TITLED = Text("{title} {value}", "{title} {value}")
_TAKEN = Text("{title}：取“{taken}”", "{title}: {taken}")
_TAKEN_INSTEAD = Text("{title}：取“{taken}”，不是“{wanted}”", "{title}: {taken}, not {wanted}")
_BEFORE = Text("{title}（前{back}年） {value}", "{title} ({back} years before) {value}")
_LAST_YEAR = Text("{title}（上年） {value}", "{title} (year before) {value}")
_WORDS = {
    "min": Text("取低（{parts}）", "the lower of ({parts})"),
    "max": Text("取高（{parts}）", "the higher of ({parts})"),
    "sum": Text("各项合计 {value}", "all items {value}"),
    "count": Text("共 {value}", "{value} in all"),
    "floor": Text("（{parts}）取整", "({parts}) rounded down"),
    "ceil": Text("（{parts}）进整", "({parts}) rounded up"),
    "growth": Text("增幅（{parts}）", "growth ({parts})"),
    "yuan": Text("折合人民币（{parts}）", "in yuan ({parts})"),
    "not": Text("非（{parts}）", "not ({parts})"),
    "and": Text("{parts}", "{parts}"),
    "or": Text("{parts}", "{parts}"),
}
_JOINED = {"and": Text(" 且 ", " and "), "or": Text(" 或 ", " or ")}


class Formula:
    """Says trees of one case: `env` holds its values, `title` names facts and parameters."""

    def __init__(
        self, env: Mapping[str, Any], title: Title, options: Mapping[str, Mapping[str, Text]], lang: Lang
    ) -> None:
        self.env, self.title, self.options, self.lang = env, title, options, lang

    def say(self, node: Node) -> str:
        """The tree in words; the parts a case did not state are named without a value."""
        special = _SAID.get(node.op)
        if special is not None:
            return special(self, node)
        if node.op in _SIGNS:
            return self.signed(node)
        if node.op in _WORDS and not any(each.kind.many for each in node.args):
            comma = _JOINED.get(node.op, _COMMA).say(self.lang)
            parts = comma.join(self.say(each) for each in node.args)
            return _WORDS[node.op].say(self.lang).format(parts=parts, value=self.value(node))
        if node.op in ("sum", "count"):
            return _WORDS[node.op].say(self.lang).format(value=self.value(node), parts="")
        return self.value(node)

    def value(self, node: Node) -> str:
        """What the tree comes to; `?` where the case does not say."""
        try:
            return shown(compiled(node, EXACT)(self.env), node.kind.base, self.lang)
        except (MissingFact, Undefined, Unequal):
            return "?"

    def signed(self, node: Node) -> str:
        left, right = node.args
        if left.op == "name" and left.value in self.options and right.op == "const":
            return self.reading(str(left.value), str(right.value))
        mine = _ORDER.get(node.op, 0)
        first = self.wrapped(left, mine)
        second = self.wrapped(right, mine + (node.op in "-/"))
        return f"{first} {_SIGNS[node.op]} {second}"

    def reading(self, name: str, asked: str) -> str:
        """Which option of a reading was taken, and which one was asked for if another."""
        taken, wanted = (self.option(name, each) for each in (str(self.env[name]), asked))
        form = _TAKEN if taken == wanted else _TAKEN_INSTEAD
        return form.say(self.lang).format(title=self.title(name), taken=taken, wanted=wanted)

    def option(self, name: str, option: str) -> str:
        found = self.options[name].get(option)
        return found.say(self.lang) if found else option

    def wrapped(self, node: Node, outer: int) -> str:
        inner = self.taken(node)
        said = self.say(inner)
        return f"({said})" if _ORDER.get(inner.op, 9) < outer else said

    def taken(self, node: Node) -> Node:
        """The branch of a choice that was taken, or the tree itself."""
        while node.op in ("if", "pick") and not node.args[0].kind.many and not node.kind.many:
            try:
                node = self.branch(node)
            except (MissingFact, Undefined, Unequal):
                break
        return node

    def branch(self, node: Node) -> Node:
        key = compiled(node.args[0], EXACT)(self.env)
        if node.op == "if":
            return node.args[1] if key else node.args[2]
        for option, value in zip(node.args[1:-1:2], node.args[2:-1:2], strict=True):
            if compiled(option, EXACT)(self.env) == key:
                return value
        return node.args[-1]

    def choice(self, node: Node) -> str:
        found = self.taken(node)
        return self.value(node) if found is node else self.say(found)

    def name(self, node: Node) -> str:
        name = str(node.value)
        value = self.env.get(name)
        if name in self.options:
            return f"{self.title(name)} {self.option(name, str(value))}"
        title = self.title(name) or name
        if value is None:
            return title
        return _TITLED.say(self.lang).format(title=title, value=shown(value, node.kind.base, self.lang))

    def constant(self, node: Node) -> str:
        return shown(node.value, node.kind.base, self.lang)

    def lag(self, node: Node) -> str:
        title, back = self.title(str(node.args[0].value)), int(node.value)
        form = _LAST_YEAR if back == 1 else _BEFORE
        return form.say(self.lang).format(title=title, back=back, value=self.value(node))

    def growth(self, node: Node) -> str:
        title = self.title(str(node.args[0].value))
        return _WORDS["growth"].say(self.lang).format(parts=title) + f" {self.value(node)}"


_COMMA = Text("，", ", ")
_SAID: dict[str, Callable[[Formula, Node], str]] = {
    "const": Formula.constant, "name": Formula.name, "lag": Formula.lag, "if": Formula.choice,
    "pick": Formula.choice, "growth1": Formula.growth,
}  # fmt: skip

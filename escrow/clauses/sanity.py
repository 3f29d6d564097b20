"""What a clause says that cannot be meant: a term that ends first, shares beyond the whole, dead options."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from escrow.clauses.build import Fault, Path, parameter_value
from escrow.clauses.infer import typed
from escrow.clauses.schema import ClauseRow, TableRow
from escrow.clauses.scope import Scope
from escrow.clauses.tokens import BadExpression
from escrow.clauses.tree import Node
from escrow.clauses.trees import Trees
from ledger.text import Text

PAYERS = (
    "central", "province", "city", "district", "risk_pool", "escrow", "enterprise", "insurer", "guarantor",
)  # fmt: skip


def sanity_faults(row: ClauseRow, trees: Trees) -> Iterator[Fault]:
    """Every such point of one clause."""
    if row.valid and row.valid.from_ and row.valid.last and row.valid.from_ > row.valid.last:
        yield Fault(("valid", "to"), *_ENDS_FIRST)
    yield from _texts(row)
    yield from _stages(row, trees)
    yield from _payers(row, trees)
    yield from _bands(row)
    for reading, options in row.readings.items():
        for option in dict.fromkeys(_compared(trees, reading)):
            if option not in options.options:
                yield Fault(("readings", reading, "options"), *_no_option(option, tuple(options.options)))


def _texts(row: ClauseRow) -> Iterator[Fault]:
    named: list[tuple[Path, Text]] = [(("title",), row.title), (("gist",), row.gist)]
    named += [(("when", at, "why"), guard.why) for at, guard in enumerate(row.when)]
    named += [(("parameters", name, "title"), each.title) for name, each in row.parameters.items()]
    named += [(("readings", name, "title"), each.title) for name, each in row.readings.items()]
    for path, text in named:
        for lang, said in zip(("zh", "en"), text, strict=True):
            if not said.strip():
                yield Fault((*path, lang), *_EMPTY)


def _stages(row: ClauseRow, trees: Trees) -> Iterator[Fault]:
    """Shares that are all printed must make the whole."""
    shares = [_constant(row, each.share) for each in trees.stages]
    if shares and None not in shares and sum(filter(None, shares)) != 1:
        yield Fault(("pay", "stages"), *_NOT_WHOLE)


def _payers(row: ClauseRow, trees: Trees) -> Iterator[Fault]:
    shares = {name: _constant(row, node) for name, node in trees.payers.items()}
    for name, share in shares.items():
        if name not in PAYERS:
            yield Fault(("pay", "payers", name), *_no_payer(name))
        if share is not None and share < 0:
            yield Fault(("pay", "payers", name), *_NEGATIVE)
    if shares and all(share == 0 for share in shares.values()):
        yield Fault(("pay", "payers"), *_NOBODY)
    if row.pay and row.pay.odd_to and shares and row.pay.odd_to not in shares:
        yield Fault(("pay", "odd_to"), *_NOT_A_PAYER)


def _bands(row: ClauseRow) -> Iterator[Fault]:
    """Bounds that are written out in one unit stand in order."""
    bands = row.amount.bands if isinstance(row.amount, TableRow) else ()
    try:
        bounds = [_bound(each.from_ if each.from_ is not None else each.above) for each in bands]
    except BadExpression:
        return
    for at, (low, high) in enumerate(pairwise(bounds), start=1):
        if low is not None and high is not None and high < low:
            yield Fault(("amount", "bands", at), *_OUT_OF_ORDER)


def _bound(raw: Any) -> Any:
    """The value of a bound that is a literal; None for an expression."""
    node = typed(str(raw), Scope({}, {}))
    return node.value if node.op == "const" else None


def _constant(row: ClauseRow, node: Node | None) -> Any:
    """The value of a literal, or of a parameter with one printed value; None for anything else."""
    if node is not None and node.op == "neg":
        size = _constant(row, node.args[0])
        return None if size is None else -size
    if node is None or node.op not in ("const", "name"):
        return None
    if node.op == "const":
        return node.value
    parameter = row.parameters.get(str(node.value))
    try:
        return (
            parameter_value(parameter, parameter.value) if parameter and parameter.value is not None else None
        )
    except ValueError:
        return None


def _compared(trees: Trees, reading: str) -> Iterator[str]:
    """The texts that a reading is compared with."""
    for tree in trees.nodes():
        for node in tree.walk():
            if node.op in ("==", "!=", "among", "pick") and _is(node.args[0], reading):
                others = node.args[1:-1:2] if node.op == "pick" else node.args[1:]
                yield from (str(each.value) for each in others if each.op == "const")


def _is(node: Node, name: str) -> bool:
    return node.op == "name" and node.value == name


def _no_option(option: str, options: tuple[str, ...]) -> tuple[Text, Text]:
    known = ", ".join(options)
    fault = Text(f"条款用到的“{option}”不在选项之中", f"the clause asks for {option!r}, which is no option")
    return fault, Text(f"选项有：{known}", f"the options are {known}")


def _no_payer(name: str) -> tuple[Text, Text]:
    known = ", ".join(PAYERS)
    return Text(f"没有出资方 {name}", f"there is no payer {name}"), Text(f"可用：{known}", f"known: {known}")


_ENDS_FIRST = (
    Text("有效期先止后起", "the term ends before it begins"),
    Text("to 不早于 from", "`to` is not before `from`"),
)
_EMPTY = (Text("文字为空", "the text is empty"), Text("中英文都要写", "write it in both languages"))
_NOT_WHOLE = (
    Text("各期比例之和不是 100%", "the shares of the stages do not add to 100%"),
    Text("最后一期可写 rest: true", "the last stage may be `rest: true`"),
)
_NEGATIVE = (
    Text("出资份额不能为负", "a payer's share cannot be negative"),
    Text("写 0 或正数", "write zero or more"),
)
_NOBODY = (
    Text("没有人出资", "nobody pays"),
    Text("至少一方的份额大于零", "give at least one payer a share above zero"),
)
_NOT_A_PAYER = (
    Text("odd_to 不在出资方之中", "odd_to is not among the payers"),
    Text("写出资方之一", "name one of the payers"),
)
_OUT_OF_ORDER = (
    Text("档次没有从低到高", "the bands are not in order"),
    Text("界限从低到高排列", "put the lowest bound first"),
)

"""What each function of the language takes and gives."""

from collections.abc import Callable
from functools import reduce

from escrow.clauses.combine import common
from escrow.clauses.kinds import BOOL, DATE, MONEY, NUMBER, NUMERIC, PLAIN, RATIO, Kind, named
from escrow.clauses.tokens import BadExpression
from escrow.clauses.tree import Node
from ledger.text import Text

Signature = Callable[[tuple[Node, ...]], Kind]


def wrong(name: str, form: str) -> BadExpression:
    """The complaint about arguments that do not fit."""
    return BadExpression(
        Text(f"{name}(…) 的参数不符", f"the arguments of {name}(...) do not fit"),
        Text(f"写法：{form}", f"form: {form}"),
    )


def unified(args: tuple[Node, ...], name: str) -> str:
    """The base all arguments have in common."""
    return reduce(lambda left, right: Node("any", Kind(common(left, right, name))), args).kind.base


def _best(name: str) -> Signature:
    def kind(args: tuple[Node, ...]) -> Kind:
        if len(args) == 1 and args[0].kind.many and args[0].kind.base in (*NUMERIC, "date"):
            return args[0].kind.one
        if len(args) < 2:
            raise wrong(name, f"{name}(a, b) / {name}(list)")
        base = unified(args, name)
        if base not in (*NUMERIC, "date"):
            raise wrong(name, f"{name}(a, b) / {name}(list)")
        return Kind(base, any(each.kind.many for each in args))

    return kind


def _fixed(name: str, form: str, result: Kind | None, *wanted: tuple[str, ...] | str) -> Signature:
    """Arguments of fixed bases; a base ending in `*` asks for a list; None gives the first one's own kind."""

    def kind(args: tuple[Node, ...]) -> Kind:
        if len(args) != len(wanted):
            raise wrong(name, form)
        for arg, want in zip(args, wanted, strict=True):
            bases = (want,) if isinstance(want, str) else want
            if not any(_fits(arg.kind, base) for base in bases):
                raise wrong(name, form)
        return (result or args[0].kind)._replace(many=_many(args, wanted, result))

    return kind


def _many(args: tuple[Node, ...], wanted: tuple[tuple[str, ...] | str, ...], result: Kind | None) -> bool:
    if result is not None and result.many:
        return True
    loose = [arg for arg, want in zip(args, wanted, strict=True) if not _list_wanted(want)]
    if result is None and _list_wanted(wanted[0]):
        return any(arg.kind.many for arg in loose)
    return any(arg.kind.many for arg in loose)


def _list_wanted(want: tuple[str, ...] | str) -> bool:
    return (want if isinstance(want, str) else want[0]).endswith("*")


def _fits(kind: Kind, base: str) -> bool:
    if base.endswith("*"):
        return kind.many and base[:-1] in (kind.base, "any")
    return base in (kind.base, "any")


_SUMMED = tuple(f"{base}*" for base in NUMERIC)


def _sum_best(args: tuple[Node, ...]) -> Kind:
    if len(args) != 2 or not (args[0].kind.many and args[1].kind.many and args[1].kind.base in NUMERIC):
        raise wrong("sum_best", "sum_best(keys, values)")
    return args[1].kind.one


def _take(args: tuple[Node, ...]) -> Kind:
    if len(args) != 2 or not args[0].kind.many or args[1].kind != NUMBER:
        raise wrong("take", "take(list, n)")
    return args[0].kind


def _running(args: tuple[Node, ...]) -> Kind:
    if len(args) != 1 or not args[0].kind.many or args[0].kind.base not in NUMERIC:
        raise wrong("running", "running(list)")
    return args[0].kind


def _pick(args: tuple[Node, ...]) -> Kind:
    if len(args) < 4 or len(args) % 2:
        raise wrong("pick", "pick(key, 'a', x, 'b', y, otherwise)")
    for each in args[1:-1:2]:
        common(args[0], each, "==")
    values = (*args[2:-1:2], args[-1])
    base = unified(values, "pick")
    return Kind(base, args[0].kind.many or any(each.kind.many for each in values))


SIGNATURES: dict[str, Signature] = {
    "min": _best("min"),
    "max": _best("max"),
    "sum": _fixed("sum", "sum(list)", None, _SUMMED),
    "count": _fixed("count", "count(list)", NUMBER, "any*"),
    "len": _fixed("len", "len(list)", NUMBER, "any*"),
    "any": _fixed("any", "any(list of conditions)", BOOL, "bool*"),
    "all": _fixed("all", "all(list of conditions)", BOOL, "bool*"),
    "take": _take,
    "floor": _fixed("floor", "floor(number)", NUMBER, PLAIN),
    "ceil": _fixed("ceil", "ceil(number)", NUMBER, PLAIN),
    "abs": _fixed("abs", "abs(number)", None, NUMERIC),
    "growth": _fixed("growth", "growth(series) / growth(now, before)", RATIO, NUMERIC, NUMERIC),
    "years": _fixed("years", "years(date, n)", DATE, "date", "number"),
    "months": _fixed("months", "months(date, n)", DATE, "date", "number"),
    "days": _fixed("days", "days(date, n)", DATE, "date", "number"),
    "working_days": _fixed("working_days", "working_days(date, n)", DATE, "date", "number"),
    "year": _fixed("year", "year(date)", NUMBER, "date"),
    "month": _fixed("month", "month(date)", NUMBER, "date"),
    "date": _fixed("date", "date(year, month, day)", DATE, "number", "number", "number"),
    "distinct": _fixed("distinct", "distinct(list)", NUMBER, "any*"),
    "sum_best": _sum_best,
    "running": _running,
    "pick": _pick,
    "yuan": _fixed("yuan", "yuan(usd, rate)", MONEY, "usd", PLAIN),
}


def kind_of_call(name: str, args: tuple[Node, ...]) -> Kind:
    """The type of a call; BadExpression when the arguments do not fit."""
    if name == "growth" and len(args) == 2 and args[0].kind.base != args[1].kind.base:
        raise wrong("growth", f"growth(now, before); {named(args[0].kind).en} / {named(args[1].kind).en}")
    return SIGNATURES[name](args)

"""Several awards of one group (同一事项): the highest, the first, or all of them up to a total."""

from collections.abc import Callable, Sequence
from typing import Literal

Pick = Literal["highest", "sum", "first", "top_up"]


def stacked(amounts: Sequence[int], pick: Pick, total_cap_fen: int | None = None) -> tuple[int, ...]:
    """What each award of a group pays, in the order in which they came.

    `highest`: the largest alone, the earlier of equal ones (从高); `first`: the first alone;
    `sum`: all; `top_up`: each only what it adds to the highest so far (补足差额).
    """
    paid = _PICKS[pick](list(amounts))
    if total_cap_fen is None:
        return tuple(paid)
    left, capped = total_cap_fen, []
    for amount in paid:
        capped.append(min(amount, left))
        left -= capped[-1]
    return tuple(capped)


def _highest(amounts: list[int]) -> list[int]:
    best = amounts.index(max(amounts)) if amounts else -1
    return [amount if at == best else 0 for at, amount in enumerate(amounts)]


def _first(amounts: list[int]) -> list[int]:
    first = next((at for at, amount in enumerate(amounts) if amount), -1)
    return [amount if at == first else 0 for at, amount in enumerate(amounts)]


def _top_up(amounts: list[int]) -> list[int]:
    paid, reached = [], 0
    for amount in amounts:
        paid.append(max(0, amount - reached))
        reached = max(reached, amount)
    return paid


_PICKS: dict[str, Callable[[list[int]], list[int]]] = {
    "highest": _highest, "first": _first, "sum": list, "top_up": _top_up,
}  # fmt: skip

"""The stages of a generated project: instalments in whole 万元 that add up, planned days."""

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import S
from escrow.compiled.jit import inlined
from escrow.compiled.world.arrays import Agreement
from escrow.compiled.world.asks import KIND, NUMBER, OWN
from escrow.compiled.world.counter import Words, mix, uniform
from escrow.compiled.world.draws import ask_once, read

WAN_FEN = 1_000_000  # 1 万元 in fen
_SHARE, _DAYS = NUMBER["generate/share"], NUMBER["generate/planned_days"]
_FIRST = NUMBER["generate/first_share"]
_MONEY = int(S.INSTALMENT_FEN)


@inlined
def divide(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    steps: Words,
    plan: IntArray,
    i: int,
    word: np.uint64,
    total: int,
    stages: int,
    agreement: Agreement,
) -> None:
    """Divide the total of a filing over its stages; the weights stand where the instalments will."""
    of_share, of_days = mix(heads[OWN, _SHARE] ^ word), mix(heads[OWN, _DAYS] ^ word)
    whole = 0
    for s in range(stages):
        days = uniform(of_days, steps[s, 0]) if rule[_DAYS, KIND] else 0
        weight = uniform(of_share, steps[s, 0]) if rule[_SHARE, KIND] else 0
        plan[i, s, S.PLANNED_DAYS] = read(rule, rows, guide, _DAYS, days)
        plan[i, s, S.INSTALMENT_FEN] = read(rule, rows, guide, _SHARE, weight)
        whole += plan[i, s, _MONEY]
    first = 0
    if stages > 1 and agreement.first_share:
        first = max(1, total * ask_once(rule, rows, guide, heads, _FIRST, word) // 100)
    if stages > 1 and agreement.responds:
        own = first if first else max(1, total * plan[i, 0, _MONEY] // whole)
        first = _responded(agreement, own, total, stages)
    _shares(plan, i, stages, total, whole, first)


@inlined
def _shares(plan: IntArray, i: int, stages: int, total: int, whole: int, first: int) -> None:
    """Weights become fen; a given first share leaves the rest to the other weights."""
    begin, left = 0, total
    if first:
        begin, left, whole = 1, total - first, whole - plan[i, 0, _MONEY]
        plan[i, 0, _MONEY] = first * WAN_FEN
    rest = left
    for s in range(begin, stages - 1):
        share = max(1, left * plan[i, s, _MONEY] // whole)
        plan[i, s, _MONEY] = share * WAN_FEN
        rest -= share
    plan[i, stages - 1, _MONEY] = rest * WAN_FEN


@inlined
def _responded(agreement: Agreement, own: int, total: int, stages: int) -> int:
    """The first instalment as enlarged by who pays for it (escrow.world.instalments)."""
    wanted = max(own, total * agreement.towards[0] // agreement.towards[1])
    first = own + (wanted - own) * agreement.pull[0] // agreement.pull[1]
    first = min(first, total * agreement.limit[0] // agreement.limit[1])
    return max(1, min(first, total - stages + 1))

"""One answer at a time: the uniform of an ask, which may be shared, and what it says.

These are asked millions of times, so they take the few arrays they need and become part of their callers.
"""

import numpy as np

from escrow.behaviour.quantile import ONE, IntArray
from escrow.compiled.jit import inlined, jit
from escrow.compiled.world.asks import (
    AT,
    CHANCE,
    COMMON,
    FLIPS,
    GROUP,
    KIND,
    OWN,
    RISK,
    SHARED,
    TABLE,
    VALUE,
)
from escrow.compiled.world.counter import Words, mix, step, uniform
from escrow.compiled.world.tables import look_up

ONCE = step(0)


@jit
def set_heads(words: Words, rule: IntArray, key: np.uint64, heads: Words) -> None:
    """The heads of all asks under a replication's key; those of sharing only where it happens."""
    for ask in range(heads.shape[1]):
        heads[OWN, ask] = mix(key ^ words[OWN, ask])
        if rule[ask, AT] > 0:
            heads[SHARED, ask] = mix(key ^ words[SHARED, ask])
            heads[COMMON, ask] = mix(key ^ words[COMMON, ask])


@inlined
def once(heads: Words, ask: int, entity: np.uint64) -> int:
    """The only uniform of an ask and an entity."""
    return uniform(mix(heads[OWN, ask] ^ entity), ONCE)


@inlined
def read(rule: IntArray, rows: IntArray, guide: IntArray, ask: int, drawn: int) -> int:
    """What a uniform says of an ask."""
    if rule[ask, KIND] == TABLE:
        return look_up(rows, guide, rule[ask, VALUE], drawn)
    if rule[ask, KIND] == CHANCE:
        return int(drawn < rule[ask, VALUE])
    return int(rule[ask, VALUE])


@inlined
def ask_once(
    rule: IntArray, rows: IntArray, guide: IntArray, heads: Words, ask: int, entity: np.uint64
) -> int:
    """The answer to an ask that is never shared; a constant costs no draw."""
    if rule[ask, KIND]:
        return read(rule, rows, guide, ask, once(heads, ask, entity))
    return int(rule[ask, VALUE])


@inlined
def drawn(rule: IntArray, heads: Words, words: Words, i: int, ask: int, at: np.uint64) -> int:
    """The uniform of project i at a step of the counter, or the one its group shares."""
    if rule[ask, AT] > 0:
        own = uniform(mix(heads[SHARED, ask] ^ words[i, 0]), at)
        if own < rule[ask, AT]:
            return _common(rule, heads, words, i, ask)
    return uniform(mix(heads[OWN, ask] ^ words[i, 0]), at)


@jit
def _common(rule: IntArray, heads: Words, words: Words, i: int, ask: int) -> int:
    """The uniform that a project's group shares; risky projects get the bad end of it."""
    group = rule[ask, GROUP]
    if group != RISK:
        return uniform(mix(heads[COMMON, ask] ^ words[i, group]), ONCE)
    risk = int(np.int64(words[i, RISK]))
    return ONE - 1 - risk if rule[ask, FLIPS] else risk


@inlined
def answer(
    rule: IntArray,
    rows: IntArray,
    guide: IntArray,
    heads: Words,
    words: Words,
    i: int,
    ask: int,
    at: np.uint64,
) -> int:
    """The answer of project i at a step of the counter; a constant costs no draw."""
    if rule[ask, KIND]:
        return read(rule, rows, guide, ask, drawn(rule, heads, words, i, ask, at))
    return int(rule[ask, VALUE])

"""Pools: caps that several awards share, served in the order of the awards (先到先得) or pro rata."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from escrow.clauses.problems import CrossingPools, NotInColumns

Short = Literal["trim", "reject", "prorate", "defer"]
Array = Any


@dataclass(frozen=True, slots=True)
class Pool:
    """A cap with what it already paid, and what happens to an award it cannot hold."""

    cap_fen: int
    used_fen: int = 0
    short: Short = "trim"


class Claim(NamedTuple):
    """An award and the pools it draws on."""

    amount_fen: int
    pools: tuple[str, ...]


class Grant(NamedTuple):
    """What a claim gets, what is put off to the next period, and the pool that bit (empty: none)."""

    paid_fen: int
    deferred_fen: int = 0
    pool: str = ""


def limited(claims: Sequence[Claim], pools: Mapping[str, Pool]) -> tuple[Grant, ...]:
    """Each claim in turn through all its pools; pools that pay pro rata are cut afterwards, all at once."""
    left = {name: max(0, pool.cap_fen - pool.used_fen) for name, pool in pools.items()}
    grants = [_served(claim, pools, left) for claim in claims]
    for name, pool in pools.items():
        if pool.short == "prorate":
            _prorated(name, claims, grants, left[name])
    return tuple(grants)


def _served(claim: Claim, pools: Mapping[str, Pool], left: dict[str, int]) -> Grant:
    amount, bit = claim.amount_fen, ""
    for name in claim.pools:
        short = pools[name].short
        if short == "prorate" or amount <= left[name]:
            continue
        if short != "trim":
            return Grant(0, claim.amount_fen if short == "defer" else 0, name)
        amount, bit = left[name], name
    for name in claim.pools:
        if pools[name].short != "prorate":
            left[name] -= amount
    return Grant(amount, 0, bit)


def _prorated(name: str, claims: Sequence[Claim], grants: list[Grant], budget: int) -> None:
    sharing = [at for at, claim in enumerate(claims) if name in claim.pools]
    shares = prorate([grants[at].paid_fen for at in sharing], budget)
    for at, share in zip(sharing, shares, strict=True):
        if share < grants[at].paid_fen:
            grants[at] = Grant(share, grants[at].deferred_fen, name)


def prorate(amounts: Sequence[int], budget_fen: int) -> tuple[int, ...]:
    """The amounts cut in one proportion so that they sum to the budget exactly.

    Odd fen go to the largest remainders, the earlier one first; amounts that fit are left alone.
    """
    total = sum(amounts)
    if total <= budget_fen:
        return tuple(amounts)
    parts = [amount * budget_fen // total for amount in amounts]
    remainders = sorted(range(len(amounts)), key=lambda at: (-(amounts[at] * budget_fen % total), at))
    for at in remainders[: budget_fen - sum(parts)]:
        parts[at] += 1
    return tuple(parts)


class SharedPool(NamedTuple):
    """A pool over columns: a code, the cap and what is used for each row."""

    name: str
    key: Array
    cap: Array
    used: Array
    short: str = "trim"


def keys(groups: Mapping[str, Array], per: Sequence[str]) -> Array:
    """One code for each combination of the groups that share a pool; `programme` is one for all."""
    import numpy as np

    rows = len(next(iter(groups.values())))
    parts = [np.asarray(groups[name]) for name in per if name in groups]
    missing = [name for name in per if name not in groups and name not in ("programme", "life")]
    if missing:
        raise NotInColumns(what=f"per: {', '.join(missing)}")
    if not parts:
        return np.zeros(rows, dtype=np.int64)
    return np.unique(np.stack(parts, axis=1), axis=0, return_inverse=True)[1].reshape(-1)


def limited_columns(amounts: Array, pools: Sequence[SharedPool]) -> Array:
    """Awards trimmed to nesting pools in the order of the rows, as `limited` would.

    Raises CrossingPools when two pools overlap without one holding the other: there the order of
    events decides, which columns do not know. Raises NotInColumns for pools that do not trim.
    """
    for pool in pools:
        if pool.short != "trim":
            raise NotInColumns(what=f"{pool.name}: {pool.short}")
    paid = amounts
    for pool in _inner_first(pools):
        paid = _trimmed(paid, pool)
    return paid


def _inner_first(pools: Sequence[SharedPool]) -> list[SharedPool]:
    """The pools from the narrowest to the widest."""
    ordered = sorted(pools, key=lambda pool: -len(set(pool.key.tolist())))
    for inner, outer in pairwise(ordered):
        pairs = set(zip(inner.key.tolist(), outer.key.tolist(), strict=True))
        if len(pairs) != len({code for code, _ in pairs}):
            raise CrossingPools(one=inner.name, other=outer.name)
    return ordered


def _trimmed(amounts: Array, pool: SharedPool) -> Array:
    """Each award cut to what the rows before it left of its pool."""
    import numpy as np

    order = np.argsort(pool.key, kind="stable")
    key, asked = pool.key[order], amounts[order]
    room = np.maximum(pool.cap - pool.used, 0)[order]
    upto = np.cumsum(asked)
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else np.array([], dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(key)])
    before = np.repeat(upto[starts] - asked[starts], sizes)
    upto = upto - before
    result = np.empty_like(amounts)
    result[order] = np.minimum(upto, room) - np.minimum(upto - asked, room)
    return result

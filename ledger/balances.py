"""Balances as of a sequence number, an effective date or a recorded time: queries, nothing stored."""

from collections.abc import Callable
from typing import Literal

from ledger.accounts import party, tree
from ledger.errors import MixedTrees
from ledger.store.protocol import Store, Sum

By = Literal["account", "party", "project"]

_KEYS: dict[By, Callable[[Sum], str]] = {
    "account": lambda line: line.account,
    "party": lambda line: party(line.account),
    "project": lambda line: line.project,
}


def balances(
    store: Store,
    *,
    by: By = "account",
    seq: int | None = None,
    on: str | None = None,
    recorded: str | None = None,
    trees: tuple[str, ...] = ("cash", "custody"),
) -> dict[str, int]:
    """Fen by account, party or project over the entries numbered up to `seq`, effective up to `on`,
    recorded up to `recorded` (all bounds included; a day lasts to its end), sorted by key.

    By project every payment nets to zero between its two ends, so name one tree there, such as
    ("custody",). Authority is quota, not money: MixedTrees when it is asked for with another tree,
    unless every account stands for itself.
    """
    if by != "account" and "authority" in trees and len(set(trees)) > 1:
        raise MixedTrees(trees=", ".join(trees))
    key = _KEYS[by]
    found: dict[str, int] = {}
    for line in store.sums(seq=seq, on=on, recorded=recorded):
        if tree(line.account) in trees:
            found[key(line)] = found.get(key(line), 0) + line.amount_fen
    if by == "project" and not found.get(""):
        found.pop("", None)  # an account opened empty belongs to no project, so it is no row here
    return dict(sorted(found.items()))

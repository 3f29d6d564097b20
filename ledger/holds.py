"""Holds: money set aside in `<account>/held/<id>`, then captured, released or expired.

That each hold is used once is counted by the floor of zero of the account it lies in: what has
been taken out of it cannot be taken again.
"""

from collections.abc import Sequence
from typing import Protocol

from ledger.entry import Basis, EntryDraft, Posting
from ledger.errors import NegativeMoney


class GiveBack(Protocol):
    """What `release` and `expire` have in common."""

    def __call__(
        self,
        account: str,
        hold: str,
        amount_fen: int,
        *,
        id: str,
        event: str,
        on: str,
        basis: Basis,
        project: str = "",
    ) -> EntryDraft:
        """The draft that gives the amount back."""


def held(account: str, hold: str) -> str:
    """The account in which `hold` keeps money of `account`."""
    return f"{account}/held/{hold}"


def hold(
    account: str, hold: str, amount_fen: int, *, id: str, event: str, on: str, basis: Basis, project: str = ""
) -> EntryDraft:
    """Set `amount_fen` of `account` aside."""
    lines = move(account, held(account, hold), amount_fen, project)
    return EntryDraft(id, event, on, basis, lines)


def capture(
    account: str,
    hold: str,
    amount_fen: int,
    target: str,
    *,
    id: str,
    event: str,
    on: str,
    basis: Basis,
    project: str = "",
) -> EntryDraft:
    """Pay `amount_fen` of what is held to `target`; the rest stays held."""
    lines = move(held(account, hold), target, amount_fen, project)
    return EntryDraft(id, event, on, basis, lines)


def release(
    account: str, hold: str, amount_fen: int, *, id: str, event: str, on: str, basis: Basis, project: str = ""
) -> EntryDraft:
    """Give `amount_fen` of what is held back to `account`, the purpose having fallen away."""
    return capture(
        account, hold, amount_fen, account, id=id, event=event, on=on, basis=basis, project=project
    )


def expire(
    account: str, hold: str, amount_fen: int, *, id: str, event: str, on: str, basis: Basis, project: str = ""
) -> EntryDraft:
    """Give `amount_fen` of what is held back to `account`, its time having run out."""
    return release(account, hold, amount_fen, id=id, event=event, on=on, basis=basis, project=project)


def move(source: str, target: str, amount_fen: int, project: str = "") -> tuple[Posting, ...]:
    """Two lines that take `amount_fen` from `source` to `target`; NegativeMoney below zero."""
    if amount_fen < 0:
        raise NegativeMoney(value=amount_fen)
    return (Posting(source, -amount_fen, project), Posting(target, amount_fen, project))


def together(first: EntryDraft, more: Sequence[Posting]) -> EntryDraft:
    """The same draft with further lines, such as the cash that a captured quota pays."""
    lines = (*first.postings, *more)
    return EntryDraft(first.id, first.event, first.on, first.basis, lines, first.reverses, first.commitments)

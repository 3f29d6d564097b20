"""Entries: what moves money in the books. A draft that does not balance cannot be built."""

from dataclasses import dataclass
from typing import NamedTuple

from ledger import check
from ledger.errors import NotWholeFen, UnbalancedEntry

Workings = tuple[tuple[str | int, ...], ...]


class Posting(NamedTuple):
    """One line: `amount_fen` is added to `account` (negative takes away), for `project` if any."""

    account: str
    amount_fen: int
    project: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """Why an entry may stand: where it is written, by which rule, from which figures and readings."""

    document: str
    article: str
    clause: str
    rule: str = ""
    workings: Workings = ()  # such as (("base", 20000000), ("rate", 10, 100))
    readings: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        for step in self.workings:
            for part in step:
                if type(part) is not int and type(part) is not str:
                    raise NotWholeFen(value=repr(part))


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry as proposed: it sums to zero, and so do its authority postings by themselves.

    Raises UnbalancedEntry (also when empty), NotWholeFen, AmountTooLarge, BadName, BadDate.
    """

    id: str
    event: str
    on: str  # effective date, YYYY-MM-DD
    basis: Basis
    postings: tuple[Posting, ...]
    reverses: str = ""
    commitments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check.name(self.id)
        check.day(self.on)
        total = authority = 0
        for account, amount_fen, _ in self.postings:
            if type(amount_fen) is not int or not -check.LIMIT_FEN <= amount_fen <= check.LIMIT_FEN:
                check.whole_fen(amount_fen)
            total += amount_fen
            if account.startswith("authority/"):
                authority += amount_fen
        if total or authority or not self.postings:
            tree = "authority" if authority else "entry"
            raise UnbalancedEntry(id=self.id, tree=tree, difference_fen=authority or total)


class Entry(NamedTuple):
    """A draft that was posted: its place in the chain, its digest and when it was recorded."""

    draft: EntryDraft
    seq: int
    digest: str
    recorded: str

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.draft.id

    @property
    def postings(self) -> tuple[Posting, ...]:
        """The entry's lines."""
        return self.draft.postings

"""The cashier (出纳): the only caller of Journal.post in a run."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Protocol

from escrow.bookkeeping.bookkeeper import Item, draft_of
from escrow.tape import Row
from ledger import Head, Journal

Progress = Callable[[int, int], None]


class Books(Protocol):
    """What a bookkeeper hands over."""

    def opening(self, first_day: int) -> Item:
        """The opening balances."""

    def items(self, tape: Sequence[Row]) -> Iterator[Item]:
        """One item a row, in the order of the tape."""


class Cashier:
    """Posts what the bookkeeper prepared, in the order of the tape."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def keep(
        self, books: Books, tape: Sequence[Row], days: tuple[int, int], progress: Progress | None = None
    ) -> Head:
        """Open the books, enter the whole tape, finish; returns the head. `days`: first and last."""
        self.enter(books.opening(days[0]))
        for number, item in enumerate(books.items(tape)):
            self.enter(item)
            if progress is not None and number % 1000 == 0:
                progress(number, len(tape))
        return self._journal.finish(date.fromordinal(days[1]).isoformat())

    def enter(self, item: Item) -> None:
        """Chain an event with its entry or its refusal."""
        self._journal.event(item.event)
        if item.entitlement is not None and item.postings:
            self.disburse(item)
        elif item.refused is not None:
            attempt, reason, data = item.refused
            self._journal.refuse(attempt, item.event.id, reason, "cashier", data, item.event.on)

    def disburse(self, item: Item) -> None:
        """The line that pays. It needs an entitlement, which needs a citation: no citation, no payment."""
        self._journal.post(draft_of(item))

"""The authority side of claims (指标账): appropriated, held, paid, lapsed; a total beside its envelopes."""

from collections.abc import Callable, Sequence

from escrow.bookkeeping.claims_naming import EnvelopeAccounts
from escrow.claims.tape import ClaimKind
from escrow.claims.terms import EnvelopeTerm, binding
from escrow.tape import Row
from ledger.entry import Posting
from ledger.holds import move


class Authority:
    """Writes the authority postings of rows."""

    def __init__(self, envelopes: Sequence[EnvelopeTerm]) -> None:
        self._envelopes = envelopes
        self._made: dict[tuple[int, int], EnvelopeAccounts] = {}

    def postings(self, row: Row, claim: str) -> tuple[Posting, ...]:
        """The authority postings of a row; empty when it touches no envelope."""
        write = _WRITERS.get(row[2])
        return write(self, row, claim) if write else ()

    def of(self, number: int, year: int) -> EnvelopeAccounts:
        """The accounts of an envelope in a year."""
        found = self._made.get((number, year))
        if found is None:
            found = self._made[number, year] = EnvelopeAccounts(self._envelopes[number].id, year)
        return found

    def line(self, number: int, year: int) -> list[EnvelopeAccounts]:
        """The accounts of an envelope and of the totals it lies in that year."""
        return [self.of(each, year) for each in binding(self._envelopes, number, year)]


def _appropriated(books: Authority, row: Row, _: str) -> tuple[Posting, ...]:
    accounts = books.of(row[6], row[7])
    return move(accounts.source, accounts.free, row[5])


def _carried(books: Authority, row: Row, _: str) -> tuple[Posting, ...]:
    return move(books.of(row[6], row[7]).free, books.of(row[6], row[7] + 1).free, row[5])


def _lapsed(books: Authority, row: Row, _: str) -> tuple[Posting, ...]:
    accounts = books.of(row[6], row[7])
    return move(accounts.free, accounts.lapsed, row[5])


def _cut(books: Authority, row: Row, _: str) -> tuple[Posting, ...]:
    accounts = books.of(row[6], row[7])
    return move(accounts.free, accounts.source, row[5]) if row[5] else ()


def _committed(books: Authority, row: Row, claim: str) -> tuple[Posting, ...]:
    accounts = books.of(row[6], row[7])
    return move(accounts.free, accounts.held(claim), row[5], claim)


def _released(books: Authority, row: Row, claim: str) -> tuple[Posting, ...]:
    accounts = books.of(row[6], row[7])
    return move(accounts.held(claim), accounts.free, row[5], claim)


def _paid(books: Authority, row: Row, claim: str) -> tuple[Posting, ...]:
    lines: tuple[Posting, ...] = ()
    for accounts in books.line(row[7], row[8]):
        lines += move(accounts.held(claim), accounts.paid, row[5], claim)
    return lines


def _clawed_back(books: Authority, row: Row, claim: str) -> tuple[Posting, ...]:
    lines: tuple[Posting, ...] = ()
    for accounts in books.line(row[7], row[8]) if row[9] else ():
        lines += move(accounts.paid, accounts.free, row[5], claim)
    return lines


_WRITERS: dict[int, Callable[[Authority, Row, str], tuple[Posting, ...]]] = {
    ClaimKind.APPROPRIATED: _appropriated,
    ClaimKind.CARRIED: _carried,
    ClaimKind.LAPSED: _lapsed,
    ClaimKind.BUDGET_CUT: _cut,
    ClaimKind.COMMITTED: _committed,
    ClaimKind.RELEASED: _released,
    ClaimKind.PAID: _paid,
    ClaimKind.CLAWED_BACK: _clawed_back,
}

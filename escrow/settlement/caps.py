"""What of each enterprise's yearly cap has been used, told from the books alone."""

from collections.abc import Iterable

from escrow.arithmetic import room
from escrow.settlement.books import AuditDay, ProjectBook, year_of
from escrow.settlement.terms import SettlementTerms

CapKey = tuple[int, int]  # unit (enterprise or group), bucket (cap year)


def caps_used(books: Iterable[ProjectBook], terms: SettlementTerms) -> dict[CapKey, int]:
    """Fen used by unit and cap year: grants decided, and premium subsidies where they use the cap."""
    used: dict[CapKey, int] = {}
    for book in books:
        for grant in book.grants:
            key = (_unit(book, grant.enterprise, terms), grant.bucket)
            used[key] = used.get(key, 0) + grant.amount_fen
        if terms.premium_uses_cap:
            for paid in book.premium_subsidies:
                key = (_unit(book, book.enterprise, terms), payment_bucket(paid.day, terms))
                used[key] = used.get(key, 0) + paid.amount_fen
    return used


def payment_bucket(day: int, terms: SettlementTerms) -> int:
    """The cap year of a payment that no audit decides, such as a premium subsidy."""
    return terms.dated(day, day, AuditDay(year_of(day), day, day))[1]


def room_under_cap(
    books: Iterable[ProjectBook], enterprise: int, group: int, day: int, terms: SettlementTerms
) -> int:
    """What a payment of `day` to an enterprise finds left of its cap (for a premium subsidy that uses it)."""
    key = (terms.unit(enterprise, group), payment_bucket(day, terms))
    return room(terms.cap_fen, caps_used(books, terms).get(key, 0))


def _unit(book: ProjectBook, enterprise: int, terms: SettlementTerms) -> int:
    """The unit whose cap an enterprise of the project uses."""
    if enterprise == book.enterprise:
        return terms.unit(enterprise, book.group)
    return next(
        terms.unit(enterprise, partner.group) for partner in book.partners if partner.enterprise == enterprise
    )

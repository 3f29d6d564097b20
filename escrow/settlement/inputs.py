"""The input of one project that an audit covers, cut by the cap years it falls under."""

from typing import NamedTuple

from escrow.settlement.books import AuditDay, Moved, ProjectBook, year_of
from escrow.settlement.state import State
from escrow.settlement.terms import SettlementTerms


class Part(NamedTuple):
    """Some fen that fall under one cap year."""

    bucket: int
    amount_fen: int


def total(parts: list[Part]) -> int:
    """The sum of the parts."""
    # Most projects have one part, and adding that up is most of an audit's sums.
    return parts[0].amount_fen if len(parts) == 1 else sum(part.amount_fen for part in parts)


def new_parts(book: ProjectBook, audit: AuditDay, state: State, terms: SettlementTerms) -> list[Part]:
    """Counted movements that belong to this audit, in the order of their days, by cap year.

    A part is negative when money counted before came back to the enterprise.
    """
    dated: list[tuple[int, int, int]] = []
    year, reported_day, _ = audit
    for kind, day, amount, invoice_day in book.movements:
        weight = terms.weights[kind]
        if not weight or day > reported_day or (kind is Moved.OUTSIDE and day < book.notice_day):
            continue  # spending outside the escrow counts from the notice only
        on, bucket = terms.dated(day, invoice_day, audit)
        if state.is_new(year, day, year_of(on), reported_day):
            dated.append((on, bucket, weight * amount))
    return _by_bucket(sorted(dated)) if dated else []


def _by_bucket(dated: list[tuple[int, int, int]]) -> list[Part]:
    sums: dict[int, int] = {}
    for _, bucket, amount in dated:
        sums[bucket] = sums.get(bucket, 0) + amount
    return [Part(bucket, amount) for bucket, amount in sums.items() if amount]


def netted(parts: list[Part], owed: int) -> tuple[list[Part], int]:
    """Set off negative parts and what is owed (at most zero); returns positive parts and the rest owed."""
    if not owed and not [part for part in parts if part.amount_fen <= 0]:
        return parts, 0
    minus = sum(min(0, part.amount_fen) for part in parts) + owed
    positive = [part for part in parts if part.amount_fen > 0]
    return trimmed(positive, -minus), min(0, total(positive) + minus)


def trimmed(parts: list[Part], cut: int) -> list[Part]:
    """Positive parts less `cut` fen, taken from the earliest first."""
    if not cut:
        return parts
    kept: list[Part] = []
    for bucket, amount in parts:
        taken = min(cut, amount)
        cut -= taken
        if amount > taken:
            kept.append(Part(bucket, amount - taken))
    return kept


def as_audited(parts: list[Part], audited_fen: int, bucket: int) -> list[Part]:
    """Parts that add up to the audited input: less is cut from the earliest, more goes to `bucket`."""
    found = total(parts)
    if audited_fen <= found:
        return trimmed(parts, found - audited_fen)
    return added(parts, bucket, audited_fen - found)


def added(parts: list[Part], bucket: int, amount_fen: int) -> list[Part]:
    """Parts with `amount_fen` more in `bucket`; no bucket has two parts."""
    if any(part.bucket == bucket for part in parts):
        return [Part(b, a + amount_fen if b == bucket else a) for b, a in parts]
    return [*parts, Part(bucket, amount_fen)]


def scaled(parts: list[Part], num: int, den: int) -> list[Part]:
    """The share num / den of the parts; running sums are rounded down, so the total is too."""
    shared: list[Part] = []
    running = before = 0
    for bucket, amount in parts:
        running += amount
        now = running * num // den
        shared.append(Part(bucket, now - before))
        before = now
    return shared

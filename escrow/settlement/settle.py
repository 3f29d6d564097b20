"""The special audit of one year: from the books of all projects to their grants, in serial order."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from escrow.arithmetic import capped, room, share
from escrow.settlement import inputs
from escrow.settlement.assess import Assessment, assess
from escrow.settlement.award import Award, CapPart
from escrow.settlement.books import AuditDay, Dated, Moved, ProjectBook, year_of
from escrow.settlement.caps import CapKey, caps_used
from escrow.settlement.inputs import Part
from escrow.settlement.state import NO_SHARE, ShareState, State
from escrow.settlement.terms import SettlementTerms
from escrow.tape import Reason


class Settlement(NamedTuple):
    """The awards of one audit in serial order, and what the next audit needs."""

    awards: list[Award]
    state: State

    @property
    def total_fen(self) -> int:
        """The sum of all awards."""
        return sum(award.amount_fen for award in self.awards)


def settle(
    audit: AuditDay,
    books: Iterable[ProjectBook],
    state: State,
    terms: SettlementTerms,
    audited_input: Mapping[int, int] | None = None,
    beside: Iterable[ProjectBook] = (),
) -> Settlement:
    """Decide the grants of one audit; reads the books, changes nothing.

    `audited_input` (fen by project serial) replaces the input the books show for this audit, `beside`
    are books without news whose grants use the same caps.
    The caller writes `award.grants()` into the books, so that later caps see what was decided.
    """
    listed = sorted(books, key=lambda book: book.serial)
    used = caps_used([*listed, *beside], terms)
    projects, shares = dict(state.projects), dict(state.shares)
    awards: list[Award] = []
    for book in listed:
        audited = None if audited_input is None else audited_input.get(book.serial)
        found = assess(book, audit, state, terms, audited)
        projects[book.serial] = found.state
        other = terms.other_counts(_of_year(book.other_grants, audit.year)) if book.other_grants else 0
        for one in found.shares:
            key = (book.serial, one.enterprise)
            claimed = _claim(book, audit, found, one.enterprise, terms, shares.get(key, NO_SHARE))
            award = _pay(claimed, terms.unit(one.enterprise, one.group), other, used, terms)
            other -= award.other_fen
            shares[key] = _carried(award, claimed, terms)
            awards.append(award)
    return Settlement(awards, State(audit.year, audit.reported_day, projects, shares))


class _Claimed(NamedTuple):
    """What one enterprise of a project may ask for before its cap."""

    book: ProjectBook
    year: int
    found: Assessment
    enterprise: int
    base: int
    before: ShareState
    target: int  # grant before the cap that should stand by now
    parts: list[Part]
    clawback: int
    reason: Reason


def _claim(
    book: ProjectBook,
    audit: AuditDay,
    found: Assessment,
    enterprise: int,
    terms: SettlementTerms,
    old: ShareState,
) -> _Claimed:
    """The grant before the cap, by cap year, and what is demanded back."""
    mine = found.part_of(enterprise)
    target = share(mine.base, *terms.rate, terms.rounding)
    due = target - (old.settled if found.to_date else 0)
    parts = _granted_parts(mine.parts, max(0, due), terms)
    clawback = 0
    if due < 0:
        standing = sum(g.amount_fen for g in book.grants if g.enterprise == enterprise) - old.clawed
        clawback = max(0, standing - target)
        old = old._replace(excess=max(0, min(old.excess, target - standing)))
    if old.excess or not parts:
        parts = inputs.added(parts, terms.own_bucket(audit), old.excess + max(0, due) - inputs.total(parts))
    return _Claimed(
        book,
        audit.year,
        found,
        enterprise,
        mine.base,
        old,
        target,
        parts,
        clawback,
        _barred(book, audit, terms),
    )


def _granted_parts(base: list[Part], due: int, terms: SettlementTerms) -> list[Part]:
    """The grant cut by cap year: running sums of the base at the rate, the last part takes the rest."""
    if not base:
        return []
    if len(base) == 1:
        return [Part(base[0].bucket, due)]
    parts: list[Part] = []
    running = before = 0
    for bucket, amount in base[:-1]:
        running += amount
        now = min(due, share(running, *terms.rate, terms.rounding))
        parts.append(Part(bucket, now - before))
        before = now
    return [*parts, Part(base[-1].bucket, due - before)]


def _barred(book: ProjectBook, audit: AuditDay, terms: SettlementTerms) -> Reason:
    """Why nothing may be paid whatever the input; NONE when it may."""
    if book.barred:
        return book.barred
    if terms.retested_at_end and book.ended_day and book.ended_day <= audit.reported_day:
        released = sum(m.amount_fen for m in book.movements if m.kind is Moved.RELEASED)
        if released < terms.threshold_fen:
            return Reason.ACTUAL_BELOW_THRESHOLD
    return Reason.NONE


def _pay(
    claimed: _Claimed, unit: int, other_fen: int, used: dict[CapKey, int], terms: SettlementTerms
) -> Award:
    """Put the parts under their caps, subtract other grants, and use the caps up."""
    parts: list[CapPart] = []
    cut = withheld = reduced = cap_left = 0
    for bucket, before in claimed.parts:
        left = room(terms.cap_fen, used.get((unit, bucket), 0))
        amount = capped(before, left)
        cut += before - amount
        stacked = min(amount, other_fen - reduced)
        reduced += stacked
        amount -= stacked
        if claimed.reason:
            withheld, amount = withheld + amount, 0
        used[unit, bucket] = used.get((unit, bucket), 0) + amount
        cap_left += left
        parts.append(CapPart(bucket, before, left, amount))
    return _award(claimed, tuple(parts), cap_left, cut, reduced, withheld)


def _award(
    claimed: _Claimed, parts: tuple[CapPart, ...], cap_left: int, cut: int, reduced: int, withheld: int
) -> Award:
    found, before = claimed.found, inputs.total(claimed.parts)
    amount = before - cut - reduced - withheld
    return Award(
        project=claimed.book.serial,
        enterprise=claimed.enterprise,
        year=claimed.year,
        input_fen=found.input,
        claims_fen=found.claims,
        base_fen=claimed.base,
        settled_fen=claimed.before.settled if found.to_date else 0,
        carried_in_fen=claimed.before.excess,
        before_fen=before,
        cap_left_fen=cap_left,
        cut_fen=cut,
        other_fen=reduced,
        withheld_fen=withheld,
        amount_fen=amount,
        clawback_fen=claimed.clawback,
        parts=parts,
        reasons=_reasons(claimed, cut, reduced, amount),
    )


def _reasons(claimed: _Claimed, cut: int, reduced: int, amount: int) -> tuple[Reason, ...]:
    """Everything that kept the award from being the plain rate of the base, or kept it at nothing."""
    reasons = [claimed.reason] if claimed.reason else []
    if cut:
        reasons.append(Reason.CAP_REACHED)
    if reduced:
        reasons.append(Reason.OTHER_GRANT_HIGHER)
    if claimed.clawback:
        reasons.append(Reason.CLAIM_AFTER_GRANT)
    if not reasons and not amount:
        reasons.append(Reason.NO_INPUT)
    return tuple(reasons)


def _carried(award: Award, claimed: _Claimed, terms: SettlementTerms) -> ShareState:
    """What the next audit needs of this one."""
    excess = 0 if claimed.reason else terms.carried(award.cut_fen)
    return ShareState(claimed.target, excess, claimed.before.clawed + award.clawback_fen)


def _of_year(paid: list[Dated], year: int) -> int:
    return sum(one.amount_fen for one in paid if year_of(one.day) == year)

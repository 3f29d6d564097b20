"""What the audit finds in one project: input, claims deducted, base, and whose share of it is whose."""

from collections.abc import Sequence
from typing import NamedTuple

from escrow.settlement import inputs
from escrow.settlement.books import AuditDay, Claim, Dated, Partner, ProjectBook, year_of
from escrow.settlement.inputs import Part
from escrow.settlement.scope import ClaimFacts
from escrow.settlement.state import NOTHING, ProjectState, State
from escrow.settlement.terms import SettlementTerms


class ShareBase(NamedTuple):
    """One enterprise's share of the base, and the new part of it by cap year."""

    base: int
    parts: list[Part]


class Assessment(NamedTuple):
    """The audit's findings on one project, in fen."""

    input: int
    claims: int
    base: int
    to_date: bool
    parts: list[Part]
    shares: tuple[Partner, ...]
    state: ProjectState

    def part_of(self, enterprise: int) -> ShareBase:
        """The base of one enterprise: partners by contract, rounded down; the first takes the rest."""
        first, *partners = self.shares
        if not partners:
            return ShareBase(self.base, self.parts)
        if enterprise != first.enterprise:
            mine = next(one for one in partners if one.enterprise == enterprise)
            return ShareBase(self.base * mine.num // mine.den, inputs.scaled(self.parts, mine.num, mine.den))
        base, parts = self.base, self.parts
        for one in partners:
            base -= self.base * one.num // one.den
            taken = inputs.scaled(self.parts, one.num, one.den)
            parts = [Part(b, a - t) for (b, a), (_, t) in zip(parts, taken, strict=True)]
        return ShareBase(base, parts)


def assess(
    book: ProjectBook, audit: AuditDay, state: State, terms: SettlementTerms, audited: int | None
) -> Assessment:
    """Count a project's input for this audit and deduct its claims as the readings say."""
    old = state.projects.get(book.serial, NOTHING)
    parts, owed = inputs.netted(inputs.new_parts(book, audit, state, terms), old.owed)
    if audited is not None:
        parts, owed = inputs.as_audited(parts, audited, terms.own_bucket(audit)), 0
    found = inputs.total(parts)
    deducted = [claim for claim in book.claims if terms.claim_counts(claim.payee)] if book.claims else ()
    claims = _new(deducted, audit, state) if deducted else 0
    subsidies = _new(book.premium_subsidies, audit, state) if book.premium_subsidies else 0
    input_to_date, claims_to_date = old.input_to_date + found, old.claims_to_date + claims
    subsidies_to_date = old.subsidies_to_date + subsidies
    result = terms.scope(ClaimFacts(found, claims, old.claims_carried, input_to_date, claims_to_date))
    base = terms.less_subsidy(result.base, subsidies_to_date if result.to_date else subsidies)
    shares = (Partner(book.enterprise, book.group, 1, 1), *terms.partners(book.partners))
    return Assessment(
        input=input_to_date if result.to_date else found,
        claims=result.deducted,
        base=base,
        to_date=result.to_date,
        parts=inputs.trimmed(parts, max(0, found - base)),
        shares=shares,
        state=ProjectState(result.carried, owed, input_to_date, claims_to_date, subsidies_to_date),
    )


def _new(paid: Sequence[Dated | Claim], audit: AuditDay, state: State) -> int:
    """The sum of what was paid in the years this audit covers and no earlier audit could count."""
    return sum(
        one.amount_fen
        for one in paid
        if state.is_new(audit.year, one.day, year_of(one.day), audit.reported_day)
    )

"""What a claims run came to, summed from its tape: by clause, envelope, year, enterprise, step."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from escrow.claims.setting import ClaimsSetting
from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.claims.terms import binding
from escrow.tape import Row
from scenarios.claims.clocks import StepClock, step_clocks


@dataclass(slots=True)
class ClauseSums:
    """One clause: counts, and fen awarded, paid net of refunds, still owed."""

    paper: str
    filed: int = 0
    refused: int = 0
    awarded: int = 0
    awarded_fen: int = 0
    paid_fen: int = 0
    unpaid_fen: int = 0
    waiting_fen: int = 0
    reasons: Counter[int] = field(default_factory=Counter)


@dataclass(slots=True)
class EnvelopeSums:
    """One envelope in one year, fen."""

    appropriated_fen: int = 0
    carried_in_fen: int = 0
    committed_fen: int = 0
    paid_fen: int = 0
    lapsed_fen: int = 0
    carried_out_fen: int = 0
    cut_fen: int = 0

    @property
    def held_fen(self) -> int:
        """Promised and not yet paid."""
        return self.committed_fen - self.paid_fen


@dataclass(frozen=True, slots=True)
class ClaimsMetrics:
    """The sums of a run; money in fen."""

    clauses: dict[str, ClauseSums]
    envelopes: dict[tuple[str, int], EnvelopeSums]
    paid: dict[int, dict[int, int]]  # year -> payer -> fen, refunds taken off
    enterprises: dict[str, int]
    refused: Counter[int]
    saved_fen: int
    doubles: int
    demanded_fen: int
    refunded_fen: int
    steps: tuple[StepClock, ...]

    @property
    def paid_fen(self) -> int:
        """Paid by all levels together, refunds taken off."""
        return sum(fen for row in self.paid.values() for fen in row.values())


def measure(tape: Sequence[Row], setting: ClaimsSetting) -> ClaimsMetrics:
    """All sums of a tape."""
    return ClaimsMetrics(
        clauses=_clauses(tape, setting),
        envelopes=_envelopes(tape, setting),
        paid=_paid(tape),
        enterprises=_enterprises(tape, setting),
        refused=Counter(row[6] for row in tape if row[2] == ClaimKind.REFUSED),
        saved_fen=sum(_saved(row) for row in tape),
        doubles=sum(_saved(row) > 0 for row in tape),
        demanded_fen=sum(row[7] for row in tape if row[2] == ClaimKind.CLAWBACK_DEMANDED),
        refunded_fen=sum(row[5] for row in tape if row[2] == ClaimKind.CLAWED_BACK),
        steps=step_clocks(tape, setting),
    )


def _saved(row: Row) -> int:
    """What was not paid a second time."""
    if row[2] == ClaimKind.AWARDED:
        return row[7]
    return row[9] if row[2] == ClaimKind.REFUSED and row[6] == ClaimReason.PAID_ALREADY else 0


def _clauses(tape: Sequence[Row], setting: ClaimsSetting) -> dict[str, ClauseSums]:
    plans, found = setting.portfolio.claims, dict[str, ClauseSums]()
    terms = {each.id: each for each in setting.book.clauses}
    for row in tape:
        if row[3] < 0:
            continue
        clause = plans[row[3]].clause
        sums = found.setdefault(clause, ClauseSums(terms[clause].paper))
        _count(sums, row)
    return dict(sorted(found.items()))


def _count(sums: ClauseSums, row: Row) -> None:
    _, _, kind, _, _, amount, a, b, c, _ = row
    if kind == ClaimKind.FILED:
        sums.filed += 1
    elif kind == ClaimKind.REFUSED:
        sums.refused += 1
        sums.reasons[a] += 1
    elif kind == ClaimKind.AWARDED:
        sums.awarded += 1
        sums.awarded_fen += amount
    elif kind in (ClaimKind.STOPPED, ClaimKind.REDUCED):
        sums.awarded_fen -= b
    elif kind == ClaimKind.PAID:
        sums.paid_fen += amount
    elif kind == ClaimKind.CLAWED_BACK:
        sums.paid_fen -= amount
        sums.awarded_fen -= amount
    elif kind == ClaimKind.COMMITTED_UNPAID:
        sums.waiting_fen += b if c else 0
        sums.unpaid_fen += 0 if c else b


def _envelopes(tape: Sequence[Row], setting: ClaimsSetting) -> dict[tuple[str, int], EnvelopeSums]:
    terms, found = setting.book.envelopes, dict[tuple[str, int], EnvelopeSums]()

    def of(number: int, year: int) -> EnvelopeSums:
        return found.setdefault((terms[number].id, year), EnvelopeSums())

    def line(number: int, year: int) -> list[EnvelopeSums]:
        return [of(each, year) for each in binding(terms, number, year)]

    for _, _, kind, _, _, amount, a, b, c, d in tape:
        if kind == ClaimKind.APPROPRIATED:
            of(a, b).appropriated_fen += amount
        elif kind == ClaimKind.CARRIED:
            of(a, b).carried_out_fen += amount
            of(a, b + 1).carried_in_fen += amount
        elif kind == ClaimKind.LAPSED:
            of(a, b).lapsed_fen += amount
        elif kind == ClaimKind.BUDGET_CUT:
            of(a, b).cut_fen += amount
        elif kind in (ClaimKind.COMMITTED, ClaimKind.RELEASED):
            of(a, b).committed_fen += amount if kind == ClaimKind.COMMITTED else -amount
        elif kind == ClaimKind.PAID:
            for sums in line(b, c):
                sums.paid_fen += amount
        elif kind == ClaimKind.CLAWED_BACK and d:
            for sums in line(b, c):
                sums.paid_fen -= amount
                sums.committed_fen -= amount
    return dict(sorted(found.items()))


def _paid(tape: Sequence[Row]) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for row in tape:
        sign = {ClaimKind.PAID: 1, ClaimKind.CLAWED_BACK: -1}.get(ClaimKind(row[2]), 0)
        if sign:
            found[date.fromordinal(row[0]).year][row[6]] += sign * row[5]
    return {year: dict(sorted(row.items())) for year, row in sorted(found.items())}


def _enterprises(tape: Sequence[Row], setting: ClaimsSetting) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in tape:
        sign = {ClaimKind.PAID: 1, ClaimKind.CLAWED_BACK: -1}.get(ClaimKind(row[2]), 0)
        if sign:
            found[setting.portfolio.claims[row[3]].enterprise] += sign * row[5]
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

"""Grounds of claims: entitlements, recomputed by the clause from the figures of the rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from escrow.bookkeeping.grounds import MechanismDisagrees
from escrow.claims.certified import Certified, with_certified
from escrow.claims.model import ClaimPlan, Facts
from escrow.claims.tape import ClaimKind, Payer
from escrow.claims.terms import Rulebook, Ruling
from escrow.rules.citation import Citation
from escrow.rules.entitlement import Entitlement, Workings
from escrow.tape import Row

SCENARIO = Citation("scenario", "opening_balances", "scenario-opening")


@dataclass(slots=True)
class Granted:
    """An award with its ruling; what was paid on it so far, in fen."""

    amount_fen: int
    ruling: Ruling
    certified: Certified
    paid_fen: int = 0


class Grounds:
    """Judges every claim a second time, from its facts and from what the tape says the ledger certified."""

    def __init__(self, book: Rulebook, facts: Mapping[int, Facts]) -> None:
        self._book, self._facts = book, facts
        self._certified: dict[int, Certified] = {}
        self._granted: dict[int, Granted] = {}

    def learn(self, row: Row, plan: ClaimPlan) -> None:
        """Take note of a row that later payments stand on."""
        kind, serial = row[2], row[3]
        if kind == ClaimKind.CERTIFIED:
            received = row[8] if plan.upper_level else None
            self._certified[serial] = Certified(row[6], row[7], received, bool(row[9]))
        elif kind == ClaimKind.AWARDED:
            self._award(row, plan)
        elif kind in (ClaimKind.STOPPED, ClaimKind.REDUCED):
            self._granted[serial].amount_fen -= row[7]

    def of_claim(self, row: Row, plan: ClaimPlan) -> Entitlement:
        """The entitlement of a row that moves money or quota of a claim."""
        clause = self._book.clauses[self._book.number(plan.clause)]
        if row[2] == ClaimKind.ARRIVED:
            return Entitlement(row[5], clause.citation, (("received", row[7]),))
        granted = self._granted[row[3]]
        if row[2] == ClaimKind.PAID:
            granted.paid_fen += row[5]
            if granted.paid_fen > granted.amount_fen:
                raise MechanismDisagrees(row, granted)
        elif row[2] == ClaimKind.CLAWED_BACK:
            granted.paid_fen -= row[5]
            granted.amount_fen -= row[5]
        return Entitlement(row[5], clause.citation, self._workings(row, granted), granted.ruling.readings)

    def of_envelope(self, row: Row) -> Entitlement:
        """The entitlement of a row that moves an envelope."""
        return Entitlement(row[5], self._book.envelopes[row[6]].citation, (("year", row[7]),))

    def _award(self, row: Row, plan: ClaimPlan) -> None:
        serial, number = row[3], self._book.number(plan.clause)
        known = self._certified.get(serial, Certified())
        facts = with_certified(self._book.asks(number), self._facts[serial], known)
        ruling = self._book.rule(number, facts, plan.applied_day)
        cuts = row[7] + row[8] + row[9]
        if ruling.amount_fen != row[6] or row[5] + cuts != row[6]:
            raise MechanismDisagrees(row, ruling)
        self._granted[serial] = Granted(row[5], ruling, known)

    def _workings(self, row: Row, granted: Granted) -> Workings:
        """The clause's own workings, then what the process made of its amount."""
        steps = [*granted.ruling.workings, ("by_clause", granted.ruling.amount_fen)]
        if granted.amount_fen != granted.ruling.amount_fen:
            steps.append(("awarded", granted.amount_fen))
        if row[2] == ClaimKind.PAID and row[5] != granted.amount_fen:
            steps.append(("paid_together", granted.paid_fen))
        if row[2] in (ClaimKind.PAID, ClaimKind.CLAWED_BACK):
            steps.append(("paid_by", Payer(row[6]).name.lower()))
        return tuple(steps)

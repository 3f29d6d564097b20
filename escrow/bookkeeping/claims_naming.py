"""Ids and accounts of claims: deterministic, readable, used once (`C1/1/pay/district`)."""

from collections.abc import Sequence

from escrow.chart import APPROPRIATION, cash
from escrow.claims.model import ClaimPlan
from escrow.claims.tape import TREASURIES, ClaimKind, Payer
from escrow.claims.terms import EnvelopeTerm
from escrow.tape import Row
from ledger.holds import held

# What the entry of a row is called: commands imperative, events past tense (design section 9).
VERBS: dict[int, str] = {
    ClaimKind.APPROPRIATED: "appropriate",
    ClaimKind.CARRIED: "carry",
    ClaimKind.LAPSED: "lapse",
    ClaimKind.BUDGET_CUT: "cut",
    ClaimKind.COMMITTED: "commit",
    ClaimKind.RELEASED: "release",
    ClaimKind.ARRIVED: "receive",
    ClaimKind.PAID: "pay",
    ClaimKind.UNPAID: "pay",
    ClaimKind.CLAWED_BACK: "claw_back",
}
_ENVELOPE_KINDS = frozenset(
    {ClaimKind.APPROPRIATED, ClaimKind.CARRIED, ClaimKind.LAPSED, ClaimKind.BUDGET_CUT}
)
_OF_CLAIM = frozenset({ClaimKind.COMMITTED, ClaimKind.RELEASED})
_OF_PAYER = frozenset({ClaimKind.PAID, ClaimKind.UNPAID, ClaimKind.CLAWED_BACK, ClaimKind.ARRIVED})


class Names:
    """Hands out ids; the second of the same name gets #2, and so on."""

    def __init__(self, plans: Sequence[ClaimPlan], envelopes: Sequence[EnvelopeTerm]) -> None:
        self._plans, self._envelopes = plans, envelopes
        self._taken: dict[str, int] = {}

    def event(self, row: Row) -> str:
        """A new id for the event of a row."""
        return self._new(f"{self._where(row)}/{ClaimKind(row[2]).name.lower()}{self._whose(row)}")

    def entry(self, row: Row) -> str:
        """A new id for the entry of a row."""
        return self._new(self.attempt(row))

    def attempt(self, row: Row) -> str:
        """The id that a refused attempt would have used; it stays free."""
        return f"{self._where(row)}/{VERBS[row[2]]}{self._whose(row)}"

    def _where(self, row: Row) -> str:
        _, _, kind, serial, stage, _, a, b, _, _ = row
        if kind in _ENVELOPE_KINDS:
            return f"{self._envelopes[a].id}/{b}"
        where = self._plans[serial].id if serial >= 0 else "office"
        return f"{where}/{stage}" if stage else where

    def _whose(self, row: Row) -> str:
        if row[2] in _OF_CLAIM:
            return f"/{self._envelopes[row[6]].id}"
        return f"/{Payer(row[6]).name.lower()}" if row[2] in _OF_PAYER else ""

    def _new(self, name: str) -> str:
        count = self._taken.get(name, 0) + 1
        self._taken[name] = count
        return name if count == 1 else f"{name}#{count}"


class EnvelopeAccounts:
    """The authority accounts of an envelope in a year."""

    def __init__(self, id: str, year: int) -> None:
        self.free = f"authority/envelope:{id}/{year}"
        self.paid = f"authority/envelope_paid:{id}/{year}"
        self.lapsed = f"authority/envelope_lapsed:{id}/{year}"
        self.source = APPROPRIATION

    def held(self, claim: str) -> str:
        """Where money for a claim is held."""
        return held(self.free, claim)


def treasury(payer: int) -> str:
    """The cash account of a level of government."""
    return cash(TREASURIES[Payer(payer)])

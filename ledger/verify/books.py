"""The books as the stored entries make them: balances, floors, totals. Own code, not the journal's."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ledger.verify.facts import Facts, Posting
from ledger.verify.findings import Code, Findings

LIMIT_FEN = 10**14
Chart = tuple[tuple[str, int | None, str], ...]


@dataclass(slots=True)
class Books:
    """Running balances and counts. Memory grows with the accounts, not with the records.

    `chart` is empty until a header gives one. `whole` turns false when a record is missing
    or unreadable: balances are then unknown, and floors and totals are judged no more.
    """

    findings: Findings
    chart: Chart = ()
    balances: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("records", "events", "entries", "refusals"), 0)
    )
    debits_fen: int = 0
    finished_at: int | None = None
    whole: bool = True
    _floors: dict[str, int | None] = field(default_factory=dict)

    def enter(self, seq: int, facts: Facts) -> None:
        """Apply an entry of the right shape: balance, amounts, accounts and floors."""
        balances = self.balances
        total = authority = debits = 0
        drawn = []
        for account, amount_fen, _ in facts.postings:
            total += amount_fen
            if account.startswith("authority/"):
                authority += amount_fen
            if account not in balances:
                self._open(seq, account)
            balances[account] += amount_fen
            if amount_fen > 0:
                debits += amount_fen
            else:
                drawn.append(account)
        self.debits_fen += debits
        if debits > LIMIT_FEN or total or authority:
            self._refuse_amounts(seq, facts, total, authority)
        for account in drawn:
            floor = self._floors[account]
            if floor is not None and balances[account] < floor and self.whole:
                self.findings.add(Code.FLOOR_PASSED, seq, floor, balances[account], account)

    def finish(self, seq: int, totals: dict[str, Any]) -> None:
        """Compare the control totals of a finishing record."""
        if self.finished_at is not None:
            self.findings.add(Code.AFTER_FINISH, seq, self.finished_at, seq)
            return
        self.finished_at = seq
        if not self.whole:
            return
        own = {**self.counts, "debits_fen": self.debits_fen, "balances": self.digest()}
        for name, found in totals.items():
            if found != own[name]:
                self.findings.add(Code.TOTALS_DIFFER, seq, own[name], found, name)

    def digest(self) -> str:
        """SHA-256 of the balances of every account ever posted to, as sorted JSON without blanks."""
        text = json.dumps(self.balances, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return sha256(text.encode("ascii")).hexdigest()

    def relearn_floors(self) -> None:
        """Look up the floor of every account a saved position brought along."""
        for account in self.balances:
            self._floors[account] = _floor(self.chart, account)

    def _open(self, seq: int, account: str) -> None:
        self.balances[account] = 0
        try:
            self._floors[account] = _floor(self.chart, account)
        except LookupError:
            self._floors[account] = None
            if self.chart:
                self.findings.add(Code.UNKNOWN_ACCOUNT, seq, "", account)

    def _refuse_amounts(self, seq: int, facts: Facts, total: int, authority: int) -> None:
        if total:
            self.findings.add(Code.UNBALANCED, seq, 0, total, facts.id)
        elif authority:
            self.findings.add(Code.UNBALANCED, seq, 0, authority, f"{facts.id} authority")
        for account, amount_fen, _ in facts.postings:
            if not -LIMIT_FEN <= amount_fen <= LIMIT_FEN:
                self.findings.add(Code.BAD_SHAPE, seq, f"at most {LIMIT_FEN}", amount_fen, account)


def mirrored(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """The lines of a reversal."""
    return tuple((account, -amount_fen, project) for account, amount_fen, project in postings)


def _floor(chart: Chart, account: str) -> int | None:
    """The floor of the longest prefix that fits; LookupError when none does, or the path is malformed."""
    lines = [line for line in chart if account.startswith(line[0])]
    segments = account.split("/")
    if not lines or len(segments) < 2 or not all(segments) or any(map(str.isspace, account)):
        raise LookupError(account)
    return max(lines, key=_length)[1]


def _length(line: tuple[str, int | None, str]) -> int:
    return len(line[0])

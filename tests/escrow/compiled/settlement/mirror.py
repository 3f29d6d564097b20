"""The same books twice, as objects and as arrays, audited by both engines year after year."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.settlement.books import (
    COUNT,
    GRANTS,
    Capacity,
    claimed,
    granted,
    make_books,
    moved,
    other_granted,
    partnered,
    record,
    subsidised,
)
from escrow.compiled.settlement.decide import Audit, decide, write_grants
from escrow.compiled.settlement.found import A, Found, Size, adopt, make_carried, make_found
from escrow.compiled.settlement.policy import SettlementPolicy, settlement_policy
from escrow.processes import audit
from escrow.processes.scheme import Scheme
from escrow.settlement import Award, ProjectBook, Settlement, SettlementTerms, State
from escrow.settlement.books import AuditDay
from escrow.settlement.state import NO_SHARE, NOTHING
from escrow.tape import Reason
from escrow.terms import Terms
from tests.escrow.literal import WAN, day, read

ROOM = Capacity(moves=24, claims=12, subsidies=8, grants=80, others=6, partners=2)
FIRST_YEAR, LAST_YEAR = 2025, 2029
NOTHING_STATED: IntArray = np.zeros(0, dtype=np.int64)


def terms(cap_fen: int = 300 * WAN, budget: int | None = None, short: str = "trim", **chosen: Any) -> Terms:
    """The literal policy with the given readings."""
    named = {
        "read": read(**chosen),
        "cost_share_rate": (3, 10),
        "cost_share_cap": cap_fen,
        "threshold_total": 300 * WAN,
        "trial_from": day("2025-03-09"),
        "trial_to": day("2026-03-08"),
        "district_budget": budget,
        "district_budget_short": short,
    }
    return cast("Terms", SimpleNamespace(**named))


def policy_of(named: Terms) -> SettlementPolicy:
    """Terms as integers, for the horizon of these tests."""
    return settlement_policy(named, FIRST_YEAR, LAST_YEAR)


def policy(**chosen: Any) -> SettlementPolicy:
    """The literal policy as integers."""
    return policy_of(terms(**chosen))


def arrays_of(books: list[ProjectBook], last_facts: list[int]) -> IntArray:
    """Books as an array, grants included."""
    found = make_books(len(books), ROOM)
    for i, one in enumerate(books):
        facts = (one.enterprise, one.group, one.notice_day, one.ended_day, last_facts[i])
        found[i, : len(facts)] = facts
        codes = [moved(found, i, move.kind.value, *move[1:]) for move in one.movements]
        codes += [claimed(found, i, *claim) for claim in one.claims]
        codes += [subsidised(found, i, *paid) for paid in one.premium_subsidies]
        codes += [granted(found, i, *grant) for grant in one.grants]
        codes += [other_granted(found, i, *paid) for paid in one.other_grants]
        codes += [partnered(found, i, *partner) for partner in one.partners]
        assert not any(codes)
    return found


def awards_of(found: Found, slot: int) -> list[tuple[Any, ...]]:
    """The compiled awards as `plain` makes them of the readable ones."""
    return [_row(found, slot, row) for row in found.awards[slot, : found.counts[slot, 0]].tolist()]


def _row(found: Found, slot: int, row: list[int]) -> tuple[Any, ...]:
    first, number = row[A.FIRST_PART], row[A.PARTS]
    parts = tuple(tuple(part) for part in found.parts[slot, first : first + number].tolist())
    whose = (row[A.PROJECT], row[A.ENTERPRISE], row[A.YEAR])
    reasons = frozenset(reason for reason in Reason if row[A.REASONS] >> reason & 1)
    return (*whose, *row[A.INPUT : A.REASON], parts, reasons)


def plain(award: Award) -> tuple[Any, ...]:
    """An award as the compiled engine tells it."""
    return (*award[:-2], tuple(tuple(part) for part in award.parts), frozenset(award.reasons))


@dataclass
class Mirror:
    """Both engines over the same books; `year` audits once and checks that all is equal."""

    books: list[ProjectBook]
    terms: Terms
    debarred: set[int] = field(default_factory=set)
    state: State = field(default_factory=State)
    last_facts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = [one.enterprise for one in self.books]
        numbers += [partner.enterprise for one in self.books for partner in one.partners]
        self.units = 1 + max(numbers)
        self.policy = policy_of(self.terms)
        size = Size(1, len(self.books), self.units, 1 + max(one.group for one in self.books), 2)
        self.carried, self.found = make_carried(size), make_found(size, self.policy)
        self.settled = SettlementTerms.of(self.terms)

    def year(self, day: AuditDay, inputs: dict[int, int], over: bool = False) -> list[Award]:
        """Audit, compare, take over the state and write the grants on both sides."""
        expected = self._readable(day, inputs, over)
        arrays = arrays_of(self.books, self.last_facts)
        barred = np.array([number in self.debarred for number in range(self.units)], dtype=np.int64)
        stated = NOTHING_STATED
        if inputs:
            stated = np.array([inputs.get(i, -1) for i in range(len(self.books))], dtype=np.int64)
        asked = (self.policy, self.policy, arrays, self.carried, len(self.books))
        assert not decide(*asked, Audit(0, *day, over), stated, barred, self.found)
        assert awards_of(self.found, 0) == [plain(award) for award in expected.awards]
        adopt(self.carried, self.found, 0, day.year, day.reported_day)
        for number, award in enumerate(expected.awards):
            self.books[award.project].grants += award.grants()
            assert not write_grants(arrays, self.found, 0, number)
        self.state = expected.state
        self._compare(arrays)
        return expected.awards

    def _readable(self, day: AuditDay, inputs: dict[int, int], over: bool) -> Settlement:
        """What escrow.processes.audit decides."""
        late = Reason.TRIAL_OVER if over else Reason.NONE
        facts = zip(self.books, self.last_facts, strict=True)
        cases = [SimpleNamespace(serial=one.serial, book=one, last_fact=last) for one, last in facts]
        scheme = SimpleNamespace(
            cases=cases,
            settled=self.state,
            settlement_terms=self.settled,
            agenda=SimpleNamespace(today=0),
            settlement_on=lambda today: self.settled,
            supported=lambda case: Reason.DEBARRED if case.book.enterprise in self.debarred else late,
        )
        return audit.decided(cast("Scheme", scheme), day, inputs)

    def _compare(self, arrays: IntArray) -> None:
        """The carried state and the grants in the books are equal too."""
        assert self.carried.last.tolist() == [self.state.last_year, self.state.last_reported_day]
        for i, one in enumerate(self.books):
            assert tuple(self.carried.projects[i].tolist()) == self.state.projects.get(i, NOTHING)
            lead = self.state.shares.get((i, one.enterprise), NO_SHARE)
            assert tuple(self.carried.shares[i, 0].tolist()) == lead
            starts = [record(arrays, i, GRANTS, k) for k in range(arrays[i, COUNT + GRANTS])]
            assert [tuple(arrays[i, at : at + 3].tolist()) for at in starts] == one.grants

"""Random histories of projects with the values at which readings differ, told year after year."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from escrow.readings import CHOICES
from escrow.settlement import AuditDay, Claim, Dated, Grant, Moved, Partner, ProjectBook
from tests.escrow.compiled.settlement.mirror import Mirror, terms
from tests.escrow.literal import WAN, day

PROJECTS = 4
READINGS = (
    "actual_input",
    "forfeited_deposit_counts",
    "equipment_in_grant_base",
    "outside_spending_counts",
    "cap_year",
    "cap_first_year",
    "cap_excess",
    "enterprise_unit",
    "parties_per_project",
    "claim_scope",
    "claim_deduction",
    "premium_in_cap",
    "premium_in_grant_base",
    "stacking_with_others",
    "threshold_test",
    "rounding",
)
AUDITS = (
    AuditDay(2025, day("2026-02-13"), day("2026-02-27")),
    AuditDay(2026, day("2027-02-13"), day("2028-01-02")),  # paid late, in the year after
    AuditDay(2027, day("2028-02-13"), day("2028-02-27")),
)
DAYS = sorted(
    {audit.reported_day + shift for audit in AUDITS for shift in (0, 1)}
    | {audit.paid_day for audit in AUDITS}
    | {day(text) for text in ("2025-03-08", "2025-03-09", "2025-07-01", "2025-12-31", "2026-01-01")}
    | {day(text) for text in ("2026-03-08", "2026-03-09", "2026-12-31", "2027-01-01", "2027-06-30")}
)
AMOUNTS = (1, 7, 50, 99, 333, 10 * WAN + 1, 300 * WAN, 999 * WAN, 1000 * WAN, 1000 * WAN + 4)
KINDS = (
    *Moved,
    Moved.RELEASED,
    Moved.FORFEITED,
    "claim",
    "claim",
    "subsidy",
    "other",
    "end",
    "debar",
    "back",
)


class Fact(NamedTuple):
    """Something of a day in a project; `evidence` shifts an invoice, or tells a claim's payee."""

    on: int
    project: int
    what: Moved | str
    fen: int
    evidence: int


facts = st.builds(
    Fact,
    st.sampled_from(DAYS),
    st.integers(0, PROJECTS - 1),
    st.sampled_from(KINDS),
    st.sampled_from(AMOUNTS),
    st.sampled_from([0, 0, 1, -40, 40]),
)
histories = st.lists(facts, min_size=1, max_size=30).map(
    lambda known: sorted(known, key=lambda fact: fact.on)
)
readings = st.fixed_dictionaries({name: st.sampled_from(sorted(CHOICES[name])) for name in READINGS})
partners = st.lists(
    st.builds(Partner, st.sampled_from([0, 1, 5, 6]), st.just(0), st.sampled_from([0, 1, 33]), st.just(100)),
    max_size=2,
)
inputs = st.dictionaries(st.integers(0, PROJECTS - 1), st.sampled_from([0, *AMOUNTS]), max_size=2)


def books(shared: list[Partner]) -> list[ProjectBook]:
    """Two projects of one enterprise, one of its group, one of another; the last has partners."""
    owners = ((0, 0), (0, 0), (1, 0), (2, -1))
    found = [
        ProjectBook(i, number, group, notice_day=day("2025-03-09"))
        for i, (number, group) in enumerate(owners)
    ]
    found[-1].partners = tuple(shared)
    return found


class History:
    """Tells facts to a mirror in the order of their days and audits when the time has come."""

    def __init__(self, known: list[Fact], shared: list[Partner], chosen: dict[str, Any]) -> None:
        self.left = list(known)
        self.mirror = Mirror(books(shared), terms(**chosen), last_facts=[0] * PROJECTS)

    def until(self, last: int) -> None:
        """Tell everything up to a day."""
        while self.left and self.left[0].on <= last:
            self._tell(self.left.pop(0))

    def _tell(self, fact: Fact) -> None:
        book, mirror = self.mirror.books[fact.project], self.mirror
        if isinstance(fact.what, Moved):
            evidence = fact.on + fact.evidence
            book.moved(fact.what, fact.on, fact.fen, evidence)
            if mirror.settled.weights[fact.what] or mirror.settled.restates:
                mirror.last_facts[fact.project] = max(mirror.last_facts[fact.project], fact.on, evidence)
            return
        told: dict[str, Callable[[], object]] = {
            "claim": lambda: book.claims.append(Claim(fact.on, fact.fen, int(bool(fact.evidence)))),
            "subsidy": lambda: book.premium_subsidies.append(Dated(fact.on, fact.fen)),
            "other": lambda: book.other_grants.append(Dated(fact.on, fact.fen)),
            "end": lambda: setattr(book, "ended_day", fact.on),
            "debar": lambda: mirror.debarred.add(book.enterprise),
            "back": lambda: book.grants.extend(
                Grant(g.bucket, g.enterprise, -g.amount_fen) for g in [*book.grants]
            ),
        }
        told[fact.what]()
        if fact.what in ("claim", "subsidy"):
            mirror.last_facts[fact.project] = max(mirror.last_facts[fact.project], fact.on)

"""A claims ledger opened for explanations: its records, and the scenario that lies beside the chain."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from escrow.bookkeeping.claims_grounds import SCENARIO
from escrow.claims.certified import Certified, with_certified
from escrow.claims.model import Applicant, ClaimPlan, Facts
from escrow.clauses import Clause, Evaluation, load_catalogue
from escrow.clauses.problems import MissingFact
from escrow.explain.entry import NO_TEXT, ClauseSaid
from escrow.explain.records import Record, of_project
from ledger.record import header_of, parse
from ledger.store.protocol import Store
from ledger.text import Text
from scenarios.claims.attached import open_attached
from scenarios.claims.prepare import PreparedClaims, prepare_claims
from scenarios.claims.run import MECHANISM


def is_claims_ledger(store: Store) -> bool:
    """Whether the ledger was written by a run of claims."""
    first = next(iter(store.records()))
    return first.kind == "header" and header_of(parse(first.bytes)).mechanism == MECHANISM


_STATED = Text("情景给定的期初余额", "opening balances stated by the scenario")


@dataclass(frozen=True, slots=True)
class Cited(ClauseSaid):
    """A clause with the title and number of its paper."""

    paper: Text


@dataclass(frozen=True)
class ClaimsLedger:
    """Records of a claims ledger; what needs the scenario says nothing when it was erased."""

    store: Store

    @cached_property
    def prepared(self) -> PreparedClaims | None:
        """The run as it was prepared, from the attachments."""
        loaded = open_attached(self.store)
        if loaded is None:
            return None
        first = header_of(parse(next(iter(self.store.records())).bytes))
        return prepare_claims(loaded, replication=first.replication)

    @cached_property
    def _plans(self) -> dict[str, ClaimPlan]:
        claims = self.prepared.portfolio.claims if self.prepared else ()
        return {plan.id: plan for plan in claims}

    def records(self, claim: str) -> list[Record]:
        """Everything recorded of a claim; raises NotInLedger."""
        return of_project(self.store, claim)

    def plan(self, claim: str) -> ClaimPlan | None:
        """What was stated of a claim."""
        return self._plans.get(claim)

    def clause(self, clause: str) -> Clause | None:
        """A clause as it was amended for the run."""
        catalogue = self.prepared.catalogue if self.prepared else load_catalogue()
        return catalogue.clauses.get(clause)

    def said(self, clause: str, document: str = "", article: str = "") -> Cited:
        """A clause in the catalogue's words, with the title and number of its paper."""
        known = self.clause(clause)
        if clause == SCENARIO.clause:
            return Cited(clause, "", "", _STATED, NO_TEXT, NO_TEXT)
        if known is None:
            name = Text(clause, clause)
            return Cited(clause, document, article, name, NO_TEXT, Text(document, document))
        row, head = known.row, known.paper
        number = head.number or ""
        paper = Text(f"{head.title.zh} {number}".strip(), f"{head.title.en} {number}".strip())
        return Cited(known.id, head.id, row.article, row.title, row.gist, paper)

    def evaluation(self, claim: str, records: Sequence[Record]) -> Evaluation | None:
        """The clause on the facts of the claim and on what the ledger had certified."""
        plan = self.plan(claim)
        if plan is None or self.prepared is None:
            return None
        book = self.prepared.book
        facts = with_certified(
            book.asks(book.number(plan.clause)), self._facts(plan), _certified(records, plan)
        )
        clause = self.prepared.catalogue.clauses[plan.clause]
        try:
            return book.evaluation(clause, facts, plan.applied_day)
        except MissingFact:
            return None

    def missing(self, claim: str) -> Text | None:
        """Which fact the clause asked for and did not get."""
        plan = self.plan(claim)
        if plan is None or self.prepared is None:
            return None
        book = self.prepared.book
        clause = self.prepared.catalogue.clauses[plan.clause]
        try:
            book.evaluation(clause, self._facts(plan), plan.applied_day)
        except MissingFact as missing:
            return Text(missing.say("zh"), missing.say("en"))
        return None

    def _facts(self, plan: ClaimPlan) -> Facts:
        assert self.prepared is not None
        applicants = self.prepared.portfolio.applicants
        return {**applicants.get(plan.enterprise, Applicant(plan.enterprise)).facts, **plan.facts}


def _certified(records: Sequence[Record], plan: ClaimPlan) -> Certified:
    """What the ledger had certified when it was decided; before that, nothing is known to be paid."""
    for record in records:
        if record.type == "claim_certified":
            data = record.data
            received = data["received_fen"] if plan.upper_level else None
            repeated = bool(data["repeated"])
            return Certified(data["paid_before_fen"], data["paid_this_year_fen"], received, repeated)
    return Certified(received_fen=sum(fen for _, fen in plan.upper_level) if plan.upper_level else None)

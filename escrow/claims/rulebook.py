"""The rulebook of a claims run: clauses of the catalogue with the readings and budgets a scenario chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from escrow.claims.budgets import Budget, envelopes_of, used_envelopes
from escrow.claims.model import Facts
from escrow.claims.stack_rules import rules_of
from escrow.claims.tape import Payer
from escrow.claims.terms import (
    ClauseTerms,
    EnvelopeTerm,
    Failed,
    LimitTerm,
    RecheckTerm,
    Ruling,
    Scored,
    SelectTerm,
    StackRule,
    Ties,
)
from escrow.claims.workings import codes_of
from escrow.clauses.case import evaluate
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.environment import Environment
from escrow.clauses.exact import Undefined
from escrow.clauses.facts import ReadFacts
from escrow.clauses.problems import MissingFact
from escrow.clauses.result import Evaluation
from escrow.clauses.split import Stage

PAYERS = {payer.name.lower(): payer for payer in Payer}


@dataclass(frozen=True)
class CatalogueBook:
    """Decides claims by the catalogue; `selecting` names the clause whose selection a claim waits for."""

    catalogue: Catalogue
    papers: tuple[str, ...]
    readings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    budgets: Mapping[str, Budget] = field(default_factory=dict)
    selecting: Mapping[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    claimed: frozenset[str] = frozenset()  # clauses somebody applies under

    @cached_property
    def _claimable(self) -> tuple[Clause, ...]:
        clauses = self.catalogue.clauses.values()
        return tuple(each for each in clauses if each.paper.id in self.papers and claimable(each))

    @cached_property
    def clauses(self) -> tuple[ClauseTerms, ...]:
        """The clauses that may be claimed, in the order of the catalogue."""
        return tuple(self._terms(each) for each in self._claimable)

    @cached_property
    def envelopes(self) -> tuple[EnvelopeTerm, ...]:
        """The envelopes of the papers, a total after what lies in it or before."""
        return envelopes_of(self._budget_clauses, self.budgets, self.years, self.readings)

    @cached_property
    def rules(self) -> tuple[StackRule, ...]:
        """What papers and groups of clauses say of awards that meet."""
        return rules_of(self.catalogue, self.papers, self._claimable, self.readings)

    @cached_property
    def _budget_clauses(self) -> tuple[Clause, ...]:
        clauses = self.catalogue.clauses.values()
        own = [each for each in clauses if each.paper.id in self.papers]
        return used_envelopes(own, self.claimed, self.budgets)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {each.id: number for number, each in enumerate(self._claimable)}

    @cached_property
    def _asked(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(each.trees.names()) for each in self._claimable)

    def number(self, clause: str) -> int:
        """The number of a clause id."""
        return self._numbers[clause]

    def asks(self, clause: int) -> frozenset[str]:
        """Names of the facts that bear on the clause."""
        return self._asked[clause]

    def rule(self, clause: int, facts: Facts, day: int) -> Ruling:
        """What the clause gives on these facts by the law of `day`."""
        found = self._claimable[clause]
        facts = self._with_selection(found, facts)
        try:
            result = self.evaluation(found, facts, day)
        except MissingFact as missing:
            return Ruling(0, absent=(str(missing.facts["fact"]),))
        env = self._env(found, facts, day)
        return _ruling(result, _weights(found, env), _stages(found, env) if result.stages else ())

    def evaluation(self, clause: Clause, facts: Facts, day: int) -> Evaluation:
        """The clause on typed facts with the readings of this run; raises MissingFact."""
        return evaluate(clause, ReadFacts(facts), day, self.readings.get(clause.id))

    def score(self, clause: int, facts: Facts, day: int) -> Scored | None:
        """The weighted score of a selection; None when no score is stated."""
        judge = self._judge(self._claimable[clause])
        program, env = judge.program, self._env(judge, facts, day)
        assert program.score is not None
        try:
            score = Fraction(program.score(env))
            minimum = None if program.minimum is None else Fraction(program.minimum(env))
            return Scored(score, minimum, _places(judge, env))
        except (MissingFact, Undefined):
            return None

    def holds(self, clause: int, facts: Facts, day: int) -> bool:
        """Whether the yearly re-check passes; a fact nobody stated does not stop what was granted."""
        found = self._claimable[clause]
        return _true(found.program.recheck, self._env(found, facts, day), True)

    def claws_back(self, clause: int, stage: int, facts: Facts, day: int) -> bool:
        """Whether a stage finds that what was paid must be given back."""
        found = self._claimable[clause]
        stages = found.program.stages
        test = stages[min(stage, len(stages) - 1)].claw_back if stages else None
        return _true(test, self._env(found, facts, day), False)

    def first_in_rank(self, clause: int, facts: Facts, day: int) -> int:
        """The number of a clause that goes first on these facts, -1 when none does.

        A later paper goes before an earlier one where its conditions are stated, not where it would take
        them for granted: on what it is silent about it contradicts nothing.
        """
        found = self._claimable[clause]
        later = set(self._superseding(found, day))
        for name in self.rivals(clause, day):
            paid = self._paid(name, facts, day)
            if paid is not None and not (name in later and _on_trust(paid)):
                return self._numbers[name]
        return -1

    def rivals(self, clause: int, day: int) -> tuple[str, ...]:
        """Clauses that may go before this one on `day`: it yields to them, or their paper ranks above."""
        found = self._claimable[clause]
        later = set(self._superseding(found, day))
        return (*found.row.yields_to, *sorted(later, key=lambda each: self._numbers[each]))

    def _paid(self, name: str, facts: Facts, day: int) -> Evaluation | None:
        """What a clause of this run gives on these facts; None when nothing, or when they do not say."""
        if name not in self._numbers:
            return None
        try:
            result = self.evaluation(self.catalogue.clauses[name], facts, day)
        except MissingFact:
            return None
        return result if result.amount_fen else None

    def _superseding(self, clause: Clause, day: int) -> Iterable[str]:
        """Clauses on the same matter in papers that rank above this one's paper on `day`."""
        for paper in self.papers:
            for rank in self.catalogue.papers[paper].ranks:
                if clause.paper.id in rank.over and (rank.from_ is None or rank.from_.toordinal() <= day):
                    for other in self._claimable:
                        if other.paper.id == paper and other.matter == clause.matter:
                            yield other.id

    def _env(self, clause: Clause, facts: Facts, day: int) -> Environment:
        return Environment(clause, ReadFacts(facts), day, self.readings.get(clause.id), None)

    def _with_selection(self, clause: Clause, facts: Facts) -> Facts:
        """A claim that waits for a selection is judged as if it were selected."""
        return {**facts, "selected": True} if clause.id in self.selecting else facts

    def _judge(self, clause: Clause) -> Clause:
        return self.catalogue.clauses[self.selecting.get(clause.id, clause.id)]

    def _terms(self, clause: Clause) -> ClauseTerms:
        row, judge = clause.row, self._judge(clause)
        select = judge.row.select if judge.program.score is not None else None
        recheck = row.pay.recheck if row.pay else None
        years = self._years_of(clause) if recheck else 0
        return ClauseTerms(
            id=clause.id,
            paper=clause.paper.id,
            citation=clause.citation,
            matter=clause.matter,
            limits=tuple(LimitTerm(each.pool, each.per, each.at, each.short) for each in row.limits),
            recheck=RecheckTerm(years, recheck.lapse) if recheck else None,
            select=SelectTerm(select.per, self._ties(judge)) if select else None,
            envelope=self._envelope(clause.id),
            discretionary=row.binding == "at_most",
            matching=row.kind == "matching",
            adds_to=frozenset(row.adds_to),
        )

    def _ties(self, judge: Clause) -> Ties:
        """What the clause says of ties: a word of its own, or the option of a reading."""
        assert judge.row.select is not None
        said = judge.row.select.ties or ""
        options = {**judge.readings, **self.readings.get(judge.id, {})}
        option = options.get(said, said)
        return "all" if option == "all" else "none" if option == "none" else "order"

    def _years_of(self, clause: Clause) -> int:
        run = clause.program.recheck_years
        try:
            return int(run(self._env(clause, {}, clause.term[0]))) if run else 1
        except MissingFact:
            return 1

    def _envelope(self, clause: str) -> int:
        """The first envelope that funds the clause; a total only when no envelope in it does."""
        for number, each in enumerate(self._budget_clauses):
            assert each.row.envelope is not None
            if clause in each.row.envelope.funds:
                return number
        return -1


def claimable(clause: Clause) -> bool:
    """Whether an application can end in money: an amount paid by a level of government."""
    row = clause.row
    payers = row.pay.payers if row.pay else {}
    return (
        row.pays == "cash" and row.yields == "money" and row.amount is not None and set(payers) <= set(PAYERS)
    )


def _ruling(result: Evaluation, payers: tuple[tuple[Payer, int], ...], stages: tuple[Stage, ...]) -> Ruling:
    pay = result.clause.row.pay
    odd = pay.odd_to if pay else None
    return Ruling(
        amount_fen=int(result.amount_fen or 0),
        failed=tuple(Failed(each.index, each.missing_fen) for each in result.failed),
        in_force=result.in_force,
        caps=tuple(each.cap_fen for each in result.limits),
        workings=codes_of(result),
        readings=result.readings,
        stages=stages,
        payers=payers,
        odd_to=PAYERS[odd] if odd else None,
    )


def _weights(clause: Clause, env: Environment) -> tuple[tuple[Payer, int], ...]:
    shares = {name: int(run(env)) for name, run in clause.program.payers.items()}
    return tuple((PAYERS[name], share) for name, share in shares.items()) or ((Payer.DISTRICT, 1),)


def _stages(clause: Clause, env: Environment) -> tuple[Stage, ...]:
    """(event, years later, share or None for the rest) of each stage."""
    assert clause.row.pay is not None
    found: list[Stage] = []
    for row, stage in zip(clause.row.pay.stages, clause.program.stages, strict=True):
        shares = stage.shares(env) if stage.shares else (stage.share(env) if stage.share else None,)
        found += [(row.event, int(stage.after_years(env)), share) for share in shares]
    return tuple(found)


def _places(judge: Clause, env: Environment) -> int | None:
    """Places of the candidate's group."""
    program, select = judge.program, judge.row.select
    assert select is not None
    for name in select.per if program.places else ():
        run = program.places.get(str(env[name]))
        if run is not None:
            return int(run(env))
    return None if program.top is None else int(program.top(env))


def _true(test: Any, env: Environment, otherwise: bool) -> bool:
    if test is None:
        return otherwise
    try:
        return bool(test(env))
    except (MissingFact, Undefined):
        return otherwise


def _on_trust(paid: Evaluation) -> bool:
    """Whether a condition holds only because nobody said otherwise."""
    asked = {name for tree in paid.clause.trees.when for name in tree.names()}
    return any(value is True for name, value in paid.assumed if name in asked)

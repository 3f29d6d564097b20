"""From a setting of claims to the arrays of `Book`: rulings, groups that share a pool, days, arrivals."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.claims.certified import Certified, with_certified
from escrow.claims.model import Applicant, ClaimPlan, Facts, Known, Value
from escrow.claims.rulebook import CatalogueBook
from escrow.claims.setting import STEPS, ClaimsSetting
from escrow.claims.tape import TREASURIES, ClaimReason, Payer
from escrow.claims.terms import ClauseTerms
from escrow.compiled.claims.keys import SAME, YEARLY, Codes, key_of, level_of
from escrow.compiled.claims.layout import NEVER, NONE, C, L, Short
from escrow.compiled.claims.refuse import OWN_FACTS


class Filed(NamedTuple):
    """The part of `Book` that tells the claims; the fields are described there."""

    claim: IntArray
    days: IntArray
    known: IntArray
    event: IntArray
    arrival: IntArray
    arrivals: IntArray
    limit: IntArray
    mate: IntArray
    mates: IntArray
    opening: IntArray


class Files:
    """The claims of a setting with their facts, clauses and shared keys."""

    def __init__(self, setting: ClaimsSetting) -> None:
        book = setting.book
        assert isinstance(book, CatalogueBook)
        self.setting, self.book = setting, book
        self.plans = setting.portfolio.claims
        applicants = setting.portfolio.applicants
        self.clauses = [book.number(plan.clause) for plan in self.plans]
        self.terms: list[ClauseTerms] = [book.clauses[number] for number in self.clauses]
        self.facts: list[dict[str, Value]] = [
            {**applicants.get(plan.enterprise, Applicant(plan.enterprise)).facts, **plan.facts}
            for plan in self.plans
        ]
        self.enterprises = Codes()
        self.codes = {name: Codes() for name in ("same", "yearly", "level", "pool")}
        self.events = event_numbers(book, self.plans)
        self.most_limits = max((len(each.limits) for each in self.terms), default=0)
        self.rivals: dict[int, bool] = {}  # by clause: whether another may ever go first
        self._windows: dict[tuple[int, int], int] = {}

    def planned(self, plan: ClaimPlan) -> int:
        """Upper-level money a match counts on."""
        amounts = [fen for _, fen in sorted(plan.upper_level)]
        return sum(amounts[:1] if self.setting.choices.arrival == "once" else amounts)

    def ruled_on(self, place: int) -> Facts:
        """The facts of a claim as they are judged when nothing was granted before."""
        return self.certified(place, 0, 0, False, self.planned(self.plans[place]))

    def certified(self, place: int, before: int, this_year: int, repeated: bool, received: int) -> Facts:
        """The facts of a claim with what the run certifies."""
        plan = self.plans[place]
        known = Certified(before, this_year, received if plan.upper_level else None, repeated)
        return with_certified(self.book.asks(self.clauses[place]), self.facts[place], known)

    def untimely(self, clause: int, day: int) -> int:
        """Why an application of that day is too early or too late; zero when its window is open."""
        key = (clause, day)
        if key not in self._windows:
            window, on = self.setting.windows.get(clause), date.fromordinal(day)
            here = (on.month, on.day)
            reason = ClaimReason.NONE
            if window is not None and not _inside(here, window.opens, window.closes):
                reason = ClaimReason.EARLY if here < window.opens else ClaimReason.LATE
            self._windows[key] = reason
        return self._windows[key]


def event_numbers(book: CatalogueBook, plans: Sequence[ClaimPlan]) -> dict[str, int]:
    """A number for every event on which a stage of a claimed clause falls due; "" is the notice."""
    names = {""}
    for clause in {plan.clause for plan in plans}:
        pay = book.catalogue.clauses[clause].row.pay
        names |= {stage.event for stage in pay.stages} if pay else set()
    return {name: number for number, name in enumerate(sorted(names))}


def filed(files: Files, rulings: Sequence[int], ranked: Sequence[tuple[bool, bool]]) -> Filed:
    """The claims as arrays; `rulings` on unchanged facts, and whether another clause goes first or might."""
    setting, plans = files.setting, files.plans
    arrivals = [sorted(plan.upper_level) for plan in plans]
    flat = [each for rows in arrivals for each in rows]
    rows = [_claim(files, place, rulings[place], *ranked[place]) for place in range(len(plans))]
    mate, mates = _mates(files)
    return Filed(
        np.array(rows, dtype=np.int64).reshape(-1, C.COUNT),
        np.array([setting.days[step] for step in STEPS], dtype=np.int64).T.copy(),
        np.array([_known(plan) for plan in plans], dtype=np.int64).reshape(-1, 8),
        np.array([_events(plan, files.events) for plan in plans], dtype=np.int64).reshape(
            -1, len(files.events)
        ),
        np.array(flat, dtype=np.int64).reshape(-1, 2),
        np.cumsum([0, *map(len, arrivals)], dtype=np.int64),
        _limits(files),
        mate,
        mates,
        _opening(files),
    )


def _claim(files: Files, place: int, ruling: int, ranked: bool, rivals: bool) -> list[int]:
    plan, terms, facts = files.plans[place], files.terms[place], files.facts[place]
    asks, recheck = files.book.asks(files.clauses[place]), terms.recheck
    choice = files.setting.choices.review
    reviewed = choice == "all" or (choice == "discretionary" and terms.discretionary)
    holds = recheck is None or files.book.holds(files.clauses[place], facts, plan.applied_day)
    return [
        plan.applied_day,
        files.clauses[place],
        files.untimely(files.clauses[place], plan.applied_day),
        reviewed,
        terms.envelope,
        terms.matching and bool(plan.upper_level),
        ruling,
        ranked,
        rivals,
        NEVER if plan.lapses_day is None else plan.lapses_day,
        NONE if recheck is None else recheck.years,
        recheck is not None and recheck.lapse == "claw_back",
        holds,
        files.codes["same"][key_of(plan, terms, facts, SAME)],
        files.codes["yearly"][key_of(plan, terms, facts, YEARLY)],
        files.codes["level"][level_of(plan, terms, facts)],
        sum(bit for name, bit in OWN_FACTS.items() if name in asks),
        files.enterprises[plan.enterprise],
        Payer[plan.upper_payer.upper()],
        files.planned(plan),
        len(terms.limits),
    ]


NOTHING, _NOTHING_KNOWN = Known(), [NONE] * 8


def _known(plan: ClaimPlan) -> list[int]:
    known = plan.known
    if known is NOTHING or known == NOTHING:
        return _NOTHING_KNOWN
    days = [known.complete_day, known.reviewed_day, known.decided_day, known.publicised_day]
    latest = [known.at_latest(step) for step in STEPS[:4]]
    return [NONE if day is None else day for day in (*days, *latest)]


def _events(plan: ClaimPlan, numbers: dict[str, int]) -> list[int]:
    return [plan.events.get(name, NEVER) if name else NONE for name in numbers]


def _limits(files: Files) -> IntArray:
    found = np.zeros((len(files.plans), files.most_limits, len(L)), dtype=np.int64)
    pools = files.codes["pool"]
    for place, (plan, terms) in enumerate(zip(files.plans, files.terms, strict=True)):
        for k, limit in enumerate(terms.limits):
            key = (limit.pool, limit.per, key_of(plan, terms, files.facts[place], limit.per))
            at_payment, yearly = limit.at == "payment", "year" in limit.per
            found[place, k] = pools[key], at_payment, Short[limit.short.upper()], yearly
    return found


def _mates(files: Files) -> tuple[IntArray, IntArray]:
    """Claims under each stacking rule, group by group, and where each claim's group lies."""
    rules = files.book.rules
    mates, order = np.zeros((len(files.plans), len(rules), 2), dtype=np.int64), list[int]()
    for number, rule in enumerate(rules):
        groups: dict[object, list[int]] = {}
        for place, (plan, terms) in enumerate(zip(files.plans, files.terms, strict=True)):
            if terms.id in rule.members:
                key = key_of(plan, terms, files.facts[place], rule.per)
                groups.setdefault(key, []).append(place)
        for members in groups.values():
            mates[members, number] = len(order), len(order) + len(members)
            order += members
    return np.array(order, dtype=np.int64), mates


def _opening(files: Files) -> IntArray:
    held = files.setting.openings
    parties = [*TREASURIES.values(), *(f"enterprise:{name}" for name in files.enterprises)]
    return np.array([held.get(party, 0) for party in parties], dtype=np.int64)


def _inside(here: tuple[int, int], opens: tuple[int, int], closes: tuple[int, int]) -> bool:
    if opens <= closes:
        return opens <= here <= closes
    return here >= opens or here <= closes

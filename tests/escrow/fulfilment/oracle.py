"""An independent, simpler model of the process: recomputes what every claim is paid, from plain facts.

It imports nothing of the process. Days of each step are fixed, treasuries are rich, papers are data.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from escrow.calendar import calendar

CALENDAR = calendar()
STEPS = {"completeness": 5, "decision": 10, "notice": 5, "payment": 10}
DECIDING, PAYING, CLOSING = 0, 4, 6
LAST = 10**6


@dataclass
class Claim:
    """One claim as stated."""

    serial: int
    enterprise: str
    clause: str
    applied: int
    asked: int
    matter: str = ""
    lapses: int | None = None


@dataclass
class Clause:
    """One clause: its envelope, shares of the payers, stages as (years later, share), a yearly cap."""

    envelope: str = ""
    shares: dict[str, int] = field(default_factory=lambda: {"district": 1})
    stages: tuple[tuple[int, Fraction], ...] = ((0, Fraction(1)),)
    yearly_cap: int | None = None
    trims: bool = True


@dataclass
class World:
    """Everything the model needs; envelopes as {name: (fen a year, total it lies in)}."""

    claims: list[Claim]
    clauses: dict[str, Clause]
    envelopes: dict[str, tuple[dict[int, int], str]]
    short: str
    year_end: str
    stacked: frozenset[str]  # clauses under a highest-only rule per enterprise and matter
    first: int
    last: int
    window: tuple[tuple[int, int], tuple[int, int]] | None = None
    revenue: tuple[int, Fraction] | None = None


class Model:
    """Runs the days one after the other."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.heap: list[tuple[int, int, int, int, Callable[[], None]]] = []
        self.free: dict[tuple[str, int], int] = defaultdict(int)
        self.given: dict[tuple[str, int], int] = defaultdict(int)
        self.came_over: dict[tuple[str, int], int] = defaultdict(int)
        self.granted: dict[int, int] = {}
        self.held: dict[int, dict[str, int]] = {}
        self.held_year: dict[int, int] = {}
        self.paid: dict[int, int] = defaultdict(int)
        self.paid_by: dict[tuple[int, str], int] = defaultdict(int)
        self.used: dict[Any, int] = defaultdict(int)
        self.same: dict[Any, dict[int, int]] = defaultdict(dict)
        self.put_off: list[tuple[Claim, int]] = []
        self.day = world.first
        self.count = 0

    # --- running ---------------------------------------------------------------------------

    def run(self) -> dict[tuple[int, str], int]:
        """Fen paid by (claim, payer)."""
        world = self.world
        for year in range(self.year_of(world.first), self.year_of(world.last) + 1):
            self.at(date(year, 1, 1).toordinal(), DECIDING, -1, partial(self.new_year, year))
            end = date(year, 12, 31).toordinal()
            self.at(end, DECIDING, LAST + 1, self.share_out)
            self.at(end, CLOSING, LAST, partial(self.close, year))
        if world.revenue:
            self.at(world.revenue[0], DECIDING, LAST, self.less_revenue)
        for claim in world.claims:
            self.file(claim)
        while self.heap:
            self.day, _, _, _, act = heapq.heappop(self.heap)
            if self.day > world.last:
                break
            act()
        return {key: fen for key, fen in self.paid_by.items() if fen}

    def at(self, day: int, phase: int, place: int, act: Callable[[], None]) -> None:
        self.count += 1
        heapq.heappush(self.heap, (max(day, self.day), phase, place, self.count, act))

    @staticmethod
    def year_of(day: int) -> int:
        return date.fromordinal(day).year

    # --- one claim -------------------------------------------------------------------------

    def file(self, claim: Claim) -> None:
        on = date.fromordinal(claim.applied)
        if self.world.window and not self.world.window[0] <= (on.month, on.day) <= self.world.window[1]:
            return
        complete = CALENDAR.add_working(claim.applied, STEPS["completeness"])
        decided = CALENDAR.add_working(complete, STEPS["decision"])
        if claim.asked:
            self.at(decided, DECIDING, claim.serial, lambda: self.decide(claim))

    def decide(self, claim: Claim) -> None:
        if claim.lapses is not None and claim.lapses <= self.day:
            return
        clause = self.world.clauses[claim.clause]
        amount = claim.asked
        key = (claim.enterprise, claim.matter)
        if claim.clause in self.world.stacked:
            amount = max(0, amount - sum(self.same[key].values()))
        pool = (claim.enterprise, claim.clause, self.year_of(self.day))
        if clause.yearly_cap is not None:
            room = max(0, clause.yearly_cap - self.used[pool])
            amount = min(amount, room) if clause.trims or amount <= room else 0
        if not amount:
            return
        self.same[key][claim.serial] = amount if claim.clause in self.world.stacked else 0
        self.used[pool] += amount
        self.granted[claim.serial] = amount
        self.pools(claim, key, pool)
        self.ask(claim, amount)

    def pools(self, claim: Claim, key: Any, pool: Any) -> None:
        self.keys = getattr(self, "keys", {})
        self.keys[claim.serial] = (key, pool)

    def cut(self, claim: Claim, amount: int) -> None:
        """A part of an award falls away."""
        key, pool = self.keys[claim.serial]
        self.granted[claim.serial] -= amount
        self.used[pool] -= amount
        if claim.clause in self.world.stacked:
            self.same[key][claim.serial] -= amount

    # --- envelopes -------------------------------------------------------------------------

    def line(self, claim: Claim) -> list[str]:
        """Its envelope, and the totals above that are stated for this year."""
        names = []
        name = own = self.world.clauses[claim.clause].envelope
        while name:
            if name == own or self.year_of(self.day) in self.world.envelopes[name][0]:
                names.append(name)
            name = self.world.envelopes[name][1]
        return names

    def own(self, claim: Claim, amount: int) -> int:
        """The district's part of the next `amount` of a claim."""
        before = sum(fen for (serial, _), fen in self.paid_by.items() if serial == claim.serial)
        return self.parts(claim, before + amount)["district"] - self.paid_by[claim.serial, "district"]

    def parts(self, claim: Claim, amount: int) -> dict[str, int]:
        shares = self.world.clauses[claim.clause].shares
        whole = sum(shares.values())
        found = {name: amount * share // whole for name, share in shares.items()}
        found[next(iter(shares))] += amount - sum(found.values())
        return {"district": 0, **found}

    def ask(self, claim: Claim, amount: int) -> None:
        line, year = self.line(claim), self.year_of(self.day)
        room = min((self.free[name, year] for name in line), default=None)
        if room is None or (self.world.short != "prorate" and self.own(claim, amount) <= room):
            self.award(claim, amount)
        elif self.world.short == "trim":
            self.award(claim, self.most(claim, amount, room))
        elif self.world.short == "reject":
            self.cut(claim, amount)
        else:
            self.put_off.append((claim, amount))

    def most(self, claim: Claim, amount: int, room: int) -> int:
        while amount and self.own(claim, amount) > room:
            amount -= max(1, self.own(claim, amount) - room)
        while self.own(claim, amount + 1) <= room and amount < self.world.claims[claim.serial].asked:
            amount += 1
        return min(amount, self.granted[claim.serial] - self.paid[claim.serial])

    def award(self, claim: Claim, amount: int) -> None:
        if amount < self.granted[claim.serial]:
            self.cut(claim, self.granted[claim.serial] - amount)
        if not amount:
            return
        year = self.year_of(self.day)
        self.held_year[claim.serial] = year
        self.held[claim.serial] = {}
        for name in self.line(claim):
            self.held[claim.serial][name] = self.own(claim, amount)
            self.free[name, year] -= self.own(claim, amount)
        noticed = CALENDAR.add_working(self.day, STEPS["notice"])
        self.at(noticed, DECIDING, claim.serial, lambda: self.start(claim, amount, noticed))

    def start(self, claim: Claim, amount: int, noticed: int) -> None:
        """Stages one after the other."""
        parts, done, before = [], Fraction(0), 0
        for years, share in self.world.clauses[claim.clause].stages:
            done += share
            upto = amount * done.numerator // done.denominator
            parts.append((later(noticed, years), upto - before))
            before = upto
        self.next_stage(claim, parts)

    def next_stage(self, claim: Claim, parts: list[tuple[int, int]]) -> None:
        if parts:
            self.at(parts[0][0], PAYING, claim.serial, lambda: self.due(claim, parts))

    def due(self, claim: Claim, parts: list[tuple[int, int]]) -> None:
        amount = min(parts[0][1], self.owed(claim))
        if not amount:
            self.next_stage(claim, parts[1:])
            return
        ready = CALENDAR.add_working(self.day, STEPS["payment"])
        self.at(CALENDAR.next_working(ready), PAYING, claim.serial, lambda: self.pay(claim, amount, parts))

    def owed(self, claim: Claim) -> int:
        return self.granted[claim.serial] - self.paid[claim.serial]

    def pay(self, claim: Claim, amount: int, parts: list[tuple[int, int]]) -> None:
        if claim.lapses is not None and claim.lapses <= self.day:
            self.release(claim, self.owed(claim))
            return
        amount = min(amount, self.owed(claim))
        before = sum(fen for (serial, _), fen in self.paid_by.items() if serial == claim.serial)
        for name, fen in self.parts(claim, before + amount).items():
            part = fen - self.paid_by[claim.serial, name]
            self.paid_by[claim.serial, name] += part
            if name == "district":
                for envelope in self.held[claim.serial]:
                    self.held[claim.serial][envelope] -= part
        self.paid[claim.serial] += amount
        self.next_stage(claim, parts[1:])

    def release(self, claim: Claim, amount: int) -> None:
        """What is owed falls away; holds of this year are free again."""
        self.cut(claim, amount)
        keep = self.own(claim, self.owed(claim))
        for name, fen in self.held[claim.serial].items():
            if self.held_year[claim.serial] == self.year_of(self.day):
                self.free[name, self.held_year[claim.serial]] += fen - keep
            self.held[claim.serial][name] = keep

    # --- the year --------------------------------------------------------------------------

    def new_year(self, year: int) -> None:
        for name, (amounts, _) in self.world.envelopes.items():
            self.given[name, year] = amounts.get(year, 0)
            self.free[name, year] += amounts.get(year, 0)
        if self.world.short != "defer":
            return
        waiting, self.put_off = self.put_off, []
        for claim, amount in waiting:
            if self.own(claim, amount) <= min(self.free[name, year] for name in self.line(claim)):
                self.award(claim, amount)
            else:
                self.put_off.append((claim, amount))

    def inner_first(self) -> list[str]:
        def depth(name: str) -> int:
            above = self.world.envelopes[name][1]
            return 1 + depth(above) if above else 0

        return sorted(self.world.envelopes, key=lambda name: -depth(name))

    def share_out(self) -> None:
        if self.world.short != "prorate":
            return
        waiting, self.put_off = self.put_off, []
        wanted = {claim.serial: self.own(claim, amount) for claim, amount in waiting}
        for name in self.inner_first():
            here = [claim.serial for claim, _ in waiting if name in self.line(claim)]
            room = self.free[name, self.year_of(self.day)]
            if sum(wanted[serial] for serial in here) > room:
                wanted.update(exactly(room, {serial: wanted[serial] for serial in here}))
        for claim, amount in waiting:
            self.award(claim, self.most(claim, amount, wanted[claim.serial]))

    def close(self, year: int) -> None:
        for name in self.world.envelopes:
            free = self.free.pop((name, year), 0)
            old = self.came_over[name, year]
            spent = self.given[name, year] + old - free
            if self.world.year_end == "carry_over":
                onward = free - max(0, old - spent)
                self.free[name, year + 1] += onward
                self.came_over[name, year + 1] += onward

    def less_revenue(self) -> None:
        assert self.world.revenue is not None
        share, year = self.world.revenue[1], self.year_of(self.day)
        for name in self.inner_first():
            asked = int(self.given[name, year] * share)
            lacking = asked - self.free[name, year]
            if lacking > 0:
                self.cut_unpaid(name, lacking, year)
            cut = min(asked, self.free[name, year])
            self.free[name, year] -= cut
            self.given[name, year] -= cut

    def cut_unpaid(self, name: str, lacking: int, year: int) -> None:
        held = {
            serial: held[name]
            for serial, held in sorted(self.held.items())
            if held.get(name) and self.held_year[serial] == year
        }
        cuts = exactly(min(lacking, sum(held.values())), held)
        for serial, cut in cuts.items():
            claim = self.world.claims[serial]
            keep = held[serial] - cut
            left = self.most(claim, self.owed(claim), keep)
            gone = self.owed(claim) - left
            if gone:
                self.cut(claim, gone)
                for each, fen in self.held[serial].items():
                    self.free[each, year] += fen - keep
                    self.held[serial][each] = keep


def exactly(total: int, weights: dict[int, int]) -> dict[int, int]:
    """A sum in proportion, largest remainders first, in their order among equals."""
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    exact = {serial: Fraction(total * weight, whole) for serial, weight in weights.items()}
    parts = {serial: int(share) for serial, share in exact.items()}
    rest = sorted(weights, key=lambda serial: parts[serial] - exact[serial])
    for serial in rest[: total - sum(parts.values())]:
        parts[serial] += 1
    return parts


def later(day: int, years: int) -> int:
    """The same day some years later, 28 February for 29."""
    on = date.fromordinal(day)
    if years and (on.month, on.day) == (2, 29):
        on = on.replace(day=28)
    return on.replace(year=on.year + years).toordinal()

"""The risk pool's pots and their queues: first come, first served, overtaking only by a reading."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

from simpy.events import Event

from escrow.processes.case import Case
from escrow.tape import Kind, Phase

if TYPE_CHECKING:
    from escrow.processes.scheme import Scheme


@dataclass(slots=True)
class Request:
    """A project waiting for pool money (or, under a quota, for a commitment)."""

    case: Case
    stage: int
    budget: int
    granted: Event
    score: int
    filed: int
    arrival: int
    told: bool = False  # whether the tape says that it waits


@dataclass(slots=True)
class Pot:
    """Money (or quota) that one queue draws on, in fen."""

    free: int
    queue: list[Request] = field(default_factory=list)


class RiskPool:
    """One common pot, or one per platform (reading pool_split)."""

    def __init__(self, s: "Scheme", size: int) -> None:
        self.s = s
        weights = s.terms.read.pool_split(_shares(s))
        self.pots = [Pot(amount) for amount in _divided(size, weights)] if weights else [Pot(size)]
        self._weights = weights
        self._arrivals = 0
        self._asked = False
        self._waking = False

    def number_of(self, platform: int) -> int:
        """The number of the pot a platform draws on."""
        return platform if self._weights else 0

    def pot_of(self, platform: int) -> Pot:
        """The pot a platform draws on."""
        return self.pots[self.number_of(platform)]

    @property
    def free(self) -> int:
        """What no project has been given or promised, in fen."""
        return sum(pot.free for pot in self.pots)

    def ask(self, case: Case, stage: int, budget: int) -> Event:
        """Ask for a budget; the event fires with True when it is granted, False when it is refused."""
        self._arrivals += 1
        s = self.s
        score = case.plan.score if case.plan.score is not None else s.draw(case.serial, "score")
        request = Request(case, stage, budget, Event(s.env), score, case.plan.filed_day, self._arrivals)
        self.pot_of(s.draw(case.serial, "platform")).queue.append(request)
        self.wake()
        return request.granted

    def receive(self, platform: int, amount: int) -> None:
        """Room in a platform's pot; whoever waits may now be served."""
        self.pot_of(platform).free += amount
        self.wake()

    def give_back(self, platform: int, amount: int) -> None:
        """Money a platform returns: it refills a pot of cash, but a quota once paid is used for good."""
        if not self.s.terms.read.pool_form():
            self.receive(platform, amount)

    def top_up(self, amount: int, decided: bool) -> None:
        """New money, divided as the pots are; only a decided top-up lets another one be asked for."""
        parts = _divided(amount, self._weights) if self._weights else [amount]
        for pot, part in zip(self.pots, parts, strict=True):
            pot.free += part
        if decided:
            self._asked = False
        self.wake()

    def drain(self) -> int:
        """Take out everything that is free (reading quota_year_end); in fen."""
        return sum(self.drain_pot(number, 0) for number in range(len(self.pots)))

    def drain_pot(self, number: int, needed: int) -> int:
        """Take out of a pot what is free beyond `needed` (reading pool_after_trial); in fen."""
        taken = max(0, self.pots[number].free - needed)
        self.pots[number].free -= taken
        return taken

    def wake(self) -> None:
        """Serve the queues today, once, after all projects' payments: who is best must first be there."""
        if not self._waking:
            self._waking = True
            today = self.s.agenda.today
            event = self.s.at(today, Phase.PAYMENTS)
            event.callbacks = [lambda _: self._serve()]

    def waiting(self) -> list[Request]:
        """All requests not yet served, by pot and arrival."""
        return [request for pot in self.pots for request in pot.queue]

    def turn_away(self) -> None:
        """The trial is over: whoever still waits for a commitment gets no notice any more."""
        for pot in self.pots:
            for request in [each for each in pot.queue if not each.case.approved]:
                pot.queue.remove(request)
                request.granted.succeed(False)
        self.wake()

    def _serve(self) -> None:
        self._waking = False
        for pot in self.pots:
            if pot.queue:
                self._serve_pot(pot)

    def _serve_pot(self, pot: Pot) -> None:
        read = self.s.terms.read
        queue = pot.queue
        short = sum(request.budget for request in queue) > pot.free
        for request in read.selection_rule(list(queue)) if short else list(queue):
            if request.budget <= pot.free:
                pot.free -= request.budget
                queue.remove(request)
                request.granted.succeed(True)
            elif read.pool_shortage():
                queue.remove(request)
                request.granted.succeed(False)
            else:
                self._short(request, pot)
                if not read.pool_overtaking():
                    break
        for request in queue:
            self._queued(request, pot)

    def _queued(self, request: Request, pot: Pot) -> None:
        """Say once that a request was not served on its day."""
        if not request.told:
            request.told = True
            columns = (request.stage, request.budget, pot.free)
            self.s.note(Phase.PAYMENTS, Kind.POOL_QUEUED, request.case, *columns)

    def _short(self, request: Request, pot: Pot) -> None:
        """The pool is used up for the next in line: the one occasion on which a top-up is considered."""
        s = self.s
        if s.terms.pool_topup and not self._asked:
            self._asked = True
            s.note(Phase.PAYMENTS, Kind.POOL_TOPUP_ASKED, request.case, request.stage, a=pot.free)
            s.agenda.start(self._decide_top_up())

    def _decide_top_up(self) -> Any:
        s = self.s
        yield s.at(s.agenda.today + s.terms.pool_topup_days, Phase.RECEIPTS)
        top_up(s, s.terms.pool_topup, 2)


def top_up(s: "Scheme", amount: int, occasion: int) -> None:
    """Money into the pool: 1 dated by the scenario, 2 decided because the pool was used up."""
    if s.terms.read.pool_form():
        s.note(Phase.RECEIPTS, Kind.QUOTA_ISSUED, amount=amount, a=occasion)
    elif not s.pay(Kind.POOL_TOPPED_UP, s.district, None, 0, amount, a=occasion, phase=Phase.RECEIPTS):
        return
    s.pool.top_up(amount, decided=occasion == 2)


def _shares(s: "Scheme") -> list[int]:
    """Weights of the pots: stated shares of the whole pool, what is left of it evenly to the other platforms.

    Platforms without a project come after those with one; a rest that nobody has a share of comes last.
    """
    facts = s.portfolio.platforms
    names = [*s.world.platforms, *(name for name in facts if name not in s.world.platforms)]
    stated = {name: fact.quota_share for name, fact in facts.items() if fact.quota_share is not None}
    rest = 1 - sum(stated.values(), Fraction(0))
    others = len(names) - len(stated)
    shares = [stated.get(name, rest / max(1, others)) for name in names]
    if not others:
        shares.append(rest)
    whole = lcm(*(part.denominator for part in shares))
    return [int(part * whole) for part in shares]


def _divided(amount: int, weights: list[int]) -> list[int]:
    """`amount` by weights, odd fen to the first pots."""
    total = sum(weights)
    parts = [amount * weight // total for weight in weights]
    for i in range(amount - sum(parts)):
        parts[i] += 1
    return parts

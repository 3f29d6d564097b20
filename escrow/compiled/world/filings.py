"""The filings that may be generated, as arrays: ids, applicants, tables, levers."""

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from escrow.behaviour import Behaviour, Insurers
from escrow.behaviour.quantile import ONE, IntArray
from escrow.compiled.columns import NONE, P
from escrow.compiled.pack import write_plan
from escrow.compiled.world.arrays import Agreement, Filings, Market, Terms
from escrow.compiled.world.asks import AT, CONSTANT, NUMBER, AskMaker
from escrow.compiled.world.parties import NameMaker, digests, fill_constants
from escrow.project import InsurancePlan, LoanPlan, Portfolio, ProjectPlan
from escrow.world import Levers, Loans, PopulationSpec, Ring
from escrow.world.counter import digest
from escrow.world.cover import DRAWN_INSURER

NEVER = 1 << 40  # a day that does not come
_ALL = (1, 1)
_USUAL_POLICY = InsurancePlan(DRAWN_INSURER, 0, 0)


class Window(NamedTuple):
    """The intake window, what the policy offers in it, and the day before which nothing is generated."""

    first_day: int
    last_day: int
    levers: Levers
    cut_day: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return max(0, self.last_day - self.first_day + 1)


class FilingMaker:
    """Turns a population into asks, names and arrays; without one there are no filings."""

    def __init__(self, spec: PopulationSpec | None, window: Window, names: NameMaker, asks: AskMaker) -> None:
        self._none = spec is None or not window.days
        self._spec, self._window, self._rule = spec or PopulationSpec(), window, asks.rule
        insured = asks.rule[NUMBER["insured"], :AT].tolist() != [CONSTANT, 0]
        self._insurer = names.insurers([DRAWN_INSURER])[0] if insured else NONE
        self.most = 0 if self._none else max(code for code, _ in self._spec.stages.parts)
        self._ordinary = 0 if self._none else max(0, _potential(self._spec))
        self._enterprises, self._ring_enterprises, self._ring_platform = [0], [0], 0
        if not self._none:
            self._name(names)
            _ask(self._spec, window, names, asks)

    def _name(self, names: NameMaker) -> None:
        spec, ring = self._spec, self._spec.ring
        numbers = range(1, spec.enterprises + 1)
        self._enterprises = names.enterprises(f"{spec.prefix}E{k:03d}" for k in numbers)
        if ring is not None:
            self._ring_platform = names.platforms([ring.platform])[0]
            members = [f"{spec.prefix}RE{k % ring.enterprises + 1:03d}" for k in range(ring.contracts)]
            self._ring_enterprises = names.enterprises(members)

    def filings(self) -> Filings:
        """Ids and applicants; places in the order of ids break ties between filings of a day."""
        spec = self._spec
        ids = [f"{spec.prefix}{k:03d}" for k in range(1, self._ordinary + 1)]
        if spec.ring is not None and not self._none:
            ids += spec.ring.ids(spec.prefix)
        return Filings(
            word=digests("filing", ids),
            project_word=digests("project", ids),
            order=np.array(sorted(range(len(ids)), key=lambda k: ids[k]), dtype=np.int64),
            enterprise=np.array(self._enterprises, dtype=np.int64),
            ring_enterprise=np.array(self._ring_enterprises, dtype=np.int64),
            row=_common_row(self._rule),
            loan=_common_row(self._rule, _usual_loan(spec.loans)),
        )

    def terms(self, behaviour: Behaviour) -> Terms:
        """Single numbers."""
        spec, window = self._spec, self._window
        joining = spec.joining
        return Terms(
            filings=int(not self._none),
            ordinary=self._ordinary,
            first_day=window.first_day,
            window=window.days,
            cut_day=window.cut_day,
            uptake=0 if joining is None else max(1, joining.uptake.at),
            joining_at=ONE if joining is None else joining.threshold(window.levers),
            announced_day=spec.announcement.day if spec.announcement else NEVER,
            enterprises=spec.enterprises,
            agreement=_agreement(spec, window.levers),
            borrowing=int(spec.loans.chance.at > 0),
            ring_platform=self._ring_platform,
            market=_market(self._insurer, behaviour.insurers or Insurers()),
            default_at=behaviour.chance("loan_defaults").at,
            district_word=np.uint64(digest("district:")),
        )


def _potential(spec: PopulationSpec) -> int:
    """The most ordinary filings that can be considered."""
    most = spec.filings.highest
    return most if spec.joining is None else spec.joining.potential(most)


def _ask(spec: PopulationSpec, window: Window, names: NameMaker, asks: AskMaker) -> None:
    """The rules of a population's draws."""
    for name in ("filings", "bunched", "stages", "planned_days", "equipment", "equipment_percent"):
        asks.filing(name, getattr(spec, name))
    asks.filing("total", spec.total_wan)
    asks.filing("bunched_total", spec.bunched_wan)
    asks.filing("share", spec.share_weight)
    asks.filing("borrows", spec.loans.chance)
    asks.filing("loan", spec.loans.principal_wan)
    if spec.first_share_percent is not None:
        asks.filing("first_share", spec.first_share_percent)
    if spec.announcement is not None:
        asks.filing("announcement", spec.announcement.stay_away)
    if spec.ring is not None:
        _ask_ring(spec.ring, asks)
    weights = [weight for _, weight in spec.platforms]
    asks.choice("platform", weights, names.platforms(name for name, _ in spec.platforms))
    _ask_days(spec, window, asks)


def _ask_ring(ring: Ring, asks: AskMaker) -> None:
    asks.filing("ring_total", ring.total_wan)
    asks.filing("ring_seen", ring.seen)
    asks.filing("ring_sampled", ring.sampled)
    asks.filing("ring_found", ring.found_days)


def _ask_days(spec: PopulationSpec, window: Window, asks: AskMaker) -> None:
    first, last = window.first_day, window.last_day
    asks.filing("rush", spec.arrivals.rush)
    usual = spec.arrivals.weights(first, last).tolist()
    asks.choice("day", usual, list(range(first, last + 1)))
    late = spec.arrivals.late_weights(first, last).tolist()
    asks.choice("late_day", late, list(range(spec.arrivals.late_from(first, last), last + 1)))


def _market(insurer: int, insurers: Insurers) -> Market:
    return Market(
        insurer=insurer,
        exit_day=NEVER if insurers.exit_day is None else insurers.exit_day,
        dearer_from=NEVER if insurers.dearer_from is None else insurers.dearer_from,
        factor=insurers.factor.as_integer_ratio(),
        payer=(int(_USUAL_POLICY.premium_payer), int(_USUAL_POLICY.payee)),
    )


def _agreement(spec: PopulationSpec, levers: Levers) -> Agreement:
    """How totals are divided, with the answer of the first instalment as fractions."""
    drawn, response = int(spec.first_share_percent is not None), spec.first_share_response
    if response is None:
        return Agreement(drawn, 0, _ALL, _ALL, _ALL)
    carried = min(max(levers.pool_budget_rate - levers.deposit_rate, Fraction(0)), Fraction(1))
    limit = Fraction(1) if levers.first_share_max is None else levers.first_share_max
    pull = (response.strength * carried).as_integer_ratio()
    return Agreement(drawn, 1, response.towards.as_integer_ratio(), pull, limit.as_integer_ratio())


def _common_row(rule: IntArray, loan: LoanPlan | None = None) -> IntArray:
    """What all generated projects have in common."""
    row = np.full(len(P), NONE, dtype=np.int64)
    write_plan(row, ProjectPlan("", "", "", 0, 0, (), loan=loan), Portfolio(()))
    fill_constants(row, rule)
    return row


def _usual_loan(loans: Loans) -> LoanPlan:
    return LoanPlan(1, 0, loans.term_days, loans.interest_rate, loans.fee_rate)

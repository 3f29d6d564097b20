"""Random stories: what worlds are drawn from, for both engines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st

from escrow.behaviour import Behaviour, Chance, Group, Insurers, QuantileTable, Shared, Spread
from escrow.compiled.pack import Packed, pack_worlds
from escrow.compiled.world import WorldSpec, world_spec_of
from escrow.project import EnterpriseFacts, PlatformFacts, Portfolio, ProjectPlan
from escrow.world import (
    Announcement,
    FirstShareResponse,
    Joining,
    Levers,
    Loans,
    PopulationSpec,
    Ring,
    build_world,
    generate,
)
from tests.escrow.world.plans import loan, policy, project

FROM, TO = date(2025, 3, 9).toordinal(), date(2026, 3, 8).toordinal()
FEW = QuantileTable.of("0:0 50:6 100:25")
NOBODY, DISTRICT = Portfolio(()), PopulationSpec(filings=FEW)
USUAL, TEXT = Behaviour.district(), Levers()


@dataclass(frozen=True)
class Story:
    """What a world is drawn from."""

    stated: Portfolio = NOBODY
    population: PopulationSpec | None = DISTRICT
    behaviour: Behaviour = USUAL
    levers: Levers = TEXT
    as_of: int | None = None
    last_day: int = TO

    def spec(self) -> WorldSpec:
        """For the kernel."""
        return world_spec_of(
            self.stated, self.population, self.behaviour, FROM, self.last_day, self.levers, self.as_of
        )

    def packed(self, seed: int, replications: Sequence[int]) -> Packed:
        """The same worlds from the readable engine."""
        return pack_worlds([self._setting(seed, r) for r in replications])

    def _setting(self, seed: int, replication: int) -> Any:
        plans = list(self.stated.projects)
        if self.population:
            plans += generate(
                self.population, seed, replication, FROM, self.last_day, self.levers, self.as_of
            )
        world = build_world(plans, self.behaviour, seed, replication)
        portfolio = replace(self.stated, projects=world.plans)
        return SimpleNamespace(world=world, portfolio=portfolio)


CHANCES = st.sampled_from(["0%", "3%", "50%", "100%"]).map(Chance.of)
RATES = st.fractions(0, 1, max_denominator=20)
DAYS = st.integers(FROM - 10, TO + 10)
_SOME = ("insured", "missed", "rectify", "passed", "falsified", "loan_defaults", "ended_without_fault")
_SHARED = ("missed", "work_days", "insured", "cause", "passed", "score", "rectify_days", "next_comes")


def behaviours() -> st.SearchStrategy[Behaviour]:
    """The district or certainty with some chances, effects, shared draws and insurers of its own."""
    return st.builds(
        lambda usual, draws, spread, shared, insurers: replace(
            usual.but(draws, spread, shared), insurers=insurers
        ),
        st.sampled_from([Behaviour.district(), Behaviour.certain()]),
        st.dictionaries(st.sampled_from(_SOME), CHANCES),
        st.builds(Spread, *[st.sampled_from([0, 60, 900])] * 3),
        st.dictionaries(st.sampled_from(_SHARED), st.builds(Shared, st.sampled_from(Group), CHANCES)),
        st.none() | st.builds(Insurers, st.none() | DAYS, st.none() | DAYS, RATES),
    )


def populations() -> st.SearchStrategy[PopulationSpec]:
    """Small populations with everything that can be switched on."""
    small = st.integers(1, 5)
    return st.builds(
        PopulationSpec,
        filings=st.just(FEW),
        enterprises=st.integers(1, 30),
        bunched=CHANCES,
        first_share_percent=st.none() | st.just(QuantileTable.of("0:20 100:60")),
        equipment=CHANCES,
        loans=st.builds(Loans, CHANCES),
        joining=st.none() | st.just(Joining()),
        prefix=st.sampled_from(["G", "E"]),
        announcement=st.none() | st.builds(Announcement, DAYS, CHANCES),
        first_share_response=st.none() | st.builds(FirstShareResponse, RATES, RATES),
        ring=st.none() | st.builds(Ring, small, st.just("PL9"), small, seen=CHANCES, sampled=CHANCES),
    )


def levers() -> st.SearchStrategy[Levers]:
    """What a policy offers."""
    return st.builds(Levers, RATES, RATES, RATES, RATES, st.none() | RATES)


def plans() -> st.SearchStrategy[ProjectPlan]:
    """Stated projects whose parties may be generated ones as well."""
    return st.builds(
        lambda name, enterprise, platform, stages, insurance, lent, score: replace(
            project(name, enterprise, platform, stages=stages, insurance=insurance, loan=lent), score=score
        ),
        st.sampled_from(["P1", "P2", "G001"]),
        st.sampled_from(["E1", "GE001", "EE002"]),
        st.sampled_from(["PL1", "PL2", "own"]),
        st.integers(1, 7),
        st.none() | st.just(policy()) | st.just(replace(policy(), insurer="I1")),
        st.none() | st.sampled_from([loan(), loan(700), loan(365, FROM + 300)]),
        st.none() | st.integers(0, 100),
    )


def portfolios() -> st.SearchStrategy[Portfolio]:
    """Up to three stated projects with facts about their parties."""
    facts = {"E1": EnterpriseFacts(group="g"), "GE001": EnterpriseFacts(False, "a")}
    return st.builds(
        lambda projects, enterprises, platforms: Portfolio(
            tuple(projects), enterprises=enterprises, platforms=platforms
        ),
        st.lists(plans(), max_size=3),
        st.sampled_from([{}, facts]),
        st.sampled_from([{}, {"PL1": PlatformFacts(listed=False)}]),
    )


def stories() -> st.SearchStrategy[Story]:
    """Everything together; a window that is empty now and then."""
    return st.builds(
        Story,
        portfolios(),
        st.none() | populations(),
        behaviours(),
        levers(),
        st.none() | DAYS,
        st.sampled_from([TO, FROM + 3, FROM - 1]),
    )


HALF = Fraction(1, 2)
EVERYTHING = Story(
    stated=Portfolio((project("P1"), project("P2", "GE001", insurance=policy(), loan=loan()))),
    population=PopulationSpec(
        filings=QuantileTable.of("0:10 100:20"),
        loans=Loans(Chance.of("50%")),
        joining=Joining(),
        announcement=Announcement(FROM + 200, Chance.of("50%")),
        first_share_response=FirstShareResponse(),
        ring=Ring(3, "PL9", 2, seen=Chance.of("50%"), sampled=Chance.of("50%")),
    ),
    levers=Levers(deposit_rate=HALF, cost_share_rate=HALF),
)

"""Names, their digests and facts, and the projects that a scenario lists, as arrays."""

from collections.abc import Iterable

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE, P, S
from escrow.compiled.names import Names
from escrow.compiled.pack import write_plan
from escrow.compiled.world.arrays import Parties, Stated
from escrow.compiled.world.asks import AT, CONSTANT, NUMBER
from escrow.compiled.world.counter import Words
from escrow.compiled.world.purposes import PLAIN
from escrow.processes.scheme import groups_of
from escrow.project import EnterpriseFacts, PlatformFacts, Portfolio
from escrow.world.counter import digest


class NameMaker:
    """Numbers names as they come: stated ones first, then those that may be generated."""

    def __init__(self, stated: Portfolio) -> None:
        self._enterprises = dict.fromkeys(plan.enterprise for plan in stated.projects)
        self._platforms = dict.fromkeys(plan.platform for plan in stated.projects)
        self._insurers = dict.fromkeys(
            plan.insurance.insurer for plan in stated.projects if plan.insurance is not None
        )

    def enterprises(self, names: Iterable[str]) -> list[int]:
        """The places of these enterprises."""
        return _places(self._enterprises, names)

    def platforms(self, names: Iterable[str]) -> list[int]:
        """The places of these platforms."""
        return _places(self._platforms, names)

    def insurers(self, names: Iterable[str]) -> list[int]:
        """The places of these insurers."""
        return _places(self._insurers, names)

    def names(self) -> Names:
        """All names so far."""
        return Names(tuple(self._enterprises), tuple(self._platforms), tuple(self._insurers))


def digests(kind: str, names: Iterable[str]) -> Words:
    """The words of entities of a kind."""
    return np.array([digest(f"{kind}:{name}") for name in names], dtype=np.uint64)


def parties_of(names: Names, stated: Portfolio) -> Parties:
    """Digests and facts of everybody; what the scenario does not say is as usual."""
    groups = groups_of(stated)
    facts = [stated.enterprises.get(name, EnterpriseFacts()) for name in names.enterprises]
    return Parties(
        enterprise_word=digests("enterprise", names.enterprises),
        platform_word=digests("platform", names.platforms),
        enterprise=_table(
            [
                [groups.get(name, NONE), fact.in_district]
                for name, fact in zip(names.enterprises, facts, strict=True)
            ],
            2,
        ),
        listed=np.array(
            [stated.platforms.get(name, PlatformFacts()).listed for name in names.platforms], dtype=np.int64
        ),
    )


def stated_of(names: NameMaker, stated: Portfolio, stages: int, rule: IntArray) -> Stated:
    """The stated projects as rows, with what is constant in the behaviour filled in."""
    plans = stated.projects
    project = np.full((len(plans), len(P)), NONE, dtype=np.int64)
    stage = np.zeros((len(plans), stages, len(S)), dtype=np.int64)
    for i, plan in enumerate(plans):
        write_plan(project[i], plan, stated)
        fill_constants(project[i], rule)
        for k, agreed in enumerate(plan.stages):
            stage[i, k] = agreed.instalment_fen, agreed.planned_days
        project[i, P.SCORE] = NONE if plan.score is None else plan.score
    party = zip(
        names.enterprises(plan.enterprise for plan in plans),
        names.platforms(plan.platform for plan in plans),
        [names.insurers([plan.insurance.insurer])[0] if plan.insurance else NONE for plan in plans],
        strict=True,
    )
    return Stated(digests("project", (plan.id for plan in plans)), project, stage, _table(party, 3))


def fill_constants(row: IntArray, rule: IntArray) -> None:
    """Plain columns of a project whose purposes cost no draw."""
    for column in PLAIN:
        kind, value = rule[NUMBER[column.name.lower()], :AT].tolist()
        if kind == CONSTANT:
            row[column] = value


def _places(known: dict[str, None], names: Iterable[str]) -> list[int]:
    wanted = list(names)
    known.update(dict.fromkeys(wanted))
    place = {name: k for k, name in enumerate(known)}
    return [place[name] for name in wanted]


def _table(rows: Iterable[Iterable[int]], width: int) -> IntArray:
    return np.array([[int(cell) for cell in row] for row in rows], dtype=np.int64).reshape(-1, width)

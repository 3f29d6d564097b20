"""The key of a world: equal for equal worlds, whatever policy asked for them."""

from dataclasses import replace
from fractions import Fraction

from escrow.behaviour import Behaviour
from escrow.compiled.world import world_key
from escrow.project import EnterpriseFacts, Portfolio
from escrow.world import Joining, Levers, PopulationSpec
from tests.escrow.compiled.world.stories import Story

GENEROUS = Levers(cost_share_rate=Fraction(1, 2))


def test_a_policy_moves_no_world_without_joining() -> None:
    assert world_key(Story().spec()) == world_key(Story(levers=GENEROUS).spec())


def test_a_policy_moves_worlds_through_joining() -> None:
    joined = Story(population=PopulationSpec(joining=Joining()))
    assert world_key(joined.spec()) != world_key(replace(joined, levers=GENEROUS).spec())


def test_behaviour_population_facts_and_window_move_worlds() -> None:
    facts = Portfolio((), enterprises={"GE001": EnterpriseFacts(group="g")})
    stories = (
        Story(),
        Story(behaviour=Behaviour.certain()),
        Story(population=PopulationSpec(enterprises=7)),
        Story(stated=facts),
        Story(last_day=739_600),
        Story(as_of=739_500),
        Story(population=None),
    )
    assert len({world_key(story.spec()) for story in stories}) == len(stories)

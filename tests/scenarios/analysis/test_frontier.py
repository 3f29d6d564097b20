"""The Pareto set: who is on it, who is beaten by whom, and how sure that is."""

import numpy as np
import pytest

from scenarios.analysis.frontier import aims, frontier
from scenarios.analysis.pages.frontier import frontier_page, plain_frontier
from scenarios.analysis.problems import BadAim
from scenarios.report.document import Table
from scenarios.sweep.problems import NoSuchColumn
from scenarios.sweep.results import Results
from tests.scenarios.analysis.kit import results, world


def made() -> Results:
    """Cost and completions: 0 cheap and few, 1 dear and many, 2 dearer than 1 for no more, 3 like 0."""
    many = np.stack([np.full(400, count) for count in (10, 20, 20, 10)])
    return results([0, 50, 60, 0], completed=many)


def test_nobody_on_the_frontier_is_beaten_and_ties_stay() -> None:
    found = frontier(made(), aims(["public_net_fen:min", "completed:max"], made()))
    assert [place.point for place in found.best] == [0, 3, 1]
    assert [(place.point, place.beaten_by, place.surely) for place in found.beaten] == [(2, (1,), True)]


def test_a_difference_within_the_noise_beats_by_estimate_only() -> None:
    draw = np.random.default_rng(1)
    noise = np.stack([world(), world() + draw.normal(0, 10**9, 400).astype(np.int64)])
    noise[1] += noise[0].sum() // 400 - noise[1].sum() // 400 + 10_000
    noisy = results([0, 0], public_net_fen=noise)
    (beaten,) = frontier(noisy, aims(["public_net_fen:min", "completed:max"], noisy)).beaten
    assert (beaten.point, beaten.beaten_by, beaten.surely) == (1, (0,), False)


def test_a_point_whose_ratio_is_unknown_stands_aside() -> None:
    none = np.stack([np.full(400, 10), np.zeros(400, dtype=np.int64)])
    odd = results([0, -5], completed=none)
    found = frontier(odd, aims(["public_per_completed_fen:min"], odd))
    assert ([place.point for place in found.best], found.unknown) == ([0], (1,))


@pytest.mark.parametrize(
    ("text", "problem"), [("completed", BadAim), ("completed:more", BadAim), ("complete:max", NoSuchColumn)]
)
def test_an_aim_that_cannot_be_read_is_a_problem(text: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        aims([text], made())


def test_the_page_names_who_beats_whom() -> None:
    found = frontier(made(), aims(["public_net_fen:min", "completed:max"], made()))
    tables = [block for block in frontier_page(found, made(), "en").blocks if isinstance(block, Table)]
    assert [row[0] for row in tables[0].rows] == ["0: knob=0", "3: knob=3", "1: knob=1"]
    assert tables[1].rows[0][0] == "2: knob=2"
    assert tables[1].rows[0][3:] == ("1", "every paired interval agrees")
    assert plain_frontier(found, made())["beaten"][0]["beaten_by"] == [1]

"""Searches on made-up risks: found to the last step, unreachable, bent, the other way round."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from ledger.money import parse_money
from scenarios.analysis.bound import bound
from scenarios.analysis.pages.solve import plain_solve, solve_page
from scenarios.analysis.problems import BadBound, BadRange, QuantileOfRatio
from scenarios.analysis.readings import Runner
from scenarios.analysis.scale import at, ends, scale
from scenarios.analysis.solve import Ending, solve
from scenarios.report.document import Paragraph
from scenarios.sweep.results import Results

N = 1000


def runner(risk: Callable[[int], int], asked: list[str] | None = None) -> Runner:
    """`risk` gives how many of a thousand replications run dry at a pool of so many 万元."""

    def run(points: Sequence[Mapping[str, str]]) -> Results:
        sizes = [parse_money(point["pool_size"]) // 1_000_000 for point in points]
        if asked is not None:
            asked.extend(point["pool_size"] for point in points)
        flags = [np.arange(N) < risk(size) for size in sizes]
        return Results.of(points, {"pool_depleted": np.stack(flags).astype(np.int64)})

    return run


def falling(size: int) -> int:
    return max(0, 400 - size // 50)


def test_the_smallest_pool_is_found_to_the_last_wan() -> None:
    asked: list[str] = []
    found = solve("pool_size", scale("5000万", "3亿"), bound("pool_depleted<=5%"), runner(falling, asked))
    assert found.answer is not None
    assert found.next_to_it is not None
    assert (found.ending, found.answer.value, found.next_to_it.value) == (Ending.FOUND, "1.75亿", "17,499万")
    assert (found.answer.estimate.value, found.next_to_it.estimate.value) == (0.05, 0.051)
    assert found.monotone
    assert not found.answer.surely
    assert len(asked) == len(set(asked)) <= 5 + 13


def test_the_largest_value_comes_from_the_other_end() -> None:
    def rising(size: int) -> int:
        return size // 100

    found = solve(
        "pool_size", scale("1000万", "1亿"), bound("pool_depleted<=5%"), runner(rising), smallest=False
    )
    assert found.answer is not None
    assert (found.answer.value, found.ending) == ("5,099万", Ending.FOUND)


def test_a_bound_nobody_keeps_is_said_and_has_no_answer() -> None:
    found = solve("pool_size", scale("1000万", "1亿"), bound("pool_depleted<=5%"), runner(lambda _: 300))
    assert (found.ending, found.answer) == (Ending.NOWHERE, None)
    assert plain_solve(found)["answer"] is None


def test_a_bound_kept_everywhere_gives_the_end_of_the_range() -> None:
    found = solve("pool_size", scale("1000万", "1亿"), bound("pool_depleted<=5%"), runner(lambda _: 0))
    assert found.answer is not None
    assert (found.ending, found.answer.value, found.answer.surely) == (Ending.EVERYWHERE, "1,000万", True)


def test_a_risk_that_moves_the_other_way_is_said() -> None:
    found = solve(
        "pool_size", scale("1000万", "1亿"), bound("pool_depleted<=5%"), runner(lambda size: size // 20)
    )
    assert found.ending is Ending.OTHER_WAY
    said = [block.text for block in solve_page(found, "flag", "en").blocks if isinstance(block, Paragraph)]
    assert any("moves the other way" in text for text in said)


def test_a_risk_that_bends_is_said() -> None:
    def bent(size: int) -> int:
        return 200 if size < 2000 or 4000 < size < 6000 else 0

    found = solve("pool_size", scale("1000万", "9000万"), bound("pool_depleted<=5%"), runner(bent))
    assert found.answer is not None
    assert (found.answer.value, found.monotone) == ("2,000万", False)


def test_a_quantile_can_be_bounded() -> None:
    def run(points: Sequence[Mapping[str, str]]) -> Results:
        days = [np.arange(100) + int(point["acceptance_days"]) for point in points]
        return Results.of(points, {"queue_days_max": np.stack(days)})

    limit = bound("p95(queue_days_max)<=120")
    found = solve("acceptance_days", scale("10", "90"), limit, run, smallest=False)
    assert found.answer is not None
    assert (found.answer.value, found.answer.estimate.value) == ("26", 120.0)


@pytest.mark.parametrize(
    ("text", "name", "at", "below", "value"),
    [
        ("pool_depleted<=5%", "pool_depleted", None, True, 0.05),
        ("leverage >= 2.5", "leverage", None, False, 2.5),
        ("p95(public_net_fen)<=1亿", "public_net_fen", 0.95, True, 1e10),
        ("pool_lowest_fen>=300", "pool_lowest_fen", None, False, 30_000.0),
        ("public_net_fen<=-５万", "public_net_fen", None, True, -5_000_000.0),
    ],
)
def test_a_bound_reads_shares_numbers_and_money(
    text: str, name: str, at: float | None, below: bool, value: float
) -> None:
    assert bound(text)[1:] == (name, at, below, value)


@pytest.mark.parametrize(
    "text",
    [
        "pool_depleted<5%",
        "<=5%",
        "pool_depleted<=much",
        "p101(x_fen)<=1万",
        "",
        "public_net_fen<=--5",
        "public_net_fen<=²",
        "public_net_fen<=5²",
        "public_net_fen<=5%",
        "completed<=²",
        "completed<=--5",
        "completed<=" + "9" * 5000,
        "public_net_fen<=" + "9" * 5000,
    ],
)
def test_what_is_no_bound_is_refused(text: str) -> None:
    with pytest.raises(BadBound):
        bound(text)


@pytest.mark.parametrize("name", ["leverage", "public_per_completed_fen", "loss_ratio", "first_money_wait"])
def test_a_ratio_of_sums_has_no_quantile_and_the_reason_is_said(name: str) -> None:
    assert bound(f"{name}<=2").name == name
    with pytest.raises(QuantileOfRatio) as caught:
        bound(f"p95({name})<=2")
    assert "ratio of sums" in caught.value.say("en")
    assert name in caught.value.advise("zh")


@pytest.mark.parametrize(
    ("low", "high", "unit", "texts"),
    [
        ("5000万", "3亿", "money", ["5,000万", "5,001万", "3亿"]),
        ("1.5元", "3", "money", ["1.50", "2", "3"]),
        ("10%", "40.5%", "rate", ["10%", "10.01%", "40.5%"]),
        ("5‰", "1/3", "rate", ["0.5%", "0.51%", "1/3"]),
        ("0", "1/2", "rate", ["0%", "0.01%", "50%"]),
        ("30天", "180", "whole", ["30", "31", "180"]),
        ("2025-02-28", "2025-12-31", "day", ["2025-02-28", "2025-03-01", "2025-12-31"]),
    ],
)
def test_a_range_is_read_as_an_axis_is_and_walked_in_its_unit(
    low: str, high: str, unit: str, texts: list[str]
) -> None:
    found = scale(low, high)
    first, last = ends(found)
    walked = [at(found, first), at(found, first + 1), at(found, last)]
    assert {each.unit for each in walked} == {unit}
    assert [each.text() for each in walked] == texts


@pytest.mark.parametrize(
    ("low", "high"),
    [("3亿", "5000万"), ("10%", "5000万"), ("2%", "3"), ("a", "b"), ("5", "5"), ("2025-02-30", "2025-03-01")],
)
def test_what_is_no_range_is_refused(low: str, high: str) -> None:
    with pytest.raises(BadRange):
        scale(low, high)

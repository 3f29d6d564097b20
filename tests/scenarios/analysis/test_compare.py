"""Comparisons: what is paired, what is not, and what one may believe."""

import math

import numpy as np
import pytest

from scenarios.analysis.compare import compare_points, compare_results
from scenarios.analysis.pages.compare import compare_page, plain_compare
from scenarios.analysis.pairing import Pairing
from scenarios.analysis.problems import NoSuchPoint, NothingInCommon, TooFewPoints
from scenarios.report.document import Paragraph
from scenarios.sweep.problems import NoSuchColumn
from scenarios.sweep.results import Results
from tests.scenarios.analysis.kit import WAN, results, world


def test_points_of_a_result_differ_by_what_they_add_exactly() -> None:
    found = compare_points(results([0, 5, -3]), ["public_net_fen"])
    lines = [pair.lines[0].difference for pair in found.pairs]
    assert lines[0].estimate[:4] == (5.0 * WAN, 0.0, 5.0 * WAN, 5.0 * WAN)
    assert lines[1].estimate.value == -3.0 * WAN
    assert lines[0].reduction == math.inf


def test_another_baseline_turns_the_difference_round() -> None:
    found = compare_points(results([0, 5]), ["public_net_fen"], baseline=1)
    assert found.pairs[0].lines[0].difference.estimate.value == -5.0 * WAN


def test_results_of_one_seed_are_paired_and_of_two_are_not() -> None:
    same = compare_results(results([0]), results([5]), ["public_net_fen"]).pairs[0]
    other = compare_results(results([0]), results([5], seed=2), ["public_net_fen"]).pairs[0]
    assert (same.pairing, other.pairing) == (Pairing.SAME_DRAWS, Pairing.INDEPENDENT)
    assert same.lines[0].difference.estimate.error == 0.0
    assert other.lines[0].difference.estimate.half_width > 20 * WAN


def test_the_same_world_digest_is_said() -> None:
    one, two = results([0]), results([5])
    one.manifest["worlds"] = two.manifest["worlds"] = ["abc"]
    assert compare_results(one, two).pairs[0].pairing is Pairing.SAME_WORLDS


def test_points_are_matched_by_their_values_and_the_rest_is_named() -> None:
    before = results([0, 1], points=[{"rate": "10%"}, {"rate": "20%"}])
    after = results([7, 8], points=[{"rate": "20%"}, {"rate": "30%"}])
    found = compare_results(before, after, ["public_net_fen"])
    assert [(pair.before.point, pair.after.point) for pair in found.pairs] == [(1, 0)]
    assert (found.only_before, found.only_after) == ((0,), (1,))
    assert found.pairs[0].lines[0].difference.estimate.value == 6.0 * WAN


def test_a_failed_replication_is_left_out_on_both_sides() -> None:
    cost = np.array([[10, 20, 30], [11, 99, 31]])
    valid = np.array([[True, True, True], [True, False, True]])
    found = compare_points(Results.of([{"k": "a"}, {"k": "b"}], {"filed": cost}, valid=valid), ["filed"])
    assert found.pairs[0].lines[0].difference.estimate[:2] == (1.0, 0.0)


def test_a_ratio_is_compared_as_one_of_sums() -> None:
    dearer = np.stack([world(), world()])
    dearer[1] *= 2
    found = compare_points(results([0, 0], enterprise_net_fen=dearer), ["leverage"])
    line = found.pairs[0].lines[0]
    assert line.before.value == pytest.approx(1.0)
    assert line.after.value == pytest.approx(2.0)
    assert line.difference.estimate.value == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (lambda: compare_points(results([0])), TooFewPoints),
        (lambda: compare_points(results([0, 1]), baseline=9), NoSuchPoint),
        (lambda: compare_points(results([0, 1]), ["levrage"]), NoSuchColumn),
        (
            lambda: compare_results(
                results([0, 1], points=[{"a": "1"}, {"a": "2"}]),
                results([0, 1], points=[{"b": "1"}, {"b": "2"}]),
            ),
            NothingInCommon,
        ),
    ],
)
def test_what_cannot_be_compared_is_a_problem_with_advice(wrong, problem) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(problem) as caught:
        wrong()
    assert caught.value.say("zh")
    assert caught.value.advise("en")


def test_the_page_says_how_it_paired_and_what_chance_alone_would_show() -> None:
    page = compare_page(compare_points(results([0, 5])), "en")
    said = " ".join(block.text for block in page.blocks if isinstance(block, Paragraph))
    assert "paired by replication" in said
    assert "would look clear by chance" in said


def test_the_data_carry_what_the_page_shows() -> None:
    data = plain_compare(compare_points(results([0, 5])), "zh")
    line = data["pairs"][0]["measures"][0]
    assert (line["name"], line["unit"], line["difference"]["value"]) == ("public_net_fen", "fen", 5.0 * WAN)
    assert data["pairs"][0]["after"] == {"point": 1, "knob": "1"}

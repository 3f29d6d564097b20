"""What one `--vary` states, in the unit of its values."""

import pytest

from scenarios.spec import SpecProblem
from scenarios.sweep.axes import Axis
from scenarios.sweep.vary import parse_vary, split


def texts(axis: Axis) -> list[str]:
    return [level.text for level in axis.levels]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("deposit_rate=10%,20%,30%", ["10%", "20%", "30%"]),
        ("deposit_rate=10%:30%:10%", ["10%", "20%", "30%"]),
        ("deposit_rate=1/3,2/3", ["1/3", "2/3"]),
        ("deposit_rate=0:10%:5%", ["0%", "5%", "10%"]),
        ("pool_size=5000万:2亿:5000万", ["5,000万", "1亿", "1.5亿", "2亿"]),
        ("pool_size=0:1亿:4000万", ["0", "4,000万", "8,000万"]),
        ("milestones_min=2:4:1", ["2", "3", "4"]),
        ("trial_to=2025-03-09:2025-03-20:5天", ["2025-03-09", "2025-03-14", "2025-03-19"]),
        ("pool_repayment=none,offset_next_budget", ["none", "offset_next_budget"]),
        ("behaviour.work_days={p0: 1, p100: 2},{p0: 3, p100: 4}", ["{p0: 1, p100: 2}", "{p0: 3, p100: 4}"]),
    ],
)
def test_values_are_listed_or_stepped_through_exactly(stated: str, expected: list[str]) -> None:
    assert texts(parse_vary(stated)) == expected


def test_two_bounds_make_a_scale_and_no_levels() -> None:
    axis = parse_vary("pool_size=5000万..2亿")
    assert axis.levels == ()
    assert axis.scale is not None
    assert [axis.at(0, 4).text, axis.at(2, 4).text, axis.at(3, 4).text] == ["5,000万", "1.25亿", "16,250万"]


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("deposit_rate", "vary_form"),
        ("=1,2", "vary_form"),
        ("deposit_rate=", "vary_form"),
        ("deposit_rate=10%,,20%", "axis_empty"),
        ("pool_size=1,000万", "axis_empty"),
        ("deposit_rate=10%,10%", "axis_double"),
        ("deposit_rate=10%:30%:0%", "axis_step"),
        ("deposit_rate=30%:10%:5%", "axis_step"),
        ("deposit_rate=10%:30%:5万", "axis_numbers"),
        ("deposit_rate=30%..10%", "axis_step"),
        ("milestones_min=1:900000000:1", "too_many_points"),
        ("deposit_rate=0.1:x", None),
    ],
)
def test_what_cannot_be_read_names_the_option(stated: str, code: str | None) -> None:
    if code is None:
        assert texts(parse_vary(stated)) == ["0.1:x"]  # a text that the parameter will refuse itself
        return
    with pytest.raises(SpecProblem) as caught:
        parse_vary(stated)
    (fault,) = caught.value.faults
    assert (fault.code, fault.where()) == (code, f"--vary {stated}")


def test_commas_inside_brackets_and_quotes_do_not_split() -> None:
    assert split("{a: 1, b: 2}, [1, 2], 'x, y', z") == ["{a: 1, b: 2}", "[1, 2]", "'x, y'", "z"]

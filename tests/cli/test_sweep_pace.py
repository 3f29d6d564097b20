"""Progress of a sweep: how far, how fast, how long still; what was there before is no speed."""

import pytest

from cli.pace import Pace, duration
from tests.cli.test_progress import Clock


def test_rate_and_time_left_count_only_what_this_call_did(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    pace = Pace(clock)
    pace(1000, 4000)
    clock.now = 2.0
    pace(2000, 4000)
    assert capsys.readouterr() == ("", "replications 2,000 of 4,000, 500 a second, 4.0 s left\n")
    assert pace.told(1000) == "1,000 replications in 2.0 s, 500 a second"


def test_a_call_that_has_done_nothing_has_no_time_left_to_tell() -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now = 2.0
    assert pace.count(0, 10) == "0 of 10, 0 a second, - left"


@pytest.mark.parametrize(
    ("seconds", "said"), [(7.34, "7.3 s"), (125.0, "2 min 05 s"), (12_000.0, "3 h 20 min")]
)
def test_durations_are_short(seconds: float, said: str) -> None:
    assert duration(seconds) == said

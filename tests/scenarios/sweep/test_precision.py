"""`--precision`: wishes that can be read, and replications until they are met."""

from fractions import Fraction
from pathlib import Path

import pytest

from escrow.compiled.outcomes.names import NoSuchOutcome
from scenarios.statistics import half_width
from scenarios.sweep import open_results, precision, sweep
from scenarios.sweep.precision import parse_precision
from scenarios.sweep.problems import BadPrecision, NoMeanOfDays, ShardOfUnknown
from tests.scenarios.sweep.conftest import ONE, files, small


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("pool_depleted=1%", Fraction(1, 100)),
        ("pool_depleted=0.01", Fraction(1, 100)),
        ("cost_share_fen=5万", Fraction(5_000_000)),
        ("cost_share_fen=100", Fraction(10_000)),
        ("completed=1/10", Fraction(1, 10)),
        ("queue_days=3", Fraction(3)),
    ],
)
def test_a_width_is_read_in_the_unit_of_its_outcome(text: str, width: Fraction) -> None:
    assert parse_precision(text).width == width


@pytest.mark.parametrize("text", ["pool_depleted", "pool_depleted=x", "cost_share_fen=5%", "completed=0"])
def test_a_width_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(BadPrecision):
        parse_precision(text)


def test_a_day_has_no_mean_to_be_known() -> None:
    with pytest.raises(NoMeanOfDays, match="pool_depleted_on"):
        parse_precision("pool_depleted_on=3")


def test_an_unknown_outcome_is_refused() -> None:
    with pytest.raises(NoSuchOutcome):
        parse_precision("pool_depletd=1%")


def test_replications_go_on_until_every_point_is_known_well_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "BATCH", 10)
    wanted = [parse_precision("filed=3")]
    experiment = small("deposit_rate=10%,20%", replications=10)
    done = sweep(experiment, tmp_path / "a", ONE, wanted)
    assert done.met
    assert done.replications % 10 == 0
    assert done.replications > 10
    values = open_results(done.folder).outcomes("filed")["filed"]
    assert half_width(values[0]) <= 3 < half_width(values[0][:10])
    sweep(experiment, tmp_path / "b", ONE, wanted)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_what_is_known_well_enough_at_once_is_left_alone(tmp_path: Path) -> None:
    done = sweep(small(replications=3), tmp_path / "s", ONE, [parse_precision("filed=1000")])
    assert (done.met, done.replications) == (True, 3)


def test_a_shard_cannot_know_when_to_stop(tmp_path: Path) -> None:
    with pytest.raises(ShardOfUnknown):
        sweep(small(), tmp_path / "s", ONE._replace(shard=(1, 2)), [parse_precision("filed=1")])

"""Two engines, one truth: the same numbers, and a named reason where only one of them can run."""

from pathlib import Path

import numpy as np
import pytest

from escrow.compiled.refuse import UnsupportedPolicy
from scenarios.sweep import Results, by_compiled, experiment_of, open_results, sweep
from tests.scenarios.sweep.conftest import ONE, small

COMPILED = ONE._replace(engine="compiled")


def assert_equal(ours: Results, theirs: Results) -> None:
    for name in ours.outcome_names:
        assert np.array_equal(ours.outcomes(name)[name], theirs.outcomes(name)[name]), name
    for name in ours.yearly_names:
        assert np.array_equal(ours.years(name)[1], theirs.years(name)[1]), name
    for name in ours.series_names:
        pairs = zip(ours.fan(name)[1:], theirs.fan(name)[1:], strict=True)
        assert all(np.array_equal(mine, other) for mine, other in pairs), name


def test_outcomes_years_and_fans_are_equal_in_both_engines(kept: Path, tmp_path: Path) -> None:
    sweep(small(), tmp_path / "c", COMPILED)
    assert_equal(open_results(kept), open_results(tmp_path / "c"))


def test_readings_behaviour_and_insurance_are_too(tmp_path: Path) -> None:
    vary = [
        "preset=literal,practice,prudent",
        "behaviour.missed=10%,40%",
        "portfolio.generate.filings_factor=100%,200%",
    ]
    experiment = experiment_of("crowded-intake", vary, replications=3)
    sweep(experiment, tmp_path / "s", ONE)
    sweep(experiment, tmp_path / "c", COMPILED)
    assert_equal(open_results(tmp_path / "s"), open_results(tmp_path / "c"))


def test_the_size_of_blocks_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sweep(small(), tmp_path / "usual", COMPILED)
    monkeypatch.setattr(by_compiled, "BLOCK", 1)
    sweep(small(), tmp_path / "single", COMPILED)
    assert_equal(open_results(tmp_path / "usual"), open_results(tmp_path / "single"))


def test_auto_falls_back_where_it_must_and_says_why(tmp_path: Path) -> None:
    experiment = experiment_of("baseline", ["as_of=null,2025-12-01"], replications=2)
    done = sweep(experiment, tmp_path / "s", ONE._replace(engine="auto"))
    assert done.layout.engines == ["compiled", "simpy"]
    assert "as_of" in done.fallbacks[1][0].en
    assert open_results(done.folder).manifest["engines"] == {"compiled": 1, "simpy": 1}
    with pytest.raises(UnsupportedPolicy, match="as_of"):
        sweep(experiment, tmp_path / "c", COMPILED)

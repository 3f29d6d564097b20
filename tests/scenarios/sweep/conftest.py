"""A small sweep that is run once, and a way to compare folders byte by byte."""

from pathlib import Path

import pytest

from scenarios.sweep import Experiment, How, experiment_of, sweep

VARY = ("deposit_rate=10%,20%", "pool_size=500万,1亿")
ONE = How(engine="simpy", workers=1)


def small(*vary: str, replications: int = 12) -> Experiment:
    """The baseline, varied."""
    return experiment_of("baseline", vary or VARY, replications=replications)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, but for the lock."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four points, twelve replications of each; only to be read."""
    folder = tmp_path_factory.mktemp("sweeps") / "扫描"
    sweep(small(), folder, ONE)
    return folder

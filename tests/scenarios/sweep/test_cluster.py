"""A real cluster of Dask processes: the same bytes as threads give, whoever is lost on the way."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import NamedTuple

import pytest

from scenarios.sweep import Experiment, How, experiment_of, sweep
from scenarios.sweep import cluster as cluster_room
from scenarios.sweep.cluster import (
    BadAddress,
    ClusterMissing,
    ClusterPool,
    ClusterUnreachable,
    FolderNotShared,
    NotInstalled,
    check_address,
    pool_on,
)

pytest.importorskip("distributed")
POINTS = ["deposit_rate=10%,20%", "pool_size=1亿,2亿"]
PATIENCE_SECONDS = 60


class Somewhere(NamedTuple):
    """A task that writes into a folder."""

    folder: str


class Cluster(NamedTuple):
    """A scheduler and its workers, each a process of its own."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def started(*words: str) -> subprocess.Popen[bytes]:
    """A Dask process whose chatter nobody reads."""
    command = [sys.executable, "-W", "ignore", "-m", *words, "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("dask")
    place = folder / "scheduler.json"
    local = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(place))
    processes = [started("distributed.cli.dask_scheduler", *local)]
    try:
        address = read_address(place)
        for number in range(2):
            own = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder / str(number)))
            processes.append(started("distributed.cli.dask_worker", address, *own))
        yield Cluster(address, processes[1:])
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def read_address(place: Path) -> str:
    """The scheduler's address, once it has written it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with suppress(OSError, ValueError):
            return str(json.loads(place.read_text("utf-8"))["address"])
        time.sleep(0.05)
    raise AssertionError("the scheduler does not start")


def small() -> Experiment:
    """Four points of sixteen replications in sixteen chunks."""
    return experiment_of("worked-failure", POINTS, replications=16)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a result by its name in the folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_worker_killed_on_the_way_changes_no_byte(cluster: Cluster, tmp_path: Path) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    sweep(small(), alone, How("simpy", workers=1))

    def lose(done: int, total: int) -> None:
        if 0 < done < total and cluster.workers[0].poll() is None:
            cluster.workers[0].send_signal(signal.SIGKILL)

    with pool_on(cluster.address) as pool:
        swept = sweep(small(), together, How("simpy", pool=pool, progress=lose))
    assert cluster.workers[0].wait() == -signal.SIGKILL
    assert (swept.ran, swept.failures) == (64, ())
    assert files(together) == files(alone)


def test_a_stop_leaves_what_can_be_resumed_to_the_same_bytes(cluster: Cluster, tmp_path: Path) -> None:
    alone, stopped = tmp_path / "alone", tmp_path / "stopped"
    sweep(small(), alone, How("simpy", workers=1))

    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), pool_on(cluster.address) as pool:
        sweep(small(), stopped, How("simpy", pool=pool, progress=stop))
    assert not json.loads((stopped / "sweep.json").read_text("utf-8"))["finished"]
    with pool_on(cluster.address) as pool:
        resumed = sweep(small(), stopped, How("simpy", resume=True, pool=pool))
    assert resumed.ran < 64
    assert files(stopped) == files(alone)


def test_an_error_of_a_task_comes_back_as_it_is(cluster: Cluster) -> None:
    with pool_on(cluster.address) as pool:
        assert pool.workers >= 1
        with pytest.raises(ValueError, match="invalid literal"):
            pool.submit(int, "many").result()


def test_a_folder_that_a_worker_does_not_see_is_named(cluster: Cluster) -> None:
    task = Somewhere("/no/such/place")
    with pool_on(cluster.address) as pool, pytest.raises(FolderNotShared, match="/no/such/place"):
        pool.submit(len, task)


def test_an_address_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_room, "CONNECT_SECONDS", 0.2)
    with pytest.raises(ClusterUnreachable, match=r"tcp://127\.0\.0\.1:1"), pool_on("tcp://127.0.0.1:1"):
        pass


@pytest.mark.parametrize("text", ["nonsense", "tcp://", "tcp://host", "http://host:1", "tcp://host:99999"])
def test_what_is_no_address_is_refused_before_anybody_is_called(text: str) -> None:
    with pytest.raises(BadAddress, match=text), pool_on(text):
        pass


@pytest.mark.parametrize("text", ["tcp://10.0.0.1:8786", "tls://scheduler.local:1", "tcp://[fe80::1]:8786"])
def test_an_address_names_scheme_host_and_port(text: str) -> None:
    check_address(text)


class Bare:
    """A client whose worker has Dask and nothing of ours."""

    def run(self, call: object, *given: object, on_error: str) -> dict[str, object]:
        return {"tcp://there:1": PackageNotFoundError(*given)}


def test_a_worker_without_our_package_is_named() -> None:
    with pytest.raises(NotInstalled, match="tcp://there:1"):
        ClusterPool(Bare(), "tcp://here:1").submit(len, Somewhere("/tmp"))


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterMissing) as problem, pool_on("tcp://127.0.0.1:1"):
        pass
    assert "anxinbao[cluster]" in problem.value.advise("en")

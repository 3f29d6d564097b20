"""A Dask cluster as a pool: tasks go to its workers, which write their own parts on the shared disk.

Chunks are told apart by their names and written in one move, so neither a lost worker, whose task Dask gives
to another, nor a task that ran twice changes a byte.
"""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from os.path import isdir
from typing import Any, TypeVar

from ledger.problem import Problem
from ledger.text import Text

T = TypeVar("T")
R = TypeVar("R")
CONNECT_SECONDS, WORKERS_SECONDS = 5, 10
MAX_PORT = 65_535
US = "anxinbao"
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9a-fA-F:.%]+\]|[^\s:/@\[\]]+):(?P<port>\d{1,5})")


class ClusterMissing(Problem):
    """A cluster is asked for and Dask is not installed."""

    message = Text("--cluster 需要 Dask distributed，但未安装", "--cluster needs Dask distributed")
    advice = Text(
        "请在本机和各工作机运行 pip install 'anxinbao[cluster]'",
        "run pip install 'anxinbao[cluster]' here and on every worker",
    )


class ClusterUnreachable(Problem):
    """No scheduler answers."""

    message = Text("{address} 没有 Dask 调度器应答", "no Dask scheduler answers at {address}")
    advice = Text(
        "先运行 dask scheduler，地址写成它打印的 tcp://主机:端口",
        "start one with dask scheduler and give the address it prints, tcp://host:port",
    )


class BadAddress(Problem):
    """An address that no scheduler can have."""

    message = Text("“{found}”不是调度器的地址", "{found!r} is not the address of a scheduler")
    advice = Text(
        "写成 dask scheduler 打印的 tcp://主机:端口（或 tls://），如 tcp://10.0.0.1:8786",
        "give what dask scheduler prints, tcp://host:port (or tls://), such as tcp://10.0.0.1:8786",
    )


class NotInstalled(Problem):
    """A worker has no anxinbao."""

    message = Text("工作进程 {worker} 没有安装 anxinbao", "anxinbao is not installed at worker {worker}")
    advice = Text(
        "在该机器上、工作进程所用的 Python 中运行 pip install 'anxinbao[cluster]'，再重启它",
        "run pip install 'anxinbao[cluster]' there, in the Python of the worker, and start it again",
    )


class NoWorkers(Problem):
    """The scheduler has no workers."""

    message = Text("{address} 的调度器没有工作进程", "the scheduler at {address} has no workers")
    advice = Text(
        "在各机器上运行 dask worker {address}，再重试",
        "start some with dask worker {address}, then try again",
    )


class FolderNotShared(Problem):
    """A worker does not see the folder of the results."""

    message = Text(
        "工作进程 {worker} 看不到结果文件夹 {folder}",
        "worker {worker} does not see the folder of the results, {folder}",
    )
    advice = Text(
        "用 --out 选一个各机器同一路径下都能读写的文件夹",
        "choose one with --out that every machine reads and writes under the same path",
    )


class OtherVersion(Problem):
    """A worker runs another version."""

    message = Text(
        "工作进程 {worker} 的版本为 {found}，本机为 {wanted}",
        "worker {worker} runs version {found}, this machine {wanted}",
    )
    advice = Text("请在各机器安装同一版本", "install the same version on every machine")


class WorkersLost(Problem):
    """A chunk was given to several workers, and each of them was lost."""

    message = Text(
        "同一块接连使工作进程中断：{detail}", "worker after worker was lost with one chunk: {detail}"
    )
    advice = Text(
        "多半是内存不足：给工作进程更多内存，或用 --no-fans，再用 --resume 接着做",
        "most likely memory: give workers more, or use --no-fans, then go on with --resume",
    )


class ClusterPool:
    """What the runner asks of an executor, on a Dask client."""

    def __init__(self, client: Any, address: str) -> None:
        self._client, self._address = client, address
        self._checked: set[str] = set()
        self._under_way: dict[Future[Any], Any] = {}

    @property
    def workers(self) -> int:
        """Tasks that the cluster runs at a time."""
        return sum(self._client.nthreads().values())

    def submit(self, call: Callable[[T], R], task: T, /) -> "Future[R]":
        """Begin a task on some worker; a worker that is lost is replaced by another."""
        self._check(str(getattr(task, "folder", "")))
        found: Future[R] = Future()
        found.set_running_or_notify_cancel()
        remote = self._client.submit(call, task, pure=False)
        self._under_way[found] = remote
        remote.add_done_callback(lambda done: self._done(found, done))
        return found

    def cancel(self) -> None:
        """Call off what has not begun; what is running ends by itself and its parts stay."""
        self._client.cancel(list(self._under_way.values()))

    def _done(self, found: "Future[Any]", remote: Any) -> None:
        """Called in a thread of Dask when a task has ended."""
        if remote.status == "cancelled":
            found.set_exception(ClusterUnreachable(address=self._address))
        elif remote.status == "error":
            found.set_exception(_said(remote.exception()))
        else:
            found.set_result(remote.result())
        self._under_way.pop(found, None)

    def _check(self, folder: str) -> None:
        """Once for each folder: every worker sees it and runs our version."""
        if folder in self._checked:
            return
        wanted = version(US)
        # Only functions of Python itself are asked for: a worker may not have ours.
        for worker, found in sorted(self._client.run(version, US, on_error="return").items()):
            if isinstance(found, PackageNotFoundError):
                raise NotInstalled(worker=worker)
            if found != wanted:
                raise OtherVersion(worker=worker, found=found, wanted=wanted)
        for worker, there in sorted(self._client.run(isdir, folder).items() if folder else ()):
            if not there:
                raise FolderNotShared(worker=worker, folder=folder)
        self._checked.add(folder)


@contextmanager
def pool_on(address: str) -> Iterator[ClusterPool]:
    """The workers of the scheduler at `address`; what is under way is called off on an early end."""
    client = _client(address)
    try:
        _await_workers(client, address)
        pool = ClusterPool(client, address)
        try:
            yield pool
        except BaseException:
            pool.cancel()
            raise
    finally:
        client.close()


def check_address(text: str) -> None:
    """BadAddress unless it reads `tcp://host:port` or `tls://host:port`; nothing is asked of the network."""
    found = _ADDRESS.fullmatch(text)
    if found is None or not 1 <= int(found["port"]) <= MAX_PORT:
        raise BadAddress(found=text)


def _await_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=WORKERS_SECONDS)
    except TimeoutError:
        raise NoWorkers(address=address) from None


def _client(address: str) -> Any:
    check_address(address)
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise ClusterMissing from None
    try:
        return distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError):
        raise ClusterUnreachable(address=address) from None


def _said(error: BaseException) -> BaseException:
    """The error of a task; that its workers were lost is said in our words."""
    return WorkersLost(detail=str(error)) if type(error).__name__ == "KilledWorker" else error

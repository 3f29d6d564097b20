"""Folders of sweeps that the analyses read, and scenarios on which they try points."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli import language, parts, screen
from cli.pace import Pace
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.analysis.judged import Judged
    from scenarios.analysis.trial import Trial
    from scenarios.sweep import Results

F = TypeVar("F", bound=Callable[..., Any])
BASELINE = "baseline"
_SLOWER = Text("由 SimPy 运行：{why}", "run by SimPy: {why}")
sets = parts.option(
    "--set",
    "sets",
    multiple=True,
    metavar="PATH=VALUE",
    says=Text("修改一个值，可重复", "change one value: a path into the scenario or a bare name; repeatable"),
)
preset = parts.option("--preset", metavar="NAME", says=Text("读法预设", "literal, practice or prudent"))
seed = parts.option(
    "--seed", type=click.IntRange(0), metavar="N", says=Text("随机种子", "the seed of all chance")
)
engine = parts.option(
    "--engine",
    type=click.Choice(["auto", "compiled", "simpy"]),
    default="auto",
    says=Text("引擎；auto 在编译引擎不支持处用 SimPy", "auto takes SimPy where the compiled one cannot"),
)
workers = parts.option(
    "--workers", type=click.IntRange(1, 1024), metavar="N", says=Text("同时做几块", "chunks run at a time")
)
_replications = parts.option(
    "--replications",
    type=click.IntRange(2),
    default=1000,
    metavar="N",
    says=Text("每点重复次数，默认 1000", "replications of each point, by default 1000"),
)
_OF_A_TRIAL = (sets, preset, seed, _replications, engine, workers)


def result_argument(name: str = "result") -> Callable[[F], F]:
    """A sweep's folder."""
    return click.argument(name, metavar="RESULT", type=click.Path(path_type=Path))


def outcomes_option(says: Text) -> Callable[[F], F]:
    """`--outcome`, repeatable."""
    return parts.option("--outcome", "outcomes", multiple=True, metavar="NAME", says=says)


def trial_options(function: F) -> F:
    """What a command that runs points of its own lets one say of the scenario and the run."""
    for option in reversed(_OF_A_TRIAL):
        function = option(function)
    return function


@contextmanager
def trial_of(scenario: str | None, given: dict[str, Any]) -> Iterator["Trial"]:
    """The scenario with what the line asks of it; progress is told while points run."""
    from scenarios.analysis.trial import Trial
    from scenarios.spec.load import Asked
    from scenarios.sweep import How
    from scenarios.sweep.read import find

    rounds = Rounds()
    how = How(given["engine"], given["workers"], progress=rounds)
    asked = Asked(given["sets"], (), given["seed"], given["preset"])
    try:
        yield Trial(find(scenario or BASELINE), asked, given["replications"], how, Once())
    finally:
        rounds.close()


class Rounds:
    """Progress of several sweeps in a row: each is counted, and timed, from its own beginning."""

    def __init__(self) -> None:
        self._pace, self._last = Pace(), 0

    def __call__(self, done: int, total: int) -> None:
        """Show how far the sweep under way is."""
        if done < self._last:
            self._pace.close()
            self._pace = Pace()
        self._last = done
        self._pace(done, total)

    def close(self) -> None:
        """Wipe the line."""
        self._pace.close()


class Once:
    """Says each thing once, on standard error."""

    def __init__(self) -> None:
        self._said: set[Text] = set()

    def __call__(self, why: Text) -> None:
        """Say that points run in SimPy, and why."""
        if why not in self._said:
            self._said.add(why)
            screen.warn(language.say(_SLOWER).format(why=language.say(why)))


_SHARD = Text(
    "{folder} 只是第 {shard} 片，以下只说这一片；请先用 merge 合并",
    "{folder} is shard {shard} only and so is what follows; merge the shards first",
)


def opened_results(folder: Path) -> "Results":
    """The results in a folder; NotASweep, SweepUnfinished."""
    from scenarios.sweep import open_results
    from scenarios.sweep.results import WHOLE

    found = open_results(folder)
    if found.shard != WHOLE:
        screen.warn(language.say(_SHARD).format(folder=folder, shard=found.shard))
    return found


def rests_on(folder: Path, results: "Results", found: Any = None) -> "Judged":
    """What the beliefs of a sweep's baseline (or first point) are worth."""
    from scenarios.analysis.judged import judged
    from scenarios.sweep import Place, scenario_at

    return judged(scenario_at(Place(folder, results.baseline or 0, 0)).scenario, found)

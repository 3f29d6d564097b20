"""`anxinbao sweep`: many policies on the same worlds, kept as a dataset."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.leaving import FINDINGS, KEPT
from cli.pace import Pace
from cli.results import BASELINE, engine, outcomes_option, preset, seed, sets, workers
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.sweep import Experiment, Swept

DESIGNS = ("grid", "latin-hypercube", "sobol", "saltelli", "one-at-a-time")
_FOUND = Text("已有完整结果，未重做", "complete results are there and were not made again")


@click.command(
    "sweep",
    cls=parts.Command,
    says=Text(
        "在同样的世界上运行许多方案；不写情景则用内置基准情景",
        "Run many policies on the same worlds; without a scenario, the built-in baseline.",
    ),
)
@click.argument("scenario", metavar="[SCENARIO|EXPERIMENT]", required=False)
@parts.option(
    "--vary",
    "vary",
    multiple=True,
    metavar="NAME=VALUES",
    says=Text(
        "变化什么：A,B,C、FROM:TO:STEP 或 LOW..HIGH，可重复",
        "what varies: A,B,C or FROM:TO:STEP or LOW..HIGH; repeatable",
    ),
)
@sets
@parts.readings
@preset
@seed
@parts.option(
    "--replications", type=int, metavar="N", says=Text("每点重复次数", "replications of each point")
)
@parts.option("--design", type=click.Choice(DESIGNS), says=Text("怎样取点", "which points are run"))
@parts.option(
    "--points",
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    says=Text("抽样设计的点数", "how many points a sampled design takes"),
)
@engine
@workers
@parts.option("--shard", metavar="I/N", says=Text("只做 N 份中的第 I 份", "run the I-th of N shards only"))
@parts.option("--cluster", metavar="ADDRESS", says=Text("Dask 集群地址", "a Dask cluster, tcp://host:8786"))
@parts.option(
    "--precision",
    multiple=True,
    metavar="OUTCOME=WIDTH",
    says=Text(
        "重复到每点的半宽都达到，可重复", "replicate until this half width is met everywhere; repeatable"
    ),
)
@outcomes_option(Text("表中的结果，可重复", "in the table; repeatable"))
@parts.option("--no-fans", is_flag=True, says=Text("不保留逐日直方图", "keep no histograms by day"))
@parts.option("--out", metavar="DIR", says=Text("结果文件夹", "the folder; by default runs/<name>-<digest>"))
@parts.option(
    "--resume", is_flag=True, says=Text("接着被中断的扫描", "continue a killed sweep to identical results")
)
@parts.as_json
@parts.lang
def sweep(scenario: str | None, as_json: bool, **given: Any) -> int:
    """Run the points, keep the results, print a table or JSON; 1 when a replication failed."""
    from scenarios.sweep import How, open_results
    from scenarios.sweep import sweep as run_sweep
    from scenarios.sweep.precision import parse_precision
    from scenarios.sweep.shard import parse_shard
    from scenarios.sweep.summary import USUAL, check_outcomes

    outcomes = given["outcomes"] or USUAL
    check_outcomes(outcomes)
    wanted = [parse_precision(text) for text in given["precision"]]
    experiment = experiment_of_line(scenario, given)
    pace = Pace()
    how = How(given["engine"], given["workers"], parse_shard(given["shard"]), given["resume"], None, pace)
    out = Path(given["out"]) if given["out"] else None
    try:
        if given["cluster"]:
            from scenarios.sweep.cluster import pool_on

            with pool_on(given["cluster"]) as pool:
                swept = run_sweep(experiment, out, how._replace(pool=pool), wanted)
        else:
            swept = run_sweep(experiment, out, how, wanted)
    finally:
        pace.close()
    _tell(swept, pace)
    return show(open_results(swept.folder), swept.folder, outcomes, as_json)


def experiment_of_line(scenario: str | None, given: dict[str, Any]) -> "Experiment":
    """The experiment that a command line asks for."""
    from scenarios.spec.load import Asked
    from scenarios.sweep.read import find, open_experiment, varied
    from scenarios.sweep.spec import Design

    asked = Asked(given["sets"], given["readings"], given["seed"], given["preset"])
    found = open_experiment(find(scenario or BASELINE), asked)
    design = found.design
    if given["design"] or given["points"] is not None:
        kind = (given["design"] or design.kind).replace("-", "_")
        design = Design.model_validate({"kind": kind, "points": given["points"], "seed": design.seed})
    outputs = found.outputs.model_copy(update={"fans": False}) if given["no_fans"] else None
    changes = {"design": design, "replications": given["replications"], "outputs": outputs}
    return varied(found, given["vary"], **changes)


def _tell(swept: "Swept", pace: Pace) -> None:
    screen.warn(language.say(_FOUND) if swept.recognised else pace.told(swept.ran))


def show(results: Any, folder: Path, outcomes: tuple[str, ...], as_json: bool) -> int:
    """The table or JSON of results; 1 when a replication failed."""
    from scenarios.sweep.page import sweep_page
    from scenarios.sweep.summary import plain, summary

    rows = summary(results, outcomes)
    if as_json:
        screen.put_json(plain(results, rows, folder))
    else:
        draw(sweep_page(results, rows, folder, language.of_reports()), screen.console())
    return FINDINGS if any(row.failed for row in rows) else KEPT

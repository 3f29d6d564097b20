"""`anxinbao run`: simulate a scenario, keep its ledger, say what it came to."""

import shlex
from typing import TYPE_CHECKING, Any

import click

from cli import language, parts, point, screen
from cli.claims import run_claims
from cli.draw import draw
from cli.keeping import check_story, keep
from cli.leaving import KEPT
from cli.ledger.opened import opened
from cli.policy.opened import catalogue_option
from cli.results import BASELINE, preset, seed, sets
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.run import RunResult
    from scenarios.spec import Loaded

_WARNING = Text("提醒：{text}", "warning: {text}")


@click.command(
    "run",
    cls=parts.Command,
    says=Text(
        "模拟一个情景并记账；不写情景则运行内置基准情景",
        "Simulate a scenario and book it; without one, the built-in baseline.",
    ),
)
@click.argument("scenario", metavar="[SCENARIO|RESULT]", required=False)
@parts.option(
    "--ledger", metavar="URL", says=Text("账本放在哪里", "where the ledger goes: a path or sqlite:///x.db")
)
@parts.option(
    "--out", metavar="DIR", says=Text("结果文件夹", "the folder; by default runs/<name>-<input digest>")
)
@sets
@parts.readings
@preset
@seed
@parts.option(
    "--replication",
    type=click.IntRange(0),
    default=0,
    metavar="K",
    says=Text("同一种子的第几次重复，从 0 起", "which replication of the seed, from 0"),
)
@parts.option(
    "--point",
    type=click.IntRange(0),
    metavar="J",
    says=Text("RESULT 为扫描结果：重现其中一点", "RESULT is a sweep: repeat this point of it"),
)
@parts.option(
    "--story",
    metavar="PROJECT",
    says=Text("一个项目的经过，一页", "one project's life on one page, each line cited"),
)
@catalogue_option
@parts.option(
    "--resume", is_flag=True, says=Text("接着被中断的运行", "continue a killed run to the identical head")
)
@parts.as_json
@parts.lang
def run(scenario: str | None, story: str | None, as_json: bool, **given: Any) -> int:
    """Simulate, keep the ledger, print the report, the story or JSON; 1 when a sweep kept something else."""
    if given["point"] is not None:
        return _repeat(scenario, story, as_json, given)
    from scenarios.kinds import is_claims
    from scenarios.run import run as simulate_and_keep
    from scenarios.spec import open_scenario
    from scenarios.spec.source import read_source

    source = read_source(scenario or BASELINE)
    if is_claims(source):
        run_claims(source, story, as_json, given, command_of(scenario, given))
        return KEPT
    loaded = open_scenario(
        source,
        sets=given["sets"],
        readings=given["readings"],
        seed=given["seed"],
        preset=given["preset"],
    )
    for warning in loaded.warnings:
        screen.warn(language.say(_WARNING).format(text=warning.say(language.current())))
    if story is not None:
        _check_project(loaded, story, given["replication"])
    result = keep(simulate_and_keep, loaded.scenario, loaded.source.name, given)
    _show(result, story, command_of(scenario, given), scenario or "", as_json)
    return KEPT


def _repeat(folder: str | None, story: str | None, as_json: bool, given: dict[str, Any]) -> int:
    """A replication of a point of a sweep, with its ledger."""
    from scenarios.run import run as simulate_and_keep

    loaded = point.point_loaded(folder, given)
    if story is not None:
        _check_project(loaded, story, given["replication"])
    result = keep(simulate_and_keep, loaded.scenario, loaded.source.name, given)
    said = point.compared(str(folder), given, result)
    if not as_json:
        point.tell(said)
    _show(result, story, command_of(folder, given), str(folder), as_json, {"sweep": said})
    return point.code(said)


def _show(
    result: "RunResult",
    story: str | None,
    command: str,
    scenario: str,
    as_json: bool,
    more: dict[str, Any] | None = None,
) -> None:
    if story is not None:
        _tell_story(result, story, as_json)
    else:
        _report(result, command, scenario, as_json, more or {})


def command_of(scenario: str | None, given: dict[str, Any]) -> str:
    """The line that repeats the run."""
    words = ["anxinbao", "run", *([scenario] if scenario else [])]
    for name, values in (("--set", given["sets"]), ("--reading", given["readings"])):
        words += [word for value in values for word in (name, value)]
    options = {"preset": "preset", "seed": "seed", "catalogue": "folder", "ledger": "ledger", "out": "out"}
    for name, key in options.items():
        if given[key] is not None:
            words += [f"--{name}", str(given[key])]
    if given["point"] is not None:
        words += ["--point", str(given["point"])]
    if given["replication"]:
        words += ["--replication", str(given["replication"])]
    return shlex.join(words)


def _check_project(loaded: "Loaded", story: str, replication: int) -> None:
    from scenarios.prepare import prepare

    plans = prepare(loaded.scenario, replication=replication).world.plans
    check_story(story, [plan.id for plan in plans], _NO_PROJECT)


_NO_PROJECT = Text("没有项目“{name}”；有：{known}", "no project {name!r}; there are: {known}")


def _tell_story(result: "RunResult", story: str, as_json: bool) -> None:
    from scenarios.report.story import plain_story, story_page

    policy = result.prepared.resolved.policy
    with opened(result.ledger) as store:
        if as_json:
            screen.put_json(plain_story(store, story, policy))
        else:
            draw(story_page(store, story, policy, language.of_reports()), screen.console())


def _report(result: "RunResult", command: str, scenario: str, as_json: bool, more: dict[str, Any]) -> None:
    from scenarios.metrics import measure, subject_of
    from scenarios.report.facts import facts_of
    from scenarios.report.kept import keep_report
    from scenarios.report.plain import plain_run
    from scenarios.report.run_report import run_report

    facts = facts_of(result, command, scenario)
    metrics = measure(result.tape, subject_of(result.prepared))
    if result.out is not None:
        keep_report(result.out, facts, metrics)
    if as_json:
        screen.put_json({**plain_run(facts, metrics), **more})
    else:
        draw(run_report(facts, metrics, language.of_reports()), screen.console())

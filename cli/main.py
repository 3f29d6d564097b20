"""Entry point of `anxinbao`: puts the commands together."""

from cli.app import Program, show_version
from cli.compare import compare
from cli.frontier import frontier
from cli.importing import import_, template
from cli.ledger import ledger
from cli.merge import merge
from cli.parts import option
from cli.policy import policy
from cli.readings import readings
from cli.replay import replay
from cli.run import run
from cli.scenario import scenario
from cli.sensitivity import sensitivity
from cli.solve import solve
from cli.sweep import sweep
from cli.warm_up import warm_up
from ledger.text import Text

_VERSION = option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    says=Text("显示版本", "show the version and leave"),
)

anxinbao = _VERSION(
    Program(
        "anxinbao",
        says=Text(
            "科创安心宝：分阶段财政资助的模拟与可核验账本",
            "Simulator and auditable ledger for milestone escrow and staged subsidies (科创安心宝).",
        ),
    )
)
for each in (
    run,
    sweep,
    merge,
    compare,
    readings,
    sensitivity,
    frontier,
    solve,
    replay,
    scenario,
    policy,
    ledger,
    template,
    import_,
    warm_up,
):
    anxinbao.add_command(each)


def main() -> None:
    """Run the command line and exit."""
    anxinbao()


if __name__ == "__main__":
    main()

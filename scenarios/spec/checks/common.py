"""Small helpers of the checks."""

from collections.abc import Iterator

from ledger.text import Text
from scenarios.spec.model.project import ProjectSpec
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

NOTHING = Text("", "")


def projects(scenario: Scenario) -> Iterator[tuple[Path, ProjectSpec]]:
    """Each project with its path in the file."""
    for index, project in enumerate(scenario.portfolio.projects):
        yield ("portfolio", "projects", index), project


def contradiction(
    path: Path, wrong: Text, expected: Text = NOTHING, hint: Text = NOTHING, **facts: object
) -> Fault:
    """A fault whose sentences stand beside the check."""
    return Fault("contradiction", path, {"wrong": wrong, "expected": expected, "hint": hint, **facts})


def warning(
    path: Path, wrong: Text, expected: Text = NOTHING, hint: Text = NOTHING, **facts: object
) -> Fault:
    """A warning whose sentences stand beside the check."""
    return Fault("warning", path, {"wrong": wrong, "expected": expected, "hint": hint, **facts})

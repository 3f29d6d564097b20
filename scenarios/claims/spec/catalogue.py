"""The catalogue a claims file runs under: the built-in papers, amended by its overlay."""

from pathlib import Path
from typing import Any

from escrow.clauses import Catalogue, load_catalogue
from ledger.problem import Problem
from ledger.text import Text
from scenarios.spec.nodes import Map, Node, plain
from scenarios.spec.problem import Fault


def catalogue_of(root: Map, extra: Path | None) -> tuple[Catalogue | None, list[Fault]]:
    """The catalogue with the overlay of the file, or the fault that keeps it from being read."""
    try:
        catalogue = load_catalogue(extra)
        overlay = root.items.get("overlay")
        return (catalogue.amended(_mapping(overlay)) if overlay else catalogue), []
    except Problem as problem:
        return None, [problem_fault(("overlay",) if "overlay" in root.items else ("papers",), problem)]


def _mapping(node: Node) -> dict[str, Any]:
    found = plain(node)
    return found if isinstance(found, dict) else {}


def problem_fault(path: tuple[str | int, ...], problem: Problem) -> Fault:
    """A problem of the catalogue as a fault of the file."""
    said = Text(problem.say("zh"), problem.say("en"))
    advice = Text(problem.advise("zh"), problem.advise("en"))
    return Fault("policy", path, {"problem": said, "advice": advice})

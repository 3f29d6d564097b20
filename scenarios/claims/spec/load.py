"""From a source to a checked claims scenario: read, set, validate, check, all faults at once."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from escrow.clauses import Catalogue
from scenarios.claims.spec.catalogue import catalogue_of
from scenarios.claims.spec.checks import errors
from scenarios.claims.spec.imported import with_imported
from scenarios.claims.spec.model import ClaimsScenario
from scenarios.claims.spec.names import settable
from scenarios.claims.spec.warnings import warnings
from scenarios.spec.load import validated
from scenarios.spec.nodes import Map, Mark, Scalar, plain
from scenarios.spec.problem import Fault, SpecProblem, placed, refuse
from scenarios.spec.settings import apply_settings
from scenarios.spec.source import Source, read_source
from scenarios.spec.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class ClaimsLoaded:
    """A claims scenario that may be run, the catalogue with its overlay, and warnings with their places."""

    scenario: ClaimsScenario
    catalogue: Catalogue
    source: Source
    warnings: tuple[Fault, ...] = ()
    extra: Path | None = None


def open_claims(
    source: str | os.PathLike[str] | Source,
    *,
    sets: Sequence[str] = (),
    readings: Sequence[str] = (),
    seed: int | None = None,
    extra: Path | None = None,
) -> ClaimsLoaded:
    """The scenario at a path, from `-`, or of the library; SpecProblem with every fault found.

    `extra` is a user's own folder of papers.
    """
    found = source if isinstance(source, Source) else read_source(source)
    root, faults = read_yaml(found.text, found.file)
    if not isinstance(root, Map):
        raise SpecProblem(faults=(*faults, Fault("not_map", (), {}, root.mark)))
    faults += apply_settings(root, sets, readings, settable())
    if seed is not None:
        mark = Mark("--seed", 0)
        root.items["seed"], root.keys["seed"] = Scalar(mark, seed), mark
    catalogue, more = catalogue_of(root, extra)
    faults += more
    data: Any = plain(root)
    faults += with_imported(data, catalogue, found) if catalogue else []
    scenario, more = validated(data, ClaimsScenario)
    faults += more
    if scenario and catalogue:
        faults += errors(scenario, catalogue)
    refuse(placed(faults, root))
    # refuse() has raised unless both are there.
    kept = cast("tuple[ClaimsScenario, Catalogue]", (scenario, catalogue))
    return ClaimsLoaded(*kept, found, tuple(placed(warnings(*kept), root)), extra)

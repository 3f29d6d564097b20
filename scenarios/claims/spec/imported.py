"""Claims from a table beside the file: they become part of the scenario as if written in it."""

from pathlib import Path
from typing import Any

from escrow.clauses import Catalogue
from ledger.problem import Problem
from scenarios.claims.importing import read_claims
from scenarios.claims.spec.catalogue import problem_fault
from scenarios.spec.problem import Fault
from scenarios.spec.source import Source


def with_imported(data: Any, catalogue: Catalogue, source: Source) -> list[Fault]:
    """Put the claims and enterprises of `claims_from` into `data`; the faults met."""
    name = data.get("claims_from") if isinstance(data, dict) else None
    if not isinstance(name, str):
        return []
    try:
        found = read_claims(_beside(source, name), catalogue.facts, catalogue.clauses)
    except Problem as problem:
        return [problem_fault(("claims_from",), problem)]
    del data["claims_from"]
    for key, items in (("claims", found.claims), ("enterprises", found.enterprises)):
        data[key] = [*(data.get(key) or []), *items]
    return []


def _beside(source: Source, name: str) -> Path:
    """A relative path is meant from the folder of the scenario."""
    folder = Path(source.file).parent if source.file not in ("-", "") else Path()
    return folder / name

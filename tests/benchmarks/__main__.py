"""`make bench`: runs every benchmark, prints a table, writes `{name: {ratio, ours, reference, unit}}`."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import append, claims, clauses, compiled, engine, verify
from tests.benchmarks.measure import Absent, Result

BENCHMARKS: dict[str, Callable[[], Result]] = {
    "append_journal": append.journal,
    "append_store": append.store,
    "verify": verify.verify_all,
    "engine_tape": engine.tape_only,
    "engine_ledger": engine.with_ledger,
    "compiled_engine": compiled.engine,
    "compiled_threads": compiled.threads,
    "compiled_sampling": compiled.sampling,
    "compiled_start": compiled.cached_start,
    "compiled_c": compiled.against_c,
    "claims_office": claims.office,
    "claims_judged": claims.judged,
    "clause_column": clauses.column_against_numpy,
    "clause_openfisca": clauses.column_against_openfisca,
    "clause_openfisca_case": clauses.case_against_openfisca,
    "clause_case": clauses.one_case,
    "clause_load": clauses.load,
}


def table(results: dict[str, Result]) -> str:
    """The results as aligned columns."""
    lines = [f"{'benchmark':<22}{'ratio':>8}{'ours':>16}{'reference':>16}  {'unit':<10} aim"]
    lines += [
        f"{name:<22}{r.ratio:>8.2f}{r.ours:>16,.3f}{r.reference:>16,.3f}  {r.unit:<10} {r.goal}"
        for name, r in results.items()
    ]
    return "\n".join(lines)


def run(names: list[str]) -> dict[str, Result]:
    """The results; a benchmark whose reference is not installed is passed over with a word."""
    results = {}
    for name in names:
        try:
            results[name] = BENCHMARKS[name]()
        except Absent as why:
            print(f"{name}: skipped, {why}")
    return results


def main() -> None:
    """Parses the command line and runs what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    parser.add_argument("names", nargs="*", help=f"of {', '.join(BENCHMARKS)}; all when none is given")
    asked = parser.parse_args()
    results = run(asked.names or list(BENCHMARKS))
    print(table(results))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: {k: v for k, v in r._asdict().items() if k != "goal"} for name, r in results.items()}
    asked.out.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

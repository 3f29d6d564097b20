"""`make bench`: runs every benchmark, prints a table, writes `{name: {ratio, ours, reference, unit}}`."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import append, engine, verify
from tests.benchmarks.measure import Result

BENCHMARKS: dict[str, Callable[[], Result]] = {
    "append_journal": append.journal,
    "append_store": append.store,
    "verify": verify.verify_all,
    "engine_tape": engine.tape_only,
    "engine_ledger": engine.with_ledger,
}


def table(results: dict[str, Result]) -> str:
    """The results as aligned columns."""
    lines = [f"{'benchmark':<16}{'ratio':>8}{'ours':>14}{'reference':>14}  {'unit':<10} aim"]
    lines += [
        f"{name:<16}{r.ratio:>8.2f}{r.ours:>14,.3f}{r.reference:>14,.3f}  {r.unit:<10} {r.goal}"
        for name, r in results.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Parses the command line and runs what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    parser.add_argument("names", nargs="*", help=f"of {', '.join(BENCHMARKS)}; all when none is given")
    asked = parser.parse_args()
    results = {name: BENCHMARKS[name]() for name in asked.names or BENCHMARKS}
    print(table(results))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: {k: v for k, v in r._asdict().items() if k != "goal"} for name, r in results.items()}
    asked.out.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Compares the tapes of both engines and prints how many replications and rows were compared."""

import argparse
import sys
from collections.abc import Iterator

from escrow.compiled import refuse
from escrow.processes.scheme import Setting
from scenarios.prepare import prepare
from scenarios.spec import SpecProblem, library_names, open_scenario
from tests.escrow.compiled.mechanism.dense import district
from tests.escrow.compiled.mechanism.twins import library_source, setting_of, twins

SEEDS = 1_000_000


def library() -> Iterator[tuple[str, Setting]]:
    """The library's scenarios with a simulated scheme."""
    for name in library_names():
        source = library_source(name)
        if source is not None:
            yield f"library {name}", prepare(open_scenario(source).scenario).setting


def random_districts(number: int, first: int) -> Iterator[tuple[str, Setting]]:
    """Districts under random policies; a statement that no policy allows is passed over."""
    made = 0
    for seed in range(first, first + SEEDS):
        if made == number:
            return
        try:
            setting = setting_of(district(seed))
        except SpecProblem:
            continue
        made += 1
        yield f"seed {seed}", setting


def main() -> int:
    """Exit 1 when tapes part."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity", description=__doc__)
    parser.add_argument("--replications", type=int, default=3000, help="random districts to compare")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    compared = rows = 0
    parted: list[str] = []
    refused: list[str] = []
    for part in (library(), random_districts(asked.replications, asked.first)):
        for name, setting in part:
            if found := refuse.unsupported(setting):
                refused.append(f"{name}: {', '.join(text.en for text in found)}")
                continue
            pair = twins(setting)
            compared, rows = compared + 1, rows + len(pair.readable)
            if pair.parted is not None:
                parted.append(f"{name}: row {pair.parted}, error {pair.error}")
    print(f"{compared:,} replications, {rows:,} rows compared; {len(parted)} part")
    print("refused by name: " + ", ".join(text.en for text in refuse.NOT_EXPRESSED))
    print("\n".join([*refused, *parted]))
    return 1 if parted else 0


if __name__ == "__main__":
    sys.exit(main())

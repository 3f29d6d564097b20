"""The C loop: compiled with gcc when it is needed, called with the arrays of a block."""

import ctypes
import shutil
import subprocess
from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import Block, D, P, S
from tests.benchmarks.measure import Absent

SOURCE = Path(__file__).with_name("c_loop.c")
OUTCOMES = ("pool", "escrow", "outlay", "completed", "ended", "rows")
_COLUMNS: dict[str, type[IntEnum]] = {"P": P, "S": S, "D": D}


@lru_cache(maxsize=1)
def compiled() -> ctypes.CDLL:
    """The library, built with -O3 for this machine; raises Absent without gcc."""
    gcc = shutil.which("gcc")
    if gcc is None:
        raise Absent("gcc is not installed")
    with TemporaryDirectory() as folder:  # once loaded, the library needs its file no more
        target = str(Path(folder, "c_loop.so"))
        options = ["-O3", "-march=native", "-shared", "-fPIC", *_defined()]
        subprocess.run([gcc, *options, str(SOURCE), "-o", target], check=True)
        return ctypes.CDLL(target)


def loop(block: Block, first_day: int, last_day: int, pool_fen: int) -> Callable[[], IntArray]:
    """Running the block's worlds; gives (replications, OUTCOMES)."""
    library = compiled()
    library.world_size.restype = library.case_size.restype = ctypes.c_int64
    replications, projects, stages, tries = block.draw.shape[:4]
    world = np.zeros(library.world_size() // 8 + 1, dtype=np.int64)
    cases = np.zeros((projects, library.case_size() // 8 + 1), dtype=np.int64)
    out = np.zeros((replications, len(OUTCOMES)), dtype=np.int64)
    sizes = [replications, projects, stages, tries, first_day, last_day - first_day + 1, pool_fen]
    arrays = [block.count, block.project, block.stage, block.draw, world, cases, out]
    given = [*map(ctypes.c_int64, sizes), *map(_pointer, arrays)]

    def run() -> IntArray:
        library.run(*given)
        return arrays[-1]  # the pointers are good only as long as all arrays are kept

    return run


def _pointer(array: IntArray) -> ctypes.c_void_p:
    assert array.flags.c_contiguous
    return ctypes.c_void_p(array.ctypes.data)


def _defined() -> Iterable[str]:
    for letter, columns in _COLUMNS.items():
        yield f"-D{letter}_COLUMNS={len(columns)}"
        yield from (f"-D{letter}_{column.name}={int(column)}" for column in columns)

"""What the compiler keeps on disk, and where."""

from pathlib import Path
from typing import Any, NamedTuple


class Warmed(NamedTuple):
    """What is kept where."""

    cache: Path | None  # None: nothing can be written, so it is compiled anew each time
    compiled: int  # kernels that had to be compiled; 0: all came from the cache


def told(kernel: Any) -> Warmed:
    """Where a compiled function is kept, and how often it was not found there."""
    stats = kernel.stats
    place = stats.cache_path and Path(stats.cache_path)
    return Warmed(place or None, sum(stats.cache_misses.values()))

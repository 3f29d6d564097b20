"""`jit`: Numba's compiler with the settings every kernel shares, kept transparent for type checkers."""

import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from ledger.problem import Problem
from ledger.text import Text

# What compiled functions are made of, or take constants from, within the package `escrow`.
_SOURCES = (
    "arithmetic", "behaviour", "chart.py", "compiled", "processes/pins.py", "processes/year.py",
    "readings", "rules", "settlement", "tape.py", "world",
)  # fmt: skip

_F = TypeVar("_F", bound=Callable[..., Any])

try:
    import numba as _numba
except ImportError:
    _numba = None

# Without the runtime Numba counts no references, which is most of what a call costs; in return a kernel may
# not make arrays, only fill what it is given.
_SETTINGS: dict[str, Any] = {
    "nogil": True,
    "error_model": "numpy",
    "_nrt": False,
    "no_cfunc_wrapper": True,
}


class NumbaMissing(Problem):
    """The compiled engine was asked for without Numba."""

    message = Text("编译引擎需要 numba，但未安装", "the compiled engine needs numba, which is not installed")
    advice = Text(
        "请运行 pip install 'anxinbao[sweep]'，或使用 --engine simpy",
        "run pip install 'anxinbao[sweep]', or use --engine simpy",
    )


def available() -> bool:
    """Whether Numba is installed; without it kernels are plain Python, enough to reduce a tape."""
    return _numba is not None


def jit(function: _F) -> _F:
    """The function compiled on first call, without the GIL, kept in Numba's cache on disk."""
    return _kept(function)


def inner(function: _F) -> _F:
    """The same for functions that only compiled ones call: no entry from Python is made for them."""
    return _kept(function, no_cpython_wrapper=True)


def unfolded(function: _F) -> _F:
    """The same, written out in its one caller before that is compiled.

    Numba optimises a function again in every function above it, so each level saved is compile time saved.
    """
    return _kept(function, inline="always")


def inlined(function: _F) -> _F:
    """The same, always made part of its caller: for small functions in loops, whose call costs most."""
    return _kept(function, forceinline=True)


def _kept(function: _F, **more: Any) -> _F:
    """A compiled function whose cache is this version of the sources'.

    Numba itself looks only at the file a function stands in, and would keep callers of what has changed.
    """
    if _numba is None:
        return function
    before, folder = _numba.config.CACHE_DIR, _cache(_numba.config.CACHE_DIR)
    _numba.config.CACHE_DIR = folder or before
    try:
        return cast("_F", _numba.njit(**_SETTINGS, cache=bool(folder), **more)(function))
    finally:
        _numba.config.CACHE_DIR = before


@cache
def _cache(stated: str) -> str:
    """The folder of the cache: under the one that NUMBA_CACHE_DIR states, else under the user's own.

    Empty when nothing can be written there: kernels are then compiled anew in each process.
    """
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    root, digest = Path(__file__).parents[1], sha256()
    for name in _SOURCES:
        place = root / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(f"{file.relative_to(root).as_posix()}\n".encode() + file.read_bytes())
    try:
        above = Path(stated) if stated else Path(home).expanduser() / "anxinbao" / "numba"
        folder = above / digest.hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # a user without a home
        return ""
    return str(folder) if os.access(folder, os.W_OK) else ""

"""`jit`: Numba's compiler with the settings every kernel shares, kept transparent for type checkers."""

import os
from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

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
    "cache": True,
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


def jit(function: _F) -> _F:
    """The function compiled on first call, without the GIL, kept in Numba's cache on disk."""
    if _numba is None:
        return cast("_F", _missing(function))
    return cast("_F", _kept(function))


def inner(function: _F) -> _F:
    """The same for functions that only compiled ones call: no entry from Python is made for them."""
    if _numba is None:
        return cast("_F", _missing(function))
    return cast("_F", _kept(function, no_cpython_wrapper=True))


def unfolded(function: _F) -> _F:
    """The same, written out in its one caller before that is compiled.

    Numba optimises a function again in every function above it, so each level saved is compile time saved.
    """
    if _numba is None:
        return cast("_F", _missing(function))
    return cast("_F", _kept(function, inline="always"))


def inlined(function: _F) -> _F:
    """The same, always made part of its caller: for small functions in loops, whose call costs most."""
    if _numba is None:
        return cast("_F", _missing(function))
    return cast("_F", _kept(function, forceinline=True))


def _kept(function: Callable[..., Any], **more: Any) -> Any:
    """A compiled function whose cache is this version of the sources'.

    Numba itself looks only at the file a function stands in, and would keep callers of what has changed.
    """
    before, _numba.config.CACHE_DIR = _numba.config.CACHE_DIR, _cache(_numba.config.CACHE_DIR)
    try:
        return _numba.njit(**_SETTINGS, **more)(function)
    finally:
        _numba.config.CACHE_DIR = before


@cache
def _cache(stated: str) -> str:
    """The folder of the cache: under the one that NUMBA_CACHE_DIR states, else under the user's own."""
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(stated) if stated else Path(home).expanduser() / "anxinbao" / "numba"
    root, digest = Path(__file__).parents[1], sha256()
    for name in _SOURCES:
        place = root / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(f"{file.relative_to(root).as_posix()}\n".encode() + file.read_bytes())
    return str(folder / digest.hexdigest()[:16])


def _missing(function: Callable[..., Any]) -> Callable[..., NoReturn]:
    @wraps(function)
    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        raise NumbaMissing

    return refuse

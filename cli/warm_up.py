"""`anxinbao warm-up`: compile the fast engine once, so that no later sweep waits for it."""

import time

import click

from cli import language, parts, screen
from cli.data import tell
from cli.leaving import KEPT
from cli.pace import duration
from ledger.text import Text

_DONE = Text(
    "编译引擎已就绪：新编译 {compiled} 项，用时 {took}；缓存位于 {cache}",
    "the compiled engine is ready: {compiled} compiled anew in {took}; the cache is {cache}",
)

_NOWHERE = Text(
    "编译引擎可用，但没有可写的缓存文件夹，每次都要重新编译；请设置 NUMBA_CACHE_DIR",
    "the compiled engine works, but nothing can be cached and each start compiles anew: set NUMBA_CACHE_DIR",
)


@click.command(
    "warm-up",
    cls=parts.Command,
    says=Text(
        "预先编译快速引擎并写入缓存，之后的批量运行不再等待",
        "Compile the fast engine into its cache, so that no later sweep waits for it.",
    ),
)
@parts.as_json
@parts.lang
def warm_up(as_json: bool) -> int:
    """Always exit 0 when it could be compiled."""
    from scenarios.sweep.warm_up import warm_up as compile_all

    begun = time.monotonic()
    warmed = compile_all()
    took = time.monotonic() - begun
    if as_json:
        cache = warmed.cache and str(warmed.cache)
        data = {"compiled": warmed.compiled, "seconds": round(took, 3), "cache": cache}
        screen.put_json(data)
    else:
        text = (_DONE if warmed.cache else _NOWHERE).say(language.of_reports())
        tell(text.format(compiled=warmed.compiled, took=duration(took), cache=warmed.cache))
    return KEPT

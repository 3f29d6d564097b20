"""Libraries of the extra `anxinbao[sweep]`, imported where they are first needed."""

from importlib import import_module
from typing import Any

from ledger.problem import Problem
from ledger.text import Text


class ExtraMissing(Problem):
    """A library of an extra is asked for and not installed."""

    message = Text(
        "这项分析需要 {library}，但未安装", "this analysis needs {library}, which is not installed"
    )
    advice = Text("请运行 pip install 'anxinbao[sweep]'", "run pip install 'anxinbao[sweep]'")


def needed(module: str) -> Any:
    """The module, or ExtraMissing naming its library."""
    try:
        return import_module(module)
    except ImportError:
        raise ExtraMissing(library=module.partition(".")[0]) from None

"""Readings (解读): what the text leaves open, each option one small named function, resolved here only."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from escrow.readings import claim, eligibility, failure, grant, milestone, pool, premium, rounding

_MODULES = (pool, milestone, failure, eligibility, grant, claim, premium, rounding)
CHOICES: dict[str, dict[str, Callable[..., Any]]] = {
    name: options for module in _MODULES for name, options in module.OPTIONS.items()
}
DERIVED: dict[str, str] = {
    name: source for module in _MODULES for name, source in getattr(module, "DERIVED", {}).items()
}


def bind(chosen: Mapping[str, str]) -> SimpleNamespace:
    """The functions of the chosen options, by reading id; raises KeyError for an unknown option."""
    return SimpleNamespace(
        **{name: options[chosen[DERIVED.get(name, name)]] for name, options in CHOICES.items()}
    )

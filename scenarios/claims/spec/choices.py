"""Readings of the process: their options, checked."""

from escrow.claims.choices import CHOICES
from scenarios.claims.spec.problems import UnknownChoiceOfProcess, UnknownOption


def process_readings() -> dict[str, tuple[str, ...]]:
    """Option ids of every reading of the process, the default first."""
    return {name: tuple(choice.options) for name, choice in CHOICES.items()}


def option_of(name: str, option: str) -> str:
    """The option itself; UnknownChoiceOfProcess or UnknownOption."""
    known = process_readings()
    if name not in known:
        raise UnknownChoiceOfProcess(name=name, known=tuple(known))
    if option not in known[name]:
        raise UnknownOption(reading=name, name=option, known=known[name])
    return option

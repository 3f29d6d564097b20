"""Which engine runs a point: the compiled one where it can, else SimPy, and why."""

from typing import Literal, NamedTuple

from escrow.compiled.refuse import must_support, unsupported
from escrow.processes.scheme import Setting
from ledger.text import Text

Engine = Literal["auto", "compiled", "simpy"]


class Choice(NamedTuple):
    """The engine of a point; why it is not the compiled one, where that was wished."""

    engine: str
    why: list[Text]


def engine_of(setting: Setting, wished: Engine) -> Choice:
    """The engine for a setting; UnsupportedPolicy when `compiled` is wished and cannot run it."""
    if wished == "simpy":
        return Choice("simpy", [])
    if wished == "compiled":
        must_support(setting)
        return Choice("compiled", [])
    why = unsupported(setting)
    return Choice("simpy" if why else "compiled", why)

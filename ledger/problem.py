"""The base of every fault that a user can mend."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ledger.text import Lang, Text


class Problem(Exception):
    """A fault in what we were given, never in our code: message and advice in both languages.

    Subclasses set `message` and `advice` with `{name}` places, filled from the facts given
    as keywords. `exit_code` is what the command line ends with (design section 8).
    """

    message: ClassVar[Text] = Text("输入有误", "bad input")
    advice: ClassVar[Text] = Text("", "")
    exit_code: ClassVar[int] = 2

    def __init__(self, facts: Mapping[str, Any] | None = None, /, **more: Any) -> None:
        # SimPy rebuilds an exception from its args, so the raw facts are the only argument.
        self.facts: dict[str, Any] = {**(facts or {}), **more}
        super().__init__(self.facts)

    def say(self, lang: Lang) -> str:
        """The message in `lang`."""
        return self.message.say(lang).format_map(self.facts)

    def advise(self, lang: Lang) -> str:
        """What to do next, in `lang`; empty when there is nothing to add."""
        return self.advice.say(lang).format_map(self.facts)

    def __str__(self) -> str:
        return self.say("en")

"""Which language to speak: `--lang`, then ANXINBAO_LANG, then the locale."""

import os
from collections.abc import Mapping, Sequence

from ledger.text import Lang, Text

_VARIABLES = ("ANXINBAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_chosen: list[Lang | None] = [None]


def named(value: str) -> Lang | None:
    """The language a locale names, None for C, POSIX and languages we do not speak."""
    head = value.replace("-", "_").split("_")[0].split(".")[0].lower()
    return "zh" if head == "zh" else "en" if head == "en" else None


def from_environment(environ: Mapping[str, str]) -> Lang | None:
    """The language of the first variable that is set, as the C library decides it."""
    values = (environ.get(name, "") for name in _VARIABLES)
    return next((named(value) for value in values if value), None)


def from_arguments(arguments: Sequence[str]) -> Lang | None:
    """`--lang zh` or `--lang=zh` anywhere on the line, so that help speaks it as well."""
    for place, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and place + 1 < len(arguments):
            return named(arguments[place + 1])
        if word.startswith("--lang="):
            return named(word.removeprefix("--lang="))
    return None


def choose(arguments: Sequence[str]) -> None:
    """Settle the language for this call."""
    _chosen[0] = from_arguments(arguments) or from_environment(os.environ)


def speak(lang: Lang) -> None:
    """Settle the language explicitly."""
    _chosen[0] = lang


def current() -> Lang:
    """The language of messages and help: English where nothing says otherwise."""
    return _chosen[0] or "en"


def of_reports() -> Lang:
    """The language of reports: Chinese where nothing says otherwise."""
    return _chosen[0] or "zh"


def say(text: Text) -> str:
    """A text in the language of messages."""
    return text.say(current())

"""Texts a person reads, in Chinese and English."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]


class Text(NamedTuple):
    """One text in both languages; `text.say("zh")` picks one."""

    zh: str
    en: str

    def say(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.zh if lang == "zh" else self.en

"""The types of the expressions: what a value measures, and whether it is one or a list of it."""

from typing import NamedTuple

from ledger.text import Text


class Kind(NamedTuple):
    """A base (money, usd, ratio, number, date, text, bool) and whether it is a list of that."""

    base: str
    many: bool = False

    @property
    def one(self) -> "Kind":
        """The kind of one item."""
        return Kind(self.base)

    @property
    def items(self) -> "Kind":
        """A list of this."""
        return Kind(self.base, True)


MONEY, USD, RATIO, NUMBER = Kind("money"), Kind("usd"), Kind("ratio"), Kind("number")
DATE, TEXT, BOOL = Kind("date"), Kind("text"), Kind("bool")
NUMERIC = ("money", "usd", "ratio", "number")
PLAIN = ("ratio", "number")

WORDS = {
    "money": Text("金额", "money"),
    "usd": Text("美元金额", "US dollars"),
    "ratio": Text("比例", "a ratio"),
    "number": Text("数", "a number"),
    "date": Text("日期", "a date"),
    "text": Text("文字", "text"),
    "bool": Text("是非", "true or false"),
}


def named(kind: Kind) -> Text:
    """The kind in words: `money`, `a list of dates`."""
    word = WORDS[kind.base]
    return Text(f"{word.zh}列表", f"a list of {word.en}") if kind.many else word

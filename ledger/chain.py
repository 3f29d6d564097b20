"""The chain: each record's digest is taken over its stored bytes, which name the digest before."""

import hashlib
from typing import NamedTuple, Self

from ledger.problem import Problem
from ledger.text import Text

GENESIS = "0" * 64
"""What the first record names as the digest before it."""


class BadHead(Problem):
    """A text is not SEQ:DIGEST."""

    message = Text("不是账本头：{value}", "not a ledger head: {value}")
    advice = Text("应为 序号:64位十六进制摘要", "write SEQ:DIGEST, the digest being 64 hexadecimal digits")


def digest(stored: bytes) -> str:
    """SHA-256 of the stored bytes, in hex."""
    return hashlib.sha256(stored).hexdigest()


class Head(NamedTuple):
    """The last record: its sequence number and digest. It vouches for everything before it."""

    seq: int
    digest: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.digest}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read SEQ:DIGEST; BadHead for anything else."""
        number, _, hexdigits = text.strip().partition(":")
        good = number.isascii() and number.isdecimal() and len(hexdigits) == 64
        if not good or set(hexdigits.lower()) - set("0123456789abcdef"):
            raise BadHead(value=text)
        return cls(int(number), hexdigits.lower())

"""`I/N`: which part of a sweep a machine runs."""

import re

from scenarios.sweep.problems import BadShard

WHOLE = (1, 1)
_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})")


def parse_shard(text: str | None) -> tuple[int, int]:
    """(I, N) from `I/N`, the whole sweep from None; BadShard."""
    if text is None:
        return WHOLE
    found = _SHARD.fullmatch(text.strip())
    shard = (int(found[1]), int(found[2])) if found else (0, 0)
    check_shard(shard, text)
    return shard


def check_shard(shard: tuple[int, int], text: str | None = None) -> None:
    """Refuse a shard that is not one of its number."""
    number, of = shard
    if not 1 <= number <= of:
        raise BadShard(found=text or f"{number}/{of}")

"""Names of parties behind the numbers of a block."""

from typing import NamedTuple


class Names(NamedTuple):
    """Parties of a block, in the order of its name columns; a policy is made for the same names."""

    enterprises: tuple[str, ...]
    platforms: tuple[str, ...]
    insurers: tuple[str, ...]

"""One row of the table of prices."""

from typing import Any, NamedTuple

WAN = 1_000_000  # fen in 1万元
TREASURY, POOL, ESCROW = "district_treasury", "risk_pool", "escrow"
E1, E2, PL1, I1 = "enterprise:E1", "enterprise:E2", "platform:PL1", "insurer:I1"
Moves = dict[str, tuple[int, int]]


class Priced(NamedTuple):
    """Choosing `option` instead of the default moves exactly these parties, from and to these fen.

    `on` looks at the balances of a day, for options that move the day of a payment and not its amount.
    `also` are changes of the scenario that only the option allows (see stories.but).
    """

    name: str
    option: str
    scenario: dict[str, Any]
    moves: Moves
    on: str | None = None
    also: dict[str, Any] = {}  # noqa: RUF012


def wan(default: int, chosen: int) -> tuple[int, int]:
    """万元 under the default and under the option, as fen."""
    return default * WAN, chosen * WAN

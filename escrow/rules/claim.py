"""Insurance claims (理赔): what the insurer pays after its assessment; the text itself prints no rate."""

from escrow.arithmetic import FEN_DOWN, share
from escrow.rules.entitlement import Entitlement, Rate, Readings, entitled

CLAUSE = "xiaoshan-insurance-payout"
NOTHING_KEPT: Rate = (0, 1)


def by_policy(loss_fen: int, cover_fen: int | None, own_share: Rate = NOTHING_KEPT) -> int:
    """What a policy pays of a loss (fen): less the insured's own share, within the cover (None: no limit)."""
    num, den = own_share
    after_own = share(loss_fen, den - num, den, FEN_DOWN)
    return after_own if cover_fen is None else min(after_own, cover_fen)


def claim(
    amount_fen: int,
    loss_fen: int,
    cover_fen: int | None = None,
    own_share: Rate = NOTHING_KEPT,
    readings: Readings = (),
) -> Entitlement:
    """A claim payment with its workings; the amount follows reading claim_amount."""
    workings: list[tuple[str | int, ...]] = [("loss", loss_fen)]
    if cover_fen is not None:
        workings.append(("cover", cover_fen))
    if own_share != NOTHING_KEPT:
        workings.append(("own_share", *own_share))
    return entitled(CLAUSE, amount_fen, tuple(workings), readings)

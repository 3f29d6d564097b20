"""Integer arithmetic of the scheme: ints in, ints out, so that both engines share one truth."""

from escrow.arithmetic.bounds import AMOUNT_MAX_FEN, RATE_PART_MAX, fits, share_fits
from escrow.arithmetic.limits import capped, deducted, missing, room
from escrow.arithmetic.share import (
    FEN_DOWN,
    FEN_HALF_UP,
    FEN_UP,
    YUAN_DOWN,
    YUAN_HALF_UP,
    YUAN_UP,
    share,
    whole_needed,
)

__all__ = [
    "AMOUNT_MAX_FEN",
    "FEN_DOWN",
    "FEN_HALF_UP",
    "FEN_UP",
    "RATE_PART_MAX",
    "YUAN_DOWN",
    "YUAN_HALF_UP",
    "YUAN_UP",
    "capped",
    "deducted",
    "fits",
    "missing",
    "room",
    "share",
    "share_fits",
    "whole_needed",
]

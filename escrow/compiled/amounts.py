"""Amounts in compiled code: escrow.arithmetic, compiled as it stands."""

from escrow import arithmetic
from escrow.compiled.jit import jit

share = jit(arithmetic.share)
capped = jit(arithmetic.capped)
room = jit(arithmetic.room)
deducted = jit(arithmetic.deducted)
missing = jit(arithmetic.missing)

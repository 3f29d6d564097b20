"""Copies in compiled code; an assignment of slices would first make room for a third copy."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inlined


@inlined
def copy_row(source: IntArray, target: IntArray, i: int) -> None:
    """Copy a row into place i of a table."""
    for column in range(len(source)):
        target[i, column] = source[column]

"""Tables in one array of integers: a head of four for each table, then the rows one after the other.

A compiled function that takes one array is made and called far faster than one that takes thirty.
"""

from collections.abc import Sequence

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import jit

# Tables of a book (escrow.compiled.claims.layout.Book), in the order of its fields.
POLICY = 0
RANK = 1
WORKING = 2
PAY_DAY = 3
YEAR_OF = 4
AFTER = 5
YEAR_STARTS = 6
ENVELOPE_FEN = 7
ENVELOPE_STATES = 8
ENVELOPE = 9
ENVELOPE_CUT = 10
INNER_FIRST = 11
RULE = 12
ADDS = 13
SPLIT = 14
PLAN = 15
STAGE = 16
CLAIM = 17
DAYS = 18
KNOWN = 19
EVENT = 20
ARRIVAL = 21
ARRIVALS = 22
LIMIT = 23
MATE = 24
MATES = 25
OPENING = 26
RULING = 27
ANSWER = 28
ANSWERS = 29
# Tables of a desk (Desk).
TAPE = 0
AGENDA = 1
DUE = 2
MARK = 3
CASE = 4
HELD = 5
PAID_BY = 6
PAYMENT = 7
FUND = 8
WAITING = 9
QUEUE = 10
SAME = 11
YEARLY = 12
LEVEL = 13
POOL = 14
PURSE = 15
ASK = 16
SCRATCH = 17
# Columns of the scratch pad.
CHARGED, SERVED, WHO, WEIGHT, PART, REST = range(6)
_FIRST, _WIDTH, _DEPTH, _ROWS, _HEAD = 0, 1, 2, 3, 4


def flat(tables: Sequence[IntArray]) -> IntArray:
    """The tables in one array; one of one dimension is a single row."""
    head, first = list[int](), _HEAD * len(tables)
    for table in tables:
        shape = (1, *table.shape) if table.ndim == 1 else table.shape
        depth = shape[2] if len(shape) > 2 else 1
        rows = table.shape[0]
        head += [first, shape[1] * depth, depth, rows]
        first += table.size
    found = np.zeros(first, dtype=np.int64)
    found[: len(head)] = head
    place = len(head)
    for table in tables:
        if any(table.strides):  # not `blank`: pages that nobody touches cost nothing
            found[place : place + table.size] = table.reshape(-1)
        place += table.size
    return found


def blank(*shape: int) -> IntArray:
    """A table of zeros that takes no memory of its own."""
    return np.broadcast_to(np.int64(0), shape)


def table_of(tables: IntArray, table: int, width: int) -> IntArray:
    """A table of an array made by `flat`, as rows of `width`, without a copy."""
    first, rows = int(tables[_HEAD * table + _FIRST]), int(tables[_HEAD * table + _ROWS])
    return tables[first : first + rows * width].reshape(rows, width)


@jit
def ix(tables: IntArray, table: int, row: int, column: int) -> int:
    """The place of a cell."""
    head = 4 * table
    return int(tables[head] + row * tables[head + 1] + column)


@jit
def ix3(tables: IntArray, table: int, row: int, column: int, layer: int) -> int:
    """The place of a cell of a table of three dimensions."""
    head = 4 * table
    return int(tables[head] + row * tables[head + 1] + column * tables[head + 2] + layer)


@jit
def rows(tables: IntArray, table: int) -> int:
    """How many rows a table has; of one dimension, how many cells."""
    return int(tables[4 * table + 3])

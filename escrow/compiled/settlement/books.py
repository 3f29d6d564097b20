"""The books of one replication's projects as one array: what the special audit looks at.

A row is a project: first its facts (`F`), then room for six kinds of records of four columns each, as in
escrow.settlement.books. One array, because compiled code counts references to every array it passes on.
Enterprises that file nothing (partners only) have numbers after the filing ones.
"""

from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inner, jit

# Kinds of records; a full one is told by its number plus one (codes.Full).
MOVES, CLAIMS, SUBSIDIES, GRANTS, OTHERS, PARTNERS = range(6)
WIDTH = 4
KIND, DAY, AMOUNT, INVOICE_DAY = range(4)  # a movement
# A claim, a premium subsidy and a grant of others have a day and an amount in the same columns.
PAYEE = 0
BUCKET, GRANTEE = 0, 1  # a grant, with its amount
PARTNER, PARTNER_GROUP, NUM, DEN = range(4)


class F(IntEnum):
    """Facts of a project; COUNT and AT begin a column for each kind of record."""

    ENTERPRISE = 0
    GROUP = 1  # -1: none
    NOTICE_DAY = 2
    ENDED_DAY = 3  # 0: runs
    LAST_FACT = 4  # the last day in the book, 0: nothing (escrow.processes.case)
    COUNT = 5  # records written
    AT = 11  # column of the first record; the last of these is the end


FACTS = F.AT + 7
COUNT, AT = F.COUNT.value, F.AT.value


class Capacity(NamedTuple):
    """Records a project has room for."""

    moves: int
    claims: int
    subsidies: int
    grants: int
    others: int = 0
    partners: int = 0


def make_books(projects: int, room: Capacity) -> IntArray:
    """Empty books for at most `projects` projects."""
    starts = list(accumulate((WIDTH * number for number in room), initial=int(FACTS)))
    books = np.zeros((projects, starts[-1]), dtype=np.int64)
    books[:, F.GROUP] = -1
    books[:, F.AT : FACTS] = starts
    return books


@jit
def reset(books: IntArray, projects: int) -> None:
    """Empty the books of the first `projects` projects; enterprise and group are the caller's to set."""
    for i in range(projects):
        for column in range(F.NOTICE_DAY, F.AT):
            books[i, column] = 0


@jit
def write(books: IntArray, i: int, kind: int, a: int, b: int, c: int, d: int) -> int:
    """Write a record; 0, or the code of the kind that is full."""
    at = books[i, AT + kind] + WIDTH * books[i, COUNT + kind]
    if at >= books[i, AT + kind + 1]:
        return kind + 1
    books[i, at], books[i, at + 1], books[i, at + 2], books[i, at + 3] = a, b, c, d
    books[i, COUNT + kind] += 1
    return 0


@jit
def moved(books: IntArray, i: int, kind: int, day: int, amount: int, invoice_day: int) -> int:
    """Write a movement down; 0, or the code of what is full."""
    return write(books, i, MOVES, kind, day, amount, invoice_day)


@jit
def claimed(books: IntArray, i: int, day: int, amount: int, payee: int) -> int:
    """Write a paid claim down; 0, or the code of what is full. LAST_FACT is the caller's."""
    return write(books, i, CLAIMS, payee, day, amount, 0)


@jit
def subsidised(books: IntArray, i: int, day: int, amount: int) -> int:
    """Write a paid premium subsidy down; 0, or the code of what is full. LAST_FACT is the caller's."""
    return write(books, i, SUBSIDIES, 0, day, amount, 0)


@jit
def granted(books: IntArray, i: int, bucket: int, enterprise: int, amount: int) -> int:
    """Write a decided (or, negative, reversed) grant down; 0, or the code of what is full."""
    return write(books, i, GRANTS, bucket, enterprise, amount, 0)


@jit
def other_granted(books: IntArray, i: int, day: int, amount: int) -> int:
    """Write a grant of another programme down; 0, or the code of what is full."""
    return write(books, i, OTHERS, 0, day, amount, 0)


@jit
def partnered(books: IntArray, i: int, enterprise: int, group: int, num: int, den: int) -> int:
    """Write a further enterprise of the project and its share down; 0, or the code of what is full."""
    return write(books, i, PARTNERS, enterprise, group, num, den)


@jit
def record(books: IntArray, i: int, kind: int, number: int) -> int:
    """The column in which a record begins."""
    return int(books[i, AT + kind] + WIDTH * number)


@inner
def granted_to(books: IntArray, i: int, enterprise: int) -> int:
    """All grants of the project to one of its enterprises, in fen."""
    found = 0
    for k in range(books[i, COUNT + GRANTS]):
        at = record(books, i, GRANTS, k)
        if books[i, at + GRANTEE] == enterprise:
            found += books[i, at + AMOUNT]
    return found


@jit
def given(books: IntArray, i: int) -> int:
    """Grants and premium subsidies the project's own enterprise has had, in fen."""
    found = granted_to(books, i, books[i, F.ENTERPRISE])
    for k in range(books[i, COUNT + SUBSIDIES]):
        found += books[i, record(books, i, SUBSIDIES, k) + AMOUNT]
    return found


@jit
def taken_back(books: IntArray, i: int) -> int:
    """Reverse every grant of a project in the cap year it was granted in; 0, or the code of what is full."""
    code = 0
    for k in range(books[i, COUNT + GRANTS]):
        at = record(books, i, GRANTS, k)
        code = max(code, granted(books, i, books[i, at], books[i, at + GRANTEE], -books[i, at + AMOUNT]))
    return code

"""Events of claims: what the columns of each kind of row are called in the ledger."""

from escrow.claims.tape import ClaimKind
from escrow.tape import Row

TYPES: dict[int, str] = {kind: f"claim_{kind.name.lower()}" for kind in ClaimKind}
# Kind -> names of (amount, a, b, c, d); an empty name leaves the column out.
FIELDS: dict[int, tuple[str, str, str, str, str]] = {
    ClaimKind.APPROPRIATED: ("amount_fen", "envelope", "year", "raised", ""),
    ClaimKind.CARRIED: ("amount_fen", "envelope", "year", "", ""),
    ClaimKind.LAPSED: ("amount_fen", "envelope", "year", "", ""),
    ClaimKind.BUDGET_CUT: ("amount_fen", "envelope", "year", "asked_fen", ""),
    ClaimKind.FILED: ("", "clause", "", "", ""),
    ClaimKind.REFUSED: ("", "reason", "place", "missing_fen", "withheld_fen"),
    ClaimKind.COMPLETE: ("", "", "", "", ""),
    ClaimKind.REVIEWED: ("", "score_hundredths", "", "", ""),
    ClaimKind.SELECTED: ("", "rank", "candidates", "score_hundredths", ""),
    ClaimKind.DECIDED: ("", "", "", "", ""),
    ClaimKind.CERTIFIED: ("", "paid_before_fen", "paid_this_year_fen", "received_fen", "repeated"),
    ClaimKind.AWARDED: (
        "amount_fen",
        "by_clause_fen",
        "paid_already_fen",
        "over_limit_fen",
        "over_budget_fen",
    ),
    ClaimKind.COMMITTED: ("amount_fen", "envelope", "year", "", ""),
    ClaimKind.RELEASED: ("amount_fen", "envelope", "year", "reason", ""),
    ClaimKind.DEFERRED: ("", "envelope", "year", "asked_fen", ""),
    ClaimKind.PUBLICISED: ("", "", "", "", ""),
    ClaimKind.ARRIVED: ("amount_fen", "payer", "received_fen", "", ""),
    ClaimKind.DUE: ("", "due_fen", "", "", ""),
    ClaimKind.PAID: ("amount_fen", "payer", "envelope", "year", "due_day"),
    ClaimKind.UNPAID: ("", "payer", "due_fen", "", ""),
    ClaimKind.RECHECKED: ("", "passed", "occurrence", "", ""),
    ClaimKind.STOPPED: ("", "reason", "withheld_fen", "", ""),
    ClaimKind.REDUCED: ("", "reason", "withheld_fen", "", ""),
    ClaimKind.CLAWBACK_DEMANDED: ("", "reason", "demanded_fen", "", ""),
    ClaimKind.CLAWED_BACK: ("amount_fen", "payer", "envelope", "year", "refilled"),
    ClaimKind.SETTLED: ("", "", "", "", ""),
    ClaimKind.COMMITTED_UNPAID: ("", "year", "committed_fen", "waiting", ""),
    ClaimKind.HORIZON_ENDED: ("", "", "", "", ""),
}


def data_of(row: Row) -> tuple[tuple[str, int], ...]:
    """The named integers of a row's event, sorted by name."""
    return tuple([(name, int(row[column])) for name, column in _NAMED[row[2]]])


_NAMED = {
    kind: tuple(sorted((name, column) for column, name in enumerate(names, 5) if name))
    for kind, names in FIELDS.items()
}

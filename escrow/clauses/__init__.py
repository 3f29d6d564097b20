"""The clause algebra: what a paper says, evaluated exactly for one case or for columns of cases."""

from escrow.clauses.catalogue import Catalogue
from escrow.clauses.clause import Clause
from escrow.clauses.facts import Fact, ReadFacts
from escrow.clauses.load import load_catalogue
from escrow.clauses.pools import Claim, Grant, Pool, limited, prorate
from escrow.clauses.result import Evaluation, Failed, Shortfall, Working
from escrow.clauses.schema import Paper
from escrow.clauses.selection import Applicant, Selection, selected, weighted
from escrow.clauses.split import split, stages_of
from escrow.clauses.stacking import stacked

__all__ = [
    "Applicant",
    "Catalogue",
    "Claim",
    "Clause",
    "Evaluation",
    "Fact",
    "Failed",
    "Grant",
    "Paper",
    "Pool",
    "ReadFacts",
    "Selection",
    "Shortfall",
    "Working",
    "limited",
    "load_catalogue",
    "prorate",
    "selected",
    "split",
    "stacked",
    "stages_of",
    "weighted",
]

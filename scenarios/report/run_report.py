"""The report of one run."""

from ledger.text import Lang
from scenarios.metrics import Metrics
from scenarios.report.closing import closing, opening
from scenarios.report.course import pool_course
from scenarios.report.document import Document
from scenarios.report.facts import RunFacts
from scenarios.report.measures import exposure, key_figures, parties, steps
from scenarios.report.money import by_year, unpaid
from scenarios.report.projects import caps, counts


def run_report(facts: RunFacts, metrics: Metrics, lang: Lang) -> Document:
    """What was simulated, what it cost by year, the pool's course, what hit a cap, the head, what next."""
    return Document(
        (
            *opening(facts, lang),
            *counts(metrics, lang),
            *by_year(metrics, lang),
            *unpaid(metrics, lang),
            *pool_course(metrics, lang),
            *caps(metrics, lang),
            *key_figures(metrics, lang),
            *steps(metrics, lang),
            *exposure(metrics, lang),
            *parties(metrics, lang),
            *closing(facts, lang),
        )
    )

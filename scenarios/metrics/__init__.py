"""What a run came to, in whole fen, whole days and exact fractions, from the tape alone."""

from scenarios.metrics.measure import Metrics, measure
from scenarios.metrics.subject import Subject, subject_of

__all__ = ["Metrics", "Subject", "measure", "subject_of"]

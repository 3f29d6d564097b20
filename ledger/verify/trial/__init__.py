"""Damages done to a copy of a ledger, to show that verification finds them."""

from ledger.verify.trial.damage import Damage, NotApplicable

__all__ = ["Damage", "NotApplicable"]

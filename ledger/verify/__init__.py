"""Verification from the stored bytes up: nothing of the journal is trusted."""

from ledger.verify.findings import Code, Finding
from ledger.verify.position import BadPosition, Position
from ledger.verify.report import Report
from ledger.verify.verifier import verify

__all__ = ["BadPosition", "Code", "Finding", "Position", "Report", "verify"]

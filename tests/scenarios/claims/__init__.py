"""Scenarios of claims: file, run, report."""

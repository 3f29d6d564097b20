"""Verification of hand-made and of real ledgers."""

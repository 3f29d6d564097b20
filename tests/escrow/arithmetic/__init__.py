"""Tests of escrow/arithmetic."""

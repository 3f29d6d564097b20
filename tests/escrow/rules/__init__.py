"""Tests of escrow/rules."""

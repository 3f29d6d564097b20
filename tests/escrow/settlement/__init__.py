"""Tests of escrow/settlement."""

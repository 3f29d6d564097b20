"""Tests of escrow.world."""

"""Tests of escrow/readings."""

"""Tests of escrow.programmes."""

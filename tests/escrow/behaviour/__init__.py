"""Tests of escrow.behaviour."""

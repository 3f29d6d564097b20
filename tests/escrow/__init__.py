"""Tests of the scheme."""

"""Tests of reading real claims from tables."""

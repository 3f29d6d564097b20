"""Tests of reports as plain data."""

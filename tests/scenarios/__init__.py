"""Tests of scenarios and runs."""

"""Tests of scenarios/cases."""

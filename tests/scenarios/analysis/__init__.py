"""Tests of the analyses, on results made in memory whose answers are known."""

"""Tests of comparing papers on the same enterprises."""

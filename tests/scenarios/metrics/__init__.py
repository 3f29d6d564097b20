"""Tests of the measures, on tapes written by hand."""

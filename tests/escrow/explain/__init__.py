"""Tests of explanations, on ledgers written by hand."""

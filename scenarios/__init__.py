"""Experiments: a file in, a run folder out."""

"""Runs that end in the middle."""

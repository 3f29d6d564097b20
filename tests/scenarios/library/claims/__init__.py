"""Tests of the named claims scenarios: what each story is there to show."""

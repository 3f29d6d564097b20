"""Tests of the named scenarios: what each promises in its paragraph of why."""

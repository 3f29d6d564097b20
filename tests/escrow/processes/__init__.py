"""Tests of the processes, through scenario text, ledger and balances."""

"""The mechanism as SimPy processes that read like the rules."""

"""Claims (兑现) as workflows: from the application to the last payment, under envelopes."""

from escrow.processes.fulfilment.simulate import simulate

__all__ = ["simulate"]

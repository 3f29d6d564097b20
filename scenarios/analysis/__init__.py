"""Questions put to the results of sweeps: what differs, what matters, what is best, what is enough."""

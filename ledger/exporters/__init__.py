"""The ledger in formats other tools read."""

"""Claims as workflows."""

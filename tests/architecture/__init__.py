"""The shape of the code is a test."""

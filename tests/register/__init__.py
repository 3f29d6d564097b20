"""Examples of the register put to the catalogue: `python -m tests.register FILE...`."""

"""The report of a claims run, in Chinese and English, and as plain data."""

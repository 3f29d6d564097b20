"""The models of the scenario file, one idea per file."""

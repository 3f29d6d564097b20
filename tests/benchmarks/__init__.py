"""Speed as ratios, run by `make bench`, never by pytest."""

"""What a replication came to, row by row: one reduction for both engines."""

"""`make parity`: the tapes of both engines over many random worlds and policies, never run by pytest."""

"""Questions about the programmes: what is in force, what a clause says, what changed, what runs."""

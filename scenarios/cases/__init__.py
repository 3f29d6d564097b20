"""Cases put to a clause: facts read from a file, answers written to one."""

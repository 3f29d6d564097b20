"""The rules of the scheme, each with its citation and its workings; one module per clause family."""

"""Claims of the policy catalogue, compiled: the fulfilment process on integer arrays, clauses as columns."""

"""Claims of the policy catalogue (兑现申报): the file format, a run, its report."""

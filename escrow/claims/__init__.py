"""Claims (兑现申报) of the policy catalogue: what is stated of them, and what their tape tells."""

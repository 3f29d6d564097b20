"""What every option costs: a smallest scenario each, with the balances under default and option."""

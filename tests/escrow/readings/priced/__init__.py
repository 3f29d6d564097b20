"""What every option costs: a smallest scenario each, with the balances under the default and under the option."""

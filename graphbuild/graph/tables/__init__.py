"""Which table each answer is: its columns, its rows and the claims behind them."""

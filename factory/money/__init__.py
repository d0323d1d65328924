"""What calls cost: prices, the purse that a cap is held with, and estimates."""

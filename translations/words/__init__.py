"""Words, names, numbers and dates as either language writes them."""

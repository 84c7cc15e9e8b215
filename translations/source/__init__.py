"""A source before the model: taken apart, said in words it knows, and what must come out of it."""

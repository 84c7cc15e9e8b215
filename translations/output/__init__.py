"""An output of the model: what is looked for in it, and what is mended in place."""

"""Cards into messages: one module per format, and all button data in one place."""

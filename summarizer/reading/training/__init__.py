"""Training of the reader: marks, examples, the network, the loop, and the finished model."""

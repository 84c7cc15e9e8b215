"""What all finders of facts read: tokens, the gazetteers, verbs of speech, marks of lists."""

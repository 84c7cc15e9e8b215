"""Tasks: what is to be done, who set it, of whom it is asked, by when, and its theme."""

"""How a sentence shows that something is to be done: by modals, asking, imperatives, wishes."""

"""From a source to its translation: drafts, second opinions, terms steered to, asking anew."""

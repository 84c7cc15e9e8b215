"""Who said what: direct and indirect speech, quotations, interviews, and what goes on from them."""

"""Who appears in an article: names, titles, offices with their times, whom pronouns mean."""

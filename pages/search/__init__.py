"""Search: one analysis for texts and queries, a ranking, suggestions, and what the result page shows."""

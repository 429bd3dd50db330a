"""How good and how fast the search is, measured with data nobody here wrote, in a database of its own."""

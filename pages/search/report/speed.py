"""How the time of a search grows with the site."""

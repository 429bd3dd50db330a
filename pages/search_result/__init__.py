"""How a page looks in a list of search results, shown in the editor while it is written."""

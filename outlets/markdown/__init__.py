"""Each public page as Markdown, and a list of them all in the form of llms.txt."""

"""Mail in two parts: every plain text that the site sends gets a designed HTML twin with the same links."""

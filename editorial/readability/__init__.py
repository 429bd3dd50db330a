"""How hard a text is to read, by language: for editors, never for readers."""

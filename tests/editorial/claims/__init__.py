"""The claim linter."""

"""ICD-10-CM in the editor: a table loaded from an official file, looked up while somebody types."""

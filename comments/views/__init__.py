"""Addresses for readers (reading, writing) and for moderators (desk)."""

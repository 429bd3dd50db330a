"""What this app tells its host. It never asks who listens."""

from django.dispatch import Signal

# Sent after commit when a comment appears on or disappears from a public page, or its shown text or
# counts change. Arguments: `page_id` (int), `comment_id` (int), `visible` (bool).
comment_visibility_changed = Signal()

"""What the medical desk tells the rest of the house."""

from django.dispatch import Signal

# Sent before a review is signed or sent back, inside the transaction: a receiver that raises stops it.
medical_review_signed = Signal()

# Sent after a version of a medical page went public: page, revision, words_before (Counter or None).
version_published = Signal()

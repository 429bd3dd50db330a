"""Taking a page off in an emergency, with its translations and copies, and giving it back."""

"""What can go wrong, in plain words."""


class TransferError(Exception):
    """The content cannot be written or loaded; its text says why. Nothing was changed."""

"""Signing in: how often one may try, the second step, how long a session lasts."""

"""Addresses that are not there: counted without anything about readers, redirected with one click."""

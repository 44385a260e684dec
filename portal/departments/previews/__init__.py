"""Showing a draft to people without an account."""

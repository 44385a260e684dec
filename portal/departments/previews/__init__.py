"""Showing a draft to people without an account."""

from __future__ import annotations

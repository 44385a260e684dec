"""Northmere, the invented city of the demo: `load_content()` returns it as plain data."""

from __future__ import annotations

from home.demo.content.days import day_of, fill, wave_span
from home.demo.content.distribution import shares
from home.demo.content.reading import load_content

__all__ = ["day_of", "fill", "load_content", "shares", "wave_span"]

"""Lead pictures of the demo city, drawn by code: the same bytes every time."""

from __future__ import annotations

from home.demo.pictures.render import SCENES, render

__all__ = ["SCENES", "render"]

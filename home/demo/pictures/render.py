"""The scenes by name."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from random import Random

from home.demo.pictures.canvas import Canvas

Scene = Callable[[Canvas, Random], None]


def _plain(canvas: Canvas, chance: Random) -> None:
    canvas.gradient(0, 900, [(0, "#153f5c"), (0.6, "#7f6a8e"), (0.8, "#f0a36b"), (1, "#f9cf8f")])
    canvas.disc(chance.uniform(600, 1000), 560, 90, "#ffe0a8", 0.85)


SCENES: dict[str, Scene] = {"sweeper-dusk": _plain, "library": _plain}


def render(name: str) -> bytes:
    """A JPEG of 1600 by 900 pixels."""
    canvas = Canvas()
    # Seeded by the name, so every scene is alike in every run.
    SCENES[name](canvas, Random(zlib.crc32(name.encode())))
    return canvas.jpeg()

"""A drawing surface of 1600 by 900 units, painted at twice the size and scaled down at the end."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
SCALE = 2
QUALITY = 82

Colour = tuple[int, int, int]
Point = tuple[float, float]


def rgb(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: str, other: str, amount: float) -> str:
    """`amount` 0 gives the first colour, 1 the other."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * amount):02x}" for a, b in pairs)


def spline(points: Sequence[Point], closed: bool = False, steps: int = 8) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    count = len(points)
    padded = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    line = []
    for index in range(count if closed else count - 1):
        a, b, c, d = padded[index : index + 4]
        line += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return line if closed else [*line, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(p: float, q: float, r: float, s: float) -> float:
        bend = (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3
        return 0.5 * (2 * q + (r - p) * t + bend)

    return axis(a[0], b[0], c[0], d[0]), axis(a[1], b[1], c[1], d[1])


class Canvas:
    """Colours are "#rrggbb"; `alpha` runs from 0 to 1; y grows downwards."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def _fill(self, colour: str, alpha: float) -> tuple[int, int, int, int]:
        return (*rgb(colour), round(255 * alpha))

    def _scaled(self, points: Iterable[Point]) -> list[Point]:
        return [(x * SCALE, y * SCALE) for x, y in points]

    def gradient(self, top: float, bottom: float, stops: Sequence[tuple[float, str]]) -> None:
        """A vertical run of colours over the full width; stops are (place 0 to 1, colour)."""
        rows = round((bottom - top) * SCALE)
        column = Image.new("RGB", (1, rows))
        column.putdata([_at(stops, row / max(1, rows - 1)) for row in range(rows)])
        self.image.paste(column.resize((WIDTH * SCALE, rows)), (0, round(top * SCALE)))

    def poly(self, points: Iterable[Point], colour: str, alpha: float = 1) -> None:
        self.pen.polygon(self._scaled(points), fill=self._fill(colour, alpha))

    def blob(self, points: Sequence[Point], colour: str, alpha: float = 1) -> None:
        self.poly(spline(points, closed=True), colour, alpha)

    def rect(self, x: float, y: float, w: float, h: float, colour: str, alpha: float = 1) -> None:
        box = (x * SCALE, y * SCALE, (x + w) * SCALE - 1, (y + h) * SCALE - 1)
        self.pen.rectangle(box, fill=self._fill(colour, alpha))

    def round(self, x: float, y: float, w: float, h: float, r: float, colour: str, alpha: float = 1) -> None:
        box = (x * SCALE, y * SCALE, (x + w) * SCALE, (y + h) * SCALE)
        self.pen.rounded_rectangle(box, radius=r * SCALE, fill=self._fill(colour, alpha))

    def oval(self, x: float, y: float, rx: float, ry: float, colour: str, alpha: float = 1) -> None:
        box = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(box, fill=self._fill(colour, alpha))

    def disc(self, x: float, y: float, r: float, colour: str, alpha: float = 1) -> None:
        self.oval(x, y, r, r, colour, alpha)

    def ring(self, x: float, y: float, r: float, width: float, colour: str, alpha: float = 1) -> None:
        box = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
        self.pen.ellipse(box, outline=self._fill(colour, alpha), width=round(width * SCALE))

    def line(self, points: Sequence[Point], width: float, colour: str, alpha: float = 1) -> None:
        """With round ends and joints."""
        fill = self._fill(colour, alpha)
        scaled = self._scaled(points)
        self.pen.line(scaled, fill=fill, width=max(1, round(width * SCALE)), joint="curve")
        if alpha == 1 and width >= 2:
            r = width * SCALE / 2
            for x, y in (scaled[0], scaled[-1]):
                self.pen.ellipse((x - r, y - r, x + r, y + r), fill=fill)

    def curve(self, points: Sequence[Point], width: float, colour: str, alpha: float = 1) -> None:
        self.line(spline(points), width, colour, alpha)

    def limb(self, points: Sequence[Point], start: float, end: float, colour: str) -> None:
        """A line that grows from one width to another."""
        line = spline(points, steps=6)
        count = len(line) - 1
        left, right = [], []
        for index, (x, y) in enumerate(line):
            before, after = line[max(0, index - 1)], line[min(count, index + 1)]
            dx, dy = after[0] - before[0], after[1] - before[1]
            length = math.hypot(dx, dy) or 1
            half = (start + (end - start) * index / count) / 2
            left.append((x - dy / length * half, y + dx / length * half))
            right.append((x + dy / length * half, y - dx / length * half))
        self.poly(left + right[::-1], colour)
        self.disc(*line[0], start / 2, colour)
        self.disc(*line[-1], end / 2, colour)

    def glow(self, x: float, y: float, r: float, colour: str, strength: float = 0.5) -> None:
        """Light that fades to nothing at the radius."""
        size = max(2, round(2 * r * SCALE))
        mask = _light(size).point([round(value * strength) for value in range(256)])
        place = (round((x - r) * SCALE), round((y - r) * SCALE))
        self.image.paste(Image.new("RGB", (size, size), rgb(colour)), place, mask)

    def reflect(self, horizon: float, depth: float, tint: str, amount: float) -> None:
        """Mirrors what stands above the horizon into the water below it; `amount` is how much of the tint."""
        line, rows = round(horizon * SCALE), round(depth * SCALE)
        above = self.image.crop((0, max(0, line - rows), WIDTH * SCALE, line))
        mirrored = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        self.image.paste(Image.blend(mirrored, Image.new("RGB", mirrored.size, rgb(tint)), amount), (0, line))

    def half(self, x: float, y: float, r: float, start: float, end: float, colour: str) -> None:
        """A slice of a disc; degrees clockwise from three o'clock."""
        box = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
        self.pen.pieslice(box, start, end, fill=self._fill(colour, 1))

    def jpeg(self) -> bytes:
        out = io.BytesIO()
        self.image.reduce(SCALE).save(out, "JPEG", quality=QUALITY, optimize=False, progressive=False)
        return out.getvalue()


def _light(size: int) -> Image.Image:
    # radial_gradient is 255 in the corners and 180 in the middle of the sides.
    fading = [round(255 * max(0.0, 1 - value / 180) ** 2) for value in range(256)]
    return Image.radial_gradient("L").point(fading).resize((size, size), Image.Resampling.BILINEAR)


def _at(stops: Sequence[tuple[float, str]], place: float) -> Colour:
    for (a, one), (b, other) in pairwise(stops):
        if place <= b:
            return rgb(mix(one, other, (place - a) / (b - a) if b > a else 0))
    return rgb(stops[-1][1])

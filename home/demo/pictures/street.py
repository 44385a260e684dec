"""What stands about in a town: lamps, benches, bins, rails, walls."""

from __future__ import annotations

from random import Random

from home.demo.pictures.canvas import WIDTH, Canvas, mix
from home.demo.pictures.moods import AMBER, CREAM, PETROL, Mood

IRON = "#26343b"


def lamp(c: Canvas, x: float, base: float, height: float, mood: Mood, colour: str = "#ffe9ae") -> None:
    iron = mood.of(IRON)
    c.line([(x, base), (x, base - height)], height * 0.022, iron)
    c.rect(x - height * 0.03, base - height * 0.06, height * 0.06, height * 0.06, iron)
    top = base - height
    c.poly(
        [
            (x - height * 0.045, top),
            (x + height * 0.045, top),
            (x + height * 0.032, top + height * 0.1),
            (x - height * 0.032, top + height * 0.1),
        ],
        colour if mood.lit > 0.3 else mix(mood.glass, CREAM, 0.5),
    )
    c.poly([(x - height * 0.06, top), (x, top - height * 0.05), (x + height * 0.06, top)], iron)
    c.rect(x - height * 0.034, top + height * 0.1, height * 0.068, height * 0.016, iron)
    if mood.lit > 0.3:
        c.glow(x, top + height * 0.05, height * 0.55, colour, 0.55)


def light_pool(c: Canvas, x: float, y: float, rx: float, colour: str) -> None:
    for step in range(12):
        share = 1 - step / 12
        c.oval(x, y, rx * share, rx * share * 0.2, colour, 0.035)


def bench(c: Canvas, x: float, base: float, width: float, mood: Mood) -> None:
    wood, iron = mood.of("#a5703f"), mood.of(IRON)
    for share in (0.1, 0.9):
        c.line([(x + width * share, base), (x + width * share, base - width * 0.42)], 6, iron)
    c.rect(x, base - width * 0.22, width, 9, wood)
    for level in (0.32, 0.4):
        c.rect(x, base - width * level, width, 8, mix(wood, "#ffffff", 0.1))


def bin_(c: Canvas, x: float, base: float, height: float, mood: Mood) -> None:
    width = height * 0.56
    c.oval(x, base + 2, width * 0.7, 6, "#0b2027", 0.25)
    c.poly(
        [
            (x - width / 2, base - height * 0.86),
            (x + width / 2, base - height * 0.86),
            (x + width * 0.42, base),
            (x - width * 0.42, base),
        ],
        mood.of(PETROL),
    )
    c.rect(x - width * 0.5, base - height * 0.62, width, height * 0.09, mood.of(AMBER))
    c.half(x, base - height * 0.84, width * 0.58, 180, 360, mood.of("#0a4858"))
    c.round(x - width * 0.26, base - height * 0.96, width * 0.52, height * 0.08, 4, "#0a2027")


def railing(c: Canvas, y: float, height: float, colour: str, left: float = 0, right: float = WIDTH) -> None:
    x = left
    while x <= right:
        c.line([(x, y), (x, y - height)], 4, colour)
        x += height * 0.7
    for share in (1.0, 0.5):
        c.line([(left, y - height * share), (right, y - height * share)], 5 if share == 1 else 3, colour)


def quay(c: Canvas, chance: Random, top: float, bottom: float, mood: Mood, stone: str = "#b9ad98") -> None:
    """A wall of big stones, seen from the water."""
    colour = mood.of(stone)
    c.rect(0, top, WIDTH, bottom - top, colour)
    c.rect(0, top, WIDTH, 8, mix(colour, CREAM, 0.4))
    y, shift = top + 8, 0.0
    while y < bottom:
        x = -shift
        while x < WIDTH:
            width = chance.uniform(60, 110)
            c.rect(
                x + 2,
                y + 2,
                width - 4,
                24,
                mix(colour, chance.choice(("#2a3a42", CREAM)), chance.uniform(0.02, 0.12)),
            )
            x += width
        y, shift = y + 28, chance.uniform(10, 50)


def cobbles(c: Canvas, chance: Random, top: float, bottom: float, mood: Mood, stone: str = "#b3a58e") -> None:
    """Rows of stones that grow towards the front."""
    ground = mood.of(stone)
    c.gradient(top, bottom, ((0, mix(ground, mood.haze, 0.3)), (1, mix(ground, "#2a2a2e", 0.22))))
    y = top
    while y < bottom:
        near = (y - top) / (bottom - top)
        height, width = 5 + 17 * near, 16 + 46 * near
        x = -chance.uniform(0, width)
        while x < WIDTH:
            w = width * chance.uniform(0.8, 1.2)
            if chance.random() < 0.55:
                shade = chance.choice((CREAM, "#3a3a44"))
                c.round(x + 1, y + 1, w - 3, height - 2, height * 0.4, shade, chance.uniform(0.03, 0.13))
            x += w
        y += height


def road(c: Canvas, top: float, bottom: float, mood: Mood, kerb: bool = True) -> None:
    c.gradient(top, bottom, ((0, mood.of("#7d8288")), (1, mood.of("#5f656d"))))
    if kerb:
        c.rect(0, top - 10, WIDTH, 12, mood.of("#c9c2b2"))


def dashes(c: Canvas, y: float, colour: str, length: float = 110, gap: float = 90, width: float = 7) -> None:
    x = -30.0
    while x < WIDTH:
        c.round(x, y, length, width, 3, colour, 0.75)
        x += length + gap


def bunting(
    c: Canvas, x1: float, y1: float, x2: float, y2: float, colours: tuple[str, ...], sag: float = 50
) -> None:
    count = 16
    points = []
    for index in range(count + 1):
        t = index / count
        points.append((x1 + (x2 - x1) * t, y1 + (y2 - y1) * t + sag * 4 * t * (1 - t)))
    c.line(points, 2, IRON)
    for index, (x, y) in enumerate(points[:-1]):
        c.poly([(x - 9, y), (x + 13, y + 1), (x + 2, y + 24)], colours[index % len(colours)])

"""Sky, hills, trees, grass, water."""

from __future__ import annotations

from random import Random

from home.demo.pictures.canvas import WIDTH, Canvas, mix, spline
from home.demo.pictures.moods import FOAM, WOOD, Mood


def sky(c: Canvas, mood: Mood, horizon: float) -> None:
    c.gradient(0, horizon, mood.sky)


def sun(c: Canvas, mood: Mood, x: float, y: float, r: float) -> None:
    c.glow(x, y, r * 6, mood.sun, 0.75)
    c.disc(x, y, r, mood.sun)


def stars(c: Canvas, chance: Random, count: int, bottom: float) -> None:
    for _ in range(count):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, bottom) * chance.uniform(0.4, 1)
        c.disc(x, y, chance.choice((0.8, 1.1, 1.1, 1.6, 2.2)), "#fdf6dc", chance.uniform(0.4, 1))


def cloud(c: Canvas, x: float, y: float, size: float, colour: str, alpha: float = 0.85) -> None:
    """Flat below, round above."""
    top = [(-1, 0), (-0.95, -0.16), (-0.62, -0.22), (-0.4, -0.48), (-0.02, -0.5), (0.2, -0.34)]
    top += [(0.46, -0.4), (0.68, -0.2), (0.96, -0.14), (1.02, 0)]
    line = spline([(x + a * size, y + b * size * 0.6) for a, b in top])
    c.poly([*line, (x - size, y)], colour, alpha)


def clouds(c: Canvas, chance: Random, mood: Mood, bottom: float, count: int = 4) -> None:
    colour = mix(mood.haze, mood.sky[2][1], 0.35) if mood.shade > 0.2 else mix(mood.sky[-1][1], FOAM, 0.35)
    for index in range(count):
        x = WIDTH * (index + chance.uniform(0.1, 0.9)) / count
        cloud(c, x, chance.uniform(0.2, 1) * bottom, chance.uniform(70, 170), colour, 0.35)


def hills(c: Canvas, chance: Random, base: float, height: float, colour: str, foot: float = 900) -> None:
    points = [(-40.0, base)]
    x = -40.0
    while x < WIDTH + 40:
        x += chance.uniform(160, 300)
        points.append((x, base - chance.uniform(0, height)))
    c.poly([*spline(points), (x, foot), (-40, foot)], colour)


def gull(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    left = spline([(x - size, y - size * 0.3), (x - size * 0.5, y - size * 0.5), (x, y)])
    right = spline([(x, y), (x + size * 0.5, y - size * 0.55), (x + size, y - size * 0.25)])
    c.line([*left, *right], max(2, size * 0.12), colour)


def gulls(c: Canvas, chance: Random, x: float, y: float, colour: str, count: int = 5) -> None:
    for _ in range(count):
        gull(c, x + chance.uniform(-160, 160), y + chance.uniform(-60, 60), chance.uniform(10, 22), colour)


def _crown(c: Canvas, chance: Random, x: float, y: float, r: float, colours: tuple[str, str, str]) -> None:
    dark, middle, light = colours
    lobes = [
        (chance.uniform(-0.75, 0.75), chance.uniform(-0.6, 0.5), chance.uniform(0.4, 0.62)) for _ in range(9)
    ]
    for dx, dy, size in lobes:
        c.disc(x + dx * r, y + dy * r + r * 0.08, size * r, dark)
    for dx, dy, size in lobes:
        c.disc(x + dx * r * 0.92 - r * 0.06, y + dy * r - r * 0.06, size * r * 0.86, middle)
    for dx, dy, size in lobes[:6]:
        c.disc(x + dx * r * 0.75 - r * 0.2, y + dy * r * 0.8 - r * 0.24, size * r * 0.5, light)
    for _ in range(14):
        dx, dy, size = chance.choice(lobes)
        a, b = chance.uniform(-0.6, 0.4) * size, chance.uniform(-0.6, 0.4) * size
        c.disc(
            x + (dx * 0.9 + a) * r,
            y + (dy + b) * r,
            r * chance.uniform(0.03, 0.07),
            mix(light, "#ffffff", 0.12),
            0.55,
        )


def tree(c: Canvas, chance: Random, x: float, base: float, height: float, mood: Mood) -> None:
    """A broad tree; its crown takes the upper two thirds."""
    bark = mix(mood.of(WOOD), "#1d2a2c", 0.35)
    r = height * 0.34
    c.limb([(x, base), (x + height * 0.01, base - height * 0.5)], height * 0.07, height * 0.045, bark)
    fork = base - height * 0.4
    c.limb([(x, fork), (x - r * 0.5, fork - height * 0.17)], height * 0.035, height * 0.02, bark)
    c.limb([(x, fork - 8), (x + r * 0.5, fork - height * 0.2)], height * 0.035, height * 0.02, bark)
    _crown(c, chance, x, base - height * 0.66, r, mood.leaves)


def bush(c: Canvas, chance: Random, x: float, base: float, r: float, mood: Mood) -> None:
    for colour, grow in zip(mood.leaves, (1.0, 0.8, 0.5), strict=True):
        for _ in range(5):
            dx = chance.uniform(-1, 1) * grow
            c.half(
                x + dx * r - (1 - grow) * r * 0.3,
                base,
                r * chance.uniform(0.5, 0.75) * grow,
                180,
                360,
                colour,
            )


def sapling(c: Canvas, chance: Random, x: float, base: float, height: float, mood: Mood) -> None:
    """A young tree tied to a stake."""
    c.line([(x + 10, base), (x + 10, base - height * 0.6)], 6, mood.of("#b98a58"))
    c.line([(x, base), (x, base - height * 0.8)], 5, mood.of(WOOD))
    c.line([(x - 1, base - height * 0.5), (x + 11, base - height * 0.5)], 4, mood.of(FOAM))
    _crown(c, chance, x, base - height * 0.82, height * 0.2, mood.leaves)


def poplar(c: Canvas, x: float, base: float, height: float, mood: Mood, layer: int = 0) -> None:
    c.line([(x, base), (x, base - height * 0.2)], height * 0.04, mood.of(WOOD))
    c.oval(x, base - height * 0.55, height * 0.13, height * 0.45, mood.leaves[layer])
    c.oval(x - height * 0.03, base - height * 0.58, height * 0.08, height * 0.36, mood.leaves[layer + 1])


def meadow(c: Canvas, top: float, mood: Mood, bottom: float = 900) -> None:
    c.gradient(top, bottom, ((0, mood.grass[0]), (1, mood.grass[1])))


def tufts(c: Canvas, chance: Random, top: float, bottom: float, mood: Mood, count: int = 60) -> None:
    """Blades of grass, larger towards the front."""
    for _ in range(count):
        y = chance.uniform(top, bottom)
        size = 4 + 16 * (y - top) / max(1, bottom - top)
        x = chance.uniform(0, WIDTH)
        colour = mix(mood.grass[1], mood.leaves[0], chance.uniform(0.2, 0.8))
        for lean in (-0.5, 0, 0.5):
            c.line([(x, y), (x + lean * size, y - size)], 2, colour, 0.9)


def flowers(
    c: Canvas, chance: Random, top: float, bottom: float, colours: tuple[str, ...], count: int = 60
) -> None:
    for _ in range(count):
        y = chance.uniform(top, bottom)
        r = 1.5 + 3.5 * (y - top) / max(1, bottom - top)
        c.disc(chance.uniform(0, WIDTH), y, r, chance.choice(colours))


def reeds(c: Canvas, chance: Random, x: float, base: float, spread: float, height: float, mood: Mood) -> None:
    for _ in range(int(spread / 5)):
        foot = x + chance.uniform(-spread, spread)
        top = base - height * chance.uniform(0.6, 1)
        lean = chance.uniform(-0.14, 0.14) * height
        c.curve(
            [(foot, base), (foot + lean * 0.3, (base + top) / 2), (foot + lean, top)], 3.2, mood.leaves[1]
        )
        if chance.random() < 0.3:
            c.line([(foot + lean, top - 4), (foot + lean, top + 22)], 7, mood.of("#7a4a2c"))


def ripples(
    c: Canvas, chance: Random, top: float, bottom: float, colour: str, count: int = 90, alpha: float = 0.3
) -> None:
    """Short level strokes, longer towards the front."""
    for _ in range(count):
        near = chance.random() ** 1.4
        y = top + 4 + near * (bottom - top)
        length = 14 + 110 * near * chance.uniform(0.4, 1)
        x = chance.uniform(-40, WIDTH)
        c.round(x, y, length, 1.5 + 3 * near, 2, colour, alpha * chance.uniform(0.4, 1))


def glitter(c: Canvas, chance: Random, x: float, top: float, bottom: float, colour: str) -> None:
    """The sun's road on the water."""
    rows = 46
    for index in range(rows):
        near = (index + chance.random()) / rows
        y = top + near * (bottom - top)
        width = 14 + 70 * near * chance.uniform(0.3, 1)
        c.round(
            x + chance.uniform(-22, 22) * (1 + near) - width / 2,
            y,
            width,
            2 + 2.4 * near,
            2,
            colour,
            0.62 - 0.4 * near,
        )

"""The lighthouse and the lanterns."""

from __future__ import annotations

from random import Random

from home.demo.pictures import boats, nature, people, town
from home.demo.pictures.canvas import WIDTH, Canvas, mix, spline
from home.demo.pictures.moods import (
    CORAL,
    CREAM,
    DUSK,
    FOAM,
    MORNING,
    NIGHT,
    RUST,
    Mood,
)


def _lighthouse(c: Canvas, x: float, base: float, height: float, mood: Mood) -> None:
    w = height * 0.2
    top = base - height * 0.78
    bands = 5
    for index in range(bands):
        a, b = index / bands, (index + 1) / bands
        wide, narrow = w * (0.5 - 0.16 * a), w * (0.5 - 0.16 * b)
        low, high = base + (top - base) * a, base + (top - base) * b
        colour = mood.of(CORAL if index % 2 else FOAM)
        c.poly([(x - wide, low), (x + wide, low), (x + narrow, high), (x - narrow, high)], colour)
        c.poly(
            [(x + wide * 0.35, low), (x + wide, low), (x + narrow, high), (x + narrow * 0.35, high)],
            "#12303d",
            0.14,
        )
    c.rect(x - w * 0.46, top - height * 0.02, w * 0.92, height * 0.03, mood.of("#3a4a58"))
    c.rect(x - w * 0.26, top - height * 0.13, w * 0.52, height * 0.11, "#ffe6ad")
    c.line([(x, top), (x, top - height * 0.13)], 3, "#3a4a58")
    c.half(x, top - height * 0.13, w * 0.32, 180, 360, mood.of(RUST))
    c.line([(x, top - height * 0.18), (x, top - height * 0.24)], 4, "#3a4a58")
    c.round(x - w * 0.1, base - height * 0.12, w * 0.2, height * 0.12, 6, mood.of("#3a4a58"))
    for share in (0.32, 0.55):
        c.round(x - w * 0.06, base - height * share, w * 0.12, height * 0.06, 4, mood.of("#3a4a58"))


def lighthouse(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 600)
    nature.sun(c, MORNING, 420, 480, 60)
    nature.clouds(c, chance, MORNING, 300, 5)
    nature.hills(c, chance, 590, 60, MORNING.silhouettes[0])
    c.gradient(590, 900, ((0, "#f0d3a6"), (0.3, "#a6bfae"), (1, "#2f7f86")))
    nature.glitter(c, chance, 420, 596, 880, "#fff0c4")
    nature.ripples(c, chance, 600, 900, FOAM, 120, 0.4)
    boats.sail(c, 720, 640, 130, MORNING)
    boats.sail(c, 190, 618, 70, MORNING, CORAL)
    wall = spline([(880, 690), (1050, 672), (1300, 664), (1620, 660)])
    c.poly([*wall, (1620, 790), (1300, 786), (1000, 770), (860, 730)], MORNING.of("#9a8d7a"))
    c.line(wall, 14, MORNING.of("#d9c7a4"))
    for _ in range(70):
        x = chance.uniform(850, 1600)
        _rock(c, chance, x, chance.uniform(742, 800), chance.uniform(20, 44))
    for x in range(850, 1620, 54):
        c.oval(x + chance.uniform(-14, 14), 812, 40, 6, FOAM, 0.55)
    _lighthouse(c, 1130, 680, 520, MORNING)
    c.glow(1130, 240, 190, "#fff0b4", 0.6)
    for x in (1330, 1440, 1490):
        people.walk(c, x, 670, 92, people.somebody(chance, MORNING), -1)
    nature.gulls(c, chance, 930, 260, FOAM, 8)


def lantern_walk(c: Canvas, chance: Random) -> None:
    nature.sky(c, NIGHT, 560)
    nature.stars(c, chance, 170, 420)
    nature.hills(c, chance, 545, 80, NIGHT.silhouettes[0])
    town.skyline(c, chance, 556, 130, NIGHT.silhouettes[1], 0.3)
    _lighthouse(c, 1380, 566, 400, NIGHT)
    for spread in (60, 40, 20):
        c.poly([(1372, 244), (-60, 150 - spread), (-60, 190 + spread)], "#ffefb8", 0.06)
    c.glow(1380, 240, 260, "#ffefb8", 0.9)
    c.rect(0, 556, WIDTH, 60, NIGHT.of("#5d6a6e"))
    c.rect(0, 556, WIDTH, 9, NIGHT.of("#a9a08c"))
    _lanterns(c, chance)
    c.reflect(616, 284, NIGHT.water, 0.35)
    nature.ripples(c, chance, 620, 900, "#04141f", 150, 0.4)
    nature.ripples(c, chance, 640, 900, "#ffcf78", 50, 0.3)


def _lanterns(c: Canvas, chance: Random) -> None:
    walkers = []
    x = 40.0
    while x < 1290:
        height = chance.uniform(96, 112) if chance.random() < 0.35 else chance.uniform(158, 186)
        colour = chance.choice(("#ffcf78", "#ff9f6b", "#ffe6ad", "#f58d6a"))
        walkers.append((x, height, colour, x + height * 0.4, 562 - height * 0.95))
        x += chance.uniform(66, 106)
    for _x, height, colour, lx, ly in walkers:
        c.glow(lx, ly, height * 1.1, colour, 0.8)
    for x, height, colour, lx, ly in walkers:
        people.walk(c, x, 562, height, people.somebody(chance, DUSK))
        c.line([(x + height * 0.14, 562 - height * 0.5), (lx, ly - 24)], 3, "#8a6a4a")
        c.glow(lx, ly, 52, colour, 0.7)
        c.oval(lx, ly, 18, 23, colour)
        c.oval(lx, ly, 9, 14, "#fff6dc")


def _rock(c: Canvas, chance: Random, x: float, y: float, r: float) -> None:
    colour = mix("#6d6a66", "#b5a48a", chance.random())
    corners = [(-1, 0.5), (-0.7, -0.3), (-0.1, -0.7), (0.6, -0.45), (1, 0.5)]
    outline = [(x + a * r + chance.uniform(-5, 5), y + b * r + chance.uniform(-5, 5)) for a, b in corners]
    c.poly(outline, colour)
    c.poly([outline[1], outline[2], outline[3], (x, y)], mix(colour, CREAM, 0.22))

"""Four corners of a park that is not there yet."""

from __future__ import annotations

from random import Random

from home.demo.pictures import nature, people, street
from home.demo.pictures.canvas import WIDTH, Canvas, mix, spline
from home.demo.pictures.moods import AMBER, CORAL, CREAM, DAY, FOAM, MORNING, PLUM, Mood

_GRAVEL = "#ecdcb8"


def _ground(c: Canvas, chance: Random, mood: Mood, horizon: float) -> None:
    nature.sky(c, mood, horizon)
    nature.clouds(c, chance, mood, horizon * 0.5)
    nature.hills(c, chance, horizon - 6, 80, mood.silhouettes[0])
    for x in range(-40, 1680, 110):
        nature.bush(c, chance, x + chance.uniform(-30, 30), horizon + 12, chance.uniform(46, 84), mood)
    nature.meadow(c, horizon, mood)


def _big_bench(c: Canvas, x: float, base: float, width: float, mood: Mood) -> None:
    """Near enough to show its legs and slats."""
    c.oval(x + width / 2, base + 4, width * 0.56, width * 0.05, "#1f3a2c", 0.28)
    street.bench(c, x, base, width, mood)
    wood = mix(mood.of("#a5703f"), "#ffffff", 0.1)
    for level in (0.25, 0.35, 0.43):
        c.round(x - width * 0.01, base - width * level, width * 1.02, width * 0.045, 4, wood)


def corner_lime(c: Canvas, chance: Random) -> None:
    _ground(c, chance, DAY, 470)
    for x, h in ((90, 280), (330, 210), (1370, 240), (1560, 310)):
        nature.tree(c, chance, x, 560, h, DAY)
    nature.tufts(c, chance, 560, 880, DAY, 90)
    c.oval(800, 772, 600, 70, "#3d7a4d", 0.45)
    nature.tree(c, chance, 800, 770, 720, DAY)
    _big_bench(c, 880, 812, 320, DAY)
    people.sit(c, 960, 744, 300, people.somebody(chance, DAY), 1, 0.2)
    people.sit(c, 1090, 744, 290, people.somebody(chance, DAY), 1, 0.2)
    nature.flowers(c, chance, 700, 890, (CREAM, AMBER), 60)


def corner_pond(c: Canvas, chance: Random) -> None:
    _ground(c, chance, MORNING, 430)
    for x, h in ((140, 360), (420, 250), (1240, 270), (1500, 400)):
        nature.tree(c, chance, x, 520, h, MORNING)
    shore = [
        (-80, 700),
        (220, 590),
        (700, 560),
        (1120, 570),
        (1320, 640),
        (1230, 790),
        (1000, 940),
        (100, 980),
    ]
    c.blob([(x, y - 10) for x, y in shore], "#547f52")
    c.blob(shore, MORNING.water)
    c.blob([(x * 0.92 + 20, y * 0.95 + 44) for x, y in shore], "#93c6b8", 0.5)
    nature.ripples(c, chance, 630, 880, FOAM, 60, 0.4)
    for x, y in ((300, 760), (360, 784), (640, 700), (700, 716), (560, 840)):
        c.oval(x, y, 46, 14, "#4f8a58")
        c.oval(x + 5, y - 3, 33, 9, "#79b56c")
        c.disc(x + 8, y - 12, 10, "#f7d3c4")
    nature.reeds(c, chance, 120, 880, 150, 250, MORNING)
    nature.reeds(c, chance, 1180, 800, 70, 170, MORNING)
    _big_bench(c, 1230, 800, 270, MORNING)
    people.sit(c, 1330, 742, 280, people.somebody(chance, MORNING), -1, 0.2)


def corner_meadow(c: Canvas, chance: Random) -> None:
    _ground(c, chance, DAY, 400)
    nature.sun(c, DAY, 1290, 150, 46)
    for x, h in ((60, 300), (1480, 340)):
        nature.poplar(c, x, 470, h, DAY)
        nature.poplar(c, x + 70, 474, h * 0.86, DAY, 0)
    left = spline([(760, 420), (700, 500), (560, 640), (420, 910)])
    right = spline([(980, 910), (860, 640), (800, 500), (790, 420)])
    c.poly([*left, *right], _GRAVEL)
    people.walk(c, 770, 610, 190, people.somebody(chance, DAY), 1)
    people.walk(c, 704, 620, 130, people.somebody(chance, DAY), 1)
    _big_bench(c, 1010, 740, 300, DAY)
    people.sit(c, 1120, 676, 290, people.somebody(chance, DAY), -1, 0.2)
    _tall_grass(c, chance, (0, 640))
    _tall_grass(c, chance, (900, WIDTH))


def _tall_grass(c: Canvas, chance: Random, span: tuple[float, float]) -> None:
    """Stalks with flowers in front of everything, lower towards the path."""
    middle = 720
    for _ in range(150):
        x = chance.uniform(*span)
        base = chance.uniform(800, 930)
        height = chance.uniform(70, 170) * min(1.0, 0.3 + abs(x - middle) / 900)
        top = (x + chance.uniform(-24, 24), base - height)
        green = mix(DAY.leaves[chance.randrange(3)], DAY.grass[0], chance.uniform(0, 0.5))
        c.curve([(x, base), ((x + top[0]) / 2 + 5, base - height * 0.5), top], 4, green)
        colour = chance.choice((CORAL, AMBER, CREAM, "#b9557a", PLUM, "#f4d35e"))
        c.disc(*top, chance.uniform(6, 12), colour)
        c.disc(*top, 3, mix(colour, "#4a3020", 0.5))


def corner_rails(c: Canvas, chance: Random) -> None:
    _ground(c, chance, MORNING, 440)
    for x in (150, 300, 1180, 1330, 1450):
        _birch(c, chance, x, 560, chance.uniform(380, 440))
    c.poly([(690, 450), (910, 450), (1370, 900), (230, 900)], MORNING.of("#b7a487"))
    for step in range(15):
        near = (step / 14) ** 1.7
        y, half = 462 + 430 * near, 74 + 380 * near
        c.round(800 - half, y, 2 * half, 6 + 22 * near, 4, MORNING.of("#6f5137"))
    for side in (-1, 1):
        c.poly(
            [
                (800 + side * 52, 450),
                (800 + side * 60, 450),
                (800 + side * 330, 900),
                (800 + side * 288, 900),
            ],
            MORNING.of("#8a8f92"),
        )
        nature.reeds(c, chance, 800 + side * 660, 890, 80, 90, MORNING)
    nature.tufts(c, chance, 560, 880, MORNING, 120)
    for x in (40, 460, 1100, 1560):
        _birch(c, chance, x, 800 if x in (40, 1560) else 640, 760 if x in (40, 1560) else 500)
    _big_bench(c, 1170, 800, 260, MORNING)
    people.sit(c, 1270, 744, 270, people.somebody(chance, MORNING), -1, 0.2)


def _birch(c: Canvas, chance: Random, x: float, base: float, height: float) -> None:
    bark = MORNING.of("#f4efe4")
    c.limb([(x, base), (x + height * 0.02, base - height * 0.75)], height * 0.05, height * 0.022, bark)
    for _ in range(11):
        y = base - height * chance.uniform(0.03, 0.6)
        width = height * chance.uniform(0.012, 0.03)
        c.round(x - width / 2 + height * 0.008, y, width, 4, 2, "#4a4038")
    for _ in range(26):
        place = chance.uniform(0.5, 1.0)
        spread = height * 0.17 * (1.1 - place) * 2
        colour = MORNING.leaves[chance.choice((1, 2, 2))]
        c.oval(
            x + chance.uniform(-spread, spread),
            base - height * place,
            height * chance.uniform(0.035, 0.07),
            height * chance.uniform(0.05, 0.09),
            colour,
            0.9,
        )

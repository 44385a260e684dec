"""Gardens, meadows and street trees."""

from __future__ import annotations

from random import Random

from home.demo.pictures import nature, people, street, town
from home.demo.pictures.canvas import WIDTH, Canvas, mix, spline
from home.demo.pictures.moods import (
    CORAL,
    CREAM,
    DAY,
    DEEP,
    DUSK,
    HONEY,
    MORNING,
    NIGHT,
    PETROL,
    RUST,
    WOOD,
)


def community_garden(c: Canvas, chance: Random) -> None:
    nature.sky(c, DAY, 440)
    nature.clouds(c, chance, DAY, 220)
    nature.hills(c, chance, 430, 70, DAY.silhouettes[0])
    town.row(c, chance, -60, 520, 450, 200, DAY)
    town.row(c, chance, 1180, 1660, 450, 190, DAY)
    nature.tree(c, chance, 860, 490, 400, DAY)
    for x in range(-20, 1640, 90):
        nature.bush(c, chance, x, 462, 50, DAY)
    c.gradient(456, 900, ((0, "#c9b06f"), (1, "#8f6b45")))
    _shed(c)
    _beds(c, chance)
    people.bend(c, 610, 700, 260, people.somebody(chance, DAY))
    people.stand(c, 1010, 650, 230, people.somebody(chance, DAY), -1, (0.2, 0.44))
    c.poly([(946, 542), (982, 542), (978, 580), (950, 580)], PETROL)
    c.line([(948, 548), (924, 560)], 6, PETROL)


def _shed(c: Canvas) -> None:
    c.rect(1180, 400, 260, 170, "#c98a4f")
    for x in range(1180, 1440, 26):
        c.line([(x, 402), (x, 568)], 2, "#8a5a3c", 0.6)
    c.poly([(1156, 404), (1310, 316), (1464, 404)], RUST)
    c.rect(1220, 450, 70, 120, PETROL)
    c.rect(1340, 440, 64, 60, HONEY)
    c.line([(1372, 440), (1372, 500)], 4, WOOD)


def _beds(c: Canvas, chance: Random) -> None:
    greens = (DAY.leaves[1], DAY.leaves[2], "#6fa86a", "#a9c06a", "#4d8f63")
    for index, y in enumerate((530, 590, 668, 770, 890)):
        size = 12 + index * 9
        c.poly(
            [(-20, y - size * 0.5), (1620, y - size * 0.5), (1620, y + size * 0.55), (-20, y + size * 0.55)],
            "#6b4a34",
            0.85,
        )
        kind = index % 3
        x = -10.0
        while x < WIDTH + 20:
            _plant(c, chance, x, y, size * 1.2, greens[index], kind)
            x += size * 1.9


def _plant(c: Canvas, chance: Random, x: float, y: float, size: float, green: str, kind: int) -> None:
    if kind == 0:
        for lean in (-0.7, -0.35, 0, 0.35, 0.7):
            c.limb(
                [(x, y), (x + lean * size * 0.6, y - size), (x + lean * size * 1.2, y - size * 1.1)],
                size * 0.16,
                size * 0.05,
                green,
            )
        c.disc(x, y, size * 0.2, "#e8844a")
        return
    if kind == 1:
        c.disc(x, y - size * 0.4, size * 0.7, mix(green, DEEP, 0.2))
        c.disc(x - size * 0.1, y - size * 0.5, size * 0.52, green)
        c.disc(x - size * 0.05, y - size * 0.5, size * 0.26, mix(green, CREAM, 0.4))
        return
    c.line([(x, y), (x, y - size * 2)], 4, "#b98a58")
    for step in range(5):
        side = 1 if step % 2 else -1
        c.disc(x + side * size * 0.26, y - size * (0.3 + 0.36 * step), size * 0.3, green)
    for dx, dy in ((0.2, 0.7), (-0.24, 1.2)):
        c.disc(x + dx * size, y - dy * size, size * 0.16, chance.choice((CORAL, RUST)))


def tree_planting(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 620)
    nature.sun(c, MORNING, 1320, 330, 50)
    nature.clouds(c, chance, MORNING, 260)
    nature.hills(c, chance, 520, 90, MORNING.silhouettes[0])
    town.skyline(c, chance, 560, 110, MORNING.silhouettes[1])
    slope = spline([(-20, 520), (400, 540), (900, 590), (1620, 560)])
    c.poly([*slope, (1620, 900), (-20, 900)], MORNING.grass[0])
    front = spline([(-20, 640), (500, 640), (1000, 690), (1620, 650)])
    c.poly([*front, (1620, 900), (-20, 900)], mix(MORNING.grass[0], MORNING.grass[1], 0.6))
    c.rect(190, 330, 20, 210, MORNING.of("#8a7a62"))
    c.round(130, 250, 140, 100, 26, MORNING.of(CORAL))
    c.poly([(124, 262), (200, 210), (276, 262)], MORNING.of(RUST))
    for x, y in ((420, 600), (640, 620), (860, 640), (1130, 636), (1400, 620)):
        nature.sapling(c, chance, x, y, 150, MORNING)
    nature.tufts(c, chance, 660, 890, MORNING, 110)
    _planters(c, chance)


def _planters(c: Canvas, chance: Random) -> None:
    for x, y in ((560, 800), (1150, 790)):
        c.oval(x, y, 110, 24, "#6b4a34")
        c.oval(x, y - 8, 80, 16, "#4f3626")
        nature.sapling(c, chance, x, y - 2, 270, MORNING)
    people.bend(c, 430, 806, 300, people.somebody(chance, MORNING))
    people.stand(c, 690, 800, 300, people.somebody(chance, MORNING), -1, (0.28, 0.6))
    people.stand(c, 1010, 796, 190, people.somebody(chance, MORNING), 1, (0.3, 0.6))
    people.bend(c, 1290, 800, 290, people.somebody(chance, MORNING), -1)
    c.line([(860, 800), (830, 620)], 8, WOOD)
    c.poly([(842, 790), (880, 790), (874, 846), (860, 860), (848, 846)], "#8b93a0")
    people.walk(c, 230, 720, 200, people.somebody(chance, MORNING))
    people.walk(c, 1480, 716, 210, people.somebody(chance, MORNING), -1)


def star_watch(c: Canvas, chance: Random) -> None:
    nature.sky(c, NIGHT, 700)
    for _ in range(500):
        t = chance.random()
        x, y = 200 + 1300 * t + chance.gauss(0, 60), 560 - 560 * t + chance.gauss(0, 46)
        c.disc(x, y, chance.choice((0.8, 1.0, 1.4)), "#fdf6dc", chance.uniform(0.2, 0.6))
    nature.stars(c, chance, 330, 600)
    for x, y in ((980, 150), (1090, 200), (1180, 170), (1270, 240), (1250, 340), (1380, 350)):
        c.glow(x, y, 26, "#fdf6dc", 0.8)
        c.disc(x, y, 3.4, "#fffbe8")
    nature.hills(c, chance, 640, 80, NIGHT.silhouettes[0])
    town.skyline(c, chance, 676, 70, NIGHT.silhouettes[1], 0.22)
    ground = spline([(-20, 700), (400, 670), (900, 690), (1620, 740)])
    c.poly([*ground, (1620, 900), (-20, 900)], "#174a4c")
    c.glow(1000, 720, 420, "#6f9a8a", 0.35)
    nature.tree(c, chance, 260, 740, 640, NIGHT)
    nature.tufts(c, chance, 730, 890, NIGHT, 90)
    _telescope(c, 900, 780)
    looks = people.crowd(chance, DUSK, 5)
    for x, height, facing in ((790, 250, 1), (1100, 230, -1), (1190, 150, -1), (1330, 240, -1)):
        people.stand(c, x, 786, height, looks.pop(), facing, (0.14, 0.5))
    people.sit(c, 560, 800, 240, looks.pop(), 1, 0.02)
    for x, y in ((640, 850), (1240, 840), (470, 830)):
        c.glow(x, y, 60, "#ff5a4a", 0.6)
        c.disc(x, y, 6, "#ff9a86")


def _telescope(c: Canvas, x: float, base: float) -> None:
    for dx in (-70, 0, 74):
        c.line([(x, base - 150), (x + dx, base)], 8, "#3a2f2c")
    c.limb([(x - 70, base - 130), (x + 110, base - 270)], 30, 44, "#c9d8cf")
    c.limb([(x + 96, base - 259), (x + 112, base - 272)], 48, 50, "#8fa5a3")
    c.limb([(x - 92, base - 112), (x - 70, base - 130)], 14, 22, "#3a4a58")
    c.disc(x, base - 160, 16, "#3a2f2c")


def street_trees(c: Canvas, chance: Random) -> None:
    nature.sky(c, DAY, 560)
    nature.clouds(c, chance, DAY, 180)
    town.row(c, chance, -70, 1660, 600, 360, DAY)
    c.rect(0, 596, WIDTH, 120, "#e0d2b4")
    street.road(c, 716, 900, DAY)
    street.dashes(c, 806, CREAM)
    for x in (90, 420, 1280, 1570):
        c.oval(x, 690, 60, 14, "#8a6a4a")
        nature.tree(c, chance, x, 692, 420, DAY)
    c.oval(850, 700, 64, 15, "#6b4a34")
    nature.sapling(c, chance, 850, 698, 310, DAY)
    people.stand(c, 700, 712, 280, people.somebody(chance, DAY), 1, (0.3, 0.5))
    c.poly([(766, 556), (812, 556), (806, 604), (772, 604)], PETROL)
    c.line([(808, 562), (838, 548)], 8, PETROL)
    c.line([(838, 552), (846, 690)], 5, "#8fcfd6", 0.7)
    people.walk(c, 1060, 706, 250, people.somebody(chance, DAY), -1)
    people.walk(c, 1130, 706, 160, people.somebody(chance, DAY), -1)
    street.bench(c, 240, 706, 150, DAY)

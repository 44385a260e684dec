"""Streets by day and by night."""

from __future__ import annotations

from random import Random

from home.demo.pictures import nature, people, street, town
from home.demo.pictures.canvas import WIDTH, Canvas, mix
from home.demo.pictures.moods import (
    AMBER,
    CORAL,
    CREAM,
    DAY,
    DEEP,
    DUSK,
    FOAM,
    HONEY,
    MORNING,
    NIGHT,
    PETROL,
    WOOD,
)
from home.demo.pictures.vehicles import bicycle, sweeper


def sweeper_dusk(c: Canvas, chance: Random) -> None:
    nature.sky(c, DUSK, 680)
    nature.sun(c, DUSK, 1180, 540, 80)
    nature.clouds(c, chance, DUSK, 260)
    town.skyline(c, chance, 640, 330, mix(DUSK.silhouettes[0], DUSK.haze, 0.2))
    town.skyline(c, chance, 660, 270, DUSK.silhouettes[1], 0.3)
    town.skyline(c, chance, 680, 190, DUSK.silhouettes[2], 0.4)
    c.rect(0, 674, WIDTH, 40, DUSK.of("#8d8a92"))
    street.road(c, 712, 900, DUSK)
    street.dashes(c, 830, "#d9d2c0")
    for x in (150, 560, 1430):
        nature.tree(c, chance, x, 700, 330, DUSK)
    for x in (350, 780, 1240, 1590):
        street.light_pool(c, x, 716, 190, "#ffe0a0")
        street.lamp(c, x, 704, 310, DUSK)
    for spread in (80, 56, 32):
        c.poly([(1058, 778), (1640, 830 - spread), (1640, 830 + spread)], "#ffe6a3", 0.1)
    sweeper(c, 640, 832, 430, DUSK)
    people.walk(c, 250, 708, 150, people.somebody(chance, DUSK))


def amber_lamps(c: Canvas, chance: Random) -> None:
    nature.sky(c, NIGHT, 640)
    nature.stars(c, chance, 120, 360)
    c.disc(1330, 150, 46, "#f5efd2")
    c.disc(1312, 140, 42, "#0a2636")
    town.skyline(c, chance, 620, 300, NIGHT.silhouettes[0], 0.12)
    town.row(c, chance, -80, 1660, 650, 340, NIGHT)
    c.gradient(646, 740, ((0, "#2a4652"), (1, "#34505a")))
    c.gradient(736, 900, ((0, "#223a46"), (1, "#16293a")))
    c.rect(0, 730, WIDTH, 9, "#5d6f74")
    for x in (200, 640, 1080, 1520):
        street.light_pool(c, x, 716, 270, "#ffb347")
        street.lamp(c, x, 716, 380, NIGHT, "#ffb84a")
    for x in (430, 1300):
        _bare_tree(c, chance, x, 722, 300)
    people.walk(c, 820, 726, 210, people.somebody(chance, NIGHT), -1)
    people.walk(c, 920, 728, 222, people.somebody(chance, NIGHT), -1)
    nature.ripples(c, chance, 750, 900, "#ffb347", 40, 0.16)


def _bare_tree(c: Canvas, chance: Random, x: float, base: float, height: float) -> None:
    bark = "#0e2430"

    def branch(px: float, py: float, length: float, lean: float, width: float) -> None:
        qx, qy = px + lean * length, py - length
        c.limb([(px, py), (qx, qy)], width, width * 0.6, bark)
        if length > height * 0.07:
            for turn in (-0.42, 0.38):
                branch(qx, qy, length * chance.uniform(0.62, 0.76), lean + turn, width * 0.6)

    branch(x, base, height * 0.34, 0.02, 16)


def bakery_street(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 600)
    nature.clouds(c, chance, MORNING, 200)
    town.skyline(c, chance, 610, 280, MORNING.silhouettes[0])
    town.row(c, chance, -50, 1660, 640, 410, MORNING)
    town.shop(c, 510, 640, 470, 210, MORNING, CORAL)
    _loaves(c)
    street.cobbles(c, chance, 636, 900, MORNING)
    c.poly([(760, 640), (860, 640), (1130, 900), (560, 900)], "#e3d2ae", 0.4)
    street.bunting(c, 470, 250, 1020, 230, (CORAL, AMBER, FOAM, PETROL))
    street.lamp(c, 1060, 668, 280, MORNING)
    bicycle(c, 380, 720, 130, PETROL)
    people.stand(c, 900, 716, 240, people.somebody(chance, MORNING), -1, (0.2, 0.5))
    people.walk(c, 1200, 770, 270, people.somebody(chance, MORNING), -1)
    people.walk(c, 1290, 776, 170, people.somebody(chance, MORNING), -1)
    people.walk(c, 170, 780, 280, people.somebody(chance, MORNING))


def _loaves(c: Canvas) -> None:
    for level, y in enumerate((560, 604)):
        c.rect(524, y, 284, 7, "#a5703f")
        for index in range(6):
            x = 548 + index * 47
            c.oval(x, y - 11, 21, 12, ("#d99a4f", "#c47f3a", "#e5b567")[(index + level) % 3])
            for dx in (-8, 0, 8):
                c.line([(x + dx - 3, y - 17), (x + dx + 3, y - 9)], 2, "#fbe3b0", 0.8)
    c.round(660, 390, 150, 34, 8, MORNING.of(WOOD))
    for x in (690, 735, 780):
        c.oval(x, 407, 17, 9, HONEY)


def riverside_walk(c: Canvas, chance: Random) -> None:
    nature.sky(c, DAY, 560)
    nature.clouds(c, chance, DAY, 220)
    town.skyline(c, chance, 560, 240, DAY.silhouettes[0])
    for index, x in enumerate((-60, 290, 640, 1010, 1370)):
        _warehouse(c, chance, x, 560, 330, 270 + 40 * (index % 2))
    c.gradient(556, 700, ((0, "#e3d4b4"), (1, "#d3bf97")))
    street.bin_(c, 1380, 640, 90, DAY)
    for x in (170, 1200):
        nature.tree(c, chance, x, 600, 260, DAY)
    c.gradient(740, 900, ((0, "#5fa9a8"), (1, "#2f7f86")))
    nature.ripples(c, chance, 744, 900, FOAM, 70, 0.45)
    c.rect(0, 696, WIDTH, 46, "#a99a82")
    c.rect(0, 692, WIDTH, 9, CREAM)
    street.railing(c, 694, 60, DEEP)
    for index, x in enumerate((520, 640, 760, 900, 1020)):
        look = people.somebody(chance, DAY)
        facing = 1 if index < 2 else -1
        people.stand(
            c,
            x,
            690 - 8 * (index % 2),
            240 + 14 * (index % 3),
            look,
            facing,
            (0.3, 0.72) if index == 4 else (0.14, 0.5),
        )
    c.round(664, 566, 44, 56, 4, FOAM)
    c.line([(672, 580), (700, 580)], 2, DEEP)
    c.line([(672, 592), (696, 592)], 2, DEEP)
    people.walk(c, 330, 690, 230, people.somebody(chance, DAY))


def _warehouse(c: Canvas, chance: Random, x: float, base: float, width: float, height: float) -> None:
    wall = chance.choice(("#b9654f", "#a9584a", "#c98a5f", "#8d5a50"))
    top = base - height
    c.rect(x, top, width, height, wall)
    for saw in range(3):
        left = x + saw * width / 3
        c.poly([(left, top + 1), (left, top - 60), (left + width / 3, top + 1)], mix(wall, DEEP, 0.25))
        c.poly([(left + 6, top - 8), (left + 6, top - 46), (left + width / 4, top - 8)], DAY.glass, 0.8)
    for level in range(2):
        for column in range(4):
            wx = x + 26 + column * (width - 40) / 4
            wy = top + 30 + level * 100
            c.round(wx, wy, 50, 66, 22, DAY.glass)
            c.rect(wx, wy + 34, 50, 34, DAY.glass)
            c.line([(wx + 25, wy), (wx + 25, wy + 66)], 3, mix(wall, CREAM, 0.4))
            c.line([(wx, wy + 34), (wx + 50, wy + 34)], 3, mix(wall, CREAM, 0.4))
    c.rect(x + width * 0.92, top, width * 0.08, height, "#3a2a28", 0.2)

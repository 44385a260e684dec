"""Trams, bicycles and the way to school."""

from __future__ import annotations

from random import Random

from home.demo.pictures import nature, people, street, town
from home.demo.pictures.canvas import WIDTH, Canvas
from home.demo.pictures.moods import (
    AMBER,
    CORAL,
    CREAM,
    DAY,
    DEEP,
    FOAM,
    LEAF,
    MORNING,
    PETROL,
    RUST,
    WOOD,
)
from home.demo.pictures.vehicles import basket, bicycle, rider, tram


def tram_square(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 620)
    nature.sun(c, MORNING, 980, 300, 54)
    nature.clouds(c, chance, MORNING, 240)
    town.skyline(c, chance, 600, 330, MORNING.silhouettes[0])
    town.row(c, chance, -60, 1660, 620, 320, MORNING)
    for x in (140, 1500):
        nature.tree(c, chance, x, 650, 340, MORNING)
    street.cobbles(c, chance, 616, 900, MORNING)
    c.line([(0, 530), (WIDTH, 530)], 2, "#3a4a58")
    for y in (772, 800):
        c.rect(0, y, WIDTH, 6, "#6d7a80")
    tram(c, chance, 330, 786, 940, MORNING)
    c.gradient(826, 900, ((0, "#e6d6b6"), (1, "#cfb98f")))
    c.rect(0, 822, WIDTH, 8, CREAM)
    looks = people.crowd(chance, MORNING, 5)
    for x, height, facing in (
        (150, 330, 1),
        (280, 316, 1),
        (1330, 330, -1),
        (1450, 210, -1),
        (1530, 340, -1),
    ):
        people.stand(c, x, 884, height, looks.pop(), facing)
    c.rect(1215, 560, 12, 322, "#3a4a58")
    c.round(1176, 520, 90, 90, 45, PETROL)
    c.round(1194, 548, 54, 34, 8, FOAM)
    c.rect(1204, 556, 34, 10, PETROL)


def bike_lane(c: Canvas, chance: Random) -> None:
    nature.sky(c, DAY, 470)
    nature.sun(c, DAY, 300, 200, 46)
    nature.clouds(c, chance, DAY, 240)
    nature.hills(c, chance, 450, 80, DAY.silhouettes[0])
    town.skyline(c, chance, 470, 150, DAY.silhouettes[1])
    c.gradient(466, 600, ((0, "#9fd0c8"), (1, DAY.water)))
    nature.ripples(c, chance, 470, 590, FOAM, 70, 0.5)
    c.rect(0, 596, WIDTH, 40, "#d9cdb4")
    street.railing(c, 610, 66, DEEP)
    c.gradient(634, 790, ((0, "#c9765f"), (1, "#bb6650")))
    c.rect(0, 786, WIDTH, 26, "#e6dcc8")
    c.rect(0, 806, WIDTH, 10, "#a99a82")
    street.road(c, 816, 900, DAY, kerb=False)
    street.dashes(c, 872, CREAM, 140, 120, 9)
    for x in (200, 900, 1500):
        _bike_sign(c, x, 758)
    for x in (70, 1450):
        nature.tree(c, chance, x, 620, 380, DAY)
    looks = people.crowd(chance, DAY, 3)
    for x, base, size, colour in ((420, 744, 190, PETROL), (800, 726, 170, AMBER), (1200, 762, 200, FOAM)):
        c.oval(x, base + 4, size * 0.9, 9, "#5a2f26", 0.3)
        rider(c, x, base, size, looks.pop(), colour)
    basket(c, 1296, 610, 50)


def _bike_sign(c: Canvas, x: float, y: float) -> None:
    for dx in (-26, 26):
        c.pen.ellipse(
            [(x + dx - 18) * 2, (y - 7) * 2, (x + dx + 18) * 2, (y + 7) * 2],
            outline=(255, 246, 230, 150),
            width=5,
        )
    c.line([(x - 26, y), (x - 4, y), (x + 14, y - 12), (x - 12, y - 12), (x - 26, y)], 3, FOAM, 0.6)
    c.line([(x + 26, y), (x + 12, y - 16)], 3, FOAM, 0.6)


def school_route(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 630)
    nature.sun(c, MORNING, 220, 230, 50)
    nature.clouds(c, chance, MORNING, 220)
    town.skyline(c, chance, 630, 300, MORNING.silhouettes[0])
    _school(c, chance)
    for x in (90, 1480):
        nature.tree(c, chance, x, 640, 400, MORNING)
    c.gradient(628, 690, ((0, "#e8d5ae"), (1, "#dcc59a")))
    street.road(c, 690, 900, MORNING)
    for index in range(9):
        x = 330 + index * 108
        c.poly([(x, 700), (x + 56, 700), (x + 40, 890), (x - 26, 890)], CREAM, 0.85)
    for x, height, facing in ((420, 190, 1), (560, 176, 1), (700, 200, 1), (1010, 184, 1)):
        _pupil(c, chance, x, 800 + (x % 3) * 8, height, facing)
    _scooter(c, chance, 860, 838)
    people.stand(c, 1210, 800, 300, people.somebody(chance, MORNING), -1, (0.3, 0.66))
    _barrier(c, 1290, 850)


def _school(c: Canvas, chance: Random) -> None:
    wall = MORNING.of("#e2937c")
    c.rect(480, 330, 720, 300, wall)
    c.poly([(456, 334), (540, 240), (1140, 240), (1224, 334)], MORNING.of("#3a5a68"))
    c.poly([(740, 334), (840, 200), (940, 334)], wall)
    c.disc(840, 282, 30, FOAM)
    c.line([(840, 282), (840, 262)], 4, DEEP)
    c.line([(840, 282), (854, 290)], 4, DEEP)
    for x in (540, 640, 1040, 1140):
        for y in (372, 500):
            town.window(c, chance, x, y, 56, 84, MORNING, wall)
    for x in (780, 900):
        town.window(c, chance, x, 372, 50, 76, MORNING, wall)
    c.round(778, 490, 124, 150, 40, PETROL)
    c.rect(838, 500, 4, 130, DEEP)


def _pupil(c: Canvas, chance: Random, x: float, base: float, height: float, facing: int) -> None:
    bag = chance.choice((CORAL, AMBER, PETROL, LEAF))
    c.round(
        x - height * 0.2 * facing - height * 0.1,
        base - height * 0.78,
        height * 0.22,
        height * 0.3,
        height * 0.07,
        bag,
    )
    people.walk(c, x, base, height, people.somebody(chance, MORNING), facing)


def _scooter(c: Canvas, chance: Random, x: float, base: float) -> None:
    _pupil(c, chance, x, base - 14, 190, 1)
    c.line([(x - 50, base - 10), (x + 60, base - 10), (x + 44, base - 110)], 6, DEEP)
    c.line([(x + 30, base - 108), (x + 58, base - 114)], 6, DEEP)
    for dx in (-50, 62):
        c.disc(x + dx, base - 6, 13, "#1b2329")


def _barrier(c: Canvas, x: float, base: float) -> None:
    for dx in (30, 270):
        c.line([(x + dx, base), (x + dx, base - 150)], 12, "#3a4a58")
    c.round(x, base - 160, 310, 44, 8, "#f4b93e")
    for index in range(6):
        left = x + 16 + index * 50
        c.poly(
            [(left, base - 116), (left + 18, base - 116), (left + 36, base - 160), (left + 18, base - 160)],
            DEEP,
        )
    c.round(x + 20, base - 92, 270, 22, 6, "#f4b93e")


def bike_breakfast(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 600)
    nature.sun(c, MORNING, 1280, 260, 54)
    nature.clouds(c, chance, MORNING, 220)
    town.row(c, chance, -60, 1660, 600, 300, MORNING)
    street.cobbles(c, chance, 596, 900, MORNING)
    for x in (110, 1480):
        nature.tree(c, chance, x, 660, 460, MORNING)
    street.bunting(c, 120, 330, 800, 300, (CORAL, AMBER, FOAM, PETROL))
    street.bunting(c, 800, 300, 1490, 340, (PETROL, FOAM, CORAL, AMBER))
    _stand(c, chance)
    for x, base, colour in ((280, 760, PETROL), (420, 800, CORAL), (1230, 770, AMBER), (1390, 820, DEEP)):
        bicycle(c, x, base, 160, colour, 1 if x < 800 else -1)
    people.bend(c, 1130, 770, 240, people.somebody(chance, MORNING))
    people.stand(c, 560, 800, 280, people.somebody(chance, MORNING), 1, (0.2, 0.6))
    people.stand(c, 960, 806, 280, people.somebody(chance, MORNING), -1, (0.2, 0.6))
    rider(c, 170, 852, 170, people.somebody(chance, MORNING), RUST)


def _stand(c: Canvas, chance: Random) -> None:
    for x in (610, 910):
        c.rect(x, 440, 12, 260, WOOD)
    people.stand(c, 700, 700, 250, people.somebody(chance, MORNING), 1, (0.2, 0.5))
    people.stand(c, 830, 700, 256, people.somebody(chance, MORNING), -1, (0.2, 0.5))
    c.rect(590, 590, 352, 140, MORNING.of(PETROL))
    c.rect(576, 580, 380, 18, MORNING.of("#a5703f"))
    for index in range(9):
        colour = CREAM if index % 2 else CORAL
        left = 566 + index * 44.5
        c.poly([(left + 10, 400), (left + 50, 400), (left + 44.5, 456), (left, 456)], MORNING.of(colour))
        c.half(left + 22, 456, 22, 0, 180, MORNING.of(colour))
    c.round(640, 536, 60, 46, 8, "#8b93a0")
    for x in (730, 760, 790):
        c.round(x, 560, 20, 22, 4, CREAM)
    basket(c, 870, 560, 64)

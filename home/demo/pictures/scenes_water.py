"""Harbour, river and bay."""

from __future__ import annotations

from random import Random

from home.demo.pictures import boats, nature, people, street, town
from home.demo.pictures.canvas import Canvas, mix, spline
from home.demo.pictures.moods import (
    AMBER,
    CORAL,
    CREAM,
    DAY,
    DUSK,
    FOAM,
    HONEY,
    MORNING,
    PETROL,
    RUST,
    Mood,
)
from home.demo.pictures.vehicles import tram


def harbour_dusk(c: Canvas, chance: Random) -> None:
    nature.sky(c, DUSK, 560)
    nature.sun(c, DUSK, 1130, 500, 56)
    nature.clouds(c, chance, DUSK, 320, 5)
    nature.hills(c, chance, 540, 110, DUSK.silhouettes[0])
    town.skyline(c, chance, 556, 190, DUSK.silhouettes[1], 0.28)
    town.row(c, chance, -60, 640, 560, 250, DUSK)
    street.lamp(c, 700, 560, 150, DUSK)
    street.lamp(c, 950, 560, 150, DUSK)
    street.quay(c, chance, 556, 590, DUSK)
    c.reflect(590, 310, DUSK.water, 0.42)
    nature.glitter(c, chance, 1130, 596, 890, "#ffd79a")
    nature.ripples(c, chance, 596, 900, "#0d2b40", 130, 0.35)
    boats.fishing_boat(c, 400, 690, 380, DUSK, CORAL)
    boats.fishing_boat(c, 860, 650, 270, DUSK, PETROL)
    boats.rowing_boat(c, 1280, 770, 260, DUSK, AMBER)
    nature.ripples(c, chance, 700, 900, "#fbd9a0", 40, 0.3)
    nature.gulls(c, chance, 1240, 260, "#1c2c40", 6)


def fish_bridge(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 600)
    nature.sun(c, MORNING, 330, 330, 46)
    nature.clouds(c, chance, MORNING, 240)
    nature.hills(c, chance, 520, 90, MORNING.silhouettes[0])
    town.skyline(c, chance, 560, 210, MORNING.silhouettes[1])
    town.row(c, chance, -40, 330, 590, 250, MORNING)
    town.row(c, chance, 1290, 1640, 590, 270, MORNING)
    for x in (380, 450, 1180, 1250):
        nature.tree(c, chance, x, 590, 150, MORNING)
    tram(c, chance, 560, 452, 430, MORNING)
    c.gradient(596, 900, ((0, mix(MORNING.water, MORNING.haze, 0.45)), (1, mix(MORNING.water, PETROL, 0.55))))
    _arches(c, chance, MORNING)
    c.reflect(640, 260, mix(MORNING.water, PETROL, 0.35), 0.62)
    nature.ripples(c, chance, 640, 900, "#eef6ea", 110, 0.35)
    nature.ripples(c, chance, 700, 900, "#2f6f74", 60, 0.4)
    boats.barge(c, 800, 756, 420, MORNING)
    c.rect(690, 690, 90, 30, MORNING.of(AMBER))
    c.line([(880, 716), (880, 600), (960, 570)], 7, MORNING.of("#3a4a58"))
    people.stand(c, 640, 714, 88, people.somebody(chance, MORNING))
    people.stand(c, 830, 714, 88, people.somebody(chance, MORNING), -1, (0.2, 0.7))
    nature.gulls(c, chance, 1050, 240, "#5d7a80", 5)


def _arches(c: Canvas, chance: Random, mood: Mood) -> None:
    stone = mood.of("#cdb895")
    dark = mix(stone, "#4a3a34", 0.35)
    deck = [(-10, 500), *spline([(300, 470), (800, 452), (1300, 470)]), (1610, 500)]
    c.poly([*deck, (1610, 640), (-10, 640)], stone)
    for middle in (240, 620, 990, 1370):
        c.oval(middle, 640, 166, 136, mix(stone, CREAM, 0.35))
        c.oval(middle, 640, 150, 122, mix(dark, "#3a2a28", 0.25))
        c.oval(middle + 16, 640, 134, 112, mix(mood.sky[2][1], CREAM, 0.2))
        c.oval(middle + 16, 640, 128, 40, mix(mood.silhouettes[1], mood.haze, 0.3))
    for _ in range(110):
        x, y = chance.uniform(0, 1580), chance.uniform(480, 630)
        if min(abs(x + 12 - middle) for middle in (240, 620, 990, 1370)) > 176:
            c.round(x, y, chance.uniform(18, 40), 9, 3, dark, 0.16)
    c.line(deck, 12, mix(stone, CREAM, 0.45))
    for x in (430, 805, 1180):
        c.rect(x - 20, 470, 40, 175, mix(stone, dark, 0.25))
        street.lamp(c, x, 470, 120, mood)


def quay_bins(c: Canvas, chance: Random) -> None:
    nature.sky(c, DAY, 500)
    nature.clouds(c, chance, DAY, 260, 5)
    nature.hills(c, chance, 480, 70, DAY.silhouettes[0])
    town.skyline(c, chance, 490, 120, DAY.silhouettes[1])
    c.gradient(490, 700, ((0, "#8fcac6"), (1, DAY.water)))
    nature.ripples(c, chance, 494, 690, FOAM, 110, 0.5)
    for x, size in ((260, 120), (520, 90), (1390, 140)):
        boats.sail(c, x, 560, size, DAY, chance.choice((CREAM, "#f7d9a0", CORAL)))
    street.quay(c, chance, 640, 720, DAY)
    c.gradient(716, 900, ((0, "#e6d6b6"), (1, "#cdb78f")))
    for x in range(-100, 1700, 170):
        c.line([(x + 60, 716), (x - 60, 900)], 3, "#b39c74", 0.5)
    _quay_people(c, chance)
    street.bin_(c, 1120, 850, 210, DAY)
    _standing_gull(c, 1128, 638, 74)
    nature.gulls(c, chance, 900, 220, "#ffffff", 6)


def _quay_people(c: Canvas, chance: Random) -> None:
    looks = people.crowd(chance, DAY, 5)
    for x, facing in ((330, 1), (470, 1), (640, -1)):
        people.sit(c, x, 652, 240, looks.pop(), facing, 0.2)
    people.walk(c, 880, 840, 300, looks.pop())
    people.walk(c, 1390, 812, 250, looks.pop(), -1)


def _standing_gull(c: Canvas, x: float, foot: float, size: float) -> None:
    for dx in (-0.08, 0.1):
        c.line([(x + dx * size, foot + 26), (x + dx * size, foot - size * 0.1)], 4, AMBER)
    c.blob(
        [
            (x - size * 0.7, foot - size * 0.3),
            (x - size * 0.1, foot - size * 0.62),
            (x + size * 0.36, foot - size * 0.45),
            (x + size * 0.2, foot - size * 0.1),
        ],
        "#ffffff",
    )
    c.blob(
        [
            (x - size * 0.78, foot - size * 0.34),
            (x - size * 0.2, foot - size * 0.56),
            (x + size * 0.1, foot - size * 0.3),
            (x - size * 0.3, foot - size * 0.22),
        ],
        "#a9b8bd",
    )
    c.disc(x + size * 0.34, foot - size * 0.7, size * 0.2, "#ffffff")
    c.poly(
        [
            (x + size * 0.5, foot - size * 0.74),
            (x + size * 0.78, foot - size * 0.6),
            (x + size * 0.48, foot - size * 0.62),
        ],
        AMBER,
    )
    c.disc(x + size * 0.4, foot - size * 0.74, size * 0.035, "#12303d")


def ferry(c: Canvas, chance: Random) -> None:
    nature.sky(c, DUSK, 540)
    nature.clouds(c, chance, DUSK, 330, 6)
    c.disc(360, 210, 44, "#fdeec4")
    c.glow(360, 210, 220, "#fdeec4", 0.35)
    nature.hills(c, chance, 520, 120, DUSK.silhouettes[0])
    town.skyline(c, chance, 536, 170, DUSK.silhouettes[1], 0.35)
    nature.hills(c, chance, 545, 30, DUSK.silhouettes[2], 560)
    c.reflect(545, 355, DUSK.water, 0.5)
    nature.ripples(c, chance, 550, 900, "#0d2b40", 150, 0.35)
    boats.ferry(c, 850, 700, 700, DUSK)
    for index in range(16):
        c.round(90 + index * 27 + chance.uniform(-20, 20), 704 + chance.uniform(0, 22), 60, 3, 2, FOAM, 0.5)
    for index in range(9):
        x = 850 - 230 + index * 49
        c.round(x, 716, 26, 130 + 30 * (index % 3), 8, HONEY, 0.2)
    nature.ripples(c, chance, 716, 900, "#fbd9a0", 60, 0.35)
    nature.gulls(c, chance, 1180, 330, FOAM, 5)


def book_boat(c: Canvas, chance: Random) -> None:
    nature.sky(c, DAY, 520)
    nature.clouds(c, chance, DAY, 220)
    nature.hills(c, chance, 500, 80, DAY.silhouettes[0])
    for x in range(60, 1600, 150):
        nature.poplar(c, x + chance.uniform(-30, 30), 520, chance.uniform(150, 230), DAY, x // 150 % 2)
    nature.meadow(c, 515, DAY, 560)
    c.gradient(556, 900, ((0, "#9fd0c0"), (1, DAY.water)))
    c.reflect(556, 130, "#6fb3a8", 0.45)
    nature.ripples(c, chance, 570, 900, FOAM, 120, 0.45)
    _book_boat(c, chance, 690, 740, DAY)
    _landing(c, chance)


def _book_boat(c: Canvas, chance: Random, x: float, water: float, mood: Mood) -> None:
    c.rect(x - 300, water - 290, 560, 200, "#6b4a34")
    for shelf in range(3):
        y = water - 226 + shelf * 62
        left = x - 290
        while left < x + 240:
            w, h = chance.uniform(9, 20), chance.uniform(34, 52)
            c.rect(
                left,
                y - h,
                w - 1.5,
                h,
                chance.choice((CORAL, PETROL, AMBER, FOAM, "#6d8f9c", RUST, "#e5b567", "#3d7a5d")),
            )
            left += w
        c.rect(x - 300, y, 560, 7, "#a5703f")
    c.rect(x - 320, water - 310, 600, 24, mood.of(PETROL))
    for index in range(12):
        c.half(x - 295 + index * 50, water - 288, 25, 0, 180, CREAM if index % 2 else CORAL)
    c.rect(x - 240, water - 366, 22, 60, "#3a4a58")
    for index, size in enumerate((12, 18, 26)):
        c.disc(x - 226 + index * 18, water - 390 - index * 34, size, FOAM, 0.6)
    boats.barge(c, x, water, 800, mood, PETROL)
    people.sit(c, x + 318, water - 118, 190, people.somebody(chance, mood), -1, 0.12)


def _landing(c: Canvas, chance: Random) -> None:
    c.rect(1120, 690, 500, 22, "#a5703f")
    for x in range(1130, 1600, 38):
        c.line([(x, 690), (x, 710)], 2, "#6b4a34", 0.7)
    for x in (1150, 1330, 1540):
        c.rect(x, 708, 20, 160, "#6b4a34")
        c.rect(x, 650, 14, 44, "#6b4a34")
    c.poly([(1040, 668), (1150, 686), (1150, 700), (1040, 682)], "#c98a4f")
    people.walk(c, 1190, 692, 130, people.somebody(chance, DAY), -1)
    people.stand(c, 1310, 692, 230, people.somebody(chance, DAY), -1, (0.2, 0.5))
    people.stand(c, 1460, 692, 220, people.somebody(chance, DAY), -1)

"""The library and the workshop."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from home.demo.pictures import nature, people
from home.demo.pictures.canvas import Canvas, mix
from home.demo.pictures.moods import (
    AMBER,
    CORAL,
    CREAM,
    DAY,
    DEEP,
    FOAM,
    HONEY,
    LEAF,
    MORNING,
    PETROL,
    RUST,
    WOOD,
    Mood,
)

SPINES = (CORAL, PETROL, AMBER, FOAM, "#6d8f9c", RUST, "#e5b567", LEAF, DEEP, "#c9a27a")


def _shelf(c: Canvas, chance: Random, x: float, top: float, width: float, rows: int, height: float) -> None:
    row = height / rows
    c.rect(x, top, width, height, "#5f3f2c")
    for level in range(rows):
        floor = top + row * (level + 1) - 8
        left = x + 10
        while left < x + width - 24:
            w, h = chance.uniform(9, 24), row * chance.uniform(0.55, 0.84)
            if chance.random() < 0.07:
                left += chance.uniform(16, 40)
                continue
            colour = chance.choice(SPINES)
            c.rect(left, floor - h, w - 1.5, h, colour)
            c.rect(left, floor - h * 0.82, w - 1.5, 3, mix(colour, CREAM, 0.5))
            left += w
        c.rect(x, floor, width, 9, "#a5703f")
    c.rect(x, top, 9, height, "#8a5a3c")
    c.rect(x + width - 9, top, 9, height, "#8a5a3c")
    c.rect(x - 8, top - 14, width + 16, 16, "#a5703f")


def _view(c: Canvas, chance: Random, x: float, y: float, width: float, height: float, mood: Mood) -> None:
    """A tall window: the town outside, then the bars."""
    for step in range(40):
        share = step / 40
        index = min(len(mood.sky) - 2, int(share * (len(mood.sky) - 1)))
        colour = mix(mood.sky[index][1], mood.sky[index + 1][1], share * (len(mood.sky) - 1) - index)
        c.rect(x, y + height * share, width, height / 40 + 1, colour)
    left = x
    while left < x + width - 10:
        w = min(chance.uniform(50, 90), x + width - left)
        h = chance.uniform(0.16, 0.34) * height
        c.rect(left, y + height - h, w, h, mood.silhouettes[chance.choice((0, 1))])
        c.poly(
            [(left, y + height - h), (left + w / 2, y + height - h - w * 0.4), (left + w, y + height - h)],
            mood.silhouettes[1],
        )
        left += w
    frame = "#f7ecd4"
    for share in (0, 0.333, 0.666, 1):
        c.rect(x + width * share - 6, y - 6, 12, height + 12, frame)
    for share in (0, 0.3, 0.65, 1):
        c.rect(x - 6, y + height * share - 5, width + 12, 10, frame)


def _sunbeam(c: Canvas, x: float, y: float, width: float, height: float) -> None:
    for share in (0.02, 0.35, 0.68):
        left = x + width * share
        c.poly(
            [
                (left, y),
                (left + width * 0.28, y),
                (left + width * 0.28 - height * 0.7, y + height),
                (left - height * 0.7, y + height),
            ],
            "#fff0c4",
            0.1,
        )


def library(c: Canvas, chance: Random) -> None:
    c.gradient(0, 700, ((0, "#f0dcb4"), (1, "#e6c793")))
    c.gradient(690, 900, ((0, "#c08d5c"), (1, "#8d5f3d")))
    for x in range(-200, 1800, 120):
        c.line([(800 + (x - 800) * 0.9, 694), (800 + (x - 800) * 1.5, 900)], 2, "#7a4f30", 0.5)
    _view(c, chance, 560, 90, 480, 520, MORNING)
    for x in (-40, 270):
        _shelf(c, chance, x, 70, 270, 6, 630)
    for x in (1080, 1390):
        _shelf(c, chance, x, 70, 270, 6, 630)
    _sunbeam(c, 560, 612, 480, 290)
    for x in (240, 560, 1040, 1370):
        _hanging_lamp(c, x, 0, 130)
    _ladder(c)
    _reading_table(c, chance)
    people.stand(c, 1250, 760, 320, people.somebody(chance, DAY), 1, (0.22, 0.86))


def _hanging_lamp(c: Canvas, x: float, top: float, drop: float) -> None:
    c.line([(x, top), (x, top + drop)], 3, "#3a4a58")
    c.glow(x, top + drop + 26, 150, "#fff0c4", 0.55)
    c.half(x, top + drop + 34, 46, 180, 360, PETROL)
    c.half(x, top + drop + 34, 16, 0, 180, "#fff0c4")


def _ladder(c: Canvas) -> None:
    for dx in (0, 62):
        c.line([(350 + dx, 740), (420 + dx, 110)], 9, "#d9a066")
    for step in range(9):
        t = step / 9 + 0.06
        x, y = 350 + 70 * t, 740 - 630 * t
        c.line([(x, y), (x + 62, y)], 7, "#d9a066")


def _reading_table(c: Canvas, chance: Random) -> None:
    reader = people.somebody(chance, DAY)
    c.round(640, 560, 130, 210, 30, CORAL)
    people.sit(c, 710, 722, 330, reader, 1, 0.2)
    c.poly([(776, 636), (826, 650), (826, 690), (776, 676)], CREAM)
    c.poly([(826, 650), (872, 632), (872, 672), (826, 690)], FOAM)
    c.round(700, 764, 200, 22, 10, "#b9503f")
    c.round(830, 730, 300, 18, 6, "#8a5a3c")
    for x in (850, 1100):
        c.rect(x, 746, 14, 124, "#6b4a34")
    for index, (w, colour) in enumerate(((110, PETROL), (96, AMBER), (104, CORAL))):
        c.round(960, 710 - index * 20, w, 20, 4, colour)
    c.round(898, 700, 30, 32, 6, FOAM)
    c.rect(660, 764, 12, 104, "#6b4a34")
    nature.bush(c, chance, 580, 800, 60, DAY)
    c.poly([(540, 794), (620, 794), (608, 868), (552, 868)], "#c9765f")


def library_sunday(c: Canvas, chance: Random) -> None:
    c.gradient(0, 720, ((0, "#f3dfc0"), (1, "#ecc9a0")))
    c.gradient(712, 900, ((0, "#b98a68"), (1, "#8a5f45")))
    _view(c, chance, 240, 80, 620, 540, MORNING)
    c.glow(420, 260, 330, "#fff6d8", 0.8)
    c.disc(420, 260, 44, "#fffbe8")
    _shelf(c, chance, 1060, 330, 560, 4, 390)
    c.oval(620, 830, 480, 62, "#5f9a98")
    c.oval(620, 830, 420, 50, "#78b0a9")
    _sunbeam(c, 240, 626, 620, 280)
    _armchair(c, chance)
    for index, (x, y, colour) in enumerate(((930, 812, AMBER), (968, 820, PETROL), (900, 838, CORAL))):
        c.poly([(x, y), (x + 70, y - 6), (x + 86, y + 14 + index), (x + 14, y + 22)], colour)
    people.sit(c, 1010, 826, 200, people.somebody(chance, DAY), -1, 0.02)
    _globe_and_plants(c, chance)


def _armchair(c: Canvas, chance: Random) -> None:
    c.round(470, 470, 300, 330, 60, "#0d6a72")
    c.round(450, 620, 90, 190, 40, "#0a5860")
    father, child = people.crowd(chance, DAY, 2)
    father = replace(father, head="short", skin="#a86b45", hair="#2b2320", coat=CORAL, skirt=False)
    child = replace(child, head="bun", skin="#a86b45", hair="#2b2320")
    people.sit(c, 600, 726, 400, father, 1, 0.2)
    people.sit(c, 690, 690, 220, child, 1, 0.16)
    c.round(700, 640, 90, 170, 40, "#0a5860")
    c.poly([(720, 580), (790, 600), (790, 650), (720, 632)], CREAM)
    c.poly([(790, 600), (858, 576), (858, 626), (790, 650)], FOAM)
    c.line([(790, 600), (790, 650)], 3, AMBER)
    for x in (500, 730):
        c.rect(x, 800, 20, 34, "#6b4a34")


def _globe_and_plants(c: Canvas, chance: Random) -> None:
    c.disc(1180, 266, 54, "#6fb3b0")
    c.blob([(1150, 250), (1180, 228), (1200, 260), (1170, 290)], "#9cc07a")
    c.line([(1180, 316), (1180, 330)], 8, WOOD)
    for x, r in ((1330, 46), (1480, 60), (120, 90)):
        base = 330 if x > 1000 else 790
        nature.bush(c, chance, x, base - 40, r, DAY)
        c.poly(
            [(x - r * 0.6, base - 44), (x + r * 0.6, base - 44), (x + r * 0.45, base), (x - r * 0.45, base)],
            CORAL,
        )


def repair_cafe(c: Canvas, chance: Random) -> None:
    c.gradient(0, 660, ((0, "#dfd2b6"), (1, "#e9cfa0")))
    for y in range(0, 660, 44):
        for x in range(-60 if y // 44 % 2 else 0, 1640, 120):
            c.round(x + 2, y + 2, 116, 40, 4, "#c9b48c", 0.22)
    c.gradient(650, 900, ((0, "#8d7a62"), (1, "#5f4f40")))
    _pegboard(c, chance)
    _view(c, chance, 70, 110, 300, 330, DAY)
    for x in (460, 1170):
        _hanging_lamp(c, x, 0, 170)
    c.poly([(460, 210), (760, 640), (160, 640)], "#fff0c4", 0.12)
    c.poly([(1170, 210), (1470, 640), (870, 640)], "#fff0c4", 0.12)
    looks = people.crowd(chance, DAY, 3)
    people.stand(c, 520, 800, 430, looks.pop(), 1, (0.3, 0.52))
    people.stand(c, 1020, 800, 410, looks.pop(), -1, (0.3, 0.52))
    people.stand(c, 1230, 800, 390, looks.pop(), -1, (0.2, 0.56))
    _workbench(c)


def _pegboard(c: Canvas, chance: Random) -> None:
    c.round(470, 90, 1060, 330, 12, "#b98a58")
    c.round(482, 102, 1036, 306, 8, "#cda06c")
    for index in range(12):
        x = 540 + index * 84
        colour = (CORAL, PETROL, "#3a4a58", AMBER)[index % 4]
        kind = index % 4
        if kind == 0:
            c.line([(x, 150), (x, 250)], 12, WOOD)
            c.round(x - 30, 140, 60, 26, 6, "#6d7a80")
        elif kind == 1:
            c.line([(x, 150), (x, 210)], 16, colour)
            c.line([(x, 210), (x, 270)], 6, "#8b93a0")
        elif kind == 2:
            c.ring(x, 170, 20, 9, "#6d7a80")
            c.line([(x, 190), (x, 270)], 10, "#6d7a80")
        else:
            c.poly([(x - 8, 150), (x + 34, 170), (x + 12, 260), (x - 14, 250)], "#8b93a0")
            c.line([(x - 4, 250), (x - 12, 290)], 14, colour)
    for index in range(15):
        c.round(520 + index * 66, 330, 46, 44, 6, (FOAM, "#6d8f9c", HONEY, CORAL)[index % 4])


def _workbench(c: Canvas) -> None:
    c.rect(230, 650, 1180, 34, "#a5703f")
    c.rect(230, 650, 1180, 8, "#c98a4f")
    c.rect(280, 684, 1080, 216, "#6b4a34")
    for x in (330, 700, 1070):
        c.round(x, 720, 250, 70, 6, "#7d5a40")
        c.round(x + 100, 748, 50, 12, 6, AMBER)
    c.line([(760, 650), (760, 560)], 12, PETROL)
    c.oval(760, 648, 56, 12, PETROL)
    c.poly([(700, 560), (820, 560), (790, 470), (730, 470)], CORAL)
    c.glow(760, 540, 170, "#fff0c4", 0.7)
    c.round(330, 590, 120, 60, 12, "#8b93a0")
    c.rect(352, 582, 30, 14, "#26343b")
    c.rect(398, 582, 30, 14, "#26343b")
    c.round(1190, 580, 120, 70, 10, PETROL)
    c.disc(1230, 615, 22, FOAM)
    c.disc(1280, 600, 7, AMBER)
    for x in (880, 910, 590):
        c.line([(x, 646), (x + 40, 638)], 8, (AMBER, CORAL, DEEP)[x % 3])
    c.round(1080, 610, 34, 40, 6, FOAM)

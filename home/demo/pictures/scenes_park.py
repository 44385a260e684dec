"""Parks, play and the pool."""

from __future__ import annotations

from random import Random

from home.demo.pictures import nature, people, street, town
from home.demo.pictures.canvas import WIDTH, Canvas, spline
from home.demo.pictures.moods import (
    AMBER,
    CORAL,
    CREAM,
    DAY,
    DEEP,
    FOAM,
    MORNING,
    PETROL,
    RUST,
    WOOD,
    Mood,
)


def _park(c: Canvas, chance: Random, mood: Mood, horizon: float) -> None:
    nature.sky(c, mood, horizon)
    nature.clouds(c, chance, mood, horizon * 0.5)
    nature.hills(c, chance, horizon - 10, 90, mood.silhouettes[0])
    town.skyline(c, chance, horizon + 6, 120, mood.silhouettes[1])
    for x in range(-40, 1660, 120):
        nature.bush(c, chance, x + chance.uniform(-30, 30), horizon + 14, chance.uniform(50, 80), mood)
    nature.meadow(c, horizon, mood)


def _swan(c: Canvas, x: float, water: float, size: float, facing: int) -> None:
    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size * facing, water - dy * size

    body = [
        (-0.55, -0.02),
        (-0.72, 0.2),
        (-0.84, 0.42),
        (-0.5, 0.4),
        (-0.1, 0.46),
        (0.3, 0.38),
        (0.56, 0.18),
        (0.42, -0.03),
    ]
    wing = [(-0.78, 0.36), (-0.4, 0.42), (0.02, 0.44), (0.24, 0.26), (-0.1, 0.14), (-0.5, 0.18)]
    c.blob([at(*point) for point in body], "#fdfdf8")
    c.blob([at(*point) for point in wing], "#dfe8e6")
    c.limb([at(0.42, 0.16), at(0.62, 0.5), at(0.48, 0.78), at(0.6, 0.98)], size * 0.17, size * 0.1, "#fdfdf8")
    c.disc(*at(0.64, 0.98), size * 0.09, "#fdfdf8")
    c.poly([at(0.68, 1.04), at(0.92, 0.92), at(0.68, 0.92)], "#e8743c")
    c.disc(*at(0.68, 1.01), size * 0.022, "#12303d")
    c.oval(x, water + size * 0.1, size * 0.6, size * 0.05, "#ffffff", 0.4)


def swan_pond(c: Canvas, chance: Random) -> None:
    _park(c, chance, DAY, 430)
    for x, h in ((120, 330), (360, 260), (1270, 280), (1500, 380)):
        nature.tree(c, chance, x, 520, h, DAY)
    path = spline([(-20, 560), (300, 540), (760, 530), (1200, 540), (1620, 566)])
    c.poly([*path, (1620, 596), (1200, 566), (760, 554), (300, 566), (-20, 590)], "#ecdcb8")
    for x, facing in ((520, 1), (590, 1), (1010, -1)):
        people.walk(c, x, 552, 120, people.somebody(chance, DAY), facing)
    street.bench(c, 740, 556, 130, DAY)
    people.sit(c, 770, 528, 128, people.somebody(chance, DAY), 1, 0.18)
    people.sit(c, 826, 528, 124, people.somebody(chance, DAY), 1, 0.18)
    shore = [
        (80, 760),
        (240, 640),
        (560, 606),
        (900, 600),
        (1240, 620),
        (1500, 700),
        (1560, 830),
        (1300, 960),
        (300, 960),
    ]
    c.blob([(x, y - 8) for x, y in shore], "#4f8a58")
    c.blob(shore, DAY.water)
    c.blob([(x * 0.94 + 50, y * 0.96 + 40) for x, y in shore], "#6fb9b3", 0.55)
    nature.ripples(c, chance, 680, 880, FOAM, 50, 0.4)
    _swan(c, 640, 742, 150, 1)
    _swan(c, 1000, 700, 110, -1)
    for x, y in ((380, 800), (430, 816), (1180, 780), (1230, 800), (800, 830)):
        c.oval(x, y, 34, 11, "#5a9a5f")
        c.oval(x + 4, y - 2, 24, 7, "#79b56c")
        c.disc(x + 8, y - 8, 8, "#f7d3c4")
    nature.reeds(c, chance, 190, 800, 120, 190, DAY)
    nature.reeds(c, chance, 1450, 860, 140, 230, DAY)


def playground(c: Canvas, chance: Random) -> None:
    _park(c, chance, DAY, 430)
    for x, h in ((80, 420), (1530, 440), (860, 270), (1040, 240)):
        nature.tree(c, chance, x, 540, h, DAY)
    c.blob(
        [(60, 780), (360, 640), (820, 610), (1300, 640), (1560, 760), (1300, 900), (700, 940), (240, 900)],
        "#f0ddb0",
    )
    c.blob(
        [(160, 790), (420, 680), (820, 650), (1240, 680), (1440, 770), (1200, 880), (700, 900), (300, 870)],
        "#f6e8c6",
    )
    _slide(c, chance)
    _swing(c, chance)
    _sand(c, chance)
    nature.tufts(c, chance, 560, 620, DAY, 40)
    nature.flowers(c, chance, 560, 640, (CREAM, AMBER, CORAL), 70)


def _slide(c: Canvas, chance: Random) -> None:
    for x in (300, 440):
        c.limb([(x, 780), (x + 10, 430)], 20, 18, WOOD)
    for y in range(500, 770, 44):
        c.line([(304, y), (446, y)], 9, "#b98a58")
    c.rect(280, 500, 200, 16, "#b98a58")
    c.poly([(270, 420), (380, 330), (490, 420)], PETROL)
    c.poly([(380, 330), (490, 420), (440, 420)], DEEP)
    ramp = spline([(470, 504), (560, 560), (690, 720), (800, 760), (860, 762)])
    c.line(ramp, 46, RUST)
    c.line([(x, y - 5) for x, y in ramp], 32, CORAL)
    people.sit(c, 596, 590, 170, people.somebody(chance, DAY), 1, 0.02)
    people.stand(c, 380, 502, 150, people.somebody(chance, DAY), 1, (0.2, 0.7))


def _swing(c: Canvas, chance: Random) -> None:
    for top, left, right in ((1090, 1040, 1130), (1390, 1350, 1440)):
        c.line([(left, 790), (top, 440), (right, 790)], 14, PETROL)
    c.line([(1084, 440), (1396, 440)], 16, PETROL)
    for x, dx in ((1160, 40), (1310, -34)):
        c.line([(x - 14, 444), (x - 14 + dx, 664)], 3, "#3a4a58")
        people.sit(c, x + dx, 664, 170, people.somebody(chance, DAY), 1, 0.1)
        c.round(x - 30 + dx, 664, 60, 10, 4, AMBER)
        c.line([(x + 14, 444), (x + 14 + dx, 664)], 3, "#3a4a58")


def _sand(c: Canvas, chance: Random) -> None:
    c.poly(spline([(900, 840), (960, 800), (1020, 838)]), "#e2c68e")
    people.sit(c, 890, 836, 150, people.somebody(chance, DAY), 1, 0.02)
    people.bend(c, 1040, 850, 150, people.somebody(chance, DAY), -1)
    c.poly([(1080, 812), (1116, 812), (1110, 846), (1086, 846)], CORAL)
    people.stand(c, 180, 770, 270, people.somebody(chance, DAY), 1, (0.2, 0.75))


def lido(c: Canvas, chance: Random) -> None:
    nature.sky(c, MORNING, 420)
    nature.sun(c, MORNING, 1200, 330, 52)
    nature.clouds(c, chance, MORNING, 200)
    nature.hills(c, chance, 410, 60, MORNING.silhouettes[0])
    c.gradient(408, 480, ((0, "#f0d3a6"), (1, "#7fb9b0")))
    nature.glitter(c, chance, 1200, 410, 478, "#fff0c4")
    c.rect(0, 474, WIDTH, 60, "#e9d6b0")
    for index in range(9):
        x = 60 + index * 118
        c.rect(x, 372, 104, 112, (CREAM, "#f7e2bd")[index % 2])
        c.poly([(x - 6, 374), (x + 52, 336), (x + 110, 374)], (CORAL, PETROL, AMBER)[index % 3])
        c.rect(x + 34, 404, 38, 80, (PETROL, CORAL, "#6d8f9c")[index % 3])
    c.rect(0, 530, WIDTH, 12, FOAM)
    c.gradient(542, 900, ((0, "#7fcfc8"), (0.5, "#44aaa9"), (1, "#1f7f88")))
    _lanes(c)
    for x, y, size in ((420, 610, 60), (760, 664, 78), (1180, 628, 64), (300, 772, 110), (1060, 800, 124)):
        _swimmer(c, chance, x, y, size)
    for _ in range(22):
        c.glow(chance.uniform(0, 1600), chance.uniform(540, 700), chance.uniform(70, 150), "#ffffff", 0.22)
    people.stand(c, 1400, 546, 190, people.somebody(chance, MORNING), -1)
    people.walk(c, 1250, 540, 180, people.somebody(chance, MORNING), -1)
    nature.gulls(c, chance, 600, 200, "#5d7a80", 5)


def _lanes(c: Canvas) -> None:
    for near, far in ((-420, 340), (160, 560), (760, 790), (1360, 1020), (1980, 1250)):
        for step in range(26):
            t, u = step / 26, (step + 0.5) / 26
            a, b = t * t, u * u
            start = (far + (near - far) * a, 542 + 358 * a)
            end = (far + (near - far) * b, 542 + 358 * b)
            c.line([start, end], 3 + 9 * t, CORAL if step % 2 else FOAM)


def _swimmer(c: Canvas, chance: Random, x: float, y: float, size: float) -> None:
    look = people.somebody(chance, MORNING)
    c.oval(x, y + size * 0.12, size * 1.2, size * 0.2, "#ffffff", 0.3)
    c.limb([(x - size * 0.9, y + size * 0.1), (x, y + size * 0.04)], size * 0.16, size * 0.34, look.skin)
    c.limb(
        [(x, y), (x + size * 0.5, y - size * 0.36), (x + size * 0.86, y + size * 0.04)],
        size * 0.16,
        size * 0.1,
        look.skin,
    )
    c.disc(x + size * 0.3, y - size * 0.08, size * 0.2, look.skin)
    c.half(x + size * 0.3, y - size * 0.1, size * 0.215, 170, 350, chance.choice((CORAL, AMBER, DEEP, CREAM)))
    for dx, dy in ((0.9, 0.0), (1.02, -0.1), (-1.0, 0.0), (-1.15, -0.12)):
        c.disc(x + dx * size, y + dy * size, size * 0.05, "#ffffff", 0.8)
    c.oval(x, y + size * 0.2, size * 1.05, size * 0.12, "#44aaa9", 0.75)

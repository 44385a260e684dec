"""Houses and skylines."""

from __future__ import annotations

from random import Random

from home.demo.pictures.canvas import WIDTH, Canvas, mix
from home.demo.pictures.moods import CREAM, HONEY, Mood

LIGHTS = ("#ffd98a", "#ffcf78", "#ffe6ad", "#f9b95f")


def skyline(c: Canvas, chance: Random, base: float, height: float, colour: str, lights: float = 0.0) -> None:
    """A row of roofs and towers far off."""
    x = -20.0
    while x < WIDTH + 20:
        width = chance.uniform(46, 120)
        top = base - height * chance.uniform(0.35, 0.8)
        c.rect(x, top, width + 1, base - top, colour)
        kind = chance.random()
        if kind < 0.35:
            c.poly([(x - 3, top), (x + width / 2, top - width * 0.38), (x + width + 3, top)], colour)
        elif kind < 0.45:
            c.rect(x + width * 0.36, top - height * 0.3, width * 0.28, height * 0.3, colour)
            tip = [(x + width * 0.32, top - height * 0.3), (x + width * 0.5, top - height * 0.6)]
            c.poly([*tip, (x + width * 0.68, top - height * 0.3)], colour)
        elif kind < 0.6:
            c.rect(x + width * 0.7, top - 16, 9, 18, colour)
        _far_windows(c, chance, x, top, width, base, lights)
        x += width + chance.choice((0, 0, 0, 6))


def _far_windows(
    c: Canvas, chance: Random, x: float, top: float, width: float, base: float, lights: float
) -> None:
    if not lights:
        return
    row = top + 12
    while row < base - 14:
        column = x + 9
        while column < x + width - 12:
            if chance.random() < lights:
                c.rect(column, row, 6, 9, chance.choice(LIGHTS), 0.9)
            column += 18
        row += 22


def house(
    c: Canvas, chance: Random, x: float, base: float, width: float, height: float, mood: Mood, floors: int = 3
) -> None:
    """A narrow town house with a gable or a hipped roof."""
    wall, roof = chance.choice(mood.walls), chance.choice(mood.roofs)
    top = base - height
    _roof(c, chance, x, top, width, wall, roof)
    c.rect(x, top, width, height, wall)
    c.rect(
        x + width * 0.86, top, width * 0.14, height, mix(wall, mood.tint if mood.shade else "#7a5c4a", 0.14)
    )
    c.rect(x, top, width, 5, mix(wall, CREAM, 0.35))
    columns = 3 if width > 150 else 2
    floor = height / floors
    for level in range(floors - 1):
        y = top + floor * level + floor * 0.2
        for column in range(columns):
            middle = x + width * (column + 0.5) / columns
            window(c, chance, middle, y, width / columns * 0.5, floor * 0.6, mood, wall)
    c.rect(x, base - floor, width, 4, mix(wall, "#4a3a34", 0.22))


def _roof(c: Canvas, chance: Random, x: float, top: float, width: float, wall: str, roof: str) -> None:
    rise = width * chance.uniform(0.34, 0.52)
    kind = chance.random()
    if kind < 0.4:
        c.poly([(x - 6, top + 2), (x + width / 2, top - rise), (x + width + 6, top + 2)], roof)
        c.poly([(x + 8, top + 2), (x + width / 2, top - rise + 14), (x + width - 8, top + 2)], wall)
        c.disc(x + width / 2, top - rise * 0.38, width * 0.07, mix(roof, wall, 0.3))
    elif kind < 0.65:
        steps = 4
        for step in range(steps):
            inset = width * 0.5 * step / steps
            height = rise * (step + 1) / steps
            c.rect(x + inset, top - height, width - 2 * inset, height + 2, wall)
            c.rect(x + inset - 2, top - height - 4, width / steps * 0.5 + 4, 5, roof)
            c.rect(
                x + width - inset - width / steps * 0.5 - 2,
                top - height - 4,
                width / steps * 0.5 + 4,
                5,
                roof,
            )
    else:
        low = rise * 0.72
        c.poly(
            [
                (x - 6, top + 2),
                (x + width * 0.12, top - low),
                (x + width * 0.88, top - low),
                (x + width + 6, top + 2),
            ],
            roof,
        )
        c.rect(x + width * 0.42, top - low * 0.75, width * 0.16, low * 0.55, wall)
        c.rect(x + width * 0.7, top - low - 22, width * 0.1, 30, mix(roof, "#4a2a24", 0.4))


def window(
    c: Canvas, chance: Random, middle: float, y: float, width: float, height: float, mood: Mood, wall: str
) -> None:
    lit = chance.random() < mood.lit
    x = middle - width / 2
    frame = mix(wall, CREAM, 0.6 if not mood.shade else 0.2)
    c.rect(x - 3, y - 3, width + 6, height + 6, frame)
    c.rect(x, y, width, height, chance.choice(LIGHTS) if lit else mood.glass)
    if not lit:
        c.poly([(x, y), (x + width * 0.7, y), (x, y + height * 0.6)], "#ffffff", 0.14)
    c.rect(middle - 1.2, y, 2.4, height, frame)
    c.rect(x, y + height * 0.38, width, 2.4, frame)
    c.rect(x - 6, y + height + 3, width + 12, 4, mix(wall, "#4a3a34", 0.25))


def row(c: Canvas, chance: Random, left: float, right: float, base: float, height: float, mood: Mood) -> None:
    """Houses wall to wall, each of another height."""
    x = left
    while x < right:
        width = chance.uniform(112, 190)
        tall = height * chance.uniform(0.82, 1.08)
        house(c, chance, x, base, width, tall, mood, floors=4 if tall > 330 else 3)
        _ground_floor(c, chance, x, base, width, tall / (4 if tall > 330 else 3), mood)
        x += width


def _ground_floor(
    c: Canvas, chance: Random, x: float, base: float, width: float, floor: float, mood: Mood
) -> None:
    door = mood.of(chance.choice(("#0d6a72", "#b9503f", "#3a4a58", "#8a5a3c")))
    side = chance.choice((0.1, 0.62))
    c.rect(x + width * side, base - floor * 0.82, width * 0.26, floor * 0.82, door)
    c.rect(
        x + width * (side + 0.04),
        base - floor * 0.74,
        width * 0.18,
        floor * 0.2,
        HONEY if mood.lit else mood.glass,
    )
    other = 0.64 if side < 0.5 else 0.26
    window(c, chance, x + width * other, base - floor * 0.72, width * 0.4, floor * 0.44, mood, door)


def shop(c: Canvas, x: float, base: float, width: float, height: float, mood: Mood, stripe: str) -> None:
    """A shop front with a warm window and a striped awning."""
    c.rect(x, base - height, width, height, mood.of("#3a5a58"))
    c.rect(x + 10, base - height + 34, width * 0.62, height - 70, "#ffdf9e")
    c.glow(x + width * 0.35, base - height * 0.45, width * 0.5, "#fff0c4", 0.5)
    c.rect(x + width * 0.72, base - height + 34, width * 0.22, height - 34, mood.of("#8a5a3c"))
    c.rect(x + width * 0.75, base - height + 46, width * 0.16, height * 0.4, "#ffe6ad")
    bands = 9
    for index in range(bands):
        left = x - 14 + (width + 28) * index / bands
        right = x - 14 + (width + 28) * (index + 1) / bands
        colour = mood.of(stripe if index % 2 == 0 else CREAM)
        slope = 8 * (index - bands / 2) / bands
        c.poly(
            [
                (left + 12, base - height),
                (right + 12, base - height),
                (right + slope, base - height + 58),
                (left + slope, base - height + 58),
            ],
            colour,
        )
        c.half((left + right) / 2 + slope, base - height + 58, (right - left) / 2, 0, 180, colour)

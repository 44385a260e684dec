"""Figures without faces. Sizes are shares of the body height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from home.demo.pictures.canvas import Canvas, Point, mix
from home.demo.pictures.moods import COATS, HAIRS, SKINS, Mood

TROUSERS = ("#2c4250", "#3f4a5a", "#5a4636", "#27535a", "#4a4a5e", "#8a7a62")
HEADS = ("short", "long", "bun", "scarf", "cap", "short", "curly")


@dataclass(frozen=True)
class Look:
    skin: str
    hair: str
    head: str
    coat: str
    trousers: str
    skirt: bool = False


def somebody(chance: Random, mood: Mood) -> Look:
    return Look(
        skin=mood.of(chance.choice(SKINS)),
        hair=mood.of(chance.choice(HAIRS)),
        head=chance.choice(HEADS),
        coat=mood.of(chance.choice(COATS)),
        trousers=mood.of(chance.choice(TROUSERS)),
        skirt=chance.random() < 0.25,
    )


def crowd(chance: Random, mood: Mood, count: int) -> list[Look]:
    """People in coats of different colours, as far as the colours go."""
    coats = chance.sample(COATS, len(COATS))
    looks = [somebody(chance, mood) for _ in range(count)]
    return [replace(look, coat=mood.of(coats[index % len(coats)])) for index, look in enumerate(looks)]


class Figure:
    """Draws in the figure's own measure: x to where it faces, y upwards from the feet."""

    def __init__(self, c: Canvas, x: float, base: float, height: float, look: Look, facing: int = 1) -> None:
        self.c, self.x, self.base, self.h, self.look, self.facing = c, x, base, height, look, facing

    def at(self, x: float, y: float) -> Point:
        return self.x + x * self.h * self.facing, self.base - y * self.h

    def limb(self, points: Sequence[Point], start: float, end: float, colour: str) -> None:
        self.c.limb([self.at(*point) for point in points], start * self.h, end * self.h, colour)

    def leg(self, hip: Point, knee: Point, foot: Point, colour: str) -> None:
        self.limb([hip, knee, foot], 0.1, 0.062, colour)
        x, y = self.at(foot[0] + 0.025, foot[1])
        self.c.oval(x, y - 0.008 * self.h, 0.052 * self.h, 0.026 * self.h, "#1d262c")

    def arm(self, shoulder: Point, elbow: Point, hand: Point, colour: str) -> None:
        self.limb([shoulder, elbow, hand], 0.075, 0.052, colour)
        self.c.disc(*self.at(*hand), 0.03 * self.h, self.look.skin)

    def torso(self, shoulders: Point, hips: Point) -> None:
        self.limb([shoulders, hips], 0.2, 0.18, self.look.coat)
        dark = mix(self.look.coat, "#0b2530", 0.16)
        a, b = (shoulders[0] - 0.06, shoulders[1]), (hips[0] - 0.05, hips[1])
        self.limb([a, b], 0.075, 0.07, dark)

    def skirt(self, waist: Point, hem: float) -> None:
        corners = [(-0.09, waist[1]), (0.09, waist[1]), (0.17, hem), (-0.17, hem)]
        self.c.poly([self.at(waist[0] + x, y) for x, y in corners], self.look.coat)

    def head(self, neck: Point) -> None:
        look, r = self.look, 0.078
        x, y = neck[0] + 0.012, neck[1] + 0.12
        middle = self.at(x, y)
        if look.head == "long":
            self.limb([(x - 0.02, y + 0.02), (x - 0.05, y - 0.15)], 0.15, 0.11, look.hair)
        self.limb([neck, (x, y)], 0.06, 0.06, mix(look.skin, "#5a2f20", 0.18))
        self.c.disc(*middle, r * self.h, look.skin)
        getattr(self, f"_{look.head}")(x, y, r)

    def _cover(self, x: float, y: float, r: float, colour: str) -> None:
        """Hair over the back and top of the head."""
        px, py = self.at(x - 0.008, y + 0.008)
        start, end = (128, 322) if self.facing > 0 else (218, 412)
        self.c.half(px, py, r * 1.1 * self.h, start, end, colour)

    def _short(self, x: float, y: float, r: float) -> None:
        self._cover(x, y, r, self.look.hair)

    def _long(self, x: float, y: float, r: float) -> None:
        self._cover(x, y, r, self.look.hair)

    def _bun(self, x: float, y: float, r: float) -> None:
        self._cover(x, y, r, self.look.hair)
        self.c.disc(*self.at(x - 0.075, y + 0.055), 0.042 * self.h, self.look.hair)

    def _curly(self, x: float, y: float, r: float) -> None:
        for dx, dy in ((-0.07, 0.0), (-0.06, 0.05), (-0.02, 0.08), (0.03, 0.075), (-0.075, -0.045)):
            self.c.disc(*self.at(x + dx, y + dy), 0.048 * self.h, self.look.hair)

    def _scarf(self, x: float, y: float, r: float) -> None:
        cloth = mix(self.look.trousers, "#f3dcc0", 0.55)
        self._cover(x, y, r * 1.08, cloth)
        self.limb([(x - 0.055, y + 0.01), (x - 0.04, y - 0.11)], 0.1, 0.13, cloth)
        self.limb([(x - 0.03, y - 0.1), (x + 0.03, y - 0.095)], 0.07, 0.06, cloth)

    def _cap(self, x: float, y: float, r: float) -> None:
        px, py = self.at(x, y + 0.012)
        self.c.half(px, py, r * 1.1 * self.h, 180, 360, self.look.trousers)
        self.limb([(x + 0.02, y + 0.02), (x + 0.115, y + 0.014)], 0.022, 0.018, self.look.trousers)


def stand(
    c: Canvas, x: float, base: float, height: float, look: Look, facing: int = 1, reach: Point = (0.06, 0.42)
) -> None:
    """`reach` is where the front hand is."""
    f = Figure(c, x, base, height, look, facing)
    f.arm((-0.07, 0.75), (-0.12, 0.6), (-0.1, 0.44), mix(look.coat, "#0b2530", 0.2))
    f.leg((-0.04, 0.46), (-0.05, 0.24), (-0.06, 0.01), mix(look.trousers, "#0b2530", 0.25))
    f.leg((0.04, 0.46), (0.05, 0.24), (0.05, 0.01), look.trousers)
    f.torso((0, 0.73), (0, 0.5))
    if look.skirt:
        f.skirt((0, 0.52), 0.28)
    f.head((0, 0.78))
    elbow = ((0.07 + reach[0]) / 2 + (0.05 if reach[1] < 0.6 else 0.03), (0.73 + reach[1]) / 2 - 0.05)
    f.arm((0.06, 0.74), elbow, reach, mix(look.coat, "#ffffff", 0.08))


def walk(c: Canvas, x: float, base: float, height: float, look: Look, facing: int = 1) -> None:
    f = Figure(c, x, base, height, look, facing)
    f.arm((-0.04, 0.74), (0.06, 0.6), (0.14, 0.5), mix(look.coat, "#0b2530", 0.2))
    f.leg((-0.01, 0.47), (-0.07, 0.25), (-0.2, 0.04), mix(look.trousers, "#0b2530", 0.25))
    f.leg((0.02, 0.47), (0.1, 0.26), (0.13, 0.01), look.trousers)
    f.torso((0.02, 0.73), (0, 0.5))
    if look.skirt:
        f.skirt((0, 0.52), 0.3)
    f.head((0.03, 0.78))
    f.arm((0.02, 0.74), (-0.08, 0.6), (-0.12, 0.46), mix(look.coat, "#ffffff", 0.08))


def sit(
    c: Canvas, x: float, seat: float, height: float, look: Look, facing: int = 1, drop: float = 0.24
) -> None:
    """`seat` is the height of the seat on the picture; the feet hang `drop` below it."""
    f = Figure(c, x, seat + 0.03 * height, height, look, facing)
    f.leg((0, 0.06), (0.2, 0.07), (0.2, -drop), mix(look.trousers, "#0b2530", 0.25))
    f.leg((0, 0.06), (0.23, 0.06), (0.24, -drop), look.trousers)
    f.torso((-0.01, 0.3), (0, 0.08))
    f.head((0, 0.35))
    f.arm((0.01, 0.31), (0.08, 0.17), (0.2, 0.14), mix(look.coat, "#ffffff", 0.08))


def bend(c: Canvas, x: float, base: float, height: float, look: Look, facing: int = 1) -> None:
    """Digging or planting: the back bent, both hands low in front."""
    f = Figure(c, x, base, height, look, facing)
    f.arm((0.2, 0.56), (0.26, 0.42), (0.3, 0.28), mix(look.coat, "#0b2530", 0.2))
    f.leg((-0.06, 0.44), (-0.12, 0.22), (-0.14, 0.01), mix(look.trousers, "#0b2530", 0.25))
    f.leg((0.0, 0.44), (0.1, 0.25), (0.05, 0.01), look.trousers)
    f.torso((0.2, 0.6), (-0.03, 0.47))
    f.head((0.26, 0.6))
    f.arm((0.19, 0.58), (0.3, 0.44), (0.36, 0.3), mix(look.coat, "#ffffff", 0.08))


def back(c: Canvas, x: float, base: float, height: float, look: Look) -> None:
    """Somebody in an audience, seen from behind, from the waist up."""
    c.round(x - 0.15 * height, base - 0.42 * height, 0.3 * height, 0.5 * height, 0.12 * height, look.coat)
    c.disc(x, base - 0.54 * height, 0.105 * height, look.hair if look.head != "scarf" else look.trousers)

"""Tram, sweeper, bicycles."""

from __future__ import annotations

from random import Random

from home.demo.pictures.canvas import Canvas, mix
from home.demo.pictures.moods import AMBER, CORAL, CREAM, FOAM, PETROL, Mood
from home.demo.pictures.people import Figure, Look, somebody

TYRE = "#1b2329"


def tram(c: Canvas, chance: Random, x: float, base: float, length: float, mood: Mood) -> None:
    """Stands on `base`, faces right."""
    h = length * 0.2
    top = base - h
    body, glass = mood.of(FOAM), mood.of("#3d6b76")
    c.oval(x + length / 2, base + 6, length * 0.52, 10, "#0b2027", 0.3)
    for share in (0.14, 0.46, 0.8):
        c.round(x + length * share, base - h * 0.16, length * 0.1, h * 0.17, 8, TYRE)
    nose = [(x + length * 0.94, top), (x + length * 1.0, top + h * 0.5), (x + length, base - h * 0.12)]
    c.poly([(x + 14, top), *nose, (x, base - h * 0.12), (x, top + 18)], body)
    c.rect(x + length * 0.1, top - 12, length * 0.22, 14, mood.of("#b9c7c4"))
    c.rect(x + length * 0.55, top - 12, length * 0.26, 14, mood.of("#b9c7c4"))
    c.line(
        [(x + length * 0.44, top), (x + length * 0.4, top - 34), (x + length * 0.46, top - 66)], 4, "#26343b"
    )
    c.line([(x + length * 0.42, top - 66), (x + length * 0.5, top - 66)], 4, "#26343b")
    c.round(x + 14, top + h * 0.16, length * 0.84, h * 0.4, 10, glass)
    front = [(x + length * 0.9, top + h * 0.16), (x + length * 0.955, top + h * 0.16)]
    c.poly([*front, (x + length * 0.995, top + h * 0.56), (x + length * 0.9, top + h * 0.56)], glass)
    _passengers(c, chance, x, top, length, h, mood)
    c.rect(x, base - h * 0.36, length, h * 0.09, mood.of(PETROL))
    c.rect(x, base - h * 0.27, length, h * 0.03, mood.of(AMBER))
    for share in (0.2, 0.52, 0.78):
        _door(c, x + length * share, top, length * 0.065, h, mood)
    for share in (0.36, 0.69):
        c.rect(x + length * share, top, 9, h * 0.88, "#4a5a60")
    c.disc(x + length * 0.975, base - h * 0.22, h * 0.045, "#fff6d0")


def _passengers(c: Canvas, chance: Random, x: float, top: float, length: float, h: float, mood: Mood) -> None:
    for index in range(11):
        if chance.random() < 0.65:
            look = somebody(chance, mood)
            px = x + length * (0.05 + index * 0.08)
            c.round(px - h * 0.1, top + h * 0.4, h * 0.2, h * 0.18, h * 0.07, mix(look.coat, "#16323f", 0.35))
            c.disc(px, top + h * 0.34, h * 0.065, mix(look.skin, "#16323f", 0.25))


def _door(c: Canvas, x: float, top: float, width: float, h: float, mood: Mood) -> None:
    c.rect(x, top + h * 0.1, width, h * 0.78, mood.of("#cfdcd8"))
    glass = mood.of("#4f7f88")
    c.rect(x + 4, top + h * 0.15, width / 2 - 6, h * 0.62, glass)
    c.rect(x + width / 2 + 2, top + h * 0.15, width / 2 - 6, h * 0.62, glass)


def sweeper(c: Canvas, x: float, base: float, length: float, mood: Mood) -> None:
    h = length * 0.46
    top = base - h
    body = mix("#f4f6f3", mood.tint, mood.shade * 0.25)
    c.oval(x + length / 2, base + 4, length * 0.55, 12, "#0b1a22", 0.35)
    c.round(x, top, length * 0.66, h * 0.86, 16, body)
    cab = [(x + length * 0.6, top + 4), (x + length * 0.84, top + 6), (x + length * 0.97, top + h * 0.45)]
    c.poly([*cab, (x + length, base - h * 0.14), (x + length * 0.6, base - h * 0.14)], body)
    c.poly(
        [
            (x + length * 0.68, top + h * 0.1),
            (x + length * 0.82, top + h * 0.1),
            (x + length * 0.93, top + h * 0.46),
            (x + length * 0.68, top + h * 0.46),
        ],
        "#8fc6d4",
    )
    c.poly(
        [
            (x + length * 0.7, top + h * 0.1),
            (x + length * 0.76, top + h * 0.1),
            (x + length * 0.7, top + h * 0.4),
        ],
        "#ffffff",
        0.35,
    )
    c.rect(x, base - h * 0.42, length * 0.99, h * 0.13, "#0d8a86")
    for share in (0.1, 0.2, 0.3, 0.4):
        c.rect(x + length * share, top + h * 0.18, length * 0.05, h * 0.2, mix(body, "#6d8f9c", 0.4))
    c.round(x + length * 0.36, top - h * 0.09, length * 0.16, h * 0.1, 5, "#f4a51c")
    c.glow(x + length * 0.44, top - h * 0.06, length * 0.22, "#ffb84a", 0.7)
    c.half(x + length * 0.47, base + 2, length * 0.1, 180, 360, "#c98a3c")
    for share in (0.2, 0.8):
        wheel(c, x + length * share, base - h * 0.1, h * 0.19)
    c.disc(x + length * 0.985, base - h * 0.26, h * 0.05, "#fff3c4")


def wheel(c: Canvas, x: float, y: float, r: float) -> None:
    c.disc(x, y, r, TYRE)
    c.disc(x, y, r * 0.48, "#8b93a0")
    c.disc(x, y, r * 0.16, TYRE)


def bicycle(c: Canvas, x: float, base: float, size: float, colour: str, facing: int = 1) -> None:
    """`size` is the distance of the hubs."""
    r = size * 0.34

    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size * facing, base - r - dy * size

    for hub in (-0.5, 0.5):
        c.ring(*at(hub, 0), r, 5, TYRE)
        for dx, dy in ((1, 0), (0, 1), (0.7, 0.7), (0.7, -0.7)):
            px, py = at(hub, 0)
            c.line([(px - dx * r, py - dy * r), (px + dx * r, py + dy * r)], 1.2, "#6d7a80", 0.8)
    c.line([at(-0.5, 0), at(-0.05, -0.02), at(0.32, 0.42), at(-0.17, 0.4), at(-0.5, 0)], 6, colour)
    c.line([at(-0.05, -0.02), at(-0.2, 0.5)], 6, colour)
    c.line([at(0.5, 0), at(0.3, 0.56)], 6, colour)
    c.line([at(0.3, 0.58), at(0.2, 0.62)], 6, "#26343b")
    c.line([at(-0.3, 0.52), at(-0.1, 0.52)], 9, "#26343b")
    c.disc(*at(-0.05, -0.02), size * 0.07, "#26343b")


def rider(c: Canvas, x: float, base: float, size: float, look: Look, colour: str, facing: int = 1) -> None:
    h = size * 1.35
    saddle = base - size * 0.34 - size * 0.56
    f = Figure(c, x - size * 0.2 * facing, saddle, h, look, facing)
    dark = mix(look.trousers, "#0b2530", 0.3)
    f.leg((0, 0.02), (0.16, -0.06), (0.06, -0.3), dark)
    bicycle(c, x, base, size, colour, facing)
    f.leg((0, 0.02), (0.2, -0.14), (0.12, -0.4), look.trousers)
    f.torso((0.13, 0.3), (0.0, 0.05))
    f.head((0.16, 0.34))
    f.arm((0.14, 0.3), (0.22, 0.16), (0.34, 0.13), mix(look.coat, "#ffffff", 0.1))


def basket(c: Canvas, x: float, y: float, size: float) -> None:
    c.poly(
        [
            (x - size * 0.5, y),
            (x + size * 0.5, y),
            (x + size * 0.38, y + size * 0.6),
            (x - size * 0.38, y + size * 0.6),
        ],
        "#b98a58",
    )
    for dx, colour in ((-0.3, CORAL), (0.0, CREAM), (0.26, AMBER)):
        c.disc(x + dx * size, y - size * 0.08, size * 0.2, colour)

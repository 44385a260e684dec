"""Boats; `water` is the height of the waterline."""

from __future__ import annotations

from home.demo.pictures.canvas import Canvas, mix, spline
from home.demo.pictures.moods import AMBER, CORAL, CREAM, FOAM, HONEY, PETROL, RUST, WOOD, Mood


def _hull(c: Canvas, x: float, water: float, length: float, height: float, colour: str, trim: str) -> None:
    deck = spline(
        [
            (x - length * 0.5, water - height * 0.9),
            (x, water - height * 0.62),
            (x + length * 0.54, water - height * 1.35),
        ]
    )
    keel = spline(
        [(x + length * 0.42, water + 2), (x, water + height * 0.12), (x - length * 0.45, water + 2)]
    )
    c.poly([*deck, *keel], colour)
    c.line([(px, py + 5) for px, py in deck], max(4, height * 0.12), trim)
    c.poly(
        [(x + length * 0.44, water - 6), *keel, (x - length * 0.455, water - 6)], mix(colour, "#0b1a22", 0.35)
    )


def fishing_boat(c: Canvas, x: float, water: float, length: float, mood: Mood, colour: str = CORAL) -> None:
    h = length * 0.2
    dark = mood.of("#3a2f2c")
    mast = water - length * 0.72
    c.line([(x + length * 0.08, water - h), (x + length * 0.08, mast)], 5, dark)
    c.line([(x + length * 0.08, mast + 8), (x - length * 0.46, water - h)], 1.6, dark, 0.8)
    c.line([(x + length * 0.08, mast + 8), (x + length * 0.52, water - h * 1.4)], 1.6, dark, 0.8)
    c.line([(x + length * 0.08, water - length * 0.34), (x - length * 0.3, water - length * 0.52)], 4, dark)
    c.poly(
        [(x + length * 0.08, mast + 4), (x + length * 0.2, mast + 14), (x + length * 0.08, mast + 26)],
        mood.of(AMBER),
    )
    cabin = water - h * 0.8
    c.round(x - length * 0.3, cabin - h * 1.15, length * 0.3, h * 1.3, 5, mood.of(CREAM))
    c.rect(x - length * 0.33, cabin - h * 1.22, length * 0.36, h * 0.16, mood.of(PETROL))
    pane = HONEY if mood.lit else mood.glass
    for share in (-0.26, -0.16, -0.07):
        c.round(x + length * share, cabin - h * 0.85, length * 0.06, h * 0.42, 3, pane)
    _hull(c, x, water, length, h, mood.of(colour), mood.of(FOAM))
    for share in (-0.2, 0.02, 0.22):
        c.disc(x + length * share, water - h * 0.3, h * 0.14, mood.of("#2a3a42"))


def rowing_boat(c: Canvas, x: float, water: float, length: float, mood: Mood, colour: str = AMBER) -> None:
    _hull(c, x, water, length, length * 0.14, mood.of(colour), mood.of(CREAM))


def sail(c: Canvas, x: float, water: float, size: float, mood: Mood, colour: str = CREAM) -> None:
    c.line([(x, water), (x, water - size)], 3, mood.of(WOOD))
    main = spline(
        [(x - 3, water - size), (x - size * 0.3, water - size * 0.4), (x - size * 0.42, water - size * 0.12)]
    )
    c.poly([*main, (x - 3, water - size * 0.12)], mood.of(colour))
    c.poly(
        [(x + 3, water - size * 0.92), (x + size * 0.32, water - size * 0.12), (x + 3, water - size * 0.12)],
        mix(mood.of(colour), mood.haze, 0.25),
    )
    c.poly(
        [
            (x - size * 0.4, water - size * 0.08),
            (x + size * 0.4, water - size * 0.08),
            (x + size * 0.26, water + 2),
            (x - size * 0.28, water + 2),
        ],
        mood.of(RUST),
    )


def ferry(c: Canvas, x: float, water: float, length: float, mood: Mood) -> None:
    h = length * 0.13
    white, pane = mix(FOAM, mood.tint, mood.shade * 0.5), HONEY if mood.lit else mood.glass
    c.round(x - length * 0.36, water - h * 2.5, length * 0.66, h * 2.2, 10, white)
    c.round(x - length * 0.1, water - h * 3.5, length * 0.26, h * 1.1, 8, white)
    c.rect(x - length * 0.4, water - h * 2.62, length * 0.74, h * 0.16, mood.of(PETROL))
    c.poly(
        [
            (x - length * 0.2, water - h * 2.6),
            (x - length * 0.18, water - h * 3.9),
            (x - length * 0.13, water - h * 3.9),
            (x - length * 0.12, water - h * 2.6),
        ],
        mood.of(CORAL),
    )
    for index in range(9):
        left = x - length * 0.33 + index * length * 0.07
        c.round(left, water - h * 2.15, length * 0.05, h * 0.75, 5, pane)
    for index in range(3):
        c.round(
            x - length * 0.08 + index * length * 0.078, water - h * 3.25, length * 0.06, h * 0.45, 4, pane
        )
    c.line([(x + length * 0.05, water - h * 3.5), (x + length * 0.05, water - h * 5)], 4, mood.of("#3a2f2c"))
    c.disc(x + length * 0.05, water - h * 5, 5, "#fff3c4")
    _hull(c, x, water, length, h, mood.of(PETROL), mood.of(AMBER))


def barge(c: Canvas, x: float, water: float, length: float, mood: Mood, colour: str = RUST) -> None:
    h = length * 0.09
    c.poly(
        [
            (x - length * 0.5, water - h),
            (x + length * 0.5, water - h),
            (x + length * 0.46, water + 4),
            (x - length * 0.46, water + 4),
        ],
        mood.of(colour),
    )
    c.rect(x - length * 0.5, water - h - 6, length, 10, mood.of(CREAM))
    c.poly(
        [
            (x - length * 0.48, water - 6),
            (x + length * 0.48, water - 6),
            (x + length * 0.46, water + 4),
            (x - length * 0.46, water + 4),
        ],
        "#1a2a30",
        0.5,
    )
    for share in (-0.36, -0.12, 0.12, 0.36):
        c.ring(x + length * share, water - h * 0.4, h * 0.26, 4, "#1a2a30")

"""The stage on the water."""

from __future__ import annotations

from random import Random

from home.demo.pictures import boats, nature, people, street, town
from home.demo.pictures.canvas import Canvas, spline
from home.demo.pictures.moods import AMBER, CORAL, CREAM, DUSK, HONEY, PETROL, RUST


def open_air_stage(c: Canvas, chance: Random) -> None:
    nature.sky(c, DUSK, 560)
    nature.clouds(c, chance, DUSK, 280, 5)
    nature.stars(c, chance, 60, 220)
    nature.hills(c, chance, 540, 100, DUSK.silhouettes[0])
    town.skyline(c, chance, 560, 170, DUSK.silhouettes[1], 0.35)
    _shell(c)
    _band(c, chance)
    c.reflect(600, 200, DUSK.water, 0.4)
    boats.barge(c, 800, 610, 900, DUSK, RUST)
    nature.ripples(c, chance, 630, 800, "#fbd9a0", 70, 0.35)
    nature.ripples(c, chance, 640, 800, "#0d2b40", 60, 0.4)
    street.bunting(c, 0, 190, 420, 330, (CORAL, AMBER, CREAM, PETROL))
    street.bunting(c, 1180, 330, 1600, 180, (PETROL, CREAM, AMBER, CORAL))
    _audience(c, chance)


def _shell(c: Canvas) -> None:
    c.glow(800, 430, 520, "#ffcf8a", 0.6)
    for index, colour in enumerate((RUST, CORAL, AMBER, HONEY, "#ffe6b8")):
        r = 330 - index * 44
        arch = spline(
            [
                (800 - r, 575),
                (800 - r * 0.86, 575 - r * 0.66),
                (800, 575 - r * 1.02),
                (800 + r * 0.86, 575 - r * 0.66),
                (800 + r, 575),
            ]
        )
        c.poly(arch, colour)
    for x in (580, 690, 800, 910, 1020):
        c.glow(x, 330 if 600 < x < 1000 else 400, 90, "#fff6dc", 0.7)
        c.disc(x, 330 if 600 < x < 1000 else 400, 7, "#fffbe8")


def _band(c: Canvas, chance: Random) -> None:
    for x in (640, 740, 850, 960):
        look = people.somebody(chance, DUSK)
        people.stand(c, x, 578, 176, look, 1 if x < 800 else -1, (0.18, 0.62))
    c.limb([(668, 540), (700, 440)], 44, 10, "#7a3f28")
    c.limb([(690, 470), (706, 420)], 8, 6, "#2a1d18")
    c.oval(880, 484, 26, 15, "#b9653a")
    c.line([(880, 484), (812, 462)], 7, "#5a3a24")
    c.line([(985, 480), (930, 486)], 8, "#f2c94c")
    c.poly([(934, 476), (912, 466), (912, 506), (934, 496)], "#f2c94c")
    c.line([(770, 576), (770, 476)], 3, "#26343b")
    c.disc(770, 472, 7, "#26343b")


def _audience(c: Canvas, chance: Random) -> None:
    for index, (y, height) in enumerate(((800, 130), (856, 160), (930, 200))):
        c.rect(0, y - 26 + index * 6, 1600, 140, ("#4a4f60", "#3b4052", "#2c3144")[index])
        x = 30.0 - index * 30
        while x < 1620:
            if chance.random() < 0.86:
                people.back(c, x, y + 16, height, people.somebody(chance, DUSK))
            x += height * chance.uniform(0.4, 0.56)

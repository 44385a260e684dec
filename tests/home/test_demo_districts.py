from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from home.demo.content import load_content

RINGS = {
    district.code: [tuple(point) for point in district.geometry["coordinates"][0]]
    for district in load_content().districts
}
NEIGHBOURS = [
    ("harbour", "park"),
    ("harbour", "old-town"),
    ("park", "hilltop"),
    ("old-town", "mill"),
    ("mill", "hilltop"),
    ("riverside", "eastgate"),
    ("riverside", "airport"),
    ("eastgate", "airport"),
]


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(a, b, c, d):
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


@pytest.mark.parametrize("code", RINGS)
def test_an_outline_is_a_closed_ring_that_does_not_cross_itself(code):
    ring = RINGS[code]
    assert ring[0] == ring[-1]
    assert len(set(ring)) == len(ring) - 1
    assert 30 <= len(ring) <= 70
    assert not any(cross(*one, *other) for one, other in combinations(list(pairwise(ring)), 2))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    assert area > 0, "an outer ring runs counterclockwise"


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
def test_neighbours_share_their_border(one, other):
    borders = {frozenset(edge) for edge in pairwise(RINGS[one])}
    assert len(borders & {frozenset(edge) for edge in pairwise(RINGS[other])}) >= 2


def test_districts_do_not_overlap():
    for one, other in combinations(RINGS.values(), 2):
        assert not any(cross(*a, *b) for a in pairwise(one) for b in pairwise(other))


def test_the_river_parts_the_north_from_the_south():
    north = {point for code in ("old-town", "mill", "hilltop", "harbour", "park") for point in RINGS[code]}
    south = {point for code in ("riverside", "eastgate", "airport") for point in RINGS[code]}
    assert not north & south

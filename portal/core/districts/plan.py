"""A plan of the city: each district's outline as a path of an SVG drawing. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from portal.core.districts.geojson import Point, Polygon, Ring

WIDTH = 600
TALLEST = 900
# Corners closer than this to the line through their neighbours are left out, in units of the drawing.
TOLERANCE = 0.6


@dataclass(frozen=True)
class Area:
    """One district: `path` is the d attribute of an SVG path, `x` and `y` a point inside for its name."""

    code: str
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Extent:
    """The part of the earth that a drawing shows, in degrees; the drawing's edges are its edges."""

    west: float
    south: float
    east: float
    north: float

    def place(self, point: Point, width: float, height: float) -> Point:
        """Where a point in longitude and latitude lies on a drawing, from its upper left corner."""
        longitude, latitude = point
        return (
            (longitude - self.west) / (self.east - self.west) * width,
            (self.north - latitude) / (self.north - self.south) * height,
        )

    def degrees(self, spot: Point, width: float, height: float) -> Point:
        """The longitude and latitude of a spot on a drawing: the way back from `place`."""
        x, y = spot
        return (
            self.west + x / width * (self.east - self.west),
            self.north - y / height * (self.north - self.south),
        )


@dataclass(frozen=True)
class Plan:
    width: int
    height: int
    areas: tuple[Area, ...]
    extent: Extent


def draw_plan(outlines: Mapping[str, Sequence[Polygon]], width: int = WIDTH) -> Plan | None:
    """The outlines (code → polygons in longitude and latitude), north up, fitted into `width`.

    Plate carrée at the middle latitude of the city: lengths are true there, and off by under one per cent over
    the 50 km of a city. None when there is nothing to draw, or nothing with an extent.
    """
    points = [
        point for polygons in outlines.values() for polygon in polygons for ring in polygon for point in ring
    ]
    if not points:
        return None
    longitudes, latitudes = [x for x, _y in points], [y for _x, y in points]
    extent = Extent(min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    across, down = extent.east - extent.west, extent.north - extent.south
    if not across or not down:
        return None
    across *= cos(radians((extent.south + extent.north) / 2))
    scale = min(width / across, TALLEST / down)
    areas = tuple(
        _area(
            code,
            [
                [
                    tuple(extent.place(point, across * scale, down * scale) for point in ring)
                    for ring in polygon
                ]
                for polygon in polygons
            ],
        )
        for code, polygons in outlines.items()
    )
    return Plan(round(across * scale), round(down * scale), areas, extent)


def _area(code: str, polygons: Sequence[Sequence[Ring]]) -> Area:
    rings = [simplified(ring) for polygon in polygons for ring in polygon]
    largest = max((polygon[0] for polygon in polygons), key=lambda ring: abs(doubled_area(ring)))
    x, y = point_inside(largest)
    return Area(code, "".join(_path(ring) for ring in rings if len(ring) > 3), round(x), round(y))


def _path(ring: Ring) -> str:
    """Whole units, relative to the point before: the shortest way to write it."""
    corners = [(round(x), round(y)) for x, y in ring[:-1]]
    x, y = corners[0]
    steps = []
    for left, top in corners[1:]:
        if (left, top) != (x, y):
            steps.append(f"l{left - x} {top - y}")
            x, y = left, top
    return f"M{corners[0][0]} {corners[0][1]}{''.join(steps)}z"


def simplified(ring: Ring, tolerance: float = TOLERANCE) -> Ring:
    """Douglas and Peucker's line simplification of a closed ring; its first and its farthest point stay."""
    first = ring[0]
    middle = max(
        range(len(ring)), key=lambda place: hypot(ring[place][0] - first[0], ring[place][1] - first[1])
    )
    kept = {0, middle, len(ring) - 1}
    waiting = [(0, middle), (middle, len(ring) - 1)]
    while waiting:
        start, end = waiting.pop()
        between = range(start + 1, end)
        far = max(between, key=lambda place: _distance(ring[place], ring[start], ring[end]), default=None)
        if far is not None and _distance(ring[far], ring[start], ring[end]) > tolerance:
            kept.add(far)
            waiting += [(start, far), (far, end)]
    return tuple(ring[place] for place in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    """From `point` to the line through `start` and `end`; to `start` where the two are one."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length == 0:
        return hypot(point[0] - start[0], point[1] - start[1])
    cross = (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    return abs(cross) / length


def doubled_area(ring: Ring) -> float:
    """Twice the signed area (the shoelace formula)."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def point_inside(ring: Ring) -> Point:
    """The centre of gravity, or where a ring bends around it, the middle of its widest part at that height."""
    area = doubled_area(ring)
    if area == 0:
        return ring[0]
    x = y = 0.0
    for a, b in pairwise(ring):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    x, y = x / (3 * area), y / (3 * area)
    crossings = _crossings(ring, y)
    spans = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not spans or any(left <= x <= right for left, right in spans):
        return x, y
    left, right = max(spans, key=lambda span: span[1] - span[0])
    return (left + right) / 2, y


def _crossings(ring: Ring, y: float) -> list[float]:
    """Where the ring crosses the horizontal line at `y`, from left to right."""
    return sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
    )

"""Outlines of districts from a GeoJSON file (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from math import isfinite
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

MOST_BYTES = 10 * 1024 * 1024
MOST_FEATURES = 500
MOST_POINTS = 200_000


class Fault(Enum):
    TOO_LARGE = "too_large"
    NOT_JSON = "not_json"
    NO_COLLECTION = "no_collection"
    EMPTY = "empty"
    TOO_MANY = "too_many"
    NO_CODE = "no_code"
    CODE_TWICE = "code_twice"
    NO_AREA = "no_area"
    OPEN_RING = "open_ring"
    NO_DEGREES = "no_degrees"


class InvalidGeoJsonError(Exception):
    """What is wrong with a file, and in which of its features (counted from 1; 0 is the file itself)."""

    def __init__(self, fault: Fault, feature: int = 0, detail: str = "") -> None:
        super().__init__(fault.value, feature, detail)
        self.fault, self.feature, self.detail = fault, feature, detail


@dataclass(frozen=True)
class Shape:
    """One district of a file. `names` holds the properties "name" (under "") and "name_xx" (under "xx")."""

    code: str
    names: Mapping[str, str]
    polygons: tuple[Polygon, ...]

    def geometry(self) -> dict[str, Any]:
        """The outline as GeoJSON."""
        lists = [[[list(point) for point in ring] for ring in polygon] for polygon in self.polygons]
        if len(lists) == 1:
            return {"type": "Polygon", "coordinates": lists[0]}
        return {"type": "MultiPolygon", "coordinates": lists}


def read_shapes(data: bytes) -> list[Shape]:
    """The districts in a file, in its order. InvalidGeoJsonError at the first fault; nothing is mended."""
    if len(data) > MOST_BYTES:
        raise InvalidGeoJsonError(Fault.TOO_LARGE)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InvalidGeoJsonError(Fault.NOT_JSON) from error
    shapes = [_shape(feature, number) for number, feature in _features(document)]
    codes: set[str] = set()
    for number, shape in enumerate(shapes, start=1):
        if shape.code in codes:
            raise InvalidGeoJsonError(Fault.CODE_TWICE, number, shape.code)
        codes.add(shape.code)
    if sum(len(ring) for shape in shapes for polygon in shape.polygons for ring in polygon) > MOST_POINTS:
        raise InvalidGeoJsonError(Fault.TOO_LARGE)
    return shapes


def polygons_of(geometry: Mapping[str, Any], feature: int = 0) -> tuple[Polygon, ...]:
    """The polygons of a GeoJSON geometry, each an outer ring and its holes, in longitude and latitude."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon":
        raise InvalidGeoJsonError(Fault.NO_AREA, feature, str(kind))
    polygons = tuple(
        tuple(_ring(ring, feature) for ring in _list(polygon, feature))
        for polygon in _list(coordinates, feature)
    )
    if not polygons or not all(polygons):
        raise InvalidGeoJsonError(Fault.NO_AREA, feature)
    return polygons


def _features(document: Any) -> Iterator[tuple[int, Any]]:
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise InvalidGeoJsonError(Fault.NO_COLLECTION)
    features = document.get("features")
    if not isinstance(features, list) or not features:
        raise InvalidGeoJsonError(Fault.EMPTY)
    if len(features) > MOST_FEATURES:
        raise InvalidGeoJsonError(Fault.TOO_MANY)
    return enumerate(features, start=1)


def _shape(feature: Any, number: int) -> Shape:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        raise InvalidGeoJsonError(Fault.NO_AREA, number)
    texts = {
        name: str(value).strip()
        for name, value in (properties or {}).items()
        if isinstance(value, str | int) and not isinstance(value, bool)
    }
    code = texts.get("code", "")
    if not code:
        raise InvalidGeoJsonError(Fault.NO_CODE, number)
    names = {
        name.removeprefix("name").removeprefix("_"): text
        for name, text in texts.items()
        if text and (name == "name" or name.startswith("name_"))
    }
    return Shape(code, names, polygons_of(geometry, number))


def _ring(ring: Any, feature: int) -> Ring:
    points = tuple(_point(position, feature) for position in _list(ring, feature))
    if len(points) < 4 or points[0] != points[-1]:
        raise InvalidGeoJsonError(Fault.OPEN_RING, feature)
    return points


def _point(position: Any, feature: int) -> Point:
    numbers = _list(position, feature)[:2]
    if len(numbers) < 2 or not all(_is_number(number) for number in numbers):
        raise InvalidGeoJsonError(Fault.NO_AREA, feature)
    longitude, latitude = float(numbers[0]), float(numbers[1])
    # Metres of a national grid are the usual mistake.
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):
        raise InvalidGeoJsonError(Fault.NO_DEGREES, feature)
    return longitude, latitude


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _list(value: Any, feature: int) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidGeoJsonError(Fault.NO_AREA, feature)
    return value

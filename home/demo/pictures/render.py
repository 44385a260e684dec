"""The scenes by name."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from random import Random

from home.demo.pictures import (
    scenes_corners,
    scenes_garden,
    scenes_indoor,
    scenes_light,
    scenes_park,
    scenes_ride,
    scenes_stage,
    scenes_street,
    scenes_water,
)
from home.demo.pictures.canvas import Canvas

Scene = Callable[[Canvas, Random], None]

SCENES: dict[str, Scene] = {
    "amber-lamps": scenes_street.amber_lamps,
    "bakery-street": scenes_street.bakery_street,
    "bike-breakfast": scenes_ride.bike_breakfast,
    "bike-lane": scenes_ride.bike_lane,
    "book-boat": scenes_water.book_boat,
    "community-garden": scenes_garden.community_garden,
    "corner-lime": scenes_corners.corner_lime,
    "corner-meadow": scenes_corners.corner_meadow,
    "corner-pond": scenes_corners.corner_pond,
    "corner-rails": scenes_corners.corner_rails,
    "ferry": scenes_water.ferry,
    "fish-bridge": scenes_water.fish_bridge,
    "harbour-dusk": scenes_water.harbour_dusk,
    "lantern-walk": scenes_light.lantern_walk,
    "library": scenes_indoor.library,
    "library-sunday": scenes_indoor.library_sunday,
    "lido": scenes_park.lido,
    "lighthouse": scenes_light.lighthouse,
    "open-air-stage": scenes_stage.open_air_stage,
    "playground": scenes_park.playground,
    "quay-bins": scenes_water.quay_bins,
    "repair-cafe": scenes_indoor.repair_cafe,
    "riverside-walk": scenes_street.riverside_walk,
    "school-route": scenes_ride.school_route,
    "star-watch": scenes_garden.star_watch,
    "street-trees": scenes_garden.street_trees,
    "swan-pond": scenes_park.swan_pond,
    "sweeper-dusk": scenes_street.sweeper_dusk,
    "tram": scenes_ride.tram_square,
    "tree-planting": scenes_garden.tree_planting,
}


def render(name: str) -> bytes:
    """A JPEG of 1600 by 900 pixels."""
    canvas = Canvas()
    # Seeded by the name, so that a scene is alike in every run.
    SCENES[name](canvas, Random(zlib.crc32(name.encode())))
    return canvas.jpeg()

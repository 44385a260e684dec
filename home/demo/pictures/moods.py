"""The light of a picture: one set of colours for each time of day."""

from __future__ import annotations

from dataclasses import dataclass

from home.demo.pictures.canvas import mix

INK, DEEP, PETROL, TEAL, MIST, FOAM = "#12303d", "#0a4858", "#0d6a72", "#3a9a98", "#a9cfd0", "#eaf2ec"
SAND, CREAM, AMBER, HONEY, CORAL, RUST = "#f0ddb8", "#fbf3e0", "#f2a63b", "#f9cf8f", "#e8806a", "#b9503f"
PLUM, LEAF, MOSS, PINE, SLATE, WOOD = "#5a4a6f", "#3d7a5d", "#79a35f", "#1f4a44", "#3a4a58", "#8a5a3c"
SKINS = ("#f1c7a3", "#d99f72", "#a86b45", "#6f4530", "#e7b48c")
COATS = (CORAL, PETROL, AMBER, DEEP, "#c9d8cf", RUST, "#6d8f9c", PLUM, "#e5b567", LEAF)
HAIRS = ("#2b2320", "#5b3a24", "#1a1a1f", "#a5672f", "#c9c3b8", "#7a4a2c")


@dataclass(frozen=True)
class Mood:
    """`shade` is how much of `tint` lies over every local colour; `lit` the share of lit windows."""

    sky: tuple[tuple[float, str], ...]
    sun: str
    haze: str
    silhouettes: tuple[str, str, str]  # far, middle, near
    walls: tuple[str, ...]
    roofs: tuple[str, ...]
    glass: str
    lit: float
    leaves: tuple[str, str, str]  # dark, middle, light
    grass: tuple[str, str]
    ground: str
    water: str
    tint: str
    shade: float

    def of(self, colour: str) -> str:
        return mix(colour, self.tint, self.shade)


DAY = Mood(
    sky=((0, "#79bcc7"), (0.6, "#c4e2d9"), (1, "#f5ebcf")),
    sun="#fff6d8",
    haze="#cfe5dc",
    silhouettes=("#a9cfcf", "#7fb3b5", "#558f95"),
    walls=("#f3e3c3", "#eab496", "#f7efdc", "#d8e4d4", "#e9c588", "#e2937c", "#bcd5d3"),
    roofs=("#b9503f", "#3a5a68", "#8d4a3e", "#2f6f74"),
    glass="#5f97a0",
    lit=0.0,
    leaves=("#2d6a54", "#4d8f63", "#86b56c"),
    grass=("#9cc07a", "#5f9a62"),
    ground="#d9cdb4",
    water="#4fa3a6",
    tint="#fff3d6",
    shade=0.0,
)
MORNING = Mood(
    sky=((0, "#8fc6c9"), (0.5, "#e9e3c9"), (0.8, "#f9d3a4"), (1, "#f6b98f")),
    sun="#fff0c4",
    haze="#f3d9b5",
    silhouettes=("#d9cdb6", "#a9b8ad", "#6e9a9b"),
    walls=("#f2d7ae", "#e7a888", "#f6e6c8", "#cfd8c4", "#e6b878", "#d98a72", "#b4cac2"),
    roofs=("#a9503f", "#3b5763", "#85473d", "#2e666b"),
    glass="#f7d9a0",
    lit=0.25,
    leaves=("#2f6350", "#5a8a5b", "#a3b568"),
    grass=("#b4bd74", "#668f5c"),
    ground="#dcc6a1",
    water="#6aa9a4",
    tint="#f2b184",
    shade=0.08,
)
DUSK = Mood(
    sky=((0, "#123a55"), (0.45, "#6f668c"), (0.72, "#e39a74"), (0.9, "#f6bd7b"), (1, "#fad59a")),
    sun="#ffe0a8",
    haze="#a97f86",
    silhouettes=("#6d6784", "#3d4d69", "#23354d"),
    walls=("#8d7476", "#7b5f6c", "#9a8079", "#5d6a7c", "#a07a66", "#84565c", "#4f6474"),
    roofs=("#5d3b49", "#24384c", "#4a3444", "#1f4552"),
    glass="#2a4258",
    lit=0.6,
    leaves=("#16393f", "#1f5049", "#3b6b55"),
    grass=("#4d6656", "#23453f"),
    ground="#4c4a58",
    water="#27566b",
    tint="#2b3a58",
    shade=0.42,
)
NIGHT = Mood(
    sky=((0, "#061a29"), (0.55, "#0c3446"), (0.85, "#1c5661"), (1, "#3d7573")),
    sun="#f5efd2",
    haze="#1d5560",
    silhouettes=("#174a57", "#0f3846", "#0a2937"),
    walls=("#254a5a", "#2f4557", "#36505c", "#1f4856", "#413f52", "#3a3b4c", "#1f3f4e"),
    roofs=("#112b3a", "#16323f", "#1c2a38", "#0e3440"),
    glass="#0c2736",
    lit=0.5,
    leaves=("#0a2f37", "#124348", "#1f5a55"),
    grass=("#1b4a4a", "#0b2f38"),
    ground="#20394a",
    water="#0f3d4d",
    tint="#0b2d40",
    shade=0.5,
)

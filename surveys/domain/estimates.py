"""Shares and their likely ranges, from counts. Plain numbers in, plain numbers out."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z_95 = 1.959963984540054


class Interval(NamedTuple):
    low: float
    high: float


def share(count: float, n: float) -> float | None:
    """The part of n that count is, between 0 and 1. None when nobody answered: never 0, never NaN."""
    check_counts(count, n)
    return count / n if n else None


def wilson(count: float, n: float, z: float = Z_95) -> Interval | None:
    """Wilson's score interval (1927) without continuity correction, for count out of n.

    Counts may be fractions (a weighted count at its effective n). The low end is exactly 0 when
    count is 0 and the high end exactly 1 when count is n: rounding would leave 1e-18 there.
    None when n is 0, as there is no interval then. Raises ValueError unless 0 <= count <= n.
    """
    check_counts(count, n)
    if not n:
        return None
    p = count / n
    spread = z * z / n
    centre = (p + spread / 2) / (1 + spread)
    half = z * sqrt(p * (1 - p) / n + spread / (4 * n)) / (1 + spread)
    low = 0.0 if count == 0 else max(0.0, centre - half)
    high = 1.0 if count == n else min(1.0, centre + half)
    return Interval(low, high)


def check_counts(count: float, n: float) -> None:
    # The chain of comparisons is also false for NaN.
    if not 0 <= count <= n < float("inf"):
        raise ValueError(f"need 0 <= count <= n, got count={count!r} n={n!r}")

"""Writes what pytest-benchmark measured as a page: `figures.py BENCHMARKS.json > docs/figures.md`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

HEAD = """# Figures

Written by `make prove` on the demo city: what one request costs one process, test client included, database SQLite.
Times are of the machine named below: compare them within one run.

| measured | median | fastest | rounds |
|---|---|---|---|"""


def row(benchmark):
    name = benchmark["name"].removeprefix("test_").replace("_", " ")
    stats = benchmark["stats"]
    return f"| {name} | {stats['median'] * 1000:.1f} ms | {stats['min'] * 1000:.1f} ms | {stats['rounds']} |"


def page(report):
    machine = report["machine_info"]
    cores = machine["cpu"].get("count", "?")
    rows = [row(benchmark) for benchmark in sorted(report["benchmarks"], key=lambda each: each["name"])]
    foot = (
        f"{report['datetime'][:10]}, Python {machine['python_version']}, {machine['system']}, {cores} cores."
    )
    return "\n".join([HEAD, *rows, "", foot])


if __name__ == "__main__":
    sys.stdout.write(page(json.loads(Path(sys.argv[1]).read_text())) + "\n")

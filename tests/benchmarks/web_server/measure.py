"""Compare web servers on this application: alternating rounds, medians. See docs/web-server.md."""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
from collections import defaultdict

from tests.benchmarks.web_server.servers import (
    busy_seconds,
    cpu_seconds,
    memory_mb,
    running,
    wait_until_quiet,
)

SERVERS = ["granian", "gunicorn"]
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
COLUMNS = ["requests/s", "median ms", "99 % ms", "CPU ms/request", "memory MB", "others' cores", "errors"]


def load(url: str, *, seconds: int, connections: int) -> dict[str, float]:
    """One run of wrk against one address."""
    words = ["wrk", "--latency", "--threads", "1", "--connections", str(connections)]
    words += ["--duration", f"{seconds}s", "--timeout", "10s", url]
    text = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return {
        "requests": number(r"(\d+) requests in", text),
        "requests/s": number(r"Requests/sec:\s+([\d.]+)", text),
        "median ms": milliseconds("50%", text),
        "99 % ms": milliseconds("99%", text),
        "errors": number(r"Non-2xx or 3xx responses: (\d+)", text) + socket_errors(text),
    }


def number(pattern: str, text: str) -> float:
    match = re.search(pattern, text)
    return float(match[1]) if match else 0.0


def milliseconds(share: str, text: str) -> float:
    match = re.search(rf"{share}\s+([\d.]+)(us|ms|s)", text)
    return float(match[1]) * UNITS[match[2]]


def socket_errors(text: str) -> float:
    match = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    return sum(map(int, match.groups())) if match else 0


def measure(server: str, path: str, args: argparse.Namespace) -> dict[str, float]:
    """A fresh server, warmed up, then one run."""
    options = {"port": args.port, "path": path, "workers": args.workers, "threads": args.threads}
    with running(server, **options) as numbers:
        url = f"http://127.0.0.1:{args.port}{path}"
        load(url, seconds=args.warm_up, connections=args.connections)
        wait_until_quiet(args.patience)
        server_before, all_before, wrk_before = cpu_seconds(numbers), busy_seconds(), own_children()
        result = load(url, seconds=args.seconds, connections=args.connections)
        used = cpu_seconds(numbers) - server_before
        others = busy_seconds() - all_before - used - (own_children() - wrk_before)
        result["CPU ms/request"] = 1000 * used / max(1.0, result["requests"])
        result["others' cores"] = max(0.0, others) / args.seconds
        result["memory MB"] = memory_mb(numbers)
    return result


def own_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def quiet_run(server: str, path: str, args: argparse.Namespace) -> dict[str, float]:
    """The run with the least disturbance out of at most `tries`; the first with none is taken."""
    runs = []
    for _ in range(args.tries):
        runs.append(measure(server, path, args))
        if runs[-1]["others' cores"] < 0.15:
            break
    return min(runs, key=lambda run: run["others' cores"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--warm-up", type=int, default=3)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--patience", type=int, default=30, help="seconds to wait for a quiet machine")
    parser.add_argument("--tries", type=int, default=3, help="runs at most when others use the machine")
    parser.add_argument("--port", type=int, default=8300)
    args = parser.parse_args()
    print(f"{args.workers} workers with {args.threads} threads, {args.connections} connections, "
          f"{args.rounds} rounds of {args.seconds} s; load before: {os.getloadavg()[0]:.2f}")  # fmt: skip
    print(f"| page | server | {' | '.join(COLUMNS)} | range of requests/s |")
    print("|---|---|" + "---:|" * (len(COLUMNS) + 1))
    for path in args.paths:
        results = defaultdict(list)
        for _ in range(args.rounds):
            for server in SERVERS:
                results[server].append(quiet_run(server, path, args))
        for server, rows in results.items():
            print(row(path, server, rows), flush=True)


def row(path: str, server: str, rows: list[dict[str, float]]) -> str:
    medians = [f"{statistics.median(each[column] for each in rows):.2f}" for column in COLUMNS]
    rates = [each["requests/s"] for each in rows]
    return f"| {path} | {server} | {' | '.join(medians)} | {min(rates):.0f} to {max(rates):.0f} |"


if __name__ == "__main__":
    main()

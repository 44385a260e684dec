"""Reading in past surveys of many sizes: rows a second and peak memory, each in a process of its own.

    .venv/bin/python tests/benchmarks/past_survey/measure.py 20000 200000
    .venv/bin/python tests/benchmarks/past_survey/measure.py --dry-run 1000000

The sheets are invented: 21 questions, 4 segments, 4 waves, answer sheet numbers out of order. The
database is a new file in a temporary folder, or the one that DATABASE_URL names, which is not emptied.
Seconds depend on what else the machine does; CPU seconds hardly do. Both include about three for the start.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[3]
QUESTIONS = 21
CODES = ("1", "2", "3", "4", "5", "9", "")
FOUND = """
from home.services import found_city
from portal.core.fields import Translated
from portal.departments.provisioning import provision_department
found_city(name=Translated(en="Northmere"))
provision_department(code="parks", name="Parks and Nature")
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sheets", type=int, nargs="+")
    parser.add_argument("--dry-run", action="store_true", help="only check the files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="past-survey-") as name:
        folder = Path(name)
        environment = {
            "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
            **os.environ,
            "PORTAL_VAR": str(folder / "var"),
        }
        manage(["migrate", "--verbosity", "0"], environment)
        manage(["shell", "--no-imports", "--command", FOUND], environment)
        print("   sheets  seconds  CPU s  sheets/CPU s  answers/CPU s  peak MB  file MB")
        for sheets in options.sheets:
            files = write_files(folder, sheets)
            extra = ["--dry-run"] if options.dry_run else []
            command = [
                "import_survey",
                "--department",
                "parks",
                "--title",
                f"{sheets} sheets",
                *extra,
                *files,
            ]
            seconds, cpu, peak = manage(command, environment)
            size = Path(files[-1]).stat().st_size / 1e6
            answers = sheets * QUESTIONS * 6 / 7
            print(
                f"{sheets:>9,}  {seconds:>7.1f}  {cpu:>5.1f}  {sheets / cpu:>12,.0f}  "
                f"{answers / cpu:>13,.0f}  {peak:>7.0f}  {size:>7.0f}",
                flush=True,
            )


def manage(arguments, environment):
    """Seconds, CPU seconds and peak megabytes of one management command. The pages of the database
    that SQLite maps into memory are not counted: the system takes them back whenever it needs them."""
    started, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(
        [sys.executable, "manage.py", *arguments], cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL
    )
    while True:
        peak = max(peak, own_memory(process.pid))
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"manage.py {arguments[0]} failed with {process.returncode}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, peak


def own_memory(pid):
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)


def write_files(folder, sheets):
    chance = random.Random(sheets)
    questions, choices, responses = (folder / f"{name}.csv" for name in ("questions", "choices", "responses"))
    with questions.open("w") as file:
        file.write("name,type,scale,label\n")
        file.writelines(f"q{n},single_choice,scale,Question {n}?\n" for n in range(QUESTIONS))
    with choices.open("w") as file:
        file.write("scale,value,label,substantive\n")
        file.writelines(
            f"scale,{code},Choice {code},{'no' if code == '9' else 'yes'}\n" for code in CODES if code
        )
    with responses.open("w") as file:
        names = ",".join(f"q{n}" for n in range(QUESTIONS))
        file.write(f"response,wave,channel,district,age_band,gender,tenure,{names}\n")
        for row in range(sheets):
            # A step that shares no factor with the count visits every number once, out of order.
            number = row * 7_654_321 % sheets_after(sheets) + 1
            person = f"d{chance.randrange(16)},a{chance.randrange(7)},g{chance.randrange(3)},t{chance.randrange(2)}"
            answers = ",".join(chance.choices(CODES, k=QUESTIONS))
            file.write(f"{number},2025-0{row % 4 + 1},web,{person},{answers}\n")
    return [str(questions), str(choices), str(responses)]


def sheets_after(sheets):
    """The next count that 7,654,321 shares no factor with; a prime is surely one."""
    count = max(sheets, 2)
    while any(count % factor == 0 for factor in range(2, int(count**0.5) + 1)):
        count += 1
    return count


if __name__ == "__main__":
    main()

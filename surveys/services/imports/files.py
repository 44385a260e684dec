"""The three files of a past survey: opened, checked in one pass, known by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from surveys.domain.sheets import (
    AskedQuestion,
    Fault,
    ResponseSheets,
    SheetFault,
    Span,
    read_questions,
    read_scales,
)

SHEETS_BETWEEN_REPORTS = 2_000


class SurveyFiles(NamedTuple):
    questions: Path
    choices: Path
    responses: Path


@dataclass(frozen=True)
class PastSurvey:
    """What the files hold, found without keeping a single sheet."""

    questions: list[AskedQuestion]
    waves: list[Span]
    segments: list[str]
    sheets: int
    answers: int


class Progress(NamedTuple):
    """`done` and `total` are bytes of RESPONSES.csv, which is read twice: checked, then stored."""

    storing: bool
    done: int
    total: int


Report = Callable[[Progress], None]


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """SheetFault when the file is missing or cannot be read, also half-way."""
    try:
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise SheetFault(Fault.MISSING_FILE, file=str(path)) from None
    except OSError as error:
        raise SheetFault(Fault.UNREADABLE_FILE, file=str(path), reason=error.strerror or "") from None


def content_hash(files: SurveyFiles, *parts: str) -> str:
    """64 hexadecimal digits of the files' content and of `parts`; the files' names do not matter."""
    digest = hashlib.sha256()
    for path in files:
        with opened(path) as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    for part in parts:
        digest.update(hashlib.sha256(part.encode()).digest())
    return digest.hexdigest()


def check_files(files: SurveyFiles, *, today: date, report: Report) -> PastSurvey:
    """Read everything once. SheetFault names the first thing wrong; `today` bounds the waves."""
    with opened(files.choices) as stream:
        scales = read_scales(str(files.choices), stream)
    with opened(files.questions) as stream:
        questions = read_questions(str(files.questions), stream, scales)
    count = answers = 0
    with answer_sheets(files, questions, today=today) as (sheets, done):
        for count, sheet in enumerate(sheets.rows(), start=1):
            answers += len(sheet.answers) + len(sheet.texts)
            if count % SHEETS_BETWEEN_REPORTS == 0:
                report(done(storing=False))
        waves = sorted(sheets.waves.values(), key=lambda wave: (wave.first, wave.label))
        return PastSurvey(questions, waves, sheets.segments, count, answers)


@contextmanager
def answer_sheets(
    files: SurveyFiles, questions: list[AskedQuestion], *, today: date
) -> Iterator[tuple[ResponseSheets, Callable[..., Progress]]]:
    """The sheets, and a function that tells how far they have been read."""
    with opened(files.responses) as stream:
        size = files.responses.stat().st_size

        def done(*, storing: bool) -> Progress:
            return Progress(storing, stream.tell() + (size if storing else 0), 2 * size)

        yield ResponseSheets(str(files.responses), stream, questions, today=today), done

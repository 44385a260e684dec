"""Which answered questions a draft changes, and what was decided about them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from surveys.content import choices_as_json, questions_in, texts_of
from surveys.domain.correcting import Change, change_between, fingerprint_of
from surveys.domain.questions import Question
from surveys.models import Correction, QuestionVersion, Survey, SurveyPage, Tally


@dataclass(frozen=True)
class ChangedQuestion:
    """An answered question as it was asked last and as drafted. `joined` is None until somebody decided; another kind
    of question never goes on with the old results."""

    version: QuestionVersion
    before: Question
    after: Question
    change: Change
    people: int
    joined: bool | None

    @property
    def question_id(self) -> str:
        return self.before.id

    @property
    def fingerprint(self) -> str:
        """Of what is drafted: a decision holds for nothing else."""
        return fingerprint_of_question(self.after)

    @property
    def parts_by_itself(self) -> bool:
        return self.change is Change.OTHER_KIND

    @property
    def undecided(self) -> bool:
        return self.joined is None and not self.parts_by_itself


def last_versions(survey: Survey) -> dict[str, QuestionVersion]:
    """Question id → the version of it that was published last, also of questions that are asked no more. One query."""
    return {str(version.question_id): version for version in survey.question_versions.order_by("number")}


def changed_questions(page: SurveyPage) -> list[ChangedQuestion]:
    """The answered questions that `page`, as it is in memory, would ask otherwise. Five queries at most.

    Only the page in the survey's source language can change a question. What is published on a later day may have
    been answered by then: of such a page the questions that nobody has answered yet are among them.
    """
    language = page.locale.language_code
    survey = Survey.objects.filter(key=page.translation_key, source_language=language).first()
    if survey is None or page.alias_of_id is not None:
        return []
    versions = last_versions(survey)
    found = []
    for after in questions_in(page.questions, language):
        version = versions.get(after.id)
        if version is None:
            continue
        before = version.frozen_in(language)
        change = change_between(before, after)
        if change in (Change.WORDING, Change.OTHER_KIND):
            found.append((version, before, after, change))
    people = _people([version for version, *_rest in found])
    decided = _decisions(survey) if found else {}
    unanswered_too = bool(found) and _may_be_answered_first(survey, page)
    return [
        ChangedQuestion(
            version,
            before,
            after,
            change,
            people.get(version.counted_as, 0),
            decided.get((version.question_id, version.number, fingerprint_of_question(after))),
        )
        for version, before, after, change in found
        if unanswered_too or people.get(version.counted_as)
    ]


def _may_be_answered_first(survey: Survey, page: SurveyPage) -> bool:
    now = timezone.now()
    later = page.go_live_at is not None and page.go_live_at > now
    return later and survey.waves.filter(import_batch=None).overlapping(now, page.go_live_at).exists()


def fingerprint_of_question(question: Question) -> str:
    """Of what `question` says in its source language, for the decision about it."""
    choices, rows = choices_as_json(question.choices), choices_as_json(question.rows)
    return fingerprint_of(question.kind, choices, rows, texts_of(question))


def _people(versions: list[QuestionVersion]) -> dict[int, int]:
    """Head version id → people who answered, over all waves."""
    if not versions:
        return {}
    tallies = Tally.objects.filter(
        question_version__in={version.counted_as for version in versions}, code=Tally.EVERYONE
    )
    found: dict[int, int] = {}
    for version, count in tallies.values_list("question_version", "count"):
        found[version] = found.get(version, 0) + count
    return found


def _decisions(survey: Survey) -> dict[tuple[object, int, str], bool]:
    return {
        (one.question_id, one.number, one.fingerprint): one.joined
        for one in Correction.objects.filter(survey=survey)
    }

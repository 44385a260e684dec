"""The words of a survey's translations: to which wording of a question they belong."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from surveys.content import questions_in, texts_of
from surveys.domain.correcting import kept_words, still_says, words_at
from surveys.domain.kinds import Kind
from surveys.models import Answer, QuestionVersion, Survey, SurveyPage


@transaction.atomic
def add_texts(
    *, survey: Survey, page: SurveyPage, confirmed: bool = False, written_at: datetime | None = None
) -> None:
    """Keep the words of the translation `page` for the questions that it translates.

    `confirmed`: they translate what the source says now. Else they belong to what it said at `written_at` (None: now),
    and words that translated an earlier wording before stay with that one.
    """
    Survey.objects.select_for_update().get(pk=survey.pk)
    language = page.locale.language_code
    translated = {question.id: texts_of(question) for question in questions_in(page.questions, language)}
    for version in survey.question_versions.current():
        words = translated.get(str(version.question_id))
        meant = version if confirmed else _meant(version, written_at)
        if words is None or meant is None:
            continue
        texts = _kept(meant.kind, meant.texts.get(survey.source_language, {}), words)
        if texts is None or not words_at(texts):
            continue
        if confirmed or language in meant.texts or not _said_before(meant, language, texts):
            _say(meant, language, texts)


def carried_over(*, last: QuestionVersion, source: str, words: dict[str, Any]) -> dict[str, Any]:
    """Language → what the translations of `last` say, where the source's new `words` say nothing that `last` did not.

    Empty where they do: then translations have to follow.
    """
    if not same_words(last=last, source=source, words=words):
        return {}
    kept = {code: _kept(last.kind, words, said) for code, said in last.texts.items() if code != source}
    return {code: said for code, said in kept.items() if said is not None}


def same_words(*, last: QuestionVersion, source: str, words: dict[str, Any]) -> bool:
    return still_says(last.texts.get(source, {}), _own_words(last.kind, words))


def _own_words(kind: str, texts: dict[str, Any]) -> dict[str, Any]:
    """Without the names of the city's districts, which nobody translates with the question."""
    return {**texts, "choices": {}} if kind == Kind.PLACE else texts


def _kept(kind: str, words: dict[str, Any], translated: dict[str, Any]) -> dict[str, Any] | None:
    kept = kept_words(_own_words(kind, words), translated)
    if kept is None or kind != Kind.PLACE:
        return kept
    return {**kept, "choices": {**words["choices"], **translated["choices"]}}


def _meant(version: QuestionVersion, written_at: datetime | None) -> QuestionVersion | None:
    """The version of the question that stood in the source when the translation was written."""
    if written_at is None or version.worded_at <= written_at:
        return version
    return (
        QuestionVersion.objects.filter(
            survey=version.survey_id, question_id=version.question_id, worded_at__lte=written_at
        )
        .order_by("-number")
        .first()
    )


def _said_before(version: QuestionVersion, language: str, texts: dict[str, Any]) -> bool:
    earlier = QuestionVersion.objects.filter(
        survey=version.survey_id, question_id=version.question_id, number__lt=version.number
    )
    return any(
        kept_words(texts, found.get(language, {})) == texts
        for found in earlier.values_list("texts", flat=True)
    )


def _say(version: QuestionVersion, language: str, texts: dict[str, Any]) -> None:
    """Answers keep the words that were read: what was answered in `language` is followed by another version."""
    before = version.texts.get(language)
    if before == texts:
        return
    read = before is not None and Answer.objects.filter(question_version=version).exists()
    if read and not version.is_current:
        return
    words = {**version.texts, language: texts}
    if not read:
        version.texts = words
        version.save(update_fields=["texts"])
        return
    QuestionVersion.objects.filter(pk=version.pk).update(is_current=False)
    QuestionVersion.objects.create(
        survey_id=version.survey_id,
        question_id=version.question_id,
        number=version.number + 1,
        series_id=version.counted_as,
        texts=words,
        **{
            name: getattr(version, name)
            for name in ("name", "kind", "position", "choices", "rows", "settings", "worded_at")
        },
    )

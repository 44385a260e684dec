"""The question library: every current question of the surveys that a person may see, and where else each is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.text import Truncator
from wagtail.permissions import page_permission_policy

from portal.core.models import is_private, is_translated
from surveys.domain.kinds import SILENT
from surveys.domain.questions import Question
from surveys.models import QuestionVersion, Survey, SurveyPage, Wave
from surveys.queries.fielding import pages_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from portal.accounts.models import User
    from portal.departments.models import Department


@dataclass(frozen=True)
class Use:
    """A survey in which the same question is asked, by its number."""

    survey: int
    title: str


@dataclass(frozen=True)
class LibraryEntry:
    """One question in the words that the person reads. `languages` are those in which it may be read, None for all.

    `waves` have opened so far. `uses` are the other surveys with the same question that the person may see,
    `elsewhere` is the number of those that they may not.
    """

    version: QuestionVersion
    question: Question
    languages: frozenset[str] | None
    title: str
    waves: int
    uses: tuple[Use, ...]
    elsewhere: int

    @property
    def survey(self) -> Survey:
        return self.version.survey

    @property
    def department(self) -> Department | None:
        return self.survey.department

    @property
    def origin(self) -> str:
        """What an inserted copy remembers: where the question was asked first."""
        return self.question.settings.origin or f"{self.survey.key}/{self.version.question_id}"

    def words(self) -> str:
        """All that a search looks at: in the language of the person and in the source's."""
        languages = {self.question.language, self.survey.source_language}
        if self.languages is not None:
            languages &= self.languages
        return "\n".join(_words_in(self.version, languages))

    @property
    def choices_in_short(self) -> str:
        labels = [choice.label for choice in (*self.question.rows, *self.question.choices)]
        return Truncator(" · ".join(labels)).chars(160)


def library_of(
    own: QuerySet[Survey], language: str, now: datetime, *, only: int | None = None
) -> list[LibraryEntry]:
    """The questions of `own` surveys, and what anybody can read of those of others; by survey, in its order.

    `only`: the entry with this number of a version, if it is there. Five queries, whatever there is.
    """
    own_keys = set(own.values_list("key", flat=True))
    public = _public_titles()
    versions = _current()
    readable: dict[int, frozenset[str] | None] = {}
    for version in versions:
        key = version.survey.key
        if key in own_keys:
            readable[version.pk] = None
        elif spoken := frozenset(public.get(key, ())) & version.texts.keys():
            readable[version.pk] = spoken
    seen = {version.survey_id: version.survey for version in versions if version.pk in readable}
    titles = _titles(seen.values(), own_keys, public, language)
    waves = dict(
        Wave.objects.shown()
        .filter(survey__in=seen, opens_at__lte=now)
        .order_by()
        .values_list("survey")
        .annotate(Count("pk"))
    )
    same = _same_questions(versions)
    return [
        _entry(version, readable[version.pk], language, titles, waves, same[_root(version)])
        for version in versions
        if version.pk in readable and only in (None, version.pk)
    ]


def _current() -> list[QuestionVersion]:
    versions = QuestionVersion.objects.current().exclude(kind__in=SILENT)
    return list(
        versions.select_related("survey__department").order_by("survey__created_at", "survey", "position")
    )


def _public_titles() -> dict[object, dict[str, str]]:
    """Survey key → language → title, of the pages that anybody can read."""
    pages = SurveyPage.objects.live().filter(~is_private(), is_translated())
    found: dict[object, dict[str, str]] = defaultdict(dict)
    for key, spoken, title in pages.values_list("translation_key", "locale__language_code", "title"):
        found[key][spoken] = title
    return found


def _titles(
    surveys: Iterable[Survey],
    own: set[object],
    public: Mapping[object, Mapping[str, str]],
    language: str,
) -> dict[int, str]:
    surveys = list(surveys)
    pages = pages_of([survey for survey in surveys if survey.key in own], language)
    titles: dict[int, str] = {}
    for survey in surveys:
        read = public.get(survey.key, {})
        page = pages.get(survey.key)
        shown = page.title if page else read.get(language) or read.get(survey.source_language)
        titles[survey.pk] = shown or next(iter(read.values()), survey.code)
    return titles


def _root(version: QuestionVersion) -> str:
    """The id of the question that this one was first; a copied page keeps the ids of its questions."""
    return str(version.settings.get("origin", "")).rpartition("/")[2] or str(version.question_id)


def _same_questions(versions: Sequence[QuestionVersion]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for version in versions:
        found[_root(version)].add(version.survey_id)
    return found


def _entry(
    version: QuestionVersion,
    languages: frozenset[str] | None,
    language: str,
    titles: Mapping[int, str],
    waves: Mapping[int, int],
    same: set[int],
) -> LibraryEntry:
    others = same - {version.survey_id}
    known = sorted((pk for pk in others if pk in titles), key=lambda pk: (titles[pk], pk))
    return LibraryEntry(
        version=version,
        question=version.in_language(readable_language(version, languages, language)),
        languages=languages,
        title=titles[version.survey_id],
        waves=waves.get(version.survey_id, 0),
        uses=tuple(Use(pk, titles[pk]) for pk in known),
        elsewhere=len(others) - len(known),
    )


def readable_language(version: QuestionVersion, languages: frozenset[str] | None, language: str) -> str:
    """`language` where the question speaks it, else the source's, of `languages` alone (None: of all)."""
    spoken = [code for code in version.texts if languages is None or code in languages]
    wanted = (language, version.survey.source_language)
    return next((code for code in wanted if code in spoken), spoken[0] if spoken else language)


def _words_in(version: QuestionVersion, languages: set[str]) -> Iterable[str]:
    for texts in (version.texts.get(language, {}) for language in languages):
        yield texts.get("question", "")
        yield texts.get("hint", "")
        yield from texts.get("choices", {}).values()
        yield from texts.get("rows", {}).values()


def found_in(
    entries: Iterable[LibraryEntry], *, words: str = "", kind: str = "", department: str = ""
) -> list[LibraryEntry]:
    """Those that hold all `words`, are of `kind` and belong to the department with this number; "" means any."""
    wanted = words.casefold().split()
    return [
        entry
        for entry in entries
        if (not kind or entry.version.kind == kind)
        and (not department or str(entry.survey.department_id) == department)
        and all(word in entry.words().casefold() for word in wanted)
    ]


def pages_to_insert_into(user: User | AnonymousUser) -> QuerySet[SurveyPage]:
    """The pages that `user` may edit and that decide about the questions of their survey: no translations."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    earlier = SurveyPage.objects.filter(
        is_translated(), translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk")
    )
    surveys = Survey.objects.filter(key=OuterRef("translation_key"))
    theirs = surveys.filter(source_language=OuterRef("locale__language_code"))
    return (
        SurveyPage.objects.filter(is_translated(), pk__in=editable.order_by().values("pk"))
        .filter(Exists(theirs) | Q(~Exists(surveys), ~Exists(earlier)))
        .select_related("locale", "department")
        .order_by("draft_title", "pk")
    )

"""How the translations of all pages stand. The number of queries does not grow with the number of pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, TextChoices
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.departments.models import Department
from portal.translations.domain.differences import Piece, differences
from portal.translations.domain.states import Facts, Stage, is_stale, stage
from portal.translations.engine.words import is_finished, string_segments
from portal.translations.models import SourceText
from portal.translations.pages import own_pages, source_of

__all__ = [
    "Piece",
    "State",
    "WorkItem",
    "differences",
    "in_all_languages",
    "own_pages",
    "source_of",
    "stale_among",
    "states_of",
    "unfinished_among",
    "work_counts",
    "work_list",
]


class State(TextChoices):
    NEW = Stage.NEW.value, _("New")
    STALE = Stage.STALE.value, _("Out of date")
    IN_PROGRESS = Stage.IN_PROGRESS.value, _("In progress")
    WAITING = Stage.WAITING.value, _("Waiting for approval")
    DONE = Stage.DONE.value, _("Done")


@dataclass(frozen=True)
class WorkItem:
    """One published page and one language that it is, or should be, translated into.

    `target` is the page there, None where even an alias is missing. `is_stale`: residents read a translation of
    texts that the source no longer has, whatever the state. `changed_at`: when the source's texts changed last.
    `done` of `total` texts are translated; both are 0 before somebody has begun.
    """

    source: Page
    target: Page | None
    locale: Locale
    department: Department
    state: State
    is_stale: bool
    changed_at: datetime
    done: int
    total: int


def work_list(
    *,
    departments: Iterable[Department],
    locales: Iterable[Locale],
    states: Collection[State] | None = None,
    search: str = "",
) -> list[WorkItem]:
    """What there is to translate of the departments' published pages, in the order of the tree.

    `search` is looked for in the titles of source and target. Six queries, and one for each locale.
    """
    locales = list(locales)
    departments = list(departments)
    places = _places(departments)
    if not places or not locales:
        return []
    progress = {locale.pk: _progress(places, locale) for locale in locales}
    items = []
    for entry in _entries(departments, places, locales):
        if (states and entry.state not in states) or not _mentions(entry, search):
            continue
        done, total = progress[entry.locale.pk].get(entry.source.translation_key, (0, 0))
        items.append(WorkItem(**vars(entry), done=done, total=total))
    return items


def work_counts(
    *, departments: Iterable[Department], locales: Iterable[Locale]
) -> dict[tuple[int, int], dict[State, int]]:
    """(department id, locale id) → how many pages are in each state. Six queries."""
    departments = list(departments)
    counts: dict[tuple[int, int], Counter[State]] = defaultdict(Counter)
    for entry in _entries(departments, _places(departments), list(locales)):
        counts[entry.department.pk, entry.locale.pk][entry.state] += 1
    return {place: {state: found[state] for state in State} for place, found in counts.items()}


def states_of(pages: Iterable[Page]) -> dict[int, State]:
    """Page id → how far its translation is. Sources are left out: they translate nothing. Four queries."""
    return {pk: State(stage(facts).value) for pk, facts in _facts_of(pages).items()}


def stale_among(pages: Iterable[Page]) -> set[int]:
    """The ids of the pages on which residents read a translation of texts that the source no longer has."""
    return {pk for pk, facts in _facts_of(pages).items() if is_stale(facts)}


def in_all_languages(pages: Iterable[Page]) -> list[Page]:
    """`pages`, and what goes with those among them that are sources: their other languages. Two queries."""
    pages = list(pages)
    found = {page.pk: page for page in pages}
    sets: dict[UUID, list[Page]] = defaultdict(list)
    members = Page.objects.filter(translation_key__in={page.translation_key for page in pages})
    for page in members.select_related("stand_in"):
        sets[page.translation_key].append(page)
    for page in pages:
        source = _source(sets[page.translation_key])
        if source is not None and source.pk == page.pk:
            found |= {each.pk: each for each in sets[page.translation_key]}
    return list(found.values())


def unfinished_among(pages: Iterable[Page], *, below: bool = False) -> list[Page]:
    """Of `pages`, and with `below` of all under them, those with a translation that a person has yet to finish."""
    places = Q(path__in=[page.path for page in pages])
    for page in pages if below else []:
        places |= Q(path__startswith=page.path)
    return [
        page
        for page in Page.objects.filter(places, alias_of=None).order_by("path")
        for translation in Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        if not is_finished(string_segments(translation))
    ]


@dataclass(frozen=True)
class _Entry:
    source: Page
    target: Page | None
    locale: Locale
    department: Department
    state: State
    is_stale: bool
    changed_at: datetime


def _entries(
    departments: list[Department], places: Mapping[str, int], locales: list[Locale]
) -> Iterator[_Entry]:
    if not places:
        return
    owners = {department.pk: department for department in departments}
    sets: dict[UUID, list[Page]] = defaultdict(list)
    for page in _with_facts(Page.objects.filter(_below(places))).order_by("path"):
        sets[page.translation_key].append(page)
    texts = _texts(sets)
    length = {len(path) for path in places}
    for pages in sets.values():
        source = _source(pages)
        if source is None or not source.live:
            continue
        owner = next(owners[places[source.path[:end]]] for end in length if source.path[:end] in places)
        present = {page.locale_id: page for page in pages}
        text = texts.get(source.translation_key)
        for locale in locales:
            if locale.pk != source.locale_id:
                facts = _facts(present.get(locale.pk), text)
                yield _Entry(
                    source=source,
                    target=present.get(locale.pk),
                    locale=locale,
                    department=owner,
                    state=State(stage(facts).value),
                    is_stale=is_stale(facts),
                    changed_at=text.changed_at if text else source.last_published_at or timezone.now(),
                )


def _mentions(entry: _Entry, search: str) -> bool:
    wanted = search.casefold().strip()
    titles = [page.draft_title or page.title for page in (entry.source, entry.target) if page is not None]
    return not wanted or any(wanted in title.casefold() for title in titles)


def _places(departments: list[Department]) -> dict[str, int]:
    """Path of a department's page, in any language → the department's id."""
    keys = {department.page_key: department.pk for department in departments if department.page_key}
    pages = Page.objects.filter(translation_key__in=keys)
    return {path: keys[key] for path, key in pages.values_list("path", "translation_key")}


def _below(places: Iterable[str]) -> Q:
    return reduce(or_, (Q(path__startswith=path) for path in places))


def _source(pages: Iterable[Page]) -> Page | None:
    own = [page for page in pages if page.alias_of_id is None and not hasattr(page, "stand_in")]
    return min(own, key=lambda page: page.pk, default=None)


def _texts(keys: Collection[UUID]) -> dict[UUID, SourceText]:
    # More keys than a database takes at once: then all of them.
    texts = SourceText.objects.all()
    return {text.key: text for text in (texts.filter(key__in=keys) if len(keys) < 500 else texts)}


def _with_facts(pages: QuerySet[Page]) -> QuerySet[Page]:
    kind = ContentType.objects.get_for_model(Page)
    here = {"base_content_type": kind, "object_id": Cast(OuterRef("pk"), CharField())}
    waiting = WorkflowState.objects.filter(**here, status=WorkflowState.STATUS_IN_PROGRESS)
    approved = Revision.objects.filter(**here, approved_go_live_at__isnull=False)
    return pages.select_related("locale", "stand_in", "published_translation").annotate(
        waits=Exists(waiting), is_scheduled=Exists(approved)
    )


def _facts_of(pages: Iterable[Page]) -> dict[int, Facts]:
    wanted = {page.pk for page in pages}
    keys = {page.translation_key for page in pages}
    sets: dict[UUID, list[Page]] = defaultdict(list)
    for page in _with_facts(Page.objects.filter(translation_key__in=keys)):
        sets[page.translation_key].append(page)
    texts = _texts(sets)
    found = {}
    for key, members in sets.items():
        source = _source(members)
        for page in members:
            if page.pk in wanted and page != source:
                found[page.pk] = _facts(page, texts.get(key))
    return found


def _facts(page: Page | Any, text: SourceText | None) -> Facts:
    if page is None or page.alias_of_id is not None:
        return Facts(begun=False)
    published = getattr(page, "published_translation", None)
    return Facts(
        begun=True,
        stands_in=hasattr(page, "stand_in"),
        live=page.live,
        has_draft=page.has_unpublished_changes,
        waiting=page.waits,
        scheduled=page.is_scheduled,
        translates=published.source_fingerprint if published else "",
        source=text.fingerprint if text else "",
    )


def _progress(places: Iterable[str], locale: Locale) -> dict[UUID, tuple[int, int]]:
    """Translation key → (texts translated into `locale`, all texts). One query."""
    words = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=locale,
        has_error=False,
    ).exclude(data="")
    keys = Page.objects.filter(_below(places)).values("translation_key")
    segments = StringSegment.objects.filter(
        source__translations__target_locale=locale, source__object_id__in=keys
    )
    counted = segments.annotate(is_done=Exists(words)).values("source__object_id")
    totals = counted.annotate(all=Count("pk"), finished=Count("pk", filter=Q(is_done=True)))
    return {row["source__object_id"]: (row["finished"], row["all"]) for row in totals}

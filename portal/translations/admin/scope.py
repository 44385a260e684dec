"""What of the translations is a person's: languages of departments, and single pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from portal.accounts.models import User
from portal.departments.models import Department
from portal.departments.permissions import user_can_for_city
from portal.departments.roles import CityAction
from portal.translations.pages import is_locked_for, source_of
from portal.translations.permissions import languages_of, user_can_translate
from portal.translations.queries import State, WorkItem, work_counts, work_list


@dataclass(frozen=True)
class Scope:
    """Some languages of some departments: department id → locale ids."""

    languages: dict[int, set[int]]

    def __bool__(self) -> bool:
        return any(self.languages.values())

    def covers(self, department: int, locale: int) -> bool:
        return locale in self.languages.get(department, ())

    @property
    def departments(self) -> QuerySet[Department]:
        return Department.objects.filter(pk__in=[pk for pk, locales in self.languages.items() if locales])

    @property
    def locales(self) -> QuerySet[Locale]:
        return Locale.objects.filter(pk__in=set().union(*self.languages.values()))

    def items(
        self,
        *,
        departments: Iterable[Department] | None = None,
        locales: Iterable[Locale] | None = None,
        states: Collection[State] | None = None,
    ) -> list[WorkItem]:
        """The pages to translate, what needs doing first."""
        found = work_list(
            departments=self.departments if departments is None else departments,
            locales=self.locales if locales is None else locales,
            states=states or None,
        )
        return by_need(item for item in found if self.covers(item.department.pk, item.locale.pk))

    def counts(self) -> dict[tuple[int, int], dict[State, int]]:
        """By department id and locale id."""
        counted = work_counts(departments=self.departments, locales=self.locales)
        return {place: states for place, states in counted.items() if self.covers(*place)}


# Residents read an old text; then what is begun; then what nobody has touched.
NEED = {
    state: rank
    for rank, state in enumerate([State.STALE, State.IN_PROGRESS, State.NEW, State.WAITING, State.DONE])
}


def by_need(items: Iterable[WorkItem]) -> list[WorkItem]:
    newest_first = sorted(items, key=lambda item: item.changed_at, reverse=True)
    return sorted(newest_first, key=lambda item: NEED[item.state])


def own_scope(user: User) -> Scope:
    """What the person translates or publishes."""
    return Scope(languages_of(user))


def whole_city() -> Scope:
    locales = set(Locale.objects.values_list("pk", flat=True))
    return Scope(dict.fromkeys(Department.objects.values_list("pk", flat=True), locales))


def user_can_see_report(user: User) -> bool:
    return user_can_for_city(user, CityAction.SEE_TRANSLATIONS)


def target_or_404(request: HttpRequest, translation: Translation) -> Page:
    """The page in the translation's language, if the person may translate it. Others do not exist."""
    target = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    ).first()
    if target is None or not user_can_translate(request.user, target):
        raise Http404
    return target.specific


def source_or_404(request: HttpRequest, pk: int) -> tuple[Page, list[Page]]:
    """The source that page `pk` belongs to, and its pages in the person's languages; without any it does not exist."""
    page = Page.objects.filter(pk=pk).first()
    source = source_of(page).specific if page is not None else None
    targets = targets_for(request.user, source) if source is not None else []
    if source is None or not targets:
        raise Http404
    return source, targets


def targets_for(user: User, source: Page) -> list[Page]:
    """The pages in other languages that the person may translate, in the city's order of languages."""
    others = Page.objects.filter(translation_key=source.translation_key).exclude(locale=source.locale_id)
    order = [code for code, _name in settings.LANGUAGES]
    mine = [page for page in others.select_related("locale") if user_can_translate(user, page)]
    return sorted(mine, key=lambda page: order.index(page.locale.language_code))


def texts_are_open_to(user: User, target: Page) -> bool:
    """Whether the person may change the texts of `target` now: hers, not locked, not waiting for somebody else."""
    return user_can_translate(user, target) and not is_locked_for(target, user)

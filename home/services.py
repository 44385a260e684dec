"""Founding a city, and the pages of its departments."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from home.models import DepartmentIndexPage, DepartmentPage, HomePage
from news.models import NewsIndexPage
from portal.core.fields import Translated
from portal.core.models import CitySettings
from portal.departments.models import Department
from portal.departments.provisioning import provision_access, provision_city_roles
from portal.departments.registry import register_page_factory
from surveys.models import SurveyIndexPage


@transaction.atomic
def found_city(*, name: Translated, hostname: str = "localhost", port: int = 80) -> HomePage:
    """Make the languages, the front page and the three lists in each of them, and the site's record. Idempotent."""
    source = _ensure_locales()
    root = Page.get_first_root_node()
    home = HomePage.objects.filter(locale=source, depth=2).first()
    if home is None:
        _remove_welcome_page(root)
        home = root.add_child(instance=HomePage(title=str(name), slug="home", locale=source))
    for model, slug in (
        (NewsIndexPage, "news"),
        (DepartmentIndexPage, "departments"),
        (SurveyIndexPage, "your-say"),
    ):
        if not model.objects.child_of(home).exists():
            with translation.override(source.language_code):
                home.add_child(instance=model(title=_titles(slug), slug=slug, locale=source))
    _ensure_site(home, hostname, port, name)
    _translate_frame(home, name)
    _remove_stock_groups()
    provision_city_roles()
    return home


@transaction.atomic
def provision_languages() -> list[Locale]:
    """Give each language of the settings its page tree, and each department its translators. Idempotent.

    What has no translation yet exists as a stand-in. Returns the languages that are new.
    """
    if not HomePage.objects.exists():
        # The city is not founded: that will make all of its languages.
        return []
    before = set(Locale.objects.values_list("language_code", flat=True))
    _ensure_locales()
    for department in Department.objects.all():
        provision_access(department=department)
    return list(Locale.objects.exclude(language_code__in=before))


def _titles(slug: str) -> str:
    return {"news": _("News"), "departments": _("Departments"), "your-say": _("Your say")}[slug]


def _ensure_locales() -> Locale:
    source, _created = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    for code, _name in settings.LANGUAGES:
        locale, _created = Locale.objects.get_or_create(language_code=code)
        if locale != source:
            # What an editor creates in the source language exists in the others from the start.
            LocaleSynchronization.objects.get_or_create(locale=locale, defaults={"sync_from": source})
    return source


def _remove_welcome_page(root: Page) -> None:
    for page in Page.objects.child_of(root).filter(
        content_type__model="page", content_type__app_label="wagtailcore"
    ):
        # In the other languages it goes with the first.
        if Page.objects.filter(pk=page.pk).exists():
            page.delete()
    root.refresh_from_db()


def _remove_stock_groups() -> None:
    # Their rights hold for every page, whoever owns it. Nobody is put out: with people in it a group stays.
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()


def _ensure_site(home: HomePage, hostname: str, port: int, name: Translated) -> None:
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": hostname, "port": port, "root_page": home, "site_name": str(name)},
    )
    CitySettings.objects.get_or_create(site=site, defaults={"name": name})


def _translate_frame(home: HomePage, name: Translated) -> None:
    """The front page and the lists in the other languages, under their own titles, ready to be edited."""
    frame = [
        home,
        *Page.objects.child_of(home).type(NewsIndexPage, DepartmentIndexPage, SurveyIndexPage).specific(),
    ]
    for locale in Locale.objects.exclude(pk=home.locale_id):
        with translation.override(locale.language_code):
            for page in frame:
                if page.has_translation(locale):
                    continue
                # Where nobody has said how the city is called, nothing is translated yet.
                alias = locale.language_code not in name
                copy = page.copy_for_translation(locale, alias=alias)
                if not alias:
                    copy.title = name.text_in(locale.language_code) if page == home else _titles(page.slug)
                    copy.draft_title = copy.title
                    copy.save_revision().publish()


@register_page_factory
def make_department_page(department: Department) -> DepartmentPage:
    """The department's page below the list of departments in the default language, published."""
    index = DepartmentIndexPage.objects.get(locale=Locale.get_default())
    page = DepartmentPage(title=department.name, slug=department.code, locale=index.locale)
    index.add_child(instance=page)
    return page

"""The smallest true things of each kind, published unless told otherwise."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta
from io import BytesIO

from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page

from home.models import DepartmentPage, StandardPage
from home.services import found_city
from news.models import ArticlePage, ArticleTopic, EventPage, EventTopic
from portal.accounts.models import User
from portal.core.fields import Translated
from portal.core.models import Topic
from portal.departments.models import CityGroup
from portal.departments.provisioning import provision_department

CITY_NAME = Translated({"en": "Northmere", "es": "Northmere", "ar": "نورثمير"})
PASSWORD = "the harbour is calm at night"
_numbers = itertools.count(1)


def make_city():
    """The founded city: its front page in the default language, with the three lists, in every language."""
    # Tests that run in real transactions leave an empty database behind.
    if not Page.objects.filter(depth=1).exists():
        Locale.objects.get_or_create(language_code="en")
        Page.add_root(instance=Page(title="Root", slug="root"))
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(instance=Collection(name="Root"))
    return found_city(name=CITY_NAME, hostname="testserver")


def make_department(code, name):
    return provision_department(code=code, name=name)


def make_user(email, name="", *, groups=(), **fields):
    user = User.objects.create_user(email, PASSWORD, name=name, **fields)
    user.groups.set(groups)
    return user


def group_of(department, role, language=""):
    return department.groups.get(role=role, language=language).group


def city_group(role):
    return CityGroup.objects.get(role=role).group


def department_page(department, language="en"):
    return DepartmentPage.objects.get(translation_key=department.page_key, locale__language_code=language)


def make_topic(code, **names):
    return Topic.objects.get_or_create(code=code, defaults={"name": names or {"en": code.title()}})[0]


def make_picture(title="A picture", *, collection=None, size=(900, 600), colour="teal"):
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    file.seek(0)
    return get_image_model().objects.create(
        title=title,
        file=ImageFile(file, name=f"{title.lower().replace(' ', '-')}.png"),
        width=size[0],
        height=size[1],
        collection=collection or Collection.get_first_root_node(),
    )


def make_article(department, title="", *, language="en", topics=(), live=True, **fields):
    number = next(_numbers)
    page = ArticlePage(
        title=title or f"Article {number}",
        slug=fields.pop("slug", f"article-{number}"),
        date=fields.pop("date", date(2026, 1, 1) + timedelta(days=number % 300)),
        **fields,
    )
    return _place(page, department, language, topics, live, ArticleTopic)


def make_event(department, title="", *, language="en", topics=(), live=True, **fields):
    number = next(_numbers)
    page = EventPage(
        title=title or f"Event {number}",
        slug=fields.pop("slug", f"event-{number}"),
        starts_at=fields.pop("starts_at", timezone.now() + timedelta(days=number)),
        place=fields.pop("place", "Harbour square"),
        **fields,
    )
    return _place(page, department, language, topics, live, EventTopic)


def make_standard_page(parent, title="A page", *, live=True, **fields):
    page = StandardPage(title=title, slug=fields.pop("slug", f"page-{next(_numbers)}"), live=live, **fields)
    parent.add_child(instance=page)
    return _published(page) if live else _drafted(page)


def translate(page, language, *, alias=False, **texts):
    """`page` in another language: a translation of its own with `texts`, or an alias that only stands in.

    The alias that the portal makes by itself becomes the translation.
    """
    locale = Locale.objects.get(language_code=language)
    existing = page.get_translation_or_none(locale)
    if existing is None:
        existing = page.copy_for_translation(locale, copy_parents=True, alias=alias)
    if alias:
        return existing.specific
    copy = existing.specific
    copy.alias_of = None
    for name, value in {**texts, "draft_title": texts.get("title", copy.title)}.items():
        setattr(copy, name, value)
    copy.save()
    return _published(copy)


def at(year, month, day, hour=0, minute=0):
    return timezone.make_aware(datetime(year, month, day, hour, minute))


def _place(page, department, language, topics, live, link):
    # Publishing needs one of the two to be said.
    page.picture_decorates = page.picture_decorates or bool(live and page.picture and not page.picture_text)
    page.topic_links = [link(topic=topic) for topic in topics]
    page.live = live
    department_page(department, language).add_child(instance=page)
    return _published(page) if live else _drafted(page)


def _drafted(page):
    page.save_revision()
    return page


def _published(page):
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    return page

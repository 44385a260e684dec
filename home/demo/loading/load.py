"""Loading the demo city, step by step, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Collection, Page

from home.demo.content import load_content, shape
from home.demo.loading.city import load_banners, load_city, load_menus, load_picture
from home.demo.loading.corrections import correct_surveys
from home.demo.loading.desks import correct, load_drafts, set_days
from home.demo.loading.office import Office
from home.demo.loading.pages import (
    Shelf,
    load_article,
    load_department_page,
    load_event,
    load_home,
    load_standard_page,
    title_indexes,
)
from home.demo.loading.questions import Lookups
from home.demo.loading.staff import load_staff, staff_by_name, write_logins
from home.demo.loading.surveys import lenders_first, load_survey_pages, load_waves
from home.demo.loading.translating import begin_translations, confirm_frame, take_up_translations
from home.models import DepartmentPage, StandardPage
from portal.core.models import CityImage
from portal.departments.models import Department, OwnedPage
from portal.departments.provisioning import provision_department
from surveys.models import Survey, SurveyPage


@dataclass
class Counts:
    """What was loaded."""

    articles: int = 0
    events: int = 0
    pictures: int = 0
    surveys: int = 0
    waves: int = 0
    sheets: int = 0
    translations: int = 0


Say = Callable[[str], None]


@transaction.atomic
def load_city_of_northmere(*, now: datetime, hostname: str, port: int, logins: Path, say: Say) -> Counts:
    """Build the whole demo through the same services that people use. Nothing is stored if a step fails."""
    content = load_content()
    counts, today = Counts(), timezone.localdate(now)
    say("The city, its districts and topics")
    home = load_city(content, hostname=hostname, port=port)
    departments = {
        each.code: provision_department(code=each.code, name=each.name["en"]) for each in content.departments
    }
    fronts = {code: _front(department) for code, department in departments.items()}
    say("Pictures")
    images = _load_pictures(content, departments)
    counts.pictures = len(images)
    say("Surveys")
    pages = _load_survey_pages(content, fronts, images, today)
    counts.surveys = len(pages)
    shelf = Shelf(
        today=today,
        images=images,
        pictures={picture.name: picture for picture in content.pictures},
        surveys={key: {language: page.pk for language, page in each.items()} for key, each in pages.items()},
        begun=frozenset((each.page, each.language) for each in content.desk.translations),
    )
    say("Pages, articles and events")
    targets = _load_pages(content, shelf, home, fronts, counts)
    targets |= {f"survey:{key}": each["en"] for key, each in pages.items()}
    load_menus(content, targets)
    load_banners(content, targets, now)
    say("Half a year of answers")
    _load_answers(content, pages, now, counts)
    say("People who work here, and their work")
    staff = load_staff(departments)
    office = Office(shelf, staff_by_name(), targets)
    previews = _load_work(content, office, home, counts)
    counts.sheets += correct_surveys(content, office, now)
    write_logins(staff, previews, logins)
    log(home, "home.load_demo")
    return counts


def _load_survey_pages(
    content: shape.Content, fronts: dict[str, DepartmentPage], images: dict[str, CityImage], today: date
) -> dict[str, dict[str, SurveyPage]]:
    """Survey key → language → page."""
    pages: dict[str, dict[str, SurveyPage]] = {}
    for survey in lenders_first(content.surveys):
        lookups = Lookups(
            pictures={name: image.pk for name, image in images.items()},
            surveys={key: str(found["en"].translation_key) for key, found in pages.items()},
        )
        pages[survey.key] = load_survey_pages(fronts[survey.department], survey, today, lookups)
    return pages


def _load_answers(
    content: shape.Content, pages: dict[str, dict[str, SurveyPage]], now: datetime, counts: Counts
) -> None:
    for survey in content.surveys:
        stored = Survey.objects.get(key=pages[survey.key]["en"].translation_key)
        counts.sheets += load_waves(content, survey, stored, now)
        counts.waves += len(survey.waves)


def _load_work(content: shape.Content, office: Office, home: Page, counts: Counts) -> list[str]:
    """The addresses of the preview links."""
    counts.translations = take_up_translations(
        [page for page in office.pages.values() if isinstance(page, (OwnedPage, StandardPage))]
    )
    confirm_frame(home, office.staff["Gus"])
    set_days(content.desk, office)
    correct(content.desk, office)
    begin_translations(content, office)
    return load_drafts(content.desk, office)


def _front(department: Department) -> DepartmentPage:
    return DepartmentPage.objects.get(translation_key=department.page_key, locale__language_code="en")


def _load_pictures(content: shape.Content, departments: dict[str, Department]) -> dict[str, CityImage]:
    owners = {story.picture: story.department for story in (*content.articles, *content.events)}
    owners |= {department.picture: department.code for department in content.departments}
    owners |= {name: survey.department for survey in content.surveys for name in survey.pictures}
    images = {}
    for picture in content.pictures:
        image = load_picture(picture, picture.alt["en"])
        owner = departments.get(owners.get(picture.name, ""))
        image.collection = owner.collection if owner else Collection.get_first_root_node()
        image.save(update_fields=["collection"])
        images[picture.name] = image
    return images


def _load_pages(
    content: shape.Content,
    shelf: Shelf,
    home: Page,
    fronts: dict[str, DepartmentPage],
    counts: Counts,
) -> dict[str, Page]:
    """Everything but the surveys; the pages that links name, in the default language."""
    targets: dict[str, Page] = {"page:home": home}
    load_home(shelf, home, content.city)
    targets |= {f"page:{slug}": page for slug, page in title_indexes(shelf, home, content.city).items()}
    for page in content.pages:
        targets[f"page:{page.key}"] = load_standard_page(shelf, home, page)["en"]
    for department in content.departments:
        load_department_page(shelf, fronts[department.code], department)
        targets[f"department:{department.code}"] = fronts[department.code]
    for article in content.articles:
        targets[f"article:{article.key}"] = load_article(shelf, fronts[article.department], article)["en"]
        counts.articles += 1
    for event in content.events:
        targets[f"event:{event.key}"] = load_event(shelf, fronts[event.department], event)["en"]
        counts.events += 1
    return targets

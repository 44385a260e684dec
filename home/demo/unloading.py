"""Taking the demo city away again, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupApprovalTask, Page, PageLogEntry, Revision, Workflow
from wagtail_localize.models import String, Template

from home.demo.content import load_content, shape
from home.demo.loading.staff import DOMAIN, STAFF
from portal.accounts.models import User
from portal.core.models import AlertBanner, District, OutgoingMail, Topic
from portal.departments.models import Department, DepartmentGroup
from surveys.models import Survey
from surveys.services.removal import remove_survey


class NotTheDemoError(Exception):
    """Something that people have made stands where the demo would be removed; `args[0]` names it."""


@dataclass
class Removed:
    pages: int
    surveys: int
    pictures: int


@transaction.atomic
def unload_city_of_northmere(*, logins: Path) -> Removed:
    """Remove what `load_city_of_northmere` brought: its departments with all that is below, pictures, people.

    The front page and the lists stay, and so do the menu items that lead elsewhere than to the demo's pages.
    Raises NotTheDemoError when somebody has made or saved a page that would go.
    """
    content = load_content()
    codes = [department.code for department in content.departments]
    departments = list(Department.objects.filter(code__in=codes))
    _refuse_foreign_pages(departments, content)
    surveys = list(Survey.objects.filter(department__in=departments))
    for survey in surveys:
        remove_survey(survey=survey)
    pages = sum(_remove_pages(department) for department in departments)
    pictures = _remove_lists(content)
    String.objects.filter(segments=None, translations=None).delete()
    Template.objects.filter(segments=None).delete()
    for department in departments:
        _remove_department(department)
    _remove_unsent_mail()
    User.objects.filter(email__in=[f"{worker.name.lower()}@{DOMAIN}" for worker in STAFF]).delete()
    logins.unlink(missing_ok=True)
    return Removed(pages, len(surveys), pictures)


def _remove_lists(content: shape.Content) -> int:
    """Remove what belongs to no department; how many pictures."""
    _delete(_standard_pages(content))
    Topic.objects.filter(code__in=[topic.code for topic in content.topics]).delete()
    District.objects.filter(code__in=[district.code for district in content.districts]).delete()
    for banner in content.banners:
        # The words up to the first date, which is another every day.
        AlertBanner.objects.filter(text__en__startswith=banner.text["en"].split("{")[0]).delete()
    images = get_image_model().objects.filter(title__in=[picture.title["en"] for picture in content.pictures])
    return sum(bool(image.delete()) for image in list(images))


def _refuse_foreign_pages(departments: list[Department], content: shape.Content) -> None:
    """A page that somebody owns, or has saved since the demo was loaded, is theirs."""
    by_people = Revision.page_revisions.exclude(user=None)
    loaded = PageLogEntry.objects.filter(action="home.load_demo").order_by("timestamp").last()
    if loaded is not None:
        by_people = by_people.filter(created_at__gt=loaded.timestamp)
    theirs = set(by_people.values_list("object_id", flat=True))
    for page in _demo_pages(departments, content):
        if page.owner_id is not None or str(page.pk) in theirs:
            raise NotTheDemoError(page.title)


def _demo_pages(departments: list[Department], content: shape.Content) -> Iterator[Page]:
    for front in Page.objects.filter(translation_key__in=[department.page_key for department in departments]):
        yield from front.get_descendants(inclusive=True)
    yield from _standard_pages(content)


def _standard_pages(content: shape.Content) -> QuerySet[Page]:
    return Page.objects.filter(slug__in=[page.key for page in content.pages], depth=3)


def _remove_pages(department: Department) -> int:
    pages = Page.objects.filter(translation_key=department.page_key)
    total = sum(page.get_descendant_count() + 1 for page in pages)
    _delete(pages)
    return total


def _delete(pages: QuerySet[Page]) -> None:
    # The other languages of a page go with the first.
    while (page := pages.all().first()) is not None:
        page.delete()


def _remove_unsent_mail() -> None:
    """What was written to the people who work for the demo, and nobody has sent yet."""
    for mail in OutgoingMail.objects.all():
        if all(address.endswith(f"@{DOMAIN}") for address in mail.message["to"]):
            mail.delete()


def _remove_department(department: Department) -> None:
    collection = department.collection
    Group.objects.filter(
        pk__in=DepartmentGroup.objects.filter(department=department).values("group")
    ).delete()
    Workflow.objects.filter(name=f"{department.name}: approval").delete()
    GroupApprovalTask.objects.filter(name=f"{department.name}: publisher approves").delete()
    department.delete()
    if collection is not None:
        Collection.objects.get(pk=collection.pk).delete()

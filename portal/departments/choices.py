"""What a person may link to, show or offer for download: her own, and of pages also what everybody can read."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.accounts.models import User
from portal.core.policies import Policy, register_policy
from portal.departments.guard.choosers import choosable
from portal.departments.guard.media import documents_of, images_of


def choosable_images(images: QuerySet, user: User) -> QuerySet:
    return images.filter(pk__in=images_of(user).order_by().values("pk"))


def choosable_documents(documents: QuerySet, user: User) -> QuerySet:
    return documents.filter(pk__in=documents_of(user).order_by().values("pk"))


register_policy(
    Policy(Page, choosable, _("this page is not public and belongs to another department; choose another"))
)
register_policy(
    Policy(
        get_image_model(), choosable_images, _("this picture belongs to another department; choose another")
    )
)
register_policy(
    Policy(
        get_document_model(),
        choosable_documents,
        _("this document belongs to another department; choose another"),
    )
)

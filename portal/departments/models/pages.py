from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from portal.core.models import BasePage
from portal.departments.models.departments import Department
from portal.departments.queries import department_of


class OwnedPage(BasePage):
    """A page that belongs to the department below whose page it stands. Saving and moving keep that true."""

    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("department"),
    )

    review_on = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody should check that this page is still true."),
    )

    search_fields: ClassVar = [*BasePage.search_fields, index.FilterField("department")]

    promote_panels: ClassVar = [
        *BasePage.promote_panels,
        MultiFieldPanel([FieldPanel("review_on")], heading=_("Review")),
    ]

    class Meta:
        abstract = True

    @cached_property
    def department_page(self) -> Page | None:
        """The department's page above this one, in its language tree; the department's own page has none."""
        if self.department_id is None:
            return None
        # Nothing stands between the list of departments and a department's page.
        owned = (page for page in self.breadcrumbs if issubclass(page.specific_class, OwnedPage))
        page = next(owned, None)
        return page.specific if page is not None else None

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.path:
            self.department = department_of(self)
        super().save(*args, **kwargs)

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import PageBodyBlock
from portal.departments.models import OwnedPage


class StandardPage(OwnedPage):
    """A page of text: a department's, or the city's own when it stands below the front page."""

    body = StreamField(PageBodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar = [*OwnedPage.content_panels, FieldPanel("body")]
    search_fields: ClassVar = [*OwnedPage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar = ["home.HomePage", "home.DepartmentPage", "home.StandardPage"]
    subpage_types: ClassVar = ["home.StandardPage"]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

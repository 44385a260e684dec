from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import PageBodyBlock, ServiceBlock
from portal.core.completeness import undescribed_picture
from portal.core.models import BasePage
from portal.departments.models import OwnedPage


class DepartmentIndexPage(BasePage):
    """All departments."""

    max_count_per_parent = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["home.DepartmentPage"]
    template = "home/department_index_page.html"

    class Meta:
        verbose_name = _("list of departments")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home.queries import departments_of  # noqa: PLC0415  (it reads these models)

        departments = departments_of(self.locale)
        return {**super().get_context(request, *args, **kwargs), "departments": departments}


class DepartmentPage(OwnedPage):
    """A department's front page; what stands below belongs to the department."""

    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_text = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who do not see it."),
    )
    picture_decorates = models.BooleanField(
        _("the picture only decorates"),
        default=False,
        help_text=_("Who does not see it misses nothing."),
    )
    services = StreamField([("service", ServiceBlock())], verbose_name=_("services"), blank=True, max_num=8)
    body = StreamField(PageBodyBlock(), verbose_name=_("about the department"), blank=True)
    question = models.ForeignKey(
        "surveys.SurveyPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("one question"),
        help_text=_("The survey that this page asks."),
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    reply_time = models.CharField(_("when we reply"), max_length=120, blank=True)

    content_panels: ClassVar = [
        *OwnedPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_text"), FieldPanel("picture_decorates")],
            heading=_("Picture"),
        ),
        FieldPanel("services"),
        FieldPanel("body"),
        FieldPanel("question"),
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("phone"),
                FieldPanel("address"),
                FieldPanel("hours"),
                FieldPanel("reply_time"),
            ],
            heading=_("Contact"),
        ),
    ]
    search_fields: ClassVar = [
        *OwnedPage.search_fields,
        index.SearchField("body"),
        index.SearchField("services"),
    ]
    parent_page_types: ClassVar = ["home.DepartmentIndexPage"]
    subpage_types: ClassVar = [
        "news.ArticlePage",
        "news.EventPage",
        "surveys.SurveyPage",
        "home.StandardPage",
    ]
    template = "home/department_page.html"

    class Meta:
        verbose_name = _("department page")
        verbose_name_plural = _("department pages")

    def missing_texts(self) -> dict[str, str]:
        return {**super().missing_texts(), **undescribed_picture(self)}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home.queries import department_front_page  # noqa: PLC0415  (it reads these models)

        return {**super().get_context(request, *args, **kwargs), **department_front_page(self, request)}

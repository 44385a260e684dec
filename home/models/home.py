from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import PageBodyBlock
from portal.core.models import BasePage


class HomePage(BasePage):
    """The front page of the city in one language."""

    heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("Left empty, the title stands at the top of the page."),
    )
    question = models.ForeignKey(
        "surveys.SurveyPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("one question"),
        help_text=_("The survey that the front page asks."),
    )
    body = StreamField(PageBodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("question"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "news.NewsIndexPage",
        "home.DepartmentIndexPage",
        "surveys.SurveyIndexPage",
        "home.StandardPage",
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home.queries import front_page  # noqa: PLC0415  (it reads these models)

        return {**super().get_context(request, *args, **kwargs), **front_page(self, request)}

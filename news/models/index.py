from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from portal.core.models import BasePage


class NewsIndexPage(BasePage):
    """The news and events of all departments."""

    max_count_per_parent = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = []
    template = "news/news_index_page.html"

    class Meta:
        verbose_name = _("list of news")

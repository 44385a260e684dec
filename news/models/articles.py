from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from news.models.stories import StoryPage, StoryQuerySet, TopicLink


class ArticleQuerySet(StoryQuerySet):
    def newest_first(self) -> ArticleQuerySet:
        return self.order_by("-date", "-first_published_at", "-pk")


class ArticlePage(StoryPage):
    """A piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)

    content_panels: ClassVar = [
        *StoryPage.content_panels,
        FieldPanel("date"),
        StoryPage.picture_panel,
        FieldPanel("body"),
        StoryPage.topics_panel,
    ]
    search_fields: ClassVar = [*StoryPage.search_fields, index.FilterField("date")]
    template = "news/article_page.html"
    objects = PageManager.from_queryset(ArticleQuerySet)()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class ArticleTopic(TopicLink):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="topic_links")

    class Meta(TopicLink.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "topic"], name="news_a_topic_once_on_an_article"),
        ]

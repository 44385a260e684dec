from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale, Orderable
from wagtail.query import PageQuerySet
from wagtail.search import index

from news.blocks import ArticleBodyBlock
from portal.core.completeness import undescribed_picture
from portal.core.models import SOURCE_PARTS, Topic, is_private
from portal.core.pictures import fetch_picture, with_renditions
from portal.departments.models import OwnedPage


class StoryQuerySet(PageQuerySet):
    def listed_in(self, locale: Locale) -> StoryQuerySet:
        """What everybody may see in the tree of a language, aliases among it."""
        return self.live().filter(~is_private(), locale=locale)

    def of_department(self, code: str) -> StoryQuerySet:
        return self.filter(department__code=code)

    def about(self, topic: str) -> StoryQuerySet:
        return self.filter(topic_links__topic__code=topic)

    def with_language(self) -> StoryQuerySet:
        """With what tells the language of their texts."""
        return self.select_related(*SOURCE_PARTS)

    def for_cards(self) -> StoryQuerySet:
        """With what a card shows, without their bodies. Two queries more, however many there are."""
        return self.with_language().defer("body").prefetch_related(with_renditions())

    def with_topics(self) -> StoryQuerySet:
        return self.prefetch_related(self.model.topics_in_one_query())


class StoryPage(OwnedPage):
    """What an article and an event have in common."""

    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead picture"),
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
    picture_caption = models.CharField(_("caption"), max_length=200, blank=True)
    body = StreamField(ArticleBodyBlock(), verbose_name=_("body"), blank=True)

    picture_panel = MultiFieldPanel(
        [
            FieldPanel("picture"),
            FieldPanel("picture_text"),
            FieldPanel("picture_decorates"),
            FieldPanel("picture_caption"),
        ],
        heading=_("Lead picture"),
    )
    topics_panel = InlinePanel("topic_links", label=_("topic"), heading=_("Topics"), max_num=5)
    search_fields: ClassVar = [*OwnedPage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar = ["home.DepartmentPage"]
    subpage_types: ClassVar = []

    class Meta:
        abstract = True

    @classmethod
    def topics_in_one_query(cls) -> Prefetch:
        links = cls._meta.get_field("topic_links").related_model
        return Prefetch("topic_links", links.objects.select_related("topic"))

    def missing_texts(self) -> dict[str, str]:
        return {**super().missing_texts(), **undescribed_picture(self)}

    @property
    def topics(self) -> list[Topic]:
        return [link.topic for link in self.topic_links.all()]

    @property
    def department_title(self) -> str:
        return self.department_page.title if self.department_page else ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news.queries import story_context  # noqa: PLC0415  (it reads these models)

        fetch_picture(self)
        if not getattr(request, "is_preview", False):
            # A draft holds its topics itself, and may not be in the database at all.
            prefetch_related_objects([self], self.topics_in_one_query())
        return {**super().get_context(request, *args, **kwargs), **story_context(self, request)}


class TopicLink(Orderable):
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+", verbose_name=_("topic"))

    panels: ClassVar = [FieldPanel("topic")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.topic)

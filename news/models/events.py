from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from news.models.stories import StoryPage, StoryQuerySet, TopicLink
from portal.core.models import District

# How long an event without an end stays in the lists.
ASSUMED_LENGTH = timedelta(hours=2)


class EventQuerySet(StoryQuerySet):
    def coming_at(self, moment: datetime) -> EventQuerySet:
        """Those that are not over at `moment`, the soonest first."""
        without_end = Q(ends_at=None, starts_at__gt=moment - ASSUMED_LENGTH)
        return self.filter(Q(ends_at__gt=moment) | without_end).order_by("starts_at", "pk")


class EventPage(RoutablePageMixin, StoryPage):
    """Something that happens at a time and a place."""

    # A draft may not know it yet.
    starts_at = models.DateTimeField(_("starts"), null=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200)
    district = models.ForeignKey(
        District,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("district"),
    )

    content_panels: ClassVar = [
        *StoryPage.content_panels,
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("place"),
        FieldPanel("district"),
        StoryPage.picture_panel,
        FieldPanel("body"),
        StoryPage.topics_panel,
    ]
    search_fields: ClassVar = [
        *StoryPage.search_fields,
        index.SearchField("place"),
        index.FilterField("starts_at"),
    ]
    # A city has one map: nobody chooses another district for one language.
    override_translatable_fields: ClassVar = [
        *StoryPage.override_translatable_fields,
        SynchronizedField("district", overridable=False),
    ]
    template = "news/event_page.html"
    objects = PageManager.from_queryset(EventQuerySet)()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="news_event_ends_after_it_starts",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It must end after it starts.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "calendar_url": (self.get_url(request) or "") + "event.ics"}

    @path("event.ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        from news.calendars import calendar_response  # noqa: PLC0415  (it reads these models)

        return calendar_response([self], name=self.title, file_name=f"{self.slug}.ics")


class EventTopic(TopicLink):
    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="topic_links")

    class Meta(TopicLink.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "topic"], name="news_a_topic_once_on_an_event"),
        ]

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from portal.core.completeness import require_complete
from portal.core.languages import direction
from portal.core.models.stand_ins import StandIn
from portal.core.page_forms import CompletePageForm
from portal.core.page_rights import PageRights
from portal.core.spelling import respelled

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@dataclass(frozen=True)
class LanguageLink:
    """The way to one page in one language. `translated` is false where it leads to another page or language."""

    code: str
    name: str
    dir: str
    url: str
    current: bool
    translated: bool


# What tells the language of a page's texts, for `select_related`.
SOURCE_PARTS = ("locale", "alias_of__locale", "stand_in__source__locale")


def shown_source(page: Page) -> Page:
    """The page whose texts `page` shows: itself, or the one it stands in for untranslated."""
    if page.alias_of_id is not None:
        return page.alias_of
    stand_in = getattr(page, "stand_in", None)
    return stand_in.source if stand_in is not None else page


def is_translated() -> Q:
    """For a filter over pages: those that speak their own words, neither alias nor stand-in."""
    return Q(alias_of=None) & ~Q(pk__in=StandIn.objects.values("page"))


def is_private() -> Exists:
    """For a filter over pages: whether the page, or one above it, is private or stands in for a private one."""
    private = PageViewRestriction.objects.annotate(
        path=ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
    )
    below = Q(path__startswith=F("page__path")) | Q(path__startswith=F("page__aliases__path"))
    return Exists(private.filter(below))


class BasePage(Page):
    """What every page of the portal has: a summary, its ways in other languages, its place in the tree."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences. Shown below the title, in lists and by search engines."),
    )

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary")]
    search_fields: ClassVar = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("plain_words"),
        index.AutocompleteField("plain_title"),
        index.FilterField("alias_of"),
    ]
    override_translatable_fields: ClassVar = [SynchronizedField("slug", overridable=False)]
    base_form_class = CompletePageForm

    class Meta:
        abstract = True

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        # What was scheduled was complete then. What it refers to may be gone since: that does not hold it up.
        if revision.approved_go_live_at is None:
            require_complete(revision.as_object())
        super().publish(revision, *args, **kwargs)

    def missing_texts(self) -> dict[str, str]:
        """What publishing needs beyond the required fields: name of a field → what to do."""
        return {}

    def get_admin_display_title(self) -> str:
        # The draft title of a live page is nobody's business before it is published.
        return self.title if self.live else (self.draft_title or self.title)

    def plain_words(self) -> str:
        """For the index: the plain spelling of what stands in its other fields (see `spelling`)."""
        fields = self.get_searchable_search_fields()
        values = [field.get_value(self) for field in fields if field.field_name != "plain_words"]
        # A stream of blocks gives a list of texts.
        return respelled(" ".join(value if isinstance(value, str) else " ".join(value) for value in values))

    def plain_title(self) -> str:
        return respelled(self.title)

    def permissions_for_user(self, user: AbstractBaseUser) -> PageRights:
        return PageRights(user, self)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        # Told by the look-up of the address: where nothing at all is private, this page is not.
        if not getattr(self, "something_is_private", True):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    @cached_property
    def source(self) -> Page:
        """The page whose texts this one shows: itself, or the page it stands in for untranslated."""
        return shown_source(self)

    @cached_property
    def content_language(self) -> str:
        """Language code of the texts on this page; not that of its tree while it is untranslated."""
        return self.source.locale.language_code

    @cached_property
    def content_direction(self) -> str:
        return direction(self.content_language)

    @cached_property
    def is_untranslated(self) -> bool:
        return self.source.locale_id != self.locale_id

    @cached_property
    def breadcrumbs(self) -> list[Page]:
        """The pages above this one, from the home page down, without this one."""
        return list(self.get_ancestors().filter(depth__gt=1).live().order_by("depth"))

    @cached_property
    def language_links(self) -> list[LanguageLink]:
        """One link for each language of the city, in their order; to that language's home page if all else fails."""
        translations = {
            page.locale.language_code: page
            for page in Page.objects.filter(translation_key=self.translation_key, live=True).select_related(
                *SOURCE_PARTS
            )
        }
        return [self._language_link(code, name, translations.get(code)) for code, name in settings.LANGUAGES]

    def _language_link(self, code: str, name: str, page: Page | None) -> LanguageLink:
        current = self.locale.language_code == code
        real = page is not None and shown_source(page).locale_id == page.locale_id
        url = (page.url if page is not None else None) or f"/{code}/"
        return LanguageLink(code, name, direction(code), url, current, real)

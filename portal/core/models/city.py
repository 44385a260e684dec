from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from portal.core.fields import TranslatedField
from portal.core.languages import language_choices
from portal.core.scoped_forms import ScopedForm


@register_setting(icon="site", order=10)
class CitySettings(BaseSiteSetting, ClusterableModel):
    """Who this city is: its name, how it looks, how to reach it, what its menus hold."""

    class Theme(models.TextChoices):
        HARBOUR = "harbour", _("Harbour: deep teal")
        FOREST = "forest", _("Forest: green")
        BRICK = "brick", _("Brick: red")
        NIGHT = "night", _("Night: blue")

    name = TranslatedField(_("name of the city"), max_length=80)
    tagline = TranslatedField(_("tagline"), max_length=160, blank=True)
    theme = models.CharField(_("colours"), max_length=20, choices=Theme.choices, default=Theme.HARBOUR)
    default_language = models.CharField(
        _("default language"), max_length=10, choices=language_choices, default=settings.LANGUAGE_CODE
    )
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = TranslatedField(_("postal address"), max_length=200, blank=True, long=True)

    base_form_class = ScopedForm
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("tagline"),
                    FieldPanel("theme"),
                    FieldPanel("default_language"),
                    MultiFieldPanel(
                        [FieldPanel("contact_email"), FieldPanel("contact_phone"), FieldPanel("address")],
                        heading=_("Contact"),
                    ),
                ],
                heading=_("City"),
            ),
            ObjectList([InlinePanel("menu_items", label=_("menu item"))], heading=_("Menus and top tasks")),
        ]
    )

    class Meta:
        verbose_name = _("city")

    def __str__(self) -> str:
        return str(self.name)


class MenuItem(Orderable):
    """One line of a menu: a page (shown in the visitor's language) or another address."""

    class Menu(models.TextChoices):
        MAIN = "main", _("Main menu")
        TASKS = "tasks", _("Top tasks on the home page")
        FOOTER = "footer", _("Foot of every page")

    city = ParentalKey(CitySettings, on_delete=models.CASCADE, related_name="menu_items")
    menu = models.CharField(_("menu"), max_length=10, choices=Menu.choices, default=Menu.MAIN)
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page"),
    )
    url = models.CharField(_("other address"), max_length=500, blank=True)
    label = TranslatedField(
        _("label"), max_length=60, blank=True, help_text=_("Left empty, the title of the page is shown.")
    )

    panels: ClassVar = [
        FieldPanel("menu"),
        PageChooserPanel("page"),
        FieldPanel("url"),
        FieldPanel("label"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("menu item")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, url="") | (Q(page__isnull=True) & ~Q(url="")),
                name="core_menu_item_leads_to_one_place",
            ),
        ]

    def __str__(self) -> str:
        return str(self.label) or (self.page.title if self.page else self.url)

    def clean(self) -> None:
        if bool(self.page_id) == bool(self.url):
            raise ValidationError({"page": _("Choose a page or write an address, one of the two.")})
        if self.url and not self.label:
            raise ValidationError({"label": _("An address needs a label.")})
        if self.url and not self.url.startswith(("/", "https://", "http://", "mailto:", "tel:")):
            raise ValidationError(
                {"url": _("Begin with https://, mailto:, tel: or / for a place on this site.")}
            )


class AlertBannerQuerySet(models.QuerySet["AlertBanner"]):
    def showing_at(self, moment: datetime) -> AlertBannerQuerySet:
        """Those whose time has come and not passed: `starts_at <= moment < ends_at`."""
        return self.filter(starts_at__lte=moment).filter(Q(ends_at__isnull=True) | Q(ends_at__gt=moment))


class AlertBanner(models.Model):
    """A notice at the head of every page."""

    class Level(models.TextChoices):
        MAJOR = "major", _("Emergency")
        MINOR = "minor", _("Warning")
        ANNOUNCEMENT = "announcement", _("Announcement")

    level = models.CharField(_("level"), max_length=15, choices=Level.choices, default=Level.ANNOUNCEMENT)
    text = TranslatedField(_("text"), max_length=240, long=True)
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page"),
    )
    starts_at = models.DateTimeField(_("shown from"))
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)

    objects = AlertBannerQuerySet.as_manager()

    base_form_class = ScopedForm
    panels: ClassVar = [
        FieldPanel("level"),
        FieldPanel("text"),
        PageChooserPanel("link_page"),
        FieldPanel("starts_at"),
        FieldPanel("ends_at"),
    ]

    class Meta:
        verbose_name = _("alert banner")
        verbose_name_plural = _("alert banners")
        ordering: ClassVar = ["-starts_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="core_alert_banner_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)

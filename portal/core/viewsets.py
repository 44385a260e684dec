"""What administrators keep for the whole city beside its settings."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from portal.core.districts.views import DistrictsView, OutlinesView
from portal.core.models import AlertBanner, District, Topic


def has_outline(district: District) -> bool:
    return bool(district.outline)


class TopicViewSet(ModelViewSet):
    model = Topic
    name = "topics"
    icon = "tag"
    menu_label = _("Topics")
    list_display = ("__str__", Column("code", label=_("Code"), sort_key="code"))
    copy_view_enabled = False
    form_fields = ("code", "name")
    search_fields = ("code",)


class AlertBannerViewSet(ModelViewSet):
    model = AlertBanner
    name = "alert-banners"
    icon = "warning"
    menu_label = _("Alert banners")
    list_display = (
        "__str__",
        Column("level", label=_("Level"), accessor="get_level_display"),
        DateColumn("starts_at", label=_("Shown from"), sort_key="starts_at"),
        DateColumn("ends_at", label=_("Shown until"), sort_key="ends_at"),
    )
    form_fields = ("level", "text", "link_page", "starts_at", "ends_at")


class DistrictViewSet(ModelViewSet):
    model = District
    name = "districts"
    icon = "globe"
    menu_label = _("Districts")
    index_view_class = DistrictsView
    list_display = (
        "__str__",
        Column("code", label=_("Code"), sort_key="code"),
        Column("population", label=_("Population"), sort_key="population"),
        BooleanColumn("outline", label=_("Outline"), accessor=has_outline),
    )
    copy_view_enabled = False
    form_fields = ("code", "name", "population", "order")
    search_fields = ("code",)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("outlines/", OutlinesView.as_view(), name="outlines")]


class CityViewSetGroup(ModelViewSetGroup):
    menu_label = _("City")
    menu_icon = "home"
    menu_order = 300
    items = (AlertBannerViewSet, TopicViewSet, DistrictViewSet)

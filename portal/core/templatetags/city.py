from __future__ import annotations

import json
from typing import Any

from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.blocks import StreamValue
from wagtail.models import Site

from portal.core.assets import module, sheet, stylesheet
from portal.core.frame import Frame, frame_of
from portal.core.languages import in_sentence
from portal.core.models import AlertBanner, CitySettings
from portal.core.navigation import Navigation

register = template.Library()

# Each city colour as the browser's own bar shows it; the same as --brand in tokens.css.
THEME_COLOURS = {"harbour": "#0a4858", "forest": "#174b2a", "brick": "#632e24", "night": "#2b3e6a"}
JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def inline_css() -> SafeString:
    # Our own file, and any other byte would not match the hash in the policy.
    return mark_safe(f"<style>{stylesheet()}</style>")  # noqa: S308


@register.simple_tag
def inline_module(name: str) -> SafeString:
    return mark_safe(f'<script type="module">{module(name)}</script>')  # noqa: S308


@register.simple_tag
def inline_sheet(name: str) -> SafeString:
    return mark_safe(f"<style>{sheet(name)}</style>")  # noqa: S308


@register.simple_tag
def inline_asking(*modules: str) -> SafeString:
    """What questions need in a page's head: their styles, their controls, and `modules` that send the answers."""
    scripts = "".join(inline_module(name) for name in ("controls", *modules))
    return mark_safe(f"<style>{sheet('questions')}</style>{scripts}")  # noqa: S308


@register.simple_tag(takes_context=True)
def page_frame(context: RequestContext) -> Frame:
    return frame_of(context.flatten())


@register.simple_tag
def json_ld(data: dict[str, Any] | None) -> SafeString:
    """Facts for search engines. A data block is never run, so the policy has no say in it."""
    if not data:
        return mark_safe("")
    text = json.dumps(data, ensure_ascii=False, default=str).translate(JSON_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


@register.simple_tag(takes_context=True)
def staff_bar(context: RequestContext) -> SafeString | str:
    """Wagtail's bar, in previews only: it brings scripts that public pages do not allow."""
    request = context.get("request")
    if request is None or not getattr(request, "is_preview", False):
        return ""
    bar = wagtailuserbar(context)
    # Before the checker in the bar starts, which waits until all is loaded.
    script = format_html('<script defer src="{}"></script>', static("js/admin/preview_checks.js"))
    return script + bar if bar else ""


@register.simple_tag(takes_context=True)
def may_edit(context: RequestContext) -> bool:
    """Whether to offer the way to the editor. A visitor without a session is not looked up."""
    request = context.get("request")
    if (
        request is None
        or getattr(request, "is_preview", False)
        or settings.SESSION_COOKIE_NAME not in request.COOKIES
    ):
        return False
    return bool(request.user.has_perm("wagtailadmin.access_admin"))


@register.simple_tag
def alert_url(navigation: Navigation, alert: AlertBanner) -> str:
    return navigation.alert_url(alert)


@register.filter
def language_in_sentence(name: str) -> str:
    return in_sentence(str(name), get_language() or "")


@register.simple_tag(takes_context=True)
def city_name(context: RequestContext) -> str:
    """What the staff's screens are headed with; they are never without the request."""
    # Before a city is founded, and for an address that belongs to no site, there are no settings.
    if Site.find_for_request(context["request"]) is None:
        return settings.WAGTAIL_SITE_NAME
    return str(CitySettings.for_request(context["request"]).name) or settings.WAGTAIL_SITE_NAME


@register.filter
def theme_colour(theme: str) -> str:
    return THEME_COLOURS.get(theme, THEME_COLOURS["harbour"])


@register.filter
def has_block(body: StreamValue | None, name: str) -> bool:
    """Whether a body holds a block of this kind: its script is left out where it does not."""
    return any(block.block_type == name for block in body or ())

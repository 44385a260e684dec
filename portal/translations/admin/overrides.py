"""What may stand in one language in place of the source's picture, document, page or address."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment
from wagtail_localize.views.edit_translation import (
    FieldHasNoEditPanelError,
    TabHelper,
    get_segment_location_info,
)

from portal.accounts.models import User
from portal.departments.guard.choosers import choosable
from portal.departments.guard.media import documents_of, images_of

# A browser passes over spaces and control characters within the scheme of an address.
BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]+")
RUNS = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)


def is_harmless(user: User, text: str) -> bool:
    return not RUNS.match(BLANK.sub("", text))


def is_own_image(user: User, pk: str) -> bool:
    return pk.isdecimal() and images_of(user).filter(pk=pk).exists()


def is_own_document(user: User, pk: str) -> bool:
    return pk.isdecimal() and documents_of(user).filter(pk=pk).exists()


def is_choosable_page(user: User, pk: str) -> bool:
    return pk.isdecimal() and choosable(Page.objects.filter(pk=pk), user).exists()


# By the kind of the field's widget in the editor. What has another kind cannot be overridden.
ALLOWED: dict[str, Callable[[User, str], bool]] = {
    "text": is_harmless,
    "image_chooser": is_own_image,
    "document_chooser": is_own_document,
    "page_chooser": is_choosable_page,
}


def override_is_allowed(request: HttpRequest, segment_id: int) -> bool:
    """Whether the person may put the value that is sent in that place. Taking an override back always is allowed."""
    if request.method != "PUT":
        return True
    segment = OverridableSegment.objects.filter(pk=segment_id).select_related("source", "context").first()
    check = ALLOWED.get(_kind(segment)) if segment is not None else None
    value = sent_value(request)
    return check is not None and value is not None and check(request.user, value)


def _kind(segment: OverridableSegment) -> str:
    source = segment.source.get_source_instance()
    place = segment.context.get_field_path(source)
    try:
        info = get_segment_location_info(source, TabHelper(source), segment.context.path, place, widget=True)
    except FieldHasNoEditPanelError:
        return ""
    return str(info["widget"]["type"])


def sent_value(request: HttpRequest) -> str | None:
    """The field `value` of a form that was sent by PUT, of which Django makes nothing by itself; None without it."""
    # In the character set that the sender names: so does the view that stores it.
    body, encoding = request.body, request.encoding
    if request.content_type != "multipart/form-data":
        return QueryDict(body, encoding=encoding).get("value")
    try:
        parser = MultiPartParser(request.META, BytesIO(body), request.upload_handlers, encoding)
        fields, _files = parser.parse()
    except MultiPartParserError:
        return None
    return fields.get("value")

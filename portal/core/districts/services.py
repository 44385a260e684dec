from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from portal.core.districts.geojson import Fault, InvalidGeoJsonError, Shape, read_shapes
from portal.core.fields import Translated
from portal.core.models import District

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@dataclass(frozen=True)
class Imported:
    """Codes of districts: new ones, those with a new outline, and those that the file does not name."""

    created: tuple[str, ...]
    updated: tuple[str, ...]
    untouched: tuple[str, ...]


@transaction.atomic
def import_districts(*, data: bytes, user: AbstractBaseUser | None = None) -> Imported:
    """Take the outlines, and names where given, from a GeoJSON file. Districts that it does not name stay.

    InvalidGeoJsonError when anything is wrong with the file; then nothing is stored.
    """
    shapes = read_shapes(data)
    for number, shape in enumerate(shapes, start=1):
        _check_code(shape, number)
    known = {district.code: district for district in District.objects.all()}
    order = District.objects.aggregate(last=Max("order"))["last"] or 0
    for shape in shapes:
        district = known.get(shape.code)
        if district is None:
            order += 1
            district = District(code=shape.code, order=order)
        _store(district, shape, user)
    named = {shape.code for shape in shapes}
    return Imported(
        created=tuple(shape.code for shape in shapes if shape.code not in known),
        updated=tuple(shape.code for shape in shapes if shape.code in known),
        untouched=tuple(sorted(set(known) - named)),
    )


def _check_code(shape: Shape, number: int) -> None:
    try:
        District._meta.get_field("code").clean(shape.code, None)
        validate_slug(shape.code)
    except ValidationError as error:
        raise InvalidGeoJsonError(Fault.NO_CODE, number, shape.code) from error


def _store(district: District, shape: Shape, user: AbstractBaseUser | None) -> None:
    languages = dict(settings.LANGUAGES)
    given = {code or settings.LANGUAGE_CODE: name[:80] for code, name in shape.names.items()}
    district.name = Translated(
        {**district.name, **{code: name for code, name in given.items() if code in languages}}
    ) or Translated({settings.LANGUAGE_CODE: shape.code})
    district.outline = shape.geometry()
    is_new = district.pk is None
    district.save()
    log(district, "wagtail.create" if is_new else "wagtail.edit", user=user, content_changed=True)

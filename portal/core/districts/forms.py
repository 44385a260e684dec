from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.districts.geojson import MOST_BYTES, Fault, InvalidGeoJsonError

REASONS = {
    Fault.TOO_LARGE: _("The file is too large. Leave points out, or split it."),
    Fault.NOT_JSON: _("This is not a GeoJSON file."),
    Fault.NO_COLLECTION: _("The file must hold a “FeatureCollection”."),
    Fault.EMPTY: _("The file holds no districts."),
    Fault.TOO_MANY: _("The file holds more than 500 areas."),
    Fault.NO_CODE: _(
        "Area %(feature)s needs a property “code” of letters without accents, digits and hyphens."
    ),
    Fault.CODE_TWICE: _("Area %(feature)s repeats the code “%(detail)s”."),
    Fault.NO_AREA: _("Area %(feature)s has no outline that can be read: a polygon is needed."),
    Fault.OPEN_RING: _("An outline of area %(feature)s does not end where it begins."),
    Fault.NO_DEGREES: _(
        "Area %(feature)s is not in longitude and latitude. Convert the file to WGS 84 first."
    ),
}


class OutlinesForm(forms.Form):
    file = forms.FileField(
        label=_("GeoJSON file"),
        help_text=_(
            "One area for each district, with the properties “code” and, if wanted, “name”, and names in other "
            "languages, such as “name_es”. Districts that are not in the file stay as they are."
        ),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(REASONS[Fault.TOO_LARGE])
        return file

    def refuse(self, error: InvalidGeoJsonError) -> None:
        """Say beside the field what is wrong with the file."""
        shown = {"feature": error.feature, "detail": error.detail}
        self.add_error("file", forms.ValidationError(REASONS[error.fault], params=shown))

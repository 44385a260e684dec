from __future__ import annotations

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def plain(field: BoundField) -> SafeString:
    """The bare control: without a placeholder (the label stands above) and without the browser's own checks."""
    field.form.use_required_attribute = False
    return field.as_widget(attrs={"placeholder": False})

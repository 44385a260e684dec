"""Forms that let nobody refer to what belongs to others, however its number came into the form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model
from django.forms import ModelForm
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import StreamValue
from wagtail.models import RevisionMixin

from portal.core.references import Find, Reference, finds, references_in, refused


class ScopedReferences:
    """Newly, a person may only refer to what she may choose (`policies`); what was there already may stay.

    "There already" is what the row or any of its revisions holds: whoever put it there was asked then.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Before cleaning writes what was sent into the row.
        self._at_first = set(references_in(self.instance)) if self.is_bound and self.for_user else set()

    def is_valid(self) -> bool:
        valid = super().is_valid()
        return not self._refusals and valid

    @cached_property
    def _refusals(self) -> dict[tuple[ModelForm, str], list[Find]]:
        """What was refused, by form and field; each field then says so, and shows it no more."""
        if self.for_user is None or not self.is_bound:
            return {}
        made = [(form, name, find) for form, name, find in self._references_made() if self._is_new(find)]
        strange = refused((find.reference for _form, _name, find in made), self.for_user)
        strange -= self._stored if strange else set()
        refusals: dict[tuple[ModelForm, str], list[Find]] = defaultdict(list)
        for form, name, find in made:
            if find.reference in strange:
                refusals[form, name].append(find)
        for (form, name), found in refusals.items():
            form.add_error(name, self._complaint(form, name, found[0]))
            # The form that comes back would tell the title of what was sent by its number.
            form.fields[name].bound_data = partial(_without, {find.place for find in found})
        return refusals

    def _is_new(self, find: Find) -> bool:
        return find.reference not in self._at_first

    def _references_made(self) -> Iterator[tuple[ModelForm, str, Find]]:
        yield from _references_of_form(self)
        for formset in self.formsets.values():
            for form in formset.forms:
                if form not in formset.deleted_forms:
                    yield from _references_of_form(form)

    @cached_property
    def _stored(self) -> set[Reference]:
        """What the row and its revisions refer to."""
        row = self.instance
        if row.pk is None:
            return set()
        stored: list[Model] = [type(row)._default_manager.get(pk=row.pk)]
        if isinstance(row, RevisionMixin):
            stored += (revision.as_object() for revision in row.revisions.all())
        return {reference for each in stored for reference in references_in(each)}

    def _complaint(self, form: ModelForm, name: str, find: Find) -> ValidationError:
        label = capfirst(str(form.fields[name].label or name))
        place = f"{label} › {find.part}" if find.part else label
        message = _("%(place)s: %(refusal)s")
        return ValidationError(message, params={"place": place, "refusal": find.reference.policy.refusal})


class ScopedForm(ScopedReferences, WagtailAdminModelForm):
    """For rows that are no pages."""


def _without(places: set[int | None], data: Any, initial: Any) -> Any:
    """`data` without the blocks in `places`; `initial` where it is no stream of blocks."""
    if not isinstance(data, StreamValue):
        return initial
    for place in sorted(places, reverse=True):
        del data[place]
    return data


def _references_of_form(form: ModelForm) -> Iterator[tuple[ModelForm, str, Find]]:
    """Of all that was sent, whether it is valid or not."""
    for name in form.fields:
        try:
            field = form.instance._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        for find in finds(field, form[name].data):
            yield form, name, find

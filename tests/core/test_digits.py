from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from news.models import ArticlePage
from portal.core.fields import Translated
from portal.core.models import District, Topic
from surveys.admin.forms import ScheduleWaveForm
from surveys.blocks import CODE
from tests.factories import make_article, translate


def save_district(client, population):
    texts = {"name_en": "Mill", "name_es": "", "name_ar": ""}
    form = {"code": "mill", "population": population, "order": "٣", **texts}
    return client.post(reverse("districts:add"), form)


@pytest.mark.parametrize("typed", ["12500", "١٢٥٠٠", "۱۲۵۰۰", "١٢٬٥٠٠", "\u200f١٢٥٠٠"])
def test_a_number_may_be_typed_with_the_digits_of_another_script(client, city, gus, typed):
    client.force_login(gus)
    save_district(client, typed)
    district = District.objects.get()
    assert (district.population, district.order) == (12_500, 3)


@pytest.mark.parametrize("typed", ["-٥", "١٢٫٥", "twelve", "١٢x"])
def test_what_is_no_whole_number_is_refused_in_any_script(client, city, gus, typed):
    client.force_login(gus)
    assert save_district(client, typed).context["form"].errors.keys() == {"population"}
    assert not District.objects.exists()


def test_the_number_is_not_asked_for_by_an_input_that_swallows_such_digits(client, city, gus):
    client.force_login(gus)
    page = client.get(reverse("districts:add")).content.decode()
    assert '<input type="text" name="population" inputmode="numeric" dir="ltr"' in page
    assert 'type="number"' not in page


@pytest.mark.parametrize("typed", ["٢٠٢٧-٠١-١٥", "2027-01-15"])
def test_a_day_may_be_typed_with_them_too(parks, typed):
    form = ArticlePage.get_edit_handler().get_form_class()
    field = form.base_fields["date"]
    assert field.clean(typed) == date(2027, 1, 15)


def test_the_times_of_a_wave_may_be_typed_with_them_too():
    form = ScheduleWaveForm({"opens_at": "٢٠٩٩-٠١-١٥ ٠٨:٣٠", "closes_at": "2099-02-15 08:30"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["opens_at"].isoformat()[:16] == "2099-01-15T08:30"


@pytest.mark.parametrize("code", ["٣", "q٣", "۳"])
def test_codes_take_only_western_digits(city, code):
    with pytest.raises(ValidationError):
        CODE(code)
    with pytest.raises(ValidationError):
        Topic(code=code, name=Translated(en="Three")).full_clean()
    with pytest.raises(ValidationError):
        District(code=code, name=Translated(en="Three")).full_clean()


def test_figures_and_days_are_written_as_each_language_writes_them(client, parks):
    article = make_article(parks, "Trees", slug="trees", date=date(2026, 11, 18))
    assert "18 November 2026" in client.get(article.url).content.decode()
    translate(article, "ar", title="أشجار")
    assert "18 نوفمبر 2026" in client.get("/ar/departments/parks/trees/").content.decode()

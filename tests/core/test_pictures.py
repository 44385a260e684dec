from __future__ import annotations

import pytest

from portal.core.models import CityRendition
from portal.core.pictures import FILTERS
from portal.core.tasks import make_renditions_task
from tests.factories import make_picture

pytestmark = pytest.mark.django_db


def test_a_new_picture_is_made_in_all_sizes_before_anybody_looks(city):
    picture = make_picture()

    assert set(CityRendition.objects.filter(image=picture).values_list("filter_spec", flat=True)) == set(
        FILTERS
    )


def test_a_picture_that_is_gone_needs_no_sizes(city):
    make_renditions_task.enqueue(4711)

    assert not CityRendition.objects.exists()

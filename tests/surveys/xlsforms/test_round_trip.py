from __future__ import annotations

import pytest

from surveys.blocks import QuestionsBlock
from surveys.content import questions_in
from surveys.domain.kinds import Kind
from surveys.domain.soundness import findings
from surveys.xlsforms.taking import take
from surveys.xlsforms.writing import write
from tests.surveys.xlsforms.forms import CITY, difference
from tests.surveys.xlsforms.whole import LANGUAGES, every_kind, survey, with_conditions

pytestmark = pytest.mark.django_db


def there_and_back(original):
    return take(write(original, "streets", {}), CITY, "")


def test_a_survey_with_every_kind_and_setting_comes_back_the_same_in_three_languages():
    original = survey(*every_kind())
    came_back = there_and_back(original)
    assert came_back.not_taken == ()
    assert difference(came_back.survey, original) is None


def test_every_kind_of_condition_comes_back_the_same():
    original = survey(*with_conditions())
    came_back = there_and_back(original)
    assert came_back.not_taken == ()
    assert difference(came_back.survey, original) is None


def test_the_survey_that_goes_there_and_back_is_one_that_editors_may_publish():
    kinds = {block["type"] for block in with_conditions()}
    assert kinds == {kind.value for kind in Kind} - {Kind.IMAGES}
    for blocks in (every_kind(), with_conditions()):
        for language in LANGUAGES:
            stream = QuestionsBlock().to_python(survey(*blocks).blocks_in(language))
            QuestionsBlock().clean(stream)
            assert findings(questions_in(stream, language)) == []

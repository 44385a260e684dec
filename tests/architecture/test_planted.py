"""Each rule finds the violation that is planted here, and leaves the decent neighbour alone."""

from __future__ import annotations

import pytest

from tests.architecture.checks import RULES

FUTURE = "from __future__ import annotations\n"

# rule, file, content that breaks it, content that keeps it
PLANTED = [
    pytest.param(
        "relations_point_down",
        "surveys/models.py",
        'page = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE)',
        'page = models.ForeignKey("departments.Department", on_delete=models.CASCADE)',
        id="a_survey_tied_to_an_article",
    ),
    pytest.param(
        "relations_point_down",
        "portal/core/jobs.py",
        'Article = apps.get_model("news.ArticlePage")',
        'Page = apps.get_model("wagtailcore", "Page")',
        id="the_ground_floor_looks_up_an_article",
    ),
    pytest.param(
        "relations_point_down",
        "news/models.py",
        'case = models.ForeignKey(to="feedback.Case", on_delete=models.CASCADE)',
        'survey = PageChooserBlock("surveys.SurveyPage")',
        id="news_tied_to_its_sibling",
    ),
    pytest.param(
        "templates_use_what_is_below",
        "surveys/templates/surveys/page.html",
        '{% include "news/teaser.html" only %}',
        '{% extends "base.html" %}{% include "surveys/question.html" %}',
        id="a_survey_shows_a_news_template",
    ),
    pytest.param(
        "apps_are_entered_by_their_doors",
        "home/models.py",
        "from surveys.domain.estimates import wilson",
        "from surveys.queries import open_surveys\nfrom portal.core.fields import TranslatedField",
        id="home_reaches_into_the_rules_of_surveys",
    ),
    pytest.param(
        "apps_are_entered_by_their_doors",
        "home/models.py",
        "from portal.departments import wagtail_hooks",
        "from portal.departments import models\nfrom .search import find",
        id="home_reaches_into_the_hooks_of_departments",
    ),
    pytest.param(
        "apps_are_entered_by_their_doors",
        "news/models.py",
        "from surveys.queries import open_surveys",
        "from surveys.blocks import MicroSurveyBlock",
        id="news_reads_answers",
    ),
    pytest.param(
        "rules_are_given_time_and_chance",
        "surveys/domain/rotation.py",
        "moment = datetime.now(UTC)",
        "from random import Random\ndef draw(chance: Random): return chance.random()",
        id="a_rule_reads_the_clock",
    ),
    pytest.param(
        "rules_are_given_time_and_chance",
        "surveys/domain/identity.py",
        "import secrets",
        "import hmac",
        id="a_rule_makes_its_own_secret",
    ),
    pytest.param("files_are_short", "home/search.py", "a = 1\n" * 301, "a = 1\n" * 300, id="301_lines"),
    pytest.param(
        "functions_are_short",
        "home/search.py",
        "def find():\n" + "    a = 1\n" * 40,
        "def find():\n" + "    a = 1\n" * 39,
        id="a_function_of_41_lines",
    ),
    pytest.param("no_junk_drawers", "home/utils.py", "", None, id="a_utils_file"),
    pytest.param("no_junk_drawers", "home/helpers/dates.py", "", None, id="a_helpers_folder"),
    pytest.param(
        "private_names_stay_in_their_file",
        "home/search.py",
        "from home.models import _secret",
        "from django.utils.translation import gettext as _",
        id="a_private_name_imported",
    ),
    pytest.param(
        "annotations_are_postponed",
        "home/search.py",
        "import os",
        f"{FUTURE}import os",
        id="no_future_import",
    ),
    pytest.param(
        "services_are_called_by_keyword",
        "news/services.py",
        "def publish(article): ...",
        "def publish(*, article): ...\n\ndef _check(article): ...",
        id="a_service_called_by_position",
    ),
    pytest.param(
        "services_are_called_by_keyword",
        "news/services/publication.py",
        "def publish(*, request): ...",
        "def publish(*, user): ...",
        id="a_service_that_knows_the_request",
    ),
    pytest.param("one_initial_migration", "home/migrations/0002_more.py", "", None, id="a_second_migration"),
    pytest.param(
        "templates_are_short", "home/templates/home/a.html", "<p>\n" * 101, "<p>\n" * 100, id="101_lines"
    ),
    pytest.param("templates_are_plain", "home/templates/a.html", '<p style="color: red">', "<p>", id="style"),
    pytest.param(
        "templates_are_plain", "home/templates/a.html", "<style>p{}</style>", "<p>", id="style_element"
    ),
    pytest.param("templates_are_plain", "home/templates/a.html", "<script>a()</script>", "<p>", id="script"),
    pytest.param("templates_are_plain", "home/templates/a.html", '<a onclick="a()">', "<p>", id="event"),
    pytest.param("templates_are_plain", "home/templates/a.html", "{{ text|safe }}", "{{ text }}", id="safe"),
    pytest.param(
        "templates_are_plain",
        "home/templates/a.html",
        "{% blocktranslate %}\n  Hello\n{% endblocktranslate %}",
        "{% blocktranslate trimmed with name=page.title %}\n  Hello\n{% endblocktranslate %}",
        id="untrimmed_message",
    ),
    pytest.param(
        "templates_are_plain",
        "home/templates/a.html",
        '{% include "components/card.html" with title=title %}',
        '{% include "components/card.html" with title=title only %}',
        id="a_component_that_sees_everything",
    ),
    pytest.param(
        "mail_has_plain_text",
        "news/templates/news/mail/weekly_message.html",
        "<p>Hello</p>",
        None,
        id="a_mail_in_html_only",
    ),
    pytest.param(
        "no_block_in_a_condition",
        "home/templates/a.html",
        '{% extends "base.html" %}{% if a %}{% block main %}{% endblock %}{% endif %}',
        '{% extends "base.html" %}{% block main %}{% if a %}b{% endif %}{% endblock %}',
        id="a_block_within_a_condition",
    ),
    pytest.param(
        "messages_are_whole_sentences", "home/a.py", '_(f"{n} left")', '_("%(n)s left")', id="f_string"
    ),
    pytest.param("messages_are_whole_sentences", "home/a.py", '_("%s left" % n)', '_("Left")', id="percent"),
    pytest.param(
        "messages_are_whole_sentences", "home/a.py", '_("{} left".format(n))', '_("100%")', id="format"
    ),
    pytest.param(
        "messages_are_whole_sentences", "home/a.py", '_("%d left")', '_("100 %% of it")', id="unnamed"
    ),
    pytest.param(
        "messages_are_whole_sentences",
        "home/a.py",
        'ngettext("%(n)s bin", "<b>%(n)s</b> bins", n)',
        'ngettext("%(n)s bin", "%(n)s bins", n)',
        id="markup_in_a_plural",
    ),
    pytest.param(
        "template_messages_hold_no_markup",
        "home/templates/a.html",
        "{% blocktranslate trimmed %}Read <a>this</a>{% endblocktranslate %}",
        "<p>{% blocktranslate trimmed %}Read this{% endblocktranslate %}</p>",
        id="markup_in_a_template_message",
    ),
    pytest.param("top_level_is_fixed", "scripts/run.py", "", None, id="a_new_folder"),
    pytest.param("top_level_is_fixed", "notes.md", "", None, id="a_new_file"),
    pytest.param(
        "nothing_of_one_machine",
        "docs/a.md",
        "See https://" + "pypi" + ".org/x",
        "See /en/work/x",
        id="registry",
    ),
    pytest.param("nothing_of_one_machine", "docs/a.md", "cd /" + "work/main", "cd portal", id="path"),
]


def findings(rule, root, name, content):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return list(RULES[rule](root))


@pytest.mark.parametrize(("rule", "name", "broken", "kept"), PLANTED)
def test_a_planted_violation_is_found(rule, name, broken, kept, tmp_path):
    found = findings(rule, tmp_path, name, broken)
    assert found
    assert found[0].path.startswith(name.split("/")[0])
    if kept is not None:
        assert not findings(rule, tmp_path, name, kept)


def test_a_tag_library_of_a_higher_app_is_found(tmp_path):
    (tmp_path / "news/templatetags").mkdir(parents=True)
    (tmp_path / "news/templatetags/stories.py").write_text(FUTURE)
    assert findings(
        "templates_use_what_is_below", tmp_path, "surveys/templates/a.html", "{% load i18n stories %}"
    )
    assert not findings(
        "templates_use_what_is_below", tmp_path, "surveys/templates/a.html", "{% load i18n %}"
    )


def test_every_rule_has_a_planted_violation():
    assert {case.values[0] for case in PLANTED} == set(RULES)

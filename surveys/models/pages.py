from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from portal.core.models import BasePage
from portal.departments.models import OwnedPage
from surveys.blocks import QuestionsBlock
from surveys.coding import assign_codes, check_names, given_before
from surveys.models.surveys import WhenStale
from surveys.panels import QuestionsPanel


class SurveyIndexPage(BasePage):
    """Everything that residents are asked, and what came of it."""

    max_count_per_parent = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = []
    template = "surveys/survey_index_page.html"

    class Meta:
        verbose_name = _("list of surveys")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from surveys.presentation import survey_index_context  # noqa: PLC0415  (it reads these models)

        return {**super().get_context(request, *args, **kwargs), **survey_index_context(self)}


class SurveyPage(RoutablePageMixin, OwnedPage):
    """A survey in one language. What has been asked and answered hangs on its `Survey`, not on this page."""

    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)
    thanks = models.CharField(
        _("thank-you line"),
        max_length=200,
        blank=True,
        help_text=_("Shown after the last answer. What happens with the answers is a good thing to say."),
    )
    when_stale = models.CharField(
        _("while a translation has not followed"),
        max_length=5,
        choices=WhenStale.choices,
        default=WhenStale.OLDER,
        help_text=_("What residents are asked in a language whose translation is out of date."),
    )

    content_panels: ClassVar = [
        *OwnedPage.content_panels,
        QuestionsPanel("questions"),
        FieldPanel("thanks"),
        FieldPanel("when_stale"),
    ]
    search_fields: ClassVar = [*OwnedPage.search_fields, index.SearchField("questions")]
    override_translatable_fields: ClassVar = [
        *OwnedPage.override_translatable_fields,
        # What holds while translations wait is decided once, with the source.
        SynchronizedField("when_stale", overridable=False),
    ]
    parent_page_types: ClassVar = ["home.DepartmentPage"]
    subpage_types: ClassVar = []
    template = "surveys/survey_page.html"
    preview_modes: ClassVar = [
        ("", _("Question")),
        ("whole", _("All questions")),
        ("thanks", _("Thank-you")),
        ("closed", _("After the close")),
    ]

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    def clean(self) -> None:
        super().clean()
        if self.questions:
            assign_codes(self.questions, given_before(self))
            check_names(self.questions)

    def missing_texts(self) -> dict[str, str]:
        from surveys.publishing_checks import problems_of  # noqa: PLC0415  (it reads these models)

        problems = problems_of(self)
        return {**super().missing_texts(), **({"questions": " · ".join(problems)} if problems else {})}

    @path("")
    def show(self, request: HttpRequest) -> HttpResponse:
        from surveys.presentation import survey_page_context  # noqa: PLC0415  (it reads these models)

        response = self.render(request, context_overrides=survey_page_context(self, request))
        # Each copy carries a submission key of its own.
        response["Cache-Control"] = "private, no-store"
        return response

    @path("results/", name="results")
    def results(self, request: HttpRequest) -> HttpResponse:
        from surveys.presentation import results_context  # noqa: PLC0415  (it reads these models)

        return self.render(
            request, template="surveys/results_page.html", context_overrides=results_context(self, request)
        )

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        from surveys.presentation import preview_context  # noqa: PLC0415  (it reads these models)

        request.is_preview = True  # type: ignore[attr-defined]
        return self.render(request, context_overrides=preview_context(self, mode_name))

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.departments.matrix.cases.tries import case, screens
from tests.surveys.xlsforms.forms import form

REASON = {"reason_en": "No more", "reason_es": "", "reason_ar": ""}


def cases(world):
    """The screens of surveys: figures, waves and files of roads, and the lists of parks."""
    survey, wave, draft = world.roads.survey, world.roads.wave, world.roads.survey_draft
    later = f"{timezone.now().year + 1}-05-01 10:00"
    new_wave = {"label": "Slipped in", "opens_at": later, "closes_at": ""}
    yield from screens("survey_admin:list", "survey_admin:list_results")
    yield from screens("survey_admin:list_results", query="q=roads")
    for key in (survey.key, draft.translation_key):
        yield case("survey_admin:of_page", key)
    decided = {str(version.question_id): "together" for version in survey.question_versions.all()}
    for page in (survey.key, draft.translation_key):
        yield case("survey_admin:changes", page, data={**decided, "then": "publish"})
    yield case("survey_admin:changes", survey.key, query="then=publish&comment=viaduct")
    file = SimpleUploadedFile("form.xlsx", form(["text", "q", "Slipped in"]))
    yield case("survey_admin:import_form", data={"file": file, "department": world.roads.department.pk})
    for name in ("imported_form", "export_form"):
        for key in (survey.key, draft.translation_key):
            yield case(f"survey_admin:{name}", key)
    for name in ("survey", "live"):
        yield case(f"survey_admin:{name}", survey.pk)
        yield case(f"survey_admin:{name}", survey.pk, query=f"wave={wave.pk}")
        yield case(f"survey_admin:{name}", world.parks.survey.pk, query=f"wave={wave.pk}")
    for name in ("answers", "texts", "points", "figures"):
        yield case(f"survey_admin:{name}", survey.pk)
    for name in ("open_wave", "schedule_wave"):
        yield case(f"survey_admin:{name}", survey.pk, data=new_wave)
    for name in ("pause_wave", "resume_wave", "close_wave", "cancel_wave"):
        for about in (survey, world.parks.survey):
            yield case(f"survey_admin:{name}", about.pk, wave.pk, data=REASON)

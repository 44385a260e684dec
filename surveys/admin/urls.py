"""The staff's screens for surveys, below the address of Wagtail's admin."""

from __future__ import annotations

from django.urls import path

from surveys.admin import changes, exports, library, listing, survey, waves, xlsforms

app_name = "survey_admin"

urlpatterns = [
    path("", listing.SurveyListing.as_view(), name="list"),
    path("results/", listing.SurveyListing.as_view(results_only=True), name="list_results"),
    path("page/<uuid:key>/", survey.of_page, name="of_page"),
    path("page/<uuid:key>/changes/", changes.ChangesView.as_view(), name="changes"),
    path("import/", xlsforms.ImportFormView.as_view(), name="import_form"),
    path("page/<uuid:key>/imported/", xlsforms.ImportedFormView.as_view(), name="imported_form"),
    path("page/<uuid:key>/form.xlsx", xlsforms.download, name="export_form"),
    path("library/", library.LibraryView.as_view(), name="library"),
    path("library/<int:version>/insert/", library.InsertView.as_view(), name="library_insert"),
    path("<int:pk>/", survey.SurveyView.as_view(), name="survey"),
    path("<int:pk>/live/", survey.LiveFiguresView.as_view(), name="live"),
    path("<int:pk>/answers.csv", exports.answers, name="answers"),
    path("<int:pk>/texts.csv", exports.texts, name="texts"),
    path("<int:pk>/points.csv", exports.points, name="points"),
    path("<int:pk>/figures.csv", exports.figures, name="figures"),
    path("<int:pk>/waves/open/", waves.OpenWaveView.as_view(), name="open_wave"),
    path("<int:pk>/waves/schedule/", waves.ScheduleWaveView.as_view(), name="schedule_wave"),
    path("<int:pk>/waves/<int:wave>/pause/", waves.PauseWaveView.as_view(), name="pause_wave"),
    path("<int:pk>/waves/<int:wave>/resume/", waves.ResumeWaveView.as_view(), name="resume_wave"),
    path("<int:pk>/waves/<int:wave>/close/", waves.CloseWaveView.as_view(), name="close_wave"),
    path("<int:pk>/waves/<int:wave>/cancel/", waves.CancelWaveView.as_view(), name="cancel_wave"),
]

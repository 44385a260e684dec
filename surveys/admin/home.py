"""What the staff's front page says about surveys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wagtail.admin.ui.components import Component

from surveys.queries import SurveyStanding


class OpenSurveysPanel(Component):
    """The open surveys of one's departments. `today` is by wave id."""

    name = "open_surveys"
    template_name = "surveys/admin/home_panel.html"
    order = 60

    def __init__(self, lines: Sequence[SurveyStanding], today: dict[int, int]) -> None:
        self.lines, self.today = lines, today

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        rows = [(line, self.today.get(line.wave.pk, 0)) for line in self.lines if line.wave]
        return {"rows": rows}

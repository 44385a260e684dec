"""What the staff's front page says about translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from portal.translations.queries import State


class TranslationsPanel(Component):
    """How many pages wait for what, each number a way into the list at `url`."""

    name = "translations"
    template_name = "translations/admin/home_panel.html"
    order = 40

    def __init__(self, counts: Mapping[tuple[int, int], Mapping[State, int]], url: str) -> None:
        self.url = url
        self.totals: Counter[State] = Counter()
        for states in counts.values():
            self.totals.update(states)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        order = [State.STALE, State.NEW, State.IN_PROGRESS, State.WAITING, State.DONE]
        return {"totals": [(state, self.totals[state]) for state in order], "list_url": self.url}

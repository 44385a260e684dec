"""A survey from its pages: the blocks of the first, with the words of all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from surveys.models import SurveyPage
from surveys.xlsforms.portable import Block, PortableSurvey, Words

# Fields of blocks that hold words; so do the labels of the steps of a scale.
TEXTS = frozenset({"question", "hint", "other_wording", "body", "unit", "text"})


def gathered(pages: Sequence[SurveyPage]) -> PortableSurvey:
    """`pages` are the languages of one survey, the one it was written in first. What the others lack is left out."""
    by_language = {page.locale.language_code: page for page in pages}
    main = next(iter(by_language))
    blocks = {language: _blocks(page) for language, page in by_language.items()}

    def words(name: str) -> Words:
        return Words(main, {language: getattr(page, name) for language, page in by_language.items()})

    return PortableSurvey(
        main=main,
        languages=tuple(by_language),
        title=words("title"),
        summary=words("summary"),
        thanks=words("thanks"),
        when_stale=pages[0].when_stale,
        blocks=_merged_list(blocks, main),
    )


def _blocks(page: SurveyPage) -> list[Block]:
    """As they are stored, with every field."""
    return json.loads(json.dumps(page.questions.get_prep_value(), cls=DjangoJSONEncoder))


def _merged_list(lists: Mapping[str, Any], main: str) -> list[Block]:
    by_id = {language: {item["id"]: item for item in items} for language, items in lists.items()}
    return [
        {
            **item,
            "value": _merged(
                {
                    language: items[item["id"]]["value"]
                    for language, items in by_id.items()
                    if item["id"] in items
                },
                main,
            ),
        }
        for item in lists[main]
    ]


def _merged(values: Mapping[str, Any], main: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values[main].items():
        here = {language: one.get(name) for language, one in values.items() if isinstance(one, dict)}
        if name in TEXTS or name.startswith("label_"):
            found[name] = Words(
                main, {language: text for language, text in here.items() if isinstance(text, str)}
            )
        elif name in ("choices", "rows"):
            found[name] = _merged_list({language: one or [] for language, one in here.items()}, main)
        else:
            found[name] = value
    return found

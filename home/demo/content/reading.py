"""Reads the TOML files under `texts/` into the shapes; anything missing or unknown is an error."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from home.demo.content import desk, shape
from home.demo.content.blocks import ContentError, body, text
from home.demo.content.survey_reading import survey

TEXTS = Path(__file__).parent / "texts"
OUTLINES = Path(__file__).parent / "districts.geojson"


@cache
def load_content() -> shape.Content:
    lists = _toml(TEXTS / "lists.toml")
    return shape.Content(
        city=_city(_toml(TEXTS / "city.toml")),
        people=_people(_toml(TEXTS / "people.toml")),
        topics=_named(lists["topics"]),
        districts=_districts(lists["districts"]),
        banners=tuple(_banner(raw) for raw in lists["banners"]),
        pictures=tuple(_picture(name, raw) for name, raw in _toml(TEXTS / "pictures.toml").items()),
        departments=tuple(_department(raw) for raw in _folder("departments")),
        articles=tuple(_article(raw) for raw in _folder("articles")),
        events=tuple(_event(raw) for raw in _folder("events")),
        surveys=tuple(survey(raw) for raw in _folder("surveys")),
        pages=tuple(_page(raw) for raw in _folder("pages")),
        desk=_desk(_toml(TEXTS / "desk.toml")),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path.name}: {error}") from error


def _folder(name: str) -> list[dict[str, Any]]:
    files = sorted((TEXTS / name).glob("**/*.toml"))
    return [{"key": path.stem, **_toml(path)} for path in files]


def _texts(
    raw: Mapping[str, Any], *names: str, languages: tuple[str, ...] = shape.LANGUAGES
) -> dict[str, Any]:
    return {name: text(raw[name], f"{raw.get('key')}.{name}", languages) for name in names}


def _link(raw: Mapping[str, Any]) -> shape.Link:
    words = {code: raw[code] for code in shape.LANGUAGES}
    return shape.Link(label=text(words, f"link {raw['to']}"), target=raw["to"])


def _city(raw: dict[str, Any]) -> shape.City:
    words = ("name", "tagline", "description", "address", "home_title", "home_intro")
    pages = raw["index_pages"]
    return shape.City(
        **_texts(raw, *words),
        email=raw["email"],
        phone=raw["phone"],
        theme_colour=raw["theme_colour"],
        picture=raw["picture"],
        home_survey=raw["home_survey"],
        main_menu=tuple(_link(item) for item in raw["main_menu"]),
        tasks=tuple(_link(item) for item in raw["tasks"]),
        footer=tuple(_link(item) for item in raw["footer"]),
        page_titles={key: text(page["title"], key) for key, page in pages.items()},
        page_summaries={key: text(page["summary"], key) for key, page in pages.items()},
    )


def _people(raw: dict[str, Any]) -> shape.People:
    return shape.People(
        ages=_named(raw["ages"]),
        age_shares={code: entry["share"] for code, entry in raw["ages"].items()},
        language_shares=raw["languages"],
        source_shares=raw["sources"],
    )


def _named(raw: dict[str, Any]) -> tuple[shape.Named, ...]:
    return tuple(
        shape.Named(code, text({key: entry[key] for key in shape.LANGUAGES}, code))
        for code, entry in raw.items()
    )


def _districts(raw: dict[str, Any]) -> tuple[shape.District, ...]:
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    outlines = {feature["properties"]["code"]: feature["geometry"] for feature in features}
    return tuple(
        shape.District(
            code=code,
            order=order,
            name=text({key: entry[key] for key in shape.LANGUAGES}, code),
            population=entry["population"],
            geometry=outlines[code],
        )
        for order, (code, entry) in enumerate(raw.items(), start=1)
    )


def _banner(raw: dict[str, Any]) -> shape.Banner:
    link = raw.get("link")
    return shape.Banner(
        level=raw["level"],
        active=raw["active"],
        text=text(raw["text"], "banner"),
        link=_link(link) if link else None,
    )


def _picture(name: str, raw: dict[str, Any]) -> shape.Picture:
    return shape.Picture(name=name, title=text(raw["title"], name), alt=text(raw["alt"], name))


def _department(raw: dict[str, Any]) -> shape.Department:
    code = raw["key"]
    plain = {name: raw[name] for name in ("picture", "survey", "email", "phone")}
    services = tuple(
        shape.Service(text(item["title"], f"{code}.service"), text(item["line"], f"{code}.service"))
        for item in raw["services"]
    )
    words = _texts(raw, "name", "title", "lead", "address", "hours", "reply")
    return shape.Department(code=code, services=services, about=body(raw["about"], code), **plain, **words)


def _news(raw: dict[str, Any], *extra: str) -> dict[str, Any]:
    languages = tuple(raw.get("languages", shape.LANGUAGES))
    key = raw["key"]
    return {
        "key": key,
        "languages": languages,
        "topics": tuple(raw["topics"]),
        "caption": text(raw["caption"], f"{key}.caption", languages) if "caption" in raw else None,
        "body": body(raw["body"], key, languages),
        **{name: raw[name] for name in ("department", "published", "picture")},
        **_texts(raw, "title", "summary", *extra, languages=languages),
    }


def _article(raw: dict[str, Any]) -> shape.Article:
    return shape.Article(**_news(raw))


def _event(raw: dict[str, Any]) -> shape.Event:
    when = {name: raw[name] for name in ("day", "time", "minutes", "district")}
    return shape.Event(weekday=raw.get("weekday"), **when, **_news(raw, "place"))


def _desk(raw: dict[str, Any]) -> desk.Desk:
    articles = {draft["key"]: _article(draft) for draft in _folder("drafts")}
    return desk.Desk(
        translations=tuple(desk.BegunTranslation(**each) for each in raw["translations"]),
        corrections=tuple(desk.Correction(**each) for each in raw["corrections"]),
        reviews=tuple(desk.PageDay(**each) for each in raw["reviews"]),
        expiries=tuple(desk.PageDay(**each) for each in raw["expiries"]),
        drafts=tuple(
            desk.Draft(articles[each["article"]], each["by"], each.get("shared_with", ""))
            for each in raw["drafts"]
        ),
    )


def _page(raw: dict[str, Any]) -> shape.StandardPage:
    return shape.StandardPage(
        key=raw["key"], body=body(raw["body"], raw["key"]), **_texts(raw, "title", "summary")
    )

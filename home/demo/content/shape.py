"""The demo city as plain data: what the loader builds pages, surveys and answers from.

Texts are `Text`, a mapping of language code to words; an article lists in `languages` those it exists in, and
only those keys are there. Days are offsets from the day the demo is loaded, so it never looks old; words may
hold day placeholders, see `days.fill`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from home.demo.content.desk import Desk
from home.demo.content.survey_shape import Survey

Text = Mapping[str, str]
Weights = Mapping[str, float]

LANGUAGES = ("en", "es", "ar")


@dataclass(frozen=True)
class Heading:
    kind: ClassVar[str] = "heading"
    text: Text


@dataclass(frozen=True)
class Paragraph:
    """Simple HTML: p, ul, li, b; no links."""

    kind: ClassVar[str] = "paragraph"
    html: Text


@dataclass(frozen=True)
class Fact:
    term: Text
    value: Text


@dataclass(frozen=True)
class Facts:
    kind: ClassVar[str] = "facts"
    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Quote:
    kind: ClassVar[str] = "quote"
    text: Text
    who: Text


@dataclass(frozen=True)
class Callout:
    kind: ClassVar[str] = "callout"
    title: Text
    text: Text


@dataclass(frozen=True)
class MicroSurvey:
    """A survey asked inside the body; `survey` is a `Survey.key`."""

    kind: ClassVar[str] = "survey"
    survey: str


Block = Heading | Paragraph | Facts | Quote | Callout | MicroSurvey


@dataclass(frozen=True)
class Article:
    key: str  # the slug in all languages
    department: str
    published: int  # days from the load day; positive in drafts alone
    topics: tuple[str, ...]
    picture: str
    languages: tuple[str, ...]
    title: Text
    summary: Text
    caption: Text | None
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Event:
    """`day` and `weekday`: the first such weekday on or after that offset (see `days.day_of`)."""

    key: str
    department: str
    published: int
    day: int
    weekday: str | None
    time: str  # "HH:MM", local
    minutes: int
    district: str
    topics: tuple[str, ...]
    picture: str
    languages: tuple[str, ...]
    title: Text
    summary: Text
    caption: Text | None
    place: Text
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Service:
    title: Text
    line: Text


@dataclass(frozen=True)
class Department:
    code: str  # also the slug of its page
    picture: str
    survey: str  # its one question on the department page
    email: str
    phone: str
    name: Text
    title: Text
    lead: Text
    address: Text
    hours: Text
    reply: Text
    about: tuple[Block, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True)
class StandardPage:
    key: str
    title: Text
    summary: Text
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Named:
    code: str
    name: Text


@dataclass(frozen=True)
class District:
    code: str
    order: int
    name: Text
    population: int
    geometry: Mapping[str, object]  # GeoJSON Polygon, lon/lat


@dataclass(frozen=True)
class Link:
    """`target`: "page:KEY" (home, news, departments, your-say, privacy, accessibility, contact, search),
    "department:CODE", "article:KEY", "event:KEY" or "survey:KEY"."""

    label: Text
    target: str


@dataclass(frozen=True)
class Banner:
    level: Literal["minor", "major", "announcement"]
    active: bool
    text: Text
    link: Link | None


@dataclass(frozen=True)
class Picture:
    """`name` is a scene of `home.demo.pictures`."""

    name: str
    title: Text
    alt: Text


@dataclass(frozen=True)
class City:
    name: Text
    tagline: Text
    description: Text
    email: str
    phone: str
    address: Text
    theme_colour: str
    picture: str  # of the home page
    home_title: Text
    home_intro: Text
    home_survey: str
    main_menu: tuple[Link, ...]
    tasks: tuple[Link, ...]
    footer: tuple[Link, ...]
    page_titles: Mapping[str, Text]  # of the index pages: news, departments, your-say
    page_summaries: Mapping[str, Text]


@dataclass(frozen=True)
class People:
    """Who answers: shares by code, each adding up to 1."""

    ages: tuple[Named, ...]
    age_shares: Weights
    language_shares: Weights
    source_shares: Weights  # how an answer came, as surveys.models.responses.Source has it: block, page


@dataclass(frozen=True)
class Content:
    city: City
    people: People
    topics: tuple[Named, ...]
    districts: tuple[District, ...]
    banners: tuple[Banner, ...]
    pictures: tuple[Picture, ...]
    departments: tuple[Department, ...]
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    surveys: tuple[Survey, ...]
    pages: tuple[StandardPage, ...]
    desk: Desk

from __future__ import annotations

import base64
import gzip
import hashlib
import re

import brotli
import pytest

from portal.core import assets


def compressed(text):
    return len(brotli.compress(text.encode()))


def test_the_styles_of_all_pages_fit_into_four_kilobytes():
    assert compressed(assets.stylesheet()) <= 4 * 1024


@pytest.mark.parametrize(("name", "limit"), [("questions", 2048), ("results", 768)])
def test_the_styles_of_some_pages_add_little_where_they_are_needed(name, limit):
    assert compressed(assets.sheet(name)) <= limit


def test_an_article_with_a_question_brings_two_kilobytes_of_script_at_most():
    assert compressed(assets.module("controls") + assets.module("ask")) <= 2 * 1024


# A survey of pages decides on the device which question comes next; articles ask one and stay light.
@pytest.mark.parametrize(("name", "limit"), [("ask", 1228), ("controls", 1024), ("pages", 4096)])
def test_a_script_stays_light_however_it_is_compressed(name, limit):
    script = assets.module(name)
    assert compressed(script) <= limit
    assert len(gzip.compress(script.encode(), 9)) <= 1.2 * limit


def test_a_joined_script_asks_for_no_other_file():
    for name in assets.MODULES:
        assert not re.search(r"^(import|export)\b", assets.module(name), re.MULTILINE)


def test_all_five_stylesheets_are_in_the_page():
    style = assets.stylesheet()
    for layer in assets.STYLESHEETS:
        assert f"@layer {layer}{{" in style


def test_minifying_joins_no_selectors():
    # The minifier drops the space of "a :is(b)", which would mean "a:is(b)".
    for name in (*assets.STYLESHEETS, *assets.SHEETS):
        source = (assets.STATIC / "css" / f"{name}.css").read_text("utf-8")
        assert not re.search(r"[\w\])*] :[a-z-]+\([^)]*\)[^;]*\{", source)


def test_nothing_in_styles_or_scripts_can_end_their_element_early():
    for text in (assets.stylesheet(), *map(assets.sheet, assets.SHEETS)):
        assert "</" not in text
    for name in assets.MODULES:
        assert "</" not in assets.module(name)


def test_nothing_is_loaded_from_elsewhere():
    for text in (assets.stylesheet(), *map(assets.sheet, assets.SHEETS), *map(assets.module, assets.MODULES)):
        assert not re.search(r"@import|https?://|url\(", text)


def test_the_hash_is_the_one_browsers_compute():
    text = "body{color:red}"
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert assets.csp_hash(text) == f"'sha256-{digest}'"


def test_an_unknown_script_or_style_is_refused():
    with pytest.raises(KeyError):
        assets.module("tracking")
    with pytest.raises(KeyError):
        assets.sheet("tracking")

"""The style sheet and the region's colour."""

import re

import pytest
from django.contrib.staticfiles.finders import find
from django.test import override_settings

from pembina.web.components import brand, bundle
from pembina.web.components.checks import brand_colour_is_readable


def test_black_on_white_has_the_highest_contrast():
    assert brand.contrast(brand.BLACK, brand.WHITE) == pytest.approx(21)


@pytest.mark.parametrize(("colour", "ratio"), [("#767676", 4.54), ("#ff0000", 4.0)])
def test_contrast_agrees_with_published_values(colour, ratio):
    assert brand.contrast(brand.parse_colour(colour), brand.WHITE) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("colour", ["#ff9900", "#777777", "#1f7a3", "blue", ""])
def test_an_unreadable_colour_is_refused_before_the_first_page(colour):
    with override_settings(PEMBINA_BRAND_COLOUR=colour):
        (error,) = brand_colour_is_readable(None)
    assert error.id == "components.E001"
    assert colour in error.msg


def test_a_refusal_names_the_ratio_and_the_remedy():
    with pytest.raises(brand.UnreadableBrandColourError, match=r"2,14:1.*4,5:1.*lebih gelap"):
        brand.palette("#ff9900")


@pytest.mark.parametrize("colour", ["#2663a3", "#b42b2d", "#006837", "#000000", "#5b2a86", "#0000ff"])
def test_every_step_of_an_accepted_colour_is_readable_in_both_themes(colour):
    steps = brand.palette(colour)
    on = {name: brand.parse_colour(getattr(steps, name)) for name in steps.__slots__}
    assert brand.contrast(on["p500"], brand.WHITE) >= 4.5
    assert brand.contrast(on["p600"], on["p50"]) >= 4.5
    assert brand.contrast(on["p200"], brand.DARK_SURFACE) >= 4.5
    assert brand.contrast(on["p200"], brand.parse_colour("#0f1a26")) >= 4.5


def test_the_default_bundle_has_every_source_and_no_comment():
    css = bundle.bundle(brand.DEFAULT_COLOUR)
    assert "/*" not in css
    for layer in ("reset", "tokens", "base", "layout", "components", "utilities"):
        assert f"@layer {layer} {{" in css


def test_a_region_colour_replaces_the_steps():
    assert "--p500: #b42b2d" in bundle.bundle("#b42b2d")


def test_the_bundle_is_found_like_any_static_file():
    assert find(bundle.BUNDLE).endswith("pembina.css")


@pytest.mark.parametrize("path", bundle.sources(), ids=lambda path: path.name)
def test_a_style_file_stays_small_and_in_its_layer(path):
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 120
    assert len([line for line in lines if re.match(r"@layer \w+ \{", line)]) == 1


def test_every_token_that_is_used_is_defined():
    css = bundle.bundle(brand.DEFAULT_COLOUR)
    defined = set(re.findall(r"(--[\w-]+)\s*:", css))
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= defined

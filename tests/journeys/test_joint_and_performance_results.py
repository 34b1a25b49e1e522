"""A citizen reads of two programmes judged together, and of an outcome of people's performance: in a browser."""

import os

import pytest

from designing import Designing
from joining import LATER, NOON, Joining
from journeys.accessibility import WIDTHS, axe_check
from pembina.domain.impact.models import Evaluation
from pembina.domain.impact.operations.publications import publish_decision
from published_performance import Published
from training import Training


@pytest.fixture
def designing(transactional_db, rina, person):
    return Designing(Training(rina=rina, at=NOON), person("lia"))


def looked_at(page, path, name):
    """Check the page at both widths; keep a picture where `LOOKS` names a folder."""
    for width in (WIDTHS[0], WIDTHS[-1]):
        axe_check(page, path, width, "light")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if folder := os.environ.get("LOOKS"):
            page.screenshot(path=f"{folder}/{name}_{width}.png", full_page=True)


def test_two_programmes_are_read_as_one_bundle(page, address, designing, person):
    joining = Joining(designing)
    made = joining.open()
    joining.prepare(made, person("bupati"))
    joining.lock_only(made)
    joining.begin()
    joining.answer()
    decision = joining.decide(joining.run(Evaluation.objects.get(pk=made.pk)), person("bupati"))
    public = publish_decision(decision=decision, by=person("bupati"), at=LATER)
    looked_at(page, address(f"/program-berhasil/{public.pk}/"), "joint")
    said = page.locator("main").inner_text()
    assert "kedua program ini bersama-sama berhasil?" in said
    assert "Bagian masing-masing program tidak dapat dikatakan." in said


def test_an_outcome_of_performance_is_read_with_its_caution(page, address, designing, person):
    made = Published(designing, person("bupati"))
    looked_at(page, address(f"/program-berhasil/{made.publication.pk}/"), "performance")
    said = page.locator("main").inner_text()
    assert "poin persen" in said
    # On a phone the unit of the chart and the name of the time before the start do not run into each other.
    unit, before = page.locator("svg .unit").bounding_box(), page.locator("svg .region-end").first.bounding_box()
    apart = unit["x"] + unit["width"] < before["x"] or unit["y"] >= before["y"] + before["height"] - 2
    assert apart, (unit, before)
    assert "dicatat sendiri oleh pegawai" in said

"""Papers: PDF/A and PDF/UA, whatever the data contain, the same bytes for the same data."""

import pytest

from pembina.exchange.papers import PaperError, writing
from pembina.exchange.papers.writing import write_paper

LETTERHEAD = {
    "title": "Uji dampak",
    "language": "id",
    "government": "Pemerintah Kabupaten Sukamaju",
    "written_on": "2026-11-21",
}
TEMPLATE = """#import "paper.typ": *
#let data = json(bytes(sys.inputs.data))
#show: paper.with(data)
#note(tone: "success", data.text)
#figures((1fr, auto), ("a", "b"), (("x", "1"),))
"""


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A folder of templates with the packaged letterhead and one small paper."""
    (tmp_path / "paper.typ").write_text((writing.TEMPLATES / "paper.typ").read_text("utf-8"), "utf-8")
    (tmp_path / "small.typ").write_text(TEMPLATE, "utf-8")
    monkeypatch.setattr(writing, "TEMPLATES", tmp_path)
    return "small"


def test_a_paper_is_archivable_and_accessible(template):
    pdf = write_paper(template, {**LETTERHEAD, "text": "Isi."})

    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_the_same_data_give_the_same_bytes(template):
    assert write_paper(template, {**LETTERHEAD, "text": "a"}) == write_paper(template, {**LETTERHEAD, "text": "a"})


@pytest.mark.parametrize("typed", ['#panic("x")', "$1/0", '"]) #import "x"', "// <b> \\", "*_`"])
def test_what_people_type_stays_text(template, typed):
    assert write_paper(template, {**LETTERHEAD, "text": typed}).startswith(b"%PDF")


def test_only_the_packaged_face_is_used(template):
    pdf = write_paper(template, {**LETTERHEAD, "text": "Isi."})

    assert set(writing.packaged_fonts().families()) == {"Liberation Sans"}
    assert b"LiberationSans" in pdf


@pytest.mark.parametrize("name", ["unknown", "../writing", "fonts/LICENSE", ""])
def test_an_unknown_paper_is_refused(name):
    with pytest.raises(PaperError, match="There is no paper"):
        write_paper(name, LETTERHEAD)


def test_a_missing_key_is_named(template):
    with pytest.raises(PaperError, match="text"):
        write_paper(template, LETTERHEAD)


def test_a_figure_that_json_cannot_hold_is_refused(template):
    with pytest.raises(PaperError, match="JSON"):
        write_paper(template, {**LETTERHEAD, "text": float("nan")})

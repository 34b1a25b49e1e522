"""The checker itself: each rule catches its fault, and a sound page passes."""

import pytest

from web.strict_html import problems_of_page, problems_of_part

SOUND = (
    '<!doctype html><html lang="id"><head><title>Beranda</title></head><body><main><h1>Halo</h1>%s</main></body></html>'
)


def test_a_sound_page_has_no_problem():
    assert problems_of_page(SOUND % '<p id="a">Isi</p><a href="#a">Ke isi</a>') == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<h1>Dua</h1>", "one h1"),
        ("<h3>Loncat</h3>", "jumps from h1 to h3"),
        ("<p>tidak ditutup</div>", "invalid HTML"),
        ('<p id="a"></p><p id="a"></p>', "stands 2 times"),
        ('<input id="x" name="nip">', "has no label"),
        ('<label for="y">NIP</label>', "points at nothing"),
        ('<p aria-describedby="z">a</p>', "points at nothing"),
        ('<p style="color:red">a</p>', "content security policy"),
        ('<p onclick="x()">a</p>', "content security policy"),
        ("<script>x()</script>", "inline script"),
        ('<img src="a.png">', "no alt"),
        ('<a href="/"></a>', "has no text"),
        ("<a>kosong</a>", "leads nowhere"),
        ('<svg role="img"></svg>', "no title"),
        ("<p>{{ name }}</p>", "template syntax"),
        ('<p title="{% translate %}">a</p>', "template syntax"),
    ],
)
def test_a_fault_is_named(body, problem):
    assert problem in " ".join(problems_of_page(SOUND % body))


def test_a_page_without_language_title_or_main_is_refused():
    problems = " ".join(problems_of_page("<!doctype html><html><head></head><body><h1>a</h1></body></html>"))
    assert "lang" in problems
    assert "title" in problems
    assert "main" in problems


def test_a_part_may_point_outside_itself_but_must_be_sound():
    assert problems_of_part('<p aria-describedby="elsewhere">a</p>') == []
    assert problems_of_part("<button></button>")

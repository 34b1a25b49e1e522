"""The invitation is one accessible sheet whose code leads to the event."""

import re

import pytest

from pembina.exchange.papers import PaperError, write_paper
from pembina.exchange.papers.letters import LAST_LETTER, SIGNS, settable
from pembina.exchange.papers.squares import qr_svg

DATA = {
    "title": "Dengar warga", "subtitle": "Open house", "language": "id", "government": "Kabupaten Contoh",
    "written_on": "2026-11-22", "invitation": "Anda diundang", "facts": [["Waktu", "1 Desember 2026"]],
    "description": "", "agenda_title": "Susunan acara", "agenda": [["09.00", "Pembukaan"], ["", "Penutup"]],
    "code": qr_svg("https://contoh.go.id/forum/1/"), "code_words": "Kode QR", "call": "Tanyakan",
    "explained": "Pindai", "address": "https://contoh.go.id/forum/1/",
}  # fmt: skip


def sheets(paper):
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize(
    "more", [{}, {"agenda": []}, {"title": "Judul panjang sekali " * 9, "description": "a " * 200}]
)
def test_it_is_one_sheet(more):
    assert sheets(write_paper("forum_poster", DATA | more)) == 1


def test_what_was_typed_stays_text():
    assert write_paper("forum_poster", DATA | {"title": "#panic() <b> $x$ _a_ *b* @c"}).startswith(b"%PDF")


def test_a_missing_word_is_named():
    with pytest.raises(PaperError, match="facts"):
        write_paper("forum_poster", {name: told for name, told in DATA.items() if name != "facts"})


def test_the_code_is_square_with_its_quiet_zone():
    code = qr_svg("https://contoh.go.id/forum/1/")
    width = int(re.search(r'viewBox="0 0 (\d+) \1"', code)[1])
    places = [tuple(map(int, place)) for place in re.findall(r"M(\d+) (\d+)h", code)]
    assert min(map(min, places)) == 4
    assert max(map(max, places)) == width - 5


def test_signs_without_a_shape_are_left_out():
    assert settable("Dengar \N{GRINNING FACE}\N{VARIATION SELECTOR-16} warga\x07\u4e2d e\u0301") == "Dengar warga é"
    assert settable("satu\n\ndua – “tiga”") == "satu\n\ndua – “tiga”"


def test_whatever_is_left_can_be_set():
    every = "".join(chr(code) for code in range(0x20, ord(LAST_LETTER) + 1)) + "".join(SIGNS)
    assert write_paper("forum_poster", DATA | {"description": settable(every)}).startswith(b"%PDF")

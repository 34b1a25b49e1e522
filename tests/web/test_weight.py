"""A first visit costs at most 40 KB, a later one 15 KB, compressed."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find

FIRST, LATER = 40 * 1024, 15 * 1024
HTMX = "django_htmx/htmx-2.min.js"


def compressed(content):
    return len(gzip.compress(content, 9))


def assets(html):
    return set(re.findall(r'(?:href|src)="/static/([^"]+)"', html))


@pytest.mark.parametrize(
    "address",
    ["/", "/galeri/", "/akun/masuk/", "/warga/", "/data-terbuka/waktu-layanan/", "/program-berhasil/", "/tidak-ada/"],
)
def test_a_visit_stays_within_the_budget(strict_client, db, address):
    page = strict_client.get(address).content
    linked = assets(page.decode())
    assert "pembina/pembina.css" in linked
    # htmx is counted even where a page does without it, so that the budget holds once it is wanted.
    first = compressed(page) + sum(compressed(Path(find(asset)).read_bytes()) for asset in linked | {HTMX})
    assert first <= FIRST
    assert compressed(page) <= LATER


def test_the_style_sheet_alone_is_small():
    assert compressed(Path(find("pembina/pembina.css")).read_bytes()) < 8 * 1024

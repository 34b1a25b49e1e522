"""Anybody reads whether a programme worked: naive and honest side by side, what was decided and why."""

import gzip
import json
import re
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from impact import Impact
from pembina.domain.impact.models import DecisionPublication
from pembina.domain.impact.operations.publications import publish_decision, withdraw_publication
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def impact(rina, person):
    return Impact(programme=Training(rina=rina, at=NOON).programme, maker=person("lia"), at=NOON)


@pytest.fixture
def publish(impact, person):
    """Return a maker of published decisions."""

    def make(**told):
        effect = told.pop("effect", -2.0)
        made = impact.decision(impact.run(impact.locked(), effect=effect), by=person("bupati"), **told)
        return publish_decision(decision=made, by=person("bupati"), at=NOON, message="Loket kedua dibuka.")

    return make


@pytest.fixture
def read(strict_client):
    def get(address, status=200):
        answer = strict_client.get(address)
        assert answer.status_code == status
        return answer.content.decode()

    return get


def test_without_any_the_page_says_how_it_fills(read, db):
    assert "Belum ada hasil yang terbit" in read("/program-berhasil/")


def test_a_citizen_finds_a_programme_by_a_word_and_by_the_answer(read, publish):
    made = publish()
    for query in ("", "?q=IZIN", "?jawaban=effective", "?jawaban=nonsense"):
        assert f'href="/program-berhasil/{made.pk}/"' in read(f"/program-berhasil/{query}"), query
    for query in ("?q=zzzz", "?jawaban=harmful"):
        assert "Tidak ada program dengan kata atau jawaban itu" in read(f"/program-berhasil/{query}")
    assert "alert(1)</script>" not in read("/program-berhasil/?q=<script>alert(1)</script>")


def test_the_page_answers_in_one_sentence_with_both_figures(read, publish):
    page = read(f"/program-berhasil/{publish(action='fix', reason='Anggaran belum ada').pk}/")
    for told in (
        "Ya. Karena program ini waktu layanan (median) turun 1,85 hari.", "Sebelum dan sesudah saja", "−5,09", "−1,85",
        "Selang 95%: −2,29 sampai −1,41.", "Unit yang belum mulai berubah −3,64", "Diperbaiki", "Lain: Dilanjutkan",
        "Anggaran belum ada", "Loket kedua dibuka.", "Pejabat yang memutus", "48 dalam 4 gelombang (12, 12, 12, 12)",
    ):  # fmt: skip
        assert told in page, told
    assert 'role="img"' in page


def test_a_programme_that_did_nothing_is_told_as_such(read, publish):
    page = read(f"/program-berhasil/{publish(effect=0.0).pk}/")
    assert "Tidak. Program ini tidak mengubah waktu layanan (median) secara berarti." in page
    assert "Karena program, dengan pembanding" in page


def test_no_page_without_the_honest_figure_shows_the_naive_one(read, publish):
    made = publish()
    DecisionPublication.objects.filter(pk=made.pk).update(
        content=made.content | {"naive": None, "events": [], "shows_figures": False}
    )
    page = read(f"/program-berhasil/{made.pk}/")
    assert "Sebelum dan sesudah saja" not in page
    assert "angkanya akan menunjuk satu unit" in page


def test_a_withdrawn_page_says_why(read, publish, person):
    made = publish()
    withdraw_publication(publication=made, reason="Datanya keliru", by=person("bupati"), at=NOON)
    assert "Datanya keliru" in read(f"/program-berhasil/{made.pk}/", status=410)
    assert "Belum ada hasil yang terbit" in read("/program-berhasil/")
    read(f"/program-berhasil/{made.pk}/data.json", status=404)
    read("/program-berhasil/999999/", status=404)
    again = publish_decision(decision=made.decision, by=person("bupati"), at=NOON)
    assert f'href="/program-berhasil/{again.pk}/"' in read(f"/program-berhasil/{made.pk}/", status=410)


def test_the_file_has_the_hash_of_the_page_and_is_cached(read, publish, strict_client):
    made = publish()
    answer = strict_client.get(f"/program-berhasil/{made.pk}/data.json")
    assert json.loads(answer.content)["answer"] == "effective"
    assert sha256(answer.content).hexdigest() in read(f"/program-berhasil/{made.pk}/")
    again = strict_client.get(f"/program-berhasil/{made.pk}/data.json", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_english_is_spoken(strict_client, publish):
    made = publish()
    strict_client.cookies["django_language"] = "en"
    page = strict_client.get(f"/program-berhasil/{made.pk}/").content.decode()
    assert "The programme works: the outcome fell by 1.85" in page


def test_pages_are_light_and_queries_do_not_grow(read, publish):
    first = publish()
    counts = []
    for _number in range(3):
        with CaptureQueriesContext(connection) as caught:
            page = read("/program-berhasil/")
        counts.append(len(caught))
        publish()
    assert len(set(counts)) == 1
    assert counts[0] <= 4
    for written in (page, read(f"/program-berhasil/{first.pk}/")):
        assert len(gzip.compress(written.encode(), 9)) <= 15 * 1024
    assert len(re.findall("<h1", page)) == 1

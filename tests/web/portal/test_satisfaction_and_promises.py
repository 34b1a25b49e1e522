"""Published surveys and promises to citizens, on pages and in the open data."""

import csv
import io
from datetime import date, timedelta

import pytest

from domain.services.results.survey_answers import a_round, answers
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import Status
from pembina.domain.people.operations import enrol_person
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.operations.commitments import Promise, make_commitment
from pembina.domain.services.operations.survey_results import hash_of, publish_result
from pembina.domain.services.queries.public_satisfaction import element_rows
from pembina.domain.services.queries.result_content import content_of
from web.portal.public_records import NOON, office, service

TODAY = date(2026, 11, 20)


@pytest.fixture
def rows(client, db):
    """Return a reader of the rows of a table."""

    def read_rows(name):
        content = b"".join(client.get(f"/data-terbuka/{name}/data.csv"))
        return list(csv.DictReader(io.StringIO(content.decode())))

    return read_rows


def surveyed(*counted):
    unit = office()
    permit = service(unit)
    period = a_round(unit)
    period.services.add(permit)
    answers(period, *counted, service=permit)
    publish_result(period=period, by=None, at=NOON)
    return unit


def test_a_published_survey_stands_on_both_pages_with_its_error(read):
    surveyed((20, 3), (10, 4))
    for path in ("/warga/unit/1.1/", "/warga/layanan/IZIN/"):
        page = read(path)
        for told in ("Triwulan III 2026", "83,33", "30 responden", "Unsur terlemah", "PermenPANRB 14/2017, Pasal 1"):
            assert told in page, told


def test_its_rows_are_those_of_the_page(read, rows):
    surveyed((20, 3), (10, 4))
    found = rows("skm")
    assert len(found) == 9
    assert {(row["ikm"], row["mutu"], row["responden"], row["menjawab"]) for row in found} == {
        ("83.33", "B", "30", "30")
    }
    assert found[0]["nrr"] == "3.3333"


def test_an_unsur_that_few_answered_is_hidden_together_with_another():
    elements = [{"key": str(n), "label": {}, "n": 3 if n == 4 else 20 + n, "mean": "3.1"} for n in range(9)]
    hidden = {row.key for row in element_rows(elements, on=TODAY) if row.mean is None}
    assert hidden == {"4", "0"}


def test_an_error_of_a_few_complete_answers_is_not_told_even_of_an_old_version(read, rows):
    unit = office()
    period = a_round(unit, closes_on=TODAY - timedelta(days=10))
    answers(period, (20, [3, 3, 3, None, 3, 3, 3, 3, 3]), (2, 3), (1, 4))
    content = dict(content_of(period, on=TODAY))
    SurveyPublication.objects.create(
        period=period, version=1, content=content, content_hash=hash_of(content), rule="", at=NOON
    )
    assert content["result"]["margin"] is not None
    assert {row["galat_95"] for row in rows("skm")} == {""}
    assert "jawaban lengkap kurang dari 5" in read(f"/warga/unit/{unit.code}/")


def promised(unit, maya, by_day):
    told = {"nip": PERSONAS["sari"].nip, "name": "Sari Wulandari", "status": Status.PNS}
    owner = enrol_person(**told, on=TODAY, by=None, at=NOON).person
    said = Promise(promise="Loket kedua dibuka", owner=owner, made_on=by_day - timedelta(days=30), due_on=by_day)
    make_commitment(unit=unit, promise=said, by=maya, at=NOON)


def test_a_late_promise_shows_as_late_and_names_nobody(read, rows, person):
    unit = office()
    promised(unit, person("maya"), TODAY - timedelta(days=10))
    assert "0 dari 1 yang sudah jatuh tempo; 1 terlambat" in read("/warga/unit/1.1/")
    (row,) = rows("janji")
    assert (row["keadaan"], row["hari_terlambat"]) == ("terbuka", "10")
    assert "Sari" not in str(row)

"""Who reads which results, how the list is narrowed, and the simulated index."""

import pytest
from django.urls import reverse

from pembina.domain.access.events import AuditEvent
from pembina.domain.people.enums import Status
from pembina.web.uploads.file_words import WORKBOOK

pytestmark = pytest.mark.django_db
RECORD = "Catatan resmi penilaian kinerja adalah e-Kinerja BKN."


def page(client, name, *args, **told):
    answer = client.get(reverse(f"performance_results:{name}", args=args), told)
    assert answer.status_code == 200
    return answer.content.decode()


def test_sari_reads_her_own_results_with_rater(as_user, sari, result):
    shown = page(as_user(sari), "own")
    assert all(words in shown for words in ("Sangat Baik", "Penilai Contoh", str(result.year), RECORD))
    assert "penilai tidak dikenal" not in shown


def test_without_a_result_and_without_a_record_that_is_said(as_user, sari, dewi, pupil):
    assert "Belum ada hasil kinerja" in page(as_user(sari), "own")
    assert "Belum ada data pegawai" in page(as_user(dewi), "own")


@pytest.mark.parametrize("name", ["rina", "budi", "auditor"])
def test_the_leader_human_resources_and_auditors_read_it_and_leave_a_trace(request, as_user, name, result):
    client = as_user(request.getfixturevalue(name))
    assert "Sari" in page(client, "people")
    assert RECORD in page(client, "person", result.person_id)
    assert AuditEvent.objects.filter(operation="look_at_results").count() == 1


@pytest.mark.parametrize("name", ["dewi", "sari"])
def test_others_find_nothing(request, as_user, name, training, result, leader):
    client = as_user(request.getfixturevalue(name))
    for route, args in (("people", ()), ("person", (leader.pk,)), ("index_of_person", (leader.pk,)), ("siasn", ())):
        assert client.get(reverse(f"performance_results:{route}", args=args)).status_code == 404


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ({"predicate": "very_good"}, True), ({"predicate": "poor"}, False), ({"unit": "Dinas 1.1"}, True),
        ({"unit": "Dinas 1.2"}, False), ({"q": "sari"}, True), ({"q": "dewi"}, False), ({"cycle": "monthly"}, False),
        ({"year": "2022"}, False), ({"year": "x", "predicate": "y", "sort": "z", "page": "-1"}, True),
        ({"sort": "-predicate"}, True),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_as_asked(as_user, rina, result, told, is_found):
    assert ("Penilai Contoh" in page(as_user(rina), "people", **told)) is is_found


def test_the_list_is_taken_as_a_workbook_and_that_is_on_record(as_user, rina, result):
    answer = as_user(rina).post(reverse("performance_results:export"), {"q": "sari"})
    assert answer["Content-Type"] == WORKBOOK
    assert AuditEvent.objects.get(operation="export_results").changes["results"] == ["", "1"]


def test_the_index_is_a_simulation_with_what_is_missing(as_user, sari, budi, result):
    for shown in (page(as_user(sari), "own_index"), page(as_user(budi), "index_of_person", result.person_id)):
        assert all(
            words in shown for words in ("Ini bukan nilai resmi", "rumus 2019", "Belum lengkap", "antara", RECORD)
        )
        assert "Hukuman disiplin tidak dicatat di Pembina" in shown


def test_the_index_of_a_pppk_has_no_number_and_credit_points_need_a_level(as_user, sari, result):
    client = as_user(sari)
    assert "Angka kredit" not in page(client, "own_index")
    result.person.assignments.update(position="Pranata Komputer Ahli Pertama")
    assert "Angka kredit (simulasi)" in page(client, "own_index")
    type(result.person).objects.filter(pk=result.person_id).update(status=Status.PPPK)
    shown = page(client, "own_index")
    assert "PPPK tidak tercakup" in shown
    assert "Indeks (simulasi)" not in shown

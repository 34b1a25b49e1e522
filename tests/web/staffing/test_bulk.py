"""Many people at once, from the ticks in the list to the way back."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pembina.domain.access.models import RoleGrant
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import BulkChange, Person
from pembina.domain.people.queries import main_assignments
from web.staffing.conftest import NOON

CHOOSE = "/pegawai/pilih/"
TODAY = timezone.localdate()


@pytest.fixture
def client(as_user, rina):
    return as_user(rina)


@pytest.fixture
def chosen(client, record_of):
    """Sari and Dewi, ticked in the list."""
    people = [record_of("sari").pk, record_of("dewi").pk]
    return client.post(CHOOSE, {"what": "chosen", "person": people}).url


def superior_of(person):
    return main_assignments(TODAY).get(person=person).superior


def test_ticks_lead_to_a_preview_a_result_and_back(client, chosen, record_of):
    dewi, before = record_of("dewi"), superior_of(record_of("sari"))
    assert "2 pegawai dipilih" in client.get(chosen).content.decode()
    answer = client.post(chosen, {"kind": "superior", "superior": dewi.pk, "day": TODAY.isoformat()}, follow=True)
    preview = answer.content.decode()
    assert "Terapkan pada 1 pegawai" in preview
    assert "tidak dapat menjadi atasan atau pengganti dirinya sendiri" in preview
    assert superior_of(record_of("sari")) == before
    done = client.post(f"{chosen}periksa/", follow=True).content.decode()
    assert "1 pegawai diubah" in done
    assert superior_of(record_of("sari")) == dewi
    assert client.get(chosen).url == f"{chosen}periksa/"  # the address that the browser goes back to
    back = client.post(f"{chosen}batalkan/", follow=True).content.decode()
    assert "kembali seperti semula" in back
    assert superior_of(record_of("sari")) == before


def test_a_search_in_the_wish_keeps_what_was_said(client, chosen):
    sent = {"kind": "transfer", "unit_q": "perhubungan", "search": "unit", "reason": "SK 5"}
    html = client.post(chosen, sent).content.decode()
    assert "Dinas Perhubungan" in html
    assert "SK 5" in html


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": "transfer", "day": "2026-11-01"}, "Pilih unit baru."),
        ({"kind": "superior", "day": "2026-11-01"}, "Pilih atasan baru."),
        ({"kind": "magic", "day": "2026-11-01"}, "Perubahan"),
        ({"kind": "end"}, "Tanggal"),
    ],
)
def test_a_wish_that_lacks_something_is_said_at_the_field(client, chosen, sent, said):
    answer = client.post(chosen, sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_all_that_the_filters_leave_are_chosen_without_carrying_them(client):
    client.post(f"{CHOOSE}?unit=01.06", {"what": "all"})
    change = BulkChange.objects.get()
    listed = client.get("/pegawai/?unit=01.06").content.decode()
    assert f"dari {len(change.chosen)}" in listed


def test_choosing_nobody_is_said_in_the_list(client, record_of):
    assert "Belum ada pegawai yang dipilih" in client.post(CHOOSE, {"what": "chosen"}, follow=True).content.decode()
    own = {"what": "chosen", "person": [record_of("rina").pk, "x", "9" * 30]}
    assert "Belum ada pegawai yang dipilih" in client.post(CHOOSE, own, follow=True).content.decode()


def test_the_chosen_are_downloaded(client, record_of):
    answer = client.post(CHOOSE, {"what": "export", "person": [record_of("sari").pk, record_of("dewi").pk]})
    _, *rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert {row[0] for row in rows} == {record_of("sari").nip, record_of("dewi").nip}


def test_the_changes_of_others_do_not_exist(client, chosen, dewi, as_user):
    other = dewi
    RoleGrant.objects.create(user=other, role_code="human_resources", starts_on=NOON.date())
    for path in ("", "periksa/"):
        assert as_user(other).get(f"{chosen}{path}").status_code == 404
    assert as_user(other).post(f"{chosen}batalkan/").status_code == 404


def test_one_finds_ones_changes_again(client, chosen):
    assert f'href="{chosen}"' in client.get("/perubahan-massal/").content.decode()


def test_three_thousand_are_previewed_and_changed_in_bounded_queries(strict_client, rina, db):
    load_demo_government(size=3_000, on=TODAY, at=NOON)
    strict_client.force_login(rina)
    address = strict_client.post(CHOOSE, {"what": "all"}).url
    budi = Person.objects.get(name="Budi Santoso", nip__endswith="999")
    strict_client.post(address, {"kind": "superior", "superior": budi.pk, "day": TODAY.isoformat()})
    with CaptureQueriesContext(connection) as looking:
        page = strict_client.get(f"{address}periksa/").content
    assert len(looking) <= 12
    assert len(page) < 120_000
    with CaptureQueriesContext(connection) as writing:
        strict_client.post(f"{address}periksa/")
    assert len(writing) <= 120
    assert main_assignments(TODAY).filter(superior=budi).count() > 2_500

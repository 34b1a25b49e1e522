"""Who looked at and changed my record: told to oneself and to auditors, in words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from pembina.domain.access.audit import Touched, record, record_many
from pembina.domain.access.events import AuditEvent
from pembina.domain.people.operations import change_superior, end_assignment
from web.people.conftest import NOON
from web.test_weight import LATER, compressed

MINE = "/akun/jejak/"
EARLIER = datetime(2026, 11, 20, 2, 5, tzinfo=UTC)


def trail_address(person):
    return f"/pegawai/{person.pk}/jejak/"


def page(visit, user, address=MINE, **query):
    answer = visit(user, address, **query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def held(record_of):
    return record_of("sari").assignments.get(ends_on=None)


def test_a_look_is_told_with_name_position_role_and_time(visit, sari, rina, record_of):
    record("look_at_person", on=record_of("sari"), by=rina, at=EARLIER)
    html = page(visit, sari)
    assert "20 November 2026" in html
    assert "09.05 WIB" in html
    assert f"<strong>{record_of('rina').titled_name}</strong> membuka data pegawai" in html
    held = record_of("rina").assignments.get(ends_on=None)
    assert f"{held.position}, {held.unit.name} · sebagai" in html
    assert "sebagai Pengelola kepegawaian (BKPSDM)" in html


def test_a_position_is_the_one_held_at_the_time(visit, sari, rina, record_of):
    now = record_of("rina").assignments.get(ends_on=None)
    long_ago = datetime(now.starts_on.year - 1, 1, 1, tzinfo=UTC)
    record("look_at_person", on=record_of("sari"), by=rina, at=long_ago)
    assert now.position not in page(visit, sari)


def test_a_change_is_told_from_before_to_after_by_name(visit, sari, rina, record_of, held):
    to = record_of("dewi")
    change_superior(assignment=held, to=to, from_day=date(2026, 11, 22), by=rina, at=EARLIER)
    html = page(visit, sari)
    assert "mengganti atasan" in html
    assert f"Atasan: <del>{record_of('budi').titled_name}</del>" in html
    assert f"<ins>{to.titled_name}</ins>" in html
    assert to.nip not in html


def test_a_date_and_a_reason_are_told(visit, sari, rina, held):
    end_assignment(assignment=held, on=date(2026, 11, 21), by=rina, at=EARLIER)
    record("close_account", on=sari, by=rina, at=EARLIER, changes={"is_active": ("True", "False")}, why="SK 800/12")
    html = page(visit, sari)
    assert "Hari terakhir: <ins>21 November 2026</ins>" in html
    assert "Aktif: <del>Ya</del>" in html
    assert "Alasan: SK 800/12" in html


def test_ones_own_sign_ins_are_told_with_the_address(visit, sari):
    record("sign_in", on=sari, by=sari, at=EARLIER, address="203.0.113.9")
    record("sign_in_refused", on=sari, by=None, at=EARLIER, address="198.51.100.7")
    html = page(visit, sari, kind="signed_in")
    assert "<strong>Anda</strong> masuk" in html
    assert "dari 203.0.113.9" in html
    assert "<strong>Seseorang</strong> gagal masuk" in html
    assert "dari 198.51.100.7" in html


def test_the_address_of_others_is_not_told(visit, sari, rina, record_of):
    record("look_at_person", on=record_of("sari"), by=rina, at=EARLIER, address="203.0.113.9")
    assert "203.0.113.9" not in page(visit, sari)


def test_kinds_narrow(visit, sari, rina, record_of, held):
    record("look_at_person", on=record_of("sari"), by=rina, at=EARLIER)
    end_assignment(assignment=held, on=date(2026, 11, 21), by=rina, at=EARLIER)
    assert "mengakhiri jabatan" not in page(visit, sari, kind="looked")
    assert "membuka data pegawai" not in page(visit, sari, kind="changed")
    assert "membuka data pegawai" in page(visit, sari, kind="no such kind")


def test_what_concerns_others_is_not_told(visit, sari, rina, record_of):
    record("look_at_person", on=record_of("dewi"), by=rina, at=EARLIER)
    assert "membuka data pegawai" not in page(visit, sari)


def test_nothing_yet_is_said(visit, sari):
    assert "Belum ada catatan" in page(visit, sari, kind="looked")


def test_the_own_trail_stands_under_the_own_record_too(visit, sari, rina, record_of):
    record("look_at_person", on=record_of("sari"), by=rina, at=EARLIER)
    assert "membuka data pegawai" in page(visit, sari, trail_address(record_of("sari")))
    assert f'href="{trail_address(record_of("sari"))}"' in page(visit, sari, f"/pegawai/{record_of('sari').pk}/")
    assert f'href="{MINE}"' in page(visit, sari, reverse("account:me"))


def test_an_auditor_reads_it_and_is_seen_to(visit, sari, auditor, record_of):
    assert "Jejak data pegawai" in page(visit, auditor, trail_address(record_of("sari")))
    assert "membuka jejak data pegawai" in page(visit, sari)
    assert "Ratih Kusuma" in page(visit, sari)


@pytest.mark.parametrize("name", ["budi", "rina", "dewi"])
def test_nobody_else_reads_it(visit, person, record_of, name):
    assert visit(person(name), trail_address(record_of("sari"))).status_code == 404
    assert "/jejak/" not in visit(person(name), f"/pegawai/{record_of('sari').pk}/").content.decode().split("<main")[1]


def test_an_account_without_a_person_has_a_trail(visit, auditor):
    assert "Siapa melihat dan mengubah data saya" in page(visit, auditor)


def looks(person, by, count):
    subjects = [Touched(person)] * count
    record_many("look_at_person", subjects=subjects, by=by, at=EARLIER)


def told(html):
    return html.count("<time ")


def test_pages_lead_on_and_back_without_gap(visit, sari, rina, record_of):
    looks(record_of("sari"), rina, 120)
    first = page(visit, sari, kind="looked")
    older = first.split("&amp;older=")[-1].split('"')[0]
    second = page(visit, sari, kind="looked", older=older)
    last = page(visit, sari, kind="looked", older=second.split("&amp;older=")[-1].split('"')[0])
    assert [told(html) for html in (first, second, last)] == [50, 50, 20]
    assert "Lebih baru" not in first
    assert "Lebih lama" not in last
    back = page(visit, sari, kind="looked", newer=second.split("&amp;newer=")[-1].split('"')[0])
    assert told(back) == 50
    assert "Lebih baru" not in back


@pytest.mark.parametrize("query", [{"older": "x"}, {"older": "20261122T000000.0-x"}, {"newer": "-"}, {"kind": "x"}])
def test_an_address_that_cannot_be_understood_shows_the_latest(visit, sari, rina, record_of, query):
    looks(record_of("sari"), rina, 1)
    assert told(page(visit, sari, **query)) >= 1


def test_a_page_costs_the_same_for_few_events_and_for_many(
    strict_client, visit, sari, rina, budi, record_of, django_assert_max_num_queries
):
    for by in (rina, budi):
        looks(record_of("sari"), by, 600)
    page(visit, sari)
    with django_assert_max_num_queries(10):
        answer = strict_client.get(MINE)
    assert compressed(answer.content) <= LATER


def test_a_deleted_kind_of_record_is_still_told(visit, sari, rina, record_of):
    looks(record_of("sari"), rina, 1)
    from django.contrib.contenttypes.models import ContentType

    gone = ContentType.objects.create(app_label="gone", model="gone")
    row = AuditEvent.objects.filter(operation="look_at_person").get()
    AuditEvent.objects.create(
        content_type=gone, object_pk="1", object_repr="Dulu", action=1, concerns=row.concerns, timestamp=NOON,
        changes={"x": ["1", "2"]},
    )  # fmt: skip
    html = page(visit, sari)
    assert "mengubah catatan" in html
    assert "Dulu" in html


def test_english_has_its_words(strict_client, visit, sari, rina, record_of):
    record("look_at_person", on=record_of("sari"), by=rina, at=EARLIER + timedelta(minutes=1))
    strict_client.cookies["django_language"] = "en"
    assert "opened the record" in page(visit, sari)

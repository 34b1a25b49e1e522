"""Rina puts a person on record and changes facts, positions and acting authority by hand."""

from datetime import timedelta

import pytest
from django.utils import formats, timezone

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import RoleGrant
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.models import Assignment, Delegation, Person
from pembina.domain.people.operations import delegate
from pembina.domain.people.queries import history_of

NEW = {"nip": "19950817 202012 1 001", "name": "Joko Susilo", "status": "pns", "rank": "III/a"}
TODAY = timezone.localdate()


@pytest.fixture
def client(as_user, rina):
    return as_user(rina)


def test_a_person_is_added_and_the_position_comes_next(client):
    answer = client.post("/pegawai/baru/", NEW)
    joko = Person.objects.get(nip="199508172020121001")
    assert (joko.name, joko.sex, joko.rank) == ("Joko Susilo", "male", "III/a")
    assert answer.url == f"/pegawai/{joko.pk}/jabatan/"


def test_what_is_odd_about_a_number_is_shown_before_it_is_written(client):
    odd = NEW | {"birth_date": "1995-08-18"}
    asked = client.post("/pegawai/baru/", odd)
    assert asked.status_code == 200
    assert "Tanggal lahir pada NIP 17 Agustus 1995, pada data 18 Agustus 1995." in asked.content.decode()
    assert not Person.objects.filter(nip="199508172020121001").exists()
    back = client.post("/pegawai/baru/", odd | {"confirmed": "1", "search": "none"}).content.decode()
    assert "Joko Susilo" in back
    client.post("/pegawai/baru/", odd | {"confirmed": "1"})
    assert Person.objects.get(nip="199508172020121001").birth_date.day == 18


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"nip": "1.99508E+17"}, "program lembar kerja"),
        ({"nip": "123"}, "NIP terdiri atas 18 angka"),
        ({"nip": "199203152019032999"}, "sudah tercatat"),
        ({"nip": "199203152019032999", "birth_date": "1990-01-01"}, "sudah tercatat"),
        ({"name": ""}, "Nama"),
        ({"rank": "V/z"}, "Golongan"),
        ({"email": "bukan"}, "Surel dinas"),
    ],
)
def test_a_person_who_cannot_be_added_is_said_at_the_field(client, wrong, said):
    before = Person.objects.count()
    answer = client.post("/pegawai/baru/", NEW | wrong)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'class="field field-invalid"' in answer.content.decode()
    assert Person.objects.count() == before


def test_facts_change_with_the_reason_in_the_trail(client, rina, record_of):
    sari = record_of("sari")
    form = client.get(f"/pegawai/{sari.pk}/ubah/").content.decode()
    assert 'value="Sari Wulandari"' in form
    facts = {
        "name": "Sari Wulandari", "title_after": "S.H.", "status": "pns", "rank": "III/c", "education": "45",
        "legal_position": "01", "birth_date": "1992-03-15", "sex": "female", "reason": "SK 821/7",
    }  # fmt: skip
    client.post(f"/pegawai/{sari.pk}/ubah/", facts)
    event = events_on(sari).filter(operation="edit_person").get()
    assert event.changes["rank"] == ["III/b", "III/c"]
    assert "birth_date" not in event.changes
    assert (event.actor, event.why) == (rina, "SK 821/7")
    client.post(f"/pegawai/{sari.pk}/ubah/", facts)
    assert events_on(sari).filter(operation="edit_person").count() == 1


def post_of(held, **more):
    told = {"unit": held.unit_id, "position": held.position, "position_kind": held.position_kind}
    return told | {"superior": held.superior_id or ""} | more


def test_a_transfer_keeps_what_was(client, held_by, record_of):
    held, dewi = held_by("sari"), held_by("dewi")
    page = client.get(f"/jabatan/{held.pk}/mutasi/").content.decode()
    assert held.unit.name in page
    sent = post_of(held, unit=dewi.unit_id, position="Analis", from_day=TODAY.isoformat())
    client.post(f"/jabatan/{held.pk}/mutasi/", sent)
    now, before = history_of(record_of("sari"))[:2]
    assert (now.position, now.unit, now.starts_on) == ("Analis", dewi.unit, TODAY)
    assert (before.pk, before.ends_on) == (held.pk, TODAY - timedelta(days=1))


def test_a_transfer_before_the_position_began_is_refused_at_the_day(client, held_by):
    held = held_by("sari")
    answer = client.post(f"/jabatan/{held.pk}/mutasi/", post_of(held, from_day="1990-01-01"))
    assert answer.status_code == 422
    assert 'id="id_from_day_error"' in answer.content.decode()


def test_an_overlap_is_refused_at_the_first_day(client, held_by, record_of):
    held = held_by("sari")
    sent = post_of(held, kind="main", starts_on=TODAY.isoformat())
    answer = client.post(f"/pegawai/{record_of('sari').pk}/jabatan/", sent)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert f"Bertindih dengan {held.position}, mulai {formats.date_format(held.starts_on, 'j F Y')}" in html
    assert 'id="id_starts_on_error"' in html
    assert "Akhiri jabatan itu lebih dahulu" in html


def test_an_additional_duty_runs_beside_the_main_one(client, held_by, record_of):
    sent = post_of(held_by("sari"), kind="additional", starts_on=TODAY.isoformat())
    client.post(f"/pegawai/{record_of('sari').pk}/jabatan/", sent)
    assert Assignment.objects.filter(person=record_of("sari"), kind="additional").count() == 1


def test_a_superior_is_found_by_name_or_number_and_set(client, held_by, record_of):
    held, dewi = held_by("sari"), record_of("dewi")
    for wanted in ("dewi anggraini", dewi.nip[:12]):
        sent = {"superior_q": wanted, "search": "superior", "from_day": TODAY.isoformat()}
        assert dewi.titled_name in client.post(f"/jabatan/{held.pk}/atasan/", sent).content.decode()
    client.post(f"/jabatan/{held.pk}/atasan/", {"superior": dewi.pk, "from_day": TODAY.isoformat()})
    assert held_by("sari").superior == dewi


def test_nobody_is_offered_as_their_own_superior(client, held_by, record_of):
    held = held_by("sari")
    sent = {"superior": record_of("sari").pk, "from_day": TODAY.isoformat()}
    assert client.post(f"/jabatan/{held.pk}/atasan/", sent).status_code == 422


def test_an_end_is_confirmed_first(client, held_by):
    held = held_by("sari")
    asked = client.post(f"/jabatan/{held.pk}/akhiri/", {"last_day": TODAY.isoformat()})
    assert "tidak memegang jabatan ini" in asked.content.decode()
    held.refresh_from_db()
    assert held.ends_on is None
    client.post(f"/jabatan/{held.pk}/akhiri/", {"last_day": TODAY.isoformat(), "confirmed": "1"})
    held.refresh_from_db()
    assert held.ends_on == TODAY


def test_a_wrong_entry_is_put_right_with_a_reason(client, held_by):
    held = held_by("sari")
    sent = post_of(held, position="Penata Kelola", starts_on=held.starts_on.isoformat())
    assert client.post(f"/jabatan/{held.pk}/betulkan/", sent).status_code == 422
    client.post(f"/jabatan/{held.pk}/betulkan/", sent | {"reason": "Salah ketik"})
    held.refresh_from_db()
    assert held.position == "Penata Kelola"
    event = events_on(held)[0]
    assert (event.operation, event.why) == ("correct_assignment", "Salah ketik")


def test_authority_is_lent_and_ended_early(client, held_by, record_of):
    sari, until = record_of("sari"), TODAY + timedelta(days=30)
    sent = {"kind": "daily", "unit": held_by("sari").unit_id, "letter": "800/9", "starts_on": TODAY.isoformat()}
    address = f"/pegawai/{sari.pk}/penugasan/"
    reversed_days = sent | {"ends_on": (TODAY - timedelta(days=1)).isoformat()}
    assert client.post(address, reversed_days).status_code == 422
    client.post(address, sent | {"ends_on": until.isoformat()})
    lent = Delegation.objects.get(letter="800/9")
    assert f"/penugasan/{lent.pk}/akhiri/" in client.get(f"/pegawai/{sari.pk}/").content.decode()
    client.post(f"/penugasan/{lent.pk}/akhiri/", {"last_day": TODAY.isoformat()})
    lent.refresh_from_db()
    assert lent.ends_on == TODAY


def test_the_record_leads_to_every_change_for_human_resources_only(as_user, rina, budi, record_of, held_by):
    sari, held = record_of("sari"), held_by("sari")
    addresses = [f"/pegawai/{sari.pk}/ubah/", f"/jabatan/{held.pk}/mutasi/", f"/jabatan/{held.pk}/betulkan/"]
    shown = as_user(rina).get(f"/pegawai/{sari.pk}/").content.decode()
    hidden = as_user(budi).get(f"/pegawai/{sari.pk}/").content.decode()
    for address in addresses:
        assert address in shown
        assert address not in hidden
        assert as_user(budi).get(address).status_code == 404


def test_nobody_changes_their_own_record(client, record_of, held_by):
    own = record_of("rina")
    assert client.get(f"/pegawai/{own.pk}/ubah/").status_code == 404
    assert client.get(f"/jabatan/{held_by('rina').pk}/mutasi/").status_code == 404
    assert "/ubah/" not in client.get(f"/pegawai/{own.pk}/").content.decode()


def test_an_office_ends_the_orders_over_its_own_units_only(as_user, rina, record_of, held_by):
    sari, dewi = held_by("sari"), held_by("dewi")
    RoleGrant.objects.filter(user=rina).update(unit=sari.unit)
    days = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=30)}
    told = {"kind": DelegationKind.ACTING, "letter": "800/9", **days, "by": None, "at": timezone.now()}
    theirs = delegate(person=sari.person, unit=dewi.unit, **told)
    ours = delegate(person=dewi.person, unit=sari.unit, **told)
    client = as_user(rina)
    assert "/akhiri/" in client.get(f"/pegawai/{sari.person_id}/").content.decode()
    assert f"/penugasan/{theirs.pk}/" not in client.get(f"/pegawai/{sari.person_id}/").content.decode()
    shown = client.get(f"/unit-kerja/{sari.unit_id}/").content.decode()
    assert dewi.person.titled_name in shown
    assert f"/penugasan/{ours.pk}/akhiri/" in shown
    sent = {"last_day": TODAY.isoformat()}
    assert client.get(f"/penugasan/{theirs.pk}/akhiri/").status_code == 404
    assert client.post(f"/penugasan/{theirs.pk}/akhiri/", sent).status_code == 404
    assert client.get(f"/penugasan/{ours.pk}/akhiri/").status_code == 200
    answer = client.post(f"/penugasan/{ours.pk}/akhiri/", sent)
    assert client.get(answer.url).status_code == 200
    assert [row.ends_on for row in Delegation.objects.filter(pk__in=[ours.pk, theirs.pk]).order_by("pk")] == [
        theirs.ends_on, TODAY,
    ]  # fmt: skip

"""Rina opens, names, moves, closes and merges units; what hangs on them is told first."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pembina.domain.people.models import Unit
from pembina.domain.services.operations.services import open_service

TODAY = timezone.localdate().isoformat()
NEW = {"code": "99", "name": "Dinas Baru", "kind": "office", "sector": "general", "time_zone": "Asia/Jakarta"}


@pytest.fixture
def client(as_user, rina):
    return as_user(rina)


@pytest.fixture
def root(government):
    return Unit.objects.get(parent__isnull=True)


def unit(name):
    return Unit.objects.get(name=name)


def test_a_unit_page_shows_facts_people_and_what_lies_below(client, sari, as_user):
    found = Unit.objects.get(code="01.06")
    html = client.get(f"/unit-kerja/{found.pk}/").content.decode()
    for shown in (found.name, "Kepala", "unit di bawahnya termasuk", "Bidang Pelayanan Perizinan", "?unit=01.06"):
        assert shown in html
    assert "/gabung/" in html
    assert "/gabung/" not in as_user(sari).get(f"/unit-kerja/{found.pk}/").content.decode()


def test_dewi_finds_no_page_of_another_unit(as_user, dewi, held_by):
    client = as_user(dewi)
    assert client.get(f"/unit-kerja/{held_by('sari').unit_id}/").status_code == 404
    assert client.get(f"/unit-kerja/{held_by('dewi').unit_id}/").status_code == 200


def test_a_unit_opens_below_the_one_from_which_one_came(client, root):
    assert "checked" in client.get(f"/unit-kerja/baru/?induk={root.pk}").content.decode()
    client.post("/unit-kerja/baru/", NEW | {"parent": root.pk, "on": TODAY})
    assert unit("Dinas Baru").parent == root


@pytest.mark.parametrize("query", ["?induk=x", "?induk=999999", "?induk=²"])
def test_an_address_that_names_no_unit_leaves_the_choice_open(client, query):
    assert "checked" not in client.get(f"/unit-kerja/baru/{query}").content.decode()


def test_a_taken_code_is_said_at_the_code(client, root):
    answer = client.post("/unit-kerja/baru/", NEW | {"code": "01.06", "parent": root.pk, "on": TODAY})
    assert answer.status_code == 422
    assert 'id="id_code_error"' in answer.content.decode()


def test_a_unit_gets_another_name_and_its_history_tells(client):
    found = Unit.objects.get(code="01.06")
    told = {name: getattr(found, name) for name in ("code", "kind", "sector", "time_zone")}
    client.post(f"/unit-kerja/{found.pk}/ubah/", told | {"name": "Dinas Perizinan", "reason": "Perda 1/2026"})
    found.refresh_from_db()
    assert found.name == "Dinas Perizinan"
    assert "→ Dinas Perizinan" in client.get(f"/unit-kerja/{found.pk}/").content.decode()


def test_a_move_tells_how_much_it_touches_before_it_happens(client):
    moved, to = Unit.objects.get(code="01.06"), Unit.objects.exclude(code__startswith="01.06").get(code="01.07")
    sent = {"parent": to.pk, "on": TODAY}
    asked = client.post(f"/unit-kerja/{moved.pk}/pindah/", sent).content.decode()
    assert f"{moved.name} akan berada di bawah {to.name}." in asked
    assert "pegawai ikut terpengaruh" in asked
    moved.refresh_from_db()
    assert moved.parent != to
    client.post(f"/unit-kerja/{moved.pk}/pindah/", sent | {"confirmed": "1"})
    moved.refresh_from_db()
    assert moved.parent == to


def test_a_circle_is_refused_before_anybody_confirms(client):
    moved, below = Unit.objects.get(code="01.06"), Unit.objects.get(code="01.06.01")
    answer = client.post(f"/unit-kerja/{moved.pk}/pindah/", {"parent": below.pk, "on": TODAY})
    assert answer.status_code == 422
    assert "berada di bawah" in answer.content.decode()


def test_a_unit_in_use_is_not_closed_and_an_empty_one_is(client, root):
    used = Unit.objects.get(code="01.06")
    refused = client.post(f"/unit-kerja/{used.pk}/tutup/", {"on": TODAY})
    assert refused.status_code == 422
    assert "gabungkan unit ini ke unit lain" in refused.content.decode()
    client.post("/unit-kerja/baru/", NEW | {"parent": root.pk, "on": TODAY})
    empty = unit("Dinas Baru")
    assert (
        "tidak dapat menerima pegawai lagi"
        in client.post(f"/unit-kerja/{empty.pk}/tutup/", {"on": TODAY}).content.decode()
    )
    client.post(f"/unit-kerja/{empty.pk}/tutup/", {"on": TODAY, "confirmed": "1"})
    empty.refresh_from_db()
    assert empty.closed_on is not None
    assert client.get(f"/unit-kerja/{empty.pk}/tutup/").status_code == 404


def test_a_merger_carries_people_over_and_both_pages_tell(client, held_by):
    merged, into = held_by("sari").unit, Unit.objects.get(code="01.07")
    sent = {"parent": into.pk, "on": TODAY}
    assert f"masuk ke {into.name}" in client.post(f"/unit-kerja/{merged.pk}/gabung/", sent).content.decode()
    client.post(f"/unit-kerja/{merged.pk}/gabung/", sent | {"confirmed": "1"})
    merged.refresh_from_db()
    assert merged.merged_into == into
    assert "Digabung ke" in client.get(f"/unit-kerja/{merged.pk}/").content.decode()
    assert f"menerima {merged.name}" in client.get(f"/unit-kerja/{into.pk}/").content.decode()


def test_a_unit_page_costs_a_bounded_number_of_queries(client, root, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        client.get(f"/unit-kerja/{root.pk}/")


def test_the_tree_can_be_searched(client, as_user, dewi):
    html = client.get("/unit-kerja/?q=pelayanan+perizinan").content.decode()
    assert "Bidang Pelayanan Perizinan" in html
    assert "Dinas Perhubungan" not in html
    assert "Tidak ada yang cocok" in client.get("/unit-kerja/?q=zzzz").content.decode()
    assert "Bidang Pelayanan Perizinan" not in as_user(dewi).get("/unit-kerja/?q=perizinan").content.decode()


@pytest.mark.parametrize("way", ["pindah", "gabung"])
def test_a_day_to_come_is_refused_at_the_day(client, way):
    moved, to = Unit.objects.get(code="01.06"), Unit.objects.get(code="01.07")
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    answer = client.post(f"/unit-kerja/{moved.pk}/{way}/", {"parent": to.pk, "on": tomorrow})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "belum tiba" in html
    assert 'id="id_on_error"' in html
    moved.refresh_from_db()
    assert moved.parent != to


def test_a_merger_tells_what_else_goes_along_with_counts(client):
    merged, into = Unit.objects.get(code="01.06"), Unit.objects.get(code="01.07")
    for code in ("A", "B"):
        open_service(unit=merged, code=code, name=code, on=date(2020, 1, 1), by=None, at=timezone.now())
    asked = client.post(f"/unit-kerja/{merged.pk}/gabung/", {"parent": into.pk, "on": TODAY}).content.decode()
    assert f"Ikut pindah ke {into.name}: 2 layanan" in asked
    assert f"menurut jam kerja {into.name}" in asked


def test_a_unit_with_services_is_not_closed_and_the_page_says_what_to_do(client, root):
    client.post("/unit-kerja/baru/", NEW | {"parent": root.pk, "on": TODAY})
    opened = unit("Dinas Baru")
    open_service(unit=opened, code="A", name="A", on=timezone.localdate(), by=None, at=timezone.now())
    answer = client.post(f"/unit-kerja/{opened.pk}/tutup/", {"on": TODAY})
    assert answer.status_code == 422
    assert "Dinas Baru masih memiliki 1 layanan." in answer.content.decode()

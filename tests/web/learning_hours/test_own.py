"""What an employee sees of the own hours and reports; what a leader sees of the staff."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.development.enums import RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.operations.own_forms import OwnFormTold, set_own_form

pytestmark = pytest.mark.django_db
OWN = "/jam-belajar/saya/"


def test_a_year_says_how_it_stands_by_which_article_and_why(as_user, sari, counted):
    page = as_user(sari).get(OWN).content.decode()
    assert "masih kurang 14 JP dari 20 JP setahun bagi PNS" in page
    assert "Pasal 203 ayat (4)" in page
    assert "Seminar pelayanan" in page


def test_nothing_on_record_is_said_not_counted_as_zero(as_user, sari, pupil):
    page = as_user(sari).get(OWN).content.decode()
    assert "tidak dihitung sebagai nol" in page
    assert "Belum ada yang tercatat." in page


def test_one_reports_and_takes_it_back(as_user, sari, pupil, typed):
    client = as_user(sari)
    assert client.post(reverse("learning_hours:report"), typed).status_code == 302
    row = LearningRecord.objects.get()
    assert (row.state, row.person) == (RecordState.REPORTED, pupil)
    assert "Menunggu verifikasi" in client.get(OWN).content.decode()
    client.post(reverse("learning_hours:withdraw", args=[row.pk]))
    assert LearningRecord.objects.get().state == RecordState.REFUSED


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"hours": ""}, "Isi salah satu: JP pada sertifikat, lamanya dalam menit, atau banyaknya."),
        ({"minutes": "90"}, "Isi satu saja dari JP pada sertifikat, lamanya, dan banyaknya"),
        ({"units": "2"}, "Isi satu saja dari JP pada sertifikat, lamanya, dan banyaknya"),
        ({"hours": "", "units": "0"}, "lebih besar"),
        ({"hours": "", "units": "2", "form": "24"}, "tidak mempunyai padanan JP. Isi JP pada sertifikat atau lamanya"),
        ({"evidence": ""}, "Tautan bukti"),
        ({"last_day": "2099-01-01", "first_day": "2099-01-01"}, "belum tiba"),
        ({"form": "99"}, "Masukkan pilihan yang valid"),
        ({"hours": "-1"}, "lebih besar"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(as_user, sari, pupil, typed, change, told):
    answer = as_user(sari).post(reverse("learning_hours:report"), typed | change)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not LearningRecord.objects.exists()


def test_units_count_by_what_the_government_has_set(as_user, sari, rina, pupil, typed, yesterday):
    told = OwnFormTold(14, yesterday, "Perbup 7/2026", jp_per_unit=Decimal(3), unit="meeting", max_per_year=Decimal(7))
    set_own_form(told=told, by=rina, at=timezone.now())
    client, address = as_user(sari), reverse("learning_hours:report")
    page = client.get(address).content.decode()
    assert "Coaching · 3 JP per pertemuan" in page
    assert "paling banyak 7 JP setahun" in page
    assert 'Perbup 7/2026. <span class="small muted">Ditetapkan oleh pemerintah ini.' in page
    asked = typed | {"form": "14", "hours": "", "units": "3"}
    assert client.post(address, asked).status_code == 302
    assert LearningRecord.objects.get().hours == 7
    assert "jadi dihitung 7 JP" in client.get(OWN).content.decode()
    answer = client.post(address, asked | {"title": "Coaching lagi"})
    assert answer.status_code == 422
    assert "bentuk ini memberi paling banyak 7" in answer.content.decode()


def test_a_form_without_own_value_tells_how_sure_the_table_is(as_user, sari, pupil):
    page = as_user(sari).get(reverse("learning_hours:report")).content.decode()
    assert "Seminar · 4 JP per kegiatan" in page
    assert "Menurut tabel aplikasi satu instansi, bukan peraturan." in page


def test_the_same_twice_is_refused(as_user, sari, counted, seminar, typed):
    told = typed | {"title": seminar.title, "form": "9"}
    answer = as_user(sari).post(reverse("learning_hours:report"), told)
    assert "tidak dihitung dua kali" in answer.content.decode()


def test_nobody_takes_back_what_another_reported(as_user, dewi, reported):
    assert as_user(dewi).post(reverse("learning_hours:withdraw", args=[reported.pk])).status_code == 404


def test_a_leader_sees_the_own_staff_those_with_the_fewest_hours_first(as_user, budi, sari, counted, training, leader):
    training.person(superior=leader)
    page = as_user(budi).get(reverse("learning_hours:team")).content.decode()
    assert page.index("Tono") < page.index(sari.display_name)
    assert "kurang 14 JP" in page
    assert "JP staf saya" in as_user(budi).get(OWN).content.decode()


def test_who_leads_nobody_is_told_so(as_user, dewi, counted):
    page = as_user(dewi).get(reverse("learning_hours:team")).content.decode()
    assert "Tidak ada staf" in page
    assert counted.person.name not in page


def test_an_account_without_a_record_is_told_so(as_user, dewi):
    assert "Belum ada data pegawai" in as_user(dewi).get(OWN).content.decode()

"""The officer's desk: rounds, counters, answers, paper forms and files."""

import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from domain.services.surveys.survey_world import SurveyWorld, make_service, make_unit, open_now
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import RoleGrant
from pembina.domain.services.enums import AgeBand, Education, Occupation, Sex
from pembina.domain.services.models import SurveyImport, SurveyPeriod, SurveyPlace, SurveyResponse
from pembina.domain.services.operations.survey_setup import plan_of, plan_survey
from pembina.exchange.surveys import read_forms
from pembina.exchange.surveys.template import PROFILE
from pembina.exchange.surveys.words import column_named, profile_value

HOME = "/survei-skm/"


@pytest.fixture
def maya(person, strict_client):
    """The coordinator of services of the whole government, signed in."""
    user = person("maya")
    strict_client.force_login(user)
    return user


def today():
    return timezone.localdate()


def test_without_the_permission_there_is_no_desk(survey, strict_client, dewi):
    strict_client.force_login(dewi)
    for path in ("", "loket/", f"{survey.period.pk}/", f"{survey.period.pk}/jawaban/", f"loket/{survey.place.pk}/"):
        assert strict_client.get(HOME + path).status_code == 404


def test_a_round_is_planned_and_shows_its_target_and_what_is_missing(survey, strict_client, maya):
    said = {
        "title": "SKM 2027", "opens_on": "2027-01-01", "closes_on": "2027-03-31", "population": "500",
        "order": "questionnaire", "weight": "exact",
    }  # fmt: skip
    address = f"{HOME}baru/{survey.unit.pk}/"
    assert strict_client.get(address).status_code == 200
    assert strict_client.post(address, {**said, "closes_on": "2026-01-01"}).status_code == 422
    answer = strict_client.post(address, said, follow=True)
    html = answer.content.decode()
    assert SurveyPeriod.objects.get(title="SKM 2027").target == 217
    assert "Masih kurang 217 dari 217" in html
    assert "SKM 2027" in strict_client.get(HOME).content.decode()


def test_a_round_that_overlaps_is_refused_at_its_field(survey, strict_client, maya):
    plan = plan_of(survey.period)
    said = {**plan.columns, "title": "Lagi", "population": ""}
    html = strict_client.post(f"{HOME}baru/{survey.unit.pk}/", said).content.decode()
    assert "beririsan" in html
    assert 'href="#id_opens_on"' in html


def test_a_round_is_changed_and_closed(survey, strict_client, maya):
    address = f"{HOME}{survey.period.pk}/"
    said = {**plan_of(survey.period).columns, "title": "Berubah", "population": "1000"}
    assert strict_client.get(address + "ubah/").status_code == 200
    assert strict_client.post(address + "ubah/", said).status_code == 302
    assert strict_client.post(address + "tutup/").status_code == 302
    survey.period.refresh_from_db()
    assert (survey.period.title, survey.period.closes_on) == ("Berubah", today())


def test_a_counter_is_set_up_with_its_poster_and_codes(survey, strict_client, maya):
    address = f"{HOME}loket/baru/{survey.unit.pk}/"
    assert strict_client.get(address).status_code == 200
    answer = strict_client.post(address, {"name": "Loket 7", "service": survey.health.pk}, follow=True)
    place = SurveyPlace.objects.get(name="Loket 7")
    assert f"http://testserver/survei/{place.token}/" in answer.content.decode()
    for paper in ("a4", "a5"):
        poster = strict_client.get(f"{HOME}loket/{place.pk}/poster-{paper}.pdf")
        assert poster.content.startswith(b"%PDF")
    assert strict_client.get(f"{HOME}loket/{place.pk}/poster-a0.pdf").status_code == 404
    sheet = strict_client.post(f"{HOME}loket/{place.pk}/kode/", {"number": 40, "expires_on": today().isoformat()})
    assert sheet.content.startswith(b"%PDF")
    assert place.codes.count() == 40
    assert strict_client.post(f"{HOME}loket/{place.pk}/kode/", {"number": 0, "expires_on": ""}).status_code == 422
    assert strict_client.post(f"{HOME}loket/{place.pk}/kode/cabut/").status_code == 302


def test_codes_that_are_over_already_are_not_made(survey, strict_client, maya):
    address = f"{HOME}loket/{survey.place.pk}/kode/"
    over = (today() - timedelta(days=1)).isoformat()
    answer = strict_client.post(address, {"number": 40, "expires_on": over})
    assert answer.status_code == 422
    assert "Pilih hari ini atau sesudahnya" in answer.content.decode()
    assert 'href="#id_expires_on"' in answer.content.decode()
    assert not survey.place.codes.exists()


def flood(survey):
    for _ in range(6):
        survey.answer(scores="444444444", suggestion="=1+1", at=timezone.now())


def test_marked_answers_are_shown_left_out_with_a_reason_and_brought_back(survey, strict_client, maya):
    flood(survey)
    address = f"{HOME}{survey.period.pk}/jawaban/"
    assert "6 jawaban bertanda belum diputuskan" in strict_client.get(address).content.decode()
    preview = strict_client.post(address + "putuskan/", {"all_suspicious": "1"})
    assert "6 jawaban. Periksa dahulu" in preview.content.decode()
    said = {**confirmed(preview), "verdict": "exclude"}
    assert strict_client.post(address + "putuskan/", {**said, "reason": ""}).status_code == 422
    assert strict_client.post(address + "putuskan/", {**said, "reason": "Satu orang"}).status_code == 302
    assert SurveyResponse.objects.filter(is_excluded=True).count() == 6
    html = strict_client.get(address + "?state=excluded").content.decode()
    assert "Satu orang" in html
    chosen = list(SurveyResponse.objects.values_list("pk", flat=True)[:2])
    assert strict_client.post(address + "batalkan/", {"response": chosen}).status_code == 302
    assert SurveyResponse.objects.filter(is_excluded=True).count() == 4


def confirmed(preview):
    """Return what the confirmation carries of what was shown."""
    html = preview.content.decode()
    names = ("confirm", "all_suspicious", "last", "digest")
    return {name: found[1] for name in names if (found := re.search(rf'name="{name}" value="([^"]*)"', html))}


def test_only_the_marked_answers_that_were_shown_are_decided(survey, strict_client, maya):
    flood(survey)
    address = f"{HOME}{survey.period.pk}/jawaban/putuskan/"
    said = {**confirmed(strict_client.post(address, {"all_suspicious": "1"})), "verdict": "exclude", "reason": "Satu"}
    shown = set(SurveyResponse.objects.values_list("pk", flat=True))
    flood(survey)
    assert strict_client.post(address, said).status_code == 302
    assert set(SurveyResponse.objects.filter(is_excluded=True).values_list("pk", flat=True)) == shown


def test_marked_answers_that_changed_meanwhile_are_shown_again(survey, strict_client, maya):
    survey.answer(at=timezone.now())
    flood(survey)
    address = f"{HOME}{survey.period.pk}/jawaban/putuskan/"
    said = {**confirmed(strict_client.post(address, {"all_suspicious": "1"})), "verdict": "exclude", "reason": "Satu"}
    SurveyResponse.objects.filter(suspicion="").update(suspicion="same_address")
    again = strict_client.post(address, said)
    assert again.status_code == 422
    assert "berubah sejak daftar ini ditampilkan" in again.content.decode()
    assert not SurveyResponse.objects.filter(is_excluded=True).exists()
    said = {**said, **confirmed(again)}
    assert strict_client.post(address, said).status_code == 302
    assert SurveyResponse.objects.filter(is_excluded=True).count() == 7


def test_a_preview_says_how_many_it_does_not_show(survey, strict_client, maya, monkeypatch):
    monkeypatch.setattr("pembina.web.surveys.response_views.MOST_SHOWN", 4)
    flood(survey)
    html = strict_client.post(f"{HOME}{survey.period.pk}/jawaban/putuskan/", {"all_suspicious": "1"}).content.decode()
    assert "2 jawaban lain ikut diputuskan tetapi tidak ditampilkan" in html


def test_nothing_chosen_and_nonsense_change_nothing(survey, strict_client, maya):
    survey.answer(at=timezone.now())
    address = f"{HOME}{survey.period.pk}/jawaban/"
    for chosen in ([], ["x"], ["9" * 30]):
        assert strict_client.post(address + "putuskan/", {"response": chosen}).status_code == 302
    assert strict_client.get(address + "?place=x&state=y&page=zz").status_code == 200


def test_the_list_asks_as_much_for_many_as_for_few(survey, strict_client, maya, django_assert_max_num_queries):
    for number in range(12):
        survey.answer(at=timezone.now() - timedelta(hours=number), service_id=survey.health.pk)
    with django_assert_max_num_queries(20):
        strict_client.get(f"{HOME}{survey.period.pk}/jawaban/")


def test_anonymous_rows_leave_without_formulas_and_on_record(survey, strict_client, maya):
    import python_calamine

    flood(survey)
    answer = strict_client.post(f"{HOME}{survey.period.pk}/jawaban/unduh/?state=counted")
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert len(rows) == 7
    assert "'=1+1" in rows[1]
    assert not any(len(str(cell)) >= 36 for cell in rows[1])
    assert AuditEvent.objects.get(operation="export_responses").actor == maya


def typed(survey, **scores):
    return {"key": uuid4(), "answered_on": today().isoformat(), "service": "", **scores}


def test_paper_forms_are_typed_one_after_the_other_and_taken_back(survey, strict_client, maya):
    address = f"{HOME}{survey.period.pk}/ketik/"
    form = typed(survey, **{**dict.fromkeys(ELEMENTS, "2"), "sarana": ""}, suggestion="Kipas mati")
    first = strict_client.post(address, form)
    assert first.url.startswith(address)
    assert f"answered_on={today().isoformat()}" in first.url
    strict_client.post(address, form)
    stored = SurveyResponse.objects.get()
    assert (stored.means, stored.waktu, stored.sarana, stored.typed_by) == ("paper", 2, None, maya)
    assert "Kipas mati" in strict_client.get(address).content.decode()
    assert strict_client.post(f"{address}{stored.pk}/batalkan/").status_code == 302
    assert not SurveyResponse.objects.exists()


@pytest.mark.parametrize("said", [{"waktu": "5"}, {"waktu": "x"}, {}, {"waktu": "2", "answered_on": "2020-01-01"}])
def test_a_wrongly_typed_form_is_refused_with_what_was_typed(survey, strict_client, maya, said):
    answer = strict_client.post(f"{HOME}{survey.period.pk}/ketik/", {**typed(survey, prosedur=""), **said})
    assert answer.status_code == 422
    assert not SurveyResponse.objects.exists()


@pytest.fixture
def joko(survey, person, strict_client):
    """A service officer of the surveyed unit alone, signed in."""
    user = person("joko")
    RoleGrant.objects.filter(user=user).update(unit=survey.unit)
    strict_client.force_login(user)
    return user


def test_a_service_officer_types_the_paper_forms_of_the_counter(survey, strict_client, joko):
    page = strict_client.get(f"{HOME}kertas/").content.decode()
    address = f"{HOME}{survey.period.pk}/ketik/"
    assert address in page
    form = typed(survey, waktu="2", service=survey.health.pk, suggestion="Kipas mati")
    assert strict_client.post(address, form).status_code == 302
    stored = SurveyResponse.objects.get()
    assert (stored.typed_by, stored.service) == (joko, survey.health)
    page = strict_client.get(address).content.decode()
    assert "Kipas mati" in page
    assert f'href="{HOME}kertas/"' in page
    assert f'href="{HOME}{survey.period.pk}/"' not in page
    assert strict_client.post(f"{address}{stored.pk}/batalkan/").status_code == 302
    assert not SurveyResponse.objects.exists()


def test_a_round_of_the_office_above_reaches_the_counter_with_its_own_services_alone(survey, strict_client, joko):
    other = make_service(make_unit("9.2", survey.office), "C")
    wide = plan_survey(unit=survey.office, plan=open_now(today()), by=None, at=timezone.now())
    address = f"{HOME}{wide.pk}/ketik/"
    page = strict_client.get(address).content.decode()
    assert survey.health.name in page
    assert other.name not in page
    assert strict_client.post(address, typed(survey, waktu="2", service=other.pk)).status_code == 422
    wide.services.add(other)
    assert strict_client.get(address).status_code == 404


def test_a_service_officer_does_nothing_else_at_the_desk(survey, strict_client, joko, person):
    of_another = SurveyResponse.objects.create(
        period=survey.period, client_key=uuid4(), waktu=1, means="paper", typed_by=person("maya"),
        answered_on=today(), received_at=timezone.now(),
    )  # fmt: skip
    desk = f"{HOME}{survey.period.pk}/"
    for path in ("", "jawaban/", "impor/", "ubah/"):
        assert strict_client.get(desk + path).status_code == 404
    for path in ("jawaban/unduh/", "tutup/", f"ketik/{of_another.pk}/batalkan/"):
        assert strict_client.post(desk + path).status_code == 404
    assert strict_client.get(HOME).status_code == 404
    RoleGrant.objects.filter(user=joko).update(unit=make_unit("8"))
    assert strict_client.get(f"{desk}ketik/").status_code == 404
    assert survey.period.title not in strict_client.get(f"{HOME}kertas/").content.decode()


FILE = """tanggal;U1;U2;U3;U4;U5;U6;U7;U8;U9;Jenis kelamin;Umur;Pendidikan;Pekerjaan;Saran
{day};3;3;3;4;3;3;3;2;3;L;34;S1;PNS;Bagus 👍
{day};3;3;5;4;3;3;3;2;3;P;20-29;SMA;Swasta;
{day};;;;;;;;;;P;;;;
31-02-2026;3;3;3;4;3;3;3;2;3;;;;;
01-01-2020;3;3;3;4;3;3;3;2;3;;;;;
{day};3;;3;4;3;3;3;;3;X;17;SLTP;astronaut;<script>alert(1)</script>
"""


def sent_file(content, name="formulir.csv"):
    file = io.BytesIO(content.encode())
    file.name = name
    return {"file": file, "order": "regulation", "day": today().isoformat()}


def test_a_file_is_judged_row_by_row_stored_and_undone(survey, strict_client, maya):
    address = f"{HOME}{survey.period.pk}/impor/"
    shown = strict_client.post(address, sent_file(FILE.format(day=today().strftime("%d-%m-%Y"))))
    html = shown.content.decode()
    assert not SurveyResponse.objects.exists()
    assert "Simpan 2 formulir" in html
    for said in (
        "Bukan skor 1, 2, 3, atau 4",
        "tidak berisi satu pun",
        "Bukan tanggal",
        "luar periode",
        "tidak dikenal",
    ):
        assert said in html
    carried = shown.context["carried"]
    assert strict_client.post(address + "terapkan/", {"carried": carried}).status_code == 302
    assert strict_client.post(address + "terapkan/", {"carried": carried}).status_code == 302
    first, second = SurveyResponse.objects.order_by("pk")
    assert (first.sex, first.age_band, first.education, first.occupation) == (
        "male",
        "30_39",
        "bachelor",
        "civil_servant",
    )
    assert (second.prosedur, second.pengaduan, second.sex, second.age_band) == (None, None, "", "under_20")
    assert second.suggestion == "<script>alert(1)</script>"
    batch = SurveyImport.objects.get()
    assert "formulir.csv" in strict_client.get(address).content.decode()
    assert strict_client.post(f"{HOME}impor/{batch.pk}/urungkan/").status_code == 302
    assert not SurveyResponse.objects.exists()


@pytest.mark.parametrize("order", ["regulation", "questionnaire"])
def test_the_template_has_every_column_and_its_example_is_passed_over(survey, strict_client, maya, order):
    import python_calamine

    SurveyPeriod.objects.filter(pk=survey.period.pk).update(order=order)
    address = f"{HOME}{survey.period.pk}/impor/"
    assert f"{address}templat.xlsx" in strict_client.get(address).content.decode()
    empty = strict_client.get(f"{address}templat.xlsx").content
    found = read_forms(empty, "templat.xlsx", order)
    assert (found.problem, list(found.findings), list(found.forms)) == (None, [], [])
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(empty)).get_sheet_by_index(0).to_python()
    rows.append([today().isoformat(), survey.births.name, *"432143212", "L", "34", "S1", "PNS", "Bagus"])
    found = read_forms("\n".join(map(";".join, rows)).encode(), "formulir.csv", order)
    assert (found.problem, list(found.findings), len(found.forms)) == (None, [], 1)
    form = found.forms[0]
    assert (form.answered_on, form.service, form.suggestion) == (today().isoformat(), survey.births.name, "Bagus")
    assert form.profile == {"sex": "male", "age_band": "30_39", "education": "bachelor", "occupation": "civil_servant"}
    assert form.answers["pengaduan"] == (1 if order == "regulation" else 2)


def test_each_word_of_the_template_is_known_to_the_reader():
    fields = ("sex", "age_band", "education", "occupation")
    for field, column, known in zip(fields, PROFILE, (Sex, AgeBand, Education, Occupation), strict=True):
        assert column_named(column.name) == field
        assert [profile_value(field, word) for word in column.words] == list(known.values)


@pytest.mark.parametrize("content", ["U1;U2\n3;3\n", "x", "\0\0\0"])
def test_a_file_that_is_no_survey_is_refused_at_its_field(survey, strict_client, maya, content):
    answer = strict_client.post(f"{HOME}{survey.period.pk}/impor/", sent_file(content))
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_a_changed_or_foreign_carry_is_refused(survey, strict_client, maya):
    address = f"{HOME}{survey.period.pk}/impor/terapkan/"
    for carried in ("", "forged"):
        assert strict_client.post(address, {"carried": carried}).status_code == 302
    assert not SurveyImport.objects.exists()


def test_empty_lists_say_what_to_do(db, strict_client, maya):
    assert "Belum ada periode" in strict_client.get(HOME).content.decode()
    assert "Belum ada loket" in strict_client.get(HOME + "loket/").content.decode()
    survey = SurveyWorld(open_now(today()))
    assert "Belum ada jawaban" in strict_client.get(f"{HOME}{survey.period.pk}/jawaban/").content.decode()
    assert strict_client.get(HOME + "baru/").status_code == 200
    assert strict_client.get(HOME + "loket/baru/").status_code == 200

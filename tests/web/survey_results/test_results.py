"""The pages of officers: list, result, plans, words of the report, publishing."""

from datetime import date

import pytest
from django.urls import reverse

from domain.services.results.survey_answers import NOON, a_round, answers, office, service
from pembina.domain.access.models import RoleGrant
from pembina.domain.services.enums import FollowUpState, SurveyWeight
from pembina.domain.services.models import FollowUp, SurveyPublication
from pembina.domain.services.operations.follow_ups import Plan, plan_follow_up

pytestmark = pytest.mark.django_db
PLAN = Plan("waktu", "Menambah satu loket", date(2026, 12, 31), "Kepala Seksi")


def text_of(response):
    return response.content.decode()


def at(name, *args):
    return reverse(f"survey_results:{name}", args=args)


def test_the_list_tells_what_waits_and_can_be_narrowed(officer, period, earlier, published):
    page = text_of(officer.get(at("index")))
    assert all(words in page for words in ("Triwulan III 2026", "Terbit, versi 1", "Triwulan II 2026", "Belum terbit"))
    waiting = text_of(officer.get(at("index"), {"state": "waiting"}))
    assert "Triwulan II 2026" in waiting
    assert "Triwulan III 2026" not in waiting
    assert "Tidak ada yang cocok" in text_of(officer.get(at("index"), {"q": "entah"}))
    assert "Triwulan III" in text_of(officer.get(at("index"), {"q": "Perizinan"}))


def test_the_result_shows_index_error_change_and_what_is_hidden(officer, period, earlier):
    page = text_of(officer.get(at("result", period.pk)))
    assert "78,54" in page
    assert "Sampel kurang" not in page
    assert "3 jawaban dikeluarkan" in page
    assert "lebih dari galat" in page
    assert "Triwulan II 2026: 57,14" in page
    assert page.index("U3 Waktu penyelesaian") < page.index("U4 Biaya/tarif")
    assert "PermenPANRB 14/2017" in page


def test_a_service_of_a_few_is_starred_with_the_one_that_would_give_it_away(officer):
    period = a_round(office())
    for code, many in (("Satu", 3), ("Dua", 9), ("Tiga", 30)):
        answers(period, (many, 3), service=service(period.unit, code, code))
    page = text_of(officer.get(at("result", period.pk)))
    assert page.count('data-label="Responden">*</td>') == 2
    assert "2 sel tidak ditampilkan" in page


def test_without_answers_the_page_says_so(officer):
    period = a_round(office())
    page = text_of(officer.get(at("result", period.pk)))
    assert "Belum ada jawaban." in page
    assert "Terbitkan" not in page


def test_the_weight_of_the_round_is_printed_with_the_index(officer):
    period = a_round(office(), weight=SurveyWeight.TWO_DIGITS)
    answers(period, (30, 4))
    page = text_of(officer.get(at("result", period.pk)))
    assert "99,00" in page
    assert "× 0,11 × 25" in page


def test_a_plan_is_made_from_the_weakest_element_and_brought_to_its_end(officer, period):
    form = text_of(officer.get(at("plan", period.pk), {"unsur": "waktu"}))
    assert '<option value="waktu" selected>' in form
    assert form.index('value="waktu"') < form.index('value="biaya"')
    said = {"element": "waktu", "activity": "Menambah loket", "due_on": "2026-12-31", "responsible": "Kasi"}
    assert officer.post(at("plan", period.pk), said).status_code == 302
    plan = FollowUp.objects.get()
    assert "Menambah loket" in text_of(officer.get(at("result", period.pk)))
    unsaid = officer.post(at("follow_up", plan.pk), {"state": "done", "note": ""})
    assert unsaid.status_code == 422
    assert "Belum ditulis apa yang terjadi." in text_of(unsaid)
    assert officer.post(at("follow_up", plan.pk), {"state": "done", "note": "Dibuka"}).status_code == 302
    page = text_of(officer.get(at("follow_up", plan.pk)))
    assert "Dibuka" in page
    assert "Catat kemajuan" not in page


def test_a_plan_can_be_changed_until_it_ends(officer, period):
    plan = plan_follow_up(period=period, plan=PLAN, by=None, at=NOON)
    said = {"element": "sarana", "activity": "Menambah kursi", "due_on": "2027-01-15", "responsible": "Kasubbag"}
    assert officer.post(at("edit_plan", plan.pk), said).status_code == 302
    plan.refresh_from_db()
    assert (plan.element, plan.due_on) == ("sarana", date(2027, 1, 15))
    plan.state = FollowUpState.DONE
    plan.save()
    assert "sudah selesai atau dibatalkan" in text_of(officer.post(at("edit_plan", plan.pk), said))


@pytest.mark.parametrize(
    ("field", "value"), [("element", "bukan"), ("activity", " "), ("due_on", "31-02-2026"), ("responsible", "")]
)
def test_a_wrong_plan_is_refused_at_its_field(officer, period, field, value):
    said = {"element": "waktu", "activity": "Loket", "due_on": "2026-12-31", "responsible": "Kasi"} | {field: value}
    answer = officer.post(at("plan", period.pk), said)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in text_of(answer)
    assert not FollowUp.objects.exists()


def test_publishing_shows_what_will_happen_and_then_happens(officer, period):
    page = text_of(officer.get(at("publish", period.pk)))
    assert "78,54" in page
    assert "Alasan perbaikan" not in page
    assert officer.post(at("publish", period.pk)).status_code == 302
    assert SurveyPublication.objects.get().version == 1
    again = officer.post(at("publish", period.pk), {"correction": "x"})
    assert again.status_code == 422
    assert "Tidak ada yang berubah" in text_of(again)
    answers(period, (5, 1))
    unexplained = officer.post(at("publish", period.pk), {"correction": ""})
    assert "Alasan perbaikan belum ditulis." in text_of(unexplained)
    officer.post(at("publish", period.pk), {"correction": "Lima formulir tertinggal"})
    assert "Lima formulir tertinggal" in text_of(officer.get(at("result", period.pk)))


def test_the_words_of_the_report_are_kept_as_written(officer, period):
    page = text_of(officer.get(at("sections", period.pk)))
    assert "Kalimat bawaan" in page
    typed = "Kami <script>alert(1)</script> 😀 melayani"
    assert officer.post(at("sections", period.pk), {"background": typed}).status_code == 302
    assert "&lt;script&gt;alert(1)" in text_of(officer.get(at("sections", period.pk)))


def test_another_units_rounds_do_not_exist_for_a_coordinator_of_one_unit(strict_client, person, period):
    maya = person("maya")
    RoleGrant.objects.filter(user=maya).update(unit=office("8.8", "Dinas Lain"))
    strict_client.force_login(maya)
    for name in ("result", "publish", "sections", "pdf", "workbook", "plan"):
        assert strict_client.get(at(name, period.pk)).status_code == 404


def test_the_queries_of_the_pages_do_not_grow(officer, period, earlier, django_assert_max_num_queries):
    for number in range(12):
        answers(period, (6, 3), service=service(period.unit, f"s{number}", f"Layanan {number}"))
        plan_follow_up(period=period, plan=PLAN, by=None, at=NOON)
        a_round(office(f"7.{number}", f"Dinas {number}"), title=f"Semester {number}")
    with django_assert_max_num_queries(24):
        officer.get(at("result", period.pk))
    with django_assert_max_num_queries(12):
        officer.get(at("index"))

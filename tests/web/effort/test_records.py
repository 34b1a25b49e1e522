"""Pages of process and effort: proposed on one side, agreed on the other, remarked on, and hidden from strangers."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pembina.domain.access.events import AuditEvent
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import DifficultyAgreement, EvaluationPeriod, NamedGuard, StepRemark

pytestmark = pytest.mark.django_db
OWN = "/proses-upaya/"


@pytest.fixture
def goal(performing):
    """Return a result of Sari's plan, which was agreed when the year began."""
    begun = performing.at.replace(month=1, day=5)
    plan = performing.plan(state=PlanState.AGREED, agreed_at=begun, proposed_at=begun)
    return performing.goal(plan)


def of_sari(performing):
    return reverse("effort:person", args=[performing.of_sari.pk])


def test_from_a_proposal_to_an_agreement(performing, goal, visit):
    sari = visit(performing.sari)
    asked = reverse("effort:propose", args=[goal.pk])
    assert "belum ada contohnya" in sari.get(asked).text
    page = sari.post(asked, {"degree": "new_ground", "reason": "Belum pernah daring"}, follow=True)
    assert "Menunggu jawaban" in page.text
    assert "Setujui:" not in page.text
    made = DifficultyAgreement.objects.get()
    budi = visit(performing.budi)
    assert "Usul tingkat kesulitan dari staf untuk dijawab" in budi.get("/").text
    assert "Menunggu Anda" in budi.get("/proses-upaya/tim/").text
    assert "Belum pernah daring" in budi.get(of_sari(performing)).text
    page = budi.post(reverse("effort:answer", args=[made.pk, "setujui"]), follow=True)
    assert "untuk dijawab" not in budi.get("/").text
    assert "Tingkat kesulitan disepakati." in page.text
    assert performing.sari.display_name in page.text


def test_the_own_proposal_is_not_agreed_to_and_a_second_press_is_told(performing, goal, visit):
    sari = visit(performing.sari)
    sari.post(reverse("effort:propose", args=[goal.pk]), {"degree": "demanding"})
    made = DifficultyAgreement.objects.get()
    page = sari.post(reverse("effort:answer", args=[made.pk, "setujui"]), follow=True)
    assert "Usul sendiri tidak dapat disetujui sendiri." in page.text
    assert "Usul ditarik." in sari.post(reverse("effort:answer", args=[made.pk, "tarik"]), follow=True).text
    page = visit(performing.budi).post(reverse("effort:answer", args=[made.pk, "setujui"]), follow=True)
    assert "tidak lagi menunggu" in page.text
    assert sari.post(reverse("effort:answer", args=[made.pk, "lain"])).status_code == 404


def test_a_draft_is_refused_at_the_form(performing, visit):
    draft = performing.goal(performing.plan(state=PlanState.DRAFT))
    answer = visit(performing.sari).post(reverse("effort:propose", args=[draft.pk]), {"degree": "usual"})
    assert answer.status_code == 422
    assert "Rancangan" in answer.text
    assert visit(performing.budi).get(reverse("effort:propose", args=[draft.pk])).status_code == 404


def test_a_guard_is_named_and_bad_ones_are_told_at_their_field(performing, goal, visit):
    one, sari = performing.reads(goal, performing.service()), visit(performing.sari)
    asked = reverse("effort:guard", args=[one.pk])
    chosen = f"layanan-{one.service_id}-satisfaction"
    for told, field in (
        ({"guard": chosen, "tolerated": "-1"}, "tolerated"),
        ({"guard": chosen, "tolerated": ""}, "tolerated"),
        ({"guard": f"indikator-{one.pk}", "tolerated": "1"}, "guard"),
    ):
        answer = sari.post(asked, told)
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {field})
    page = sari.post(asked, {"guard": chosen, "tolerated": "0,5"}, follow=True)
    assert "Penjaga mutu disimpan." in page.text
    made = NamedGuard.objects.get()
    page = sari.post(reverse("effort:guard_back", args=[made.pk]), follow=True)
    made.refresh_from_db()
    seen_early = performing.at <= timezone.localtime().replace(month=1, day=31)
    assert (made.withdrawn_at is not None) is seen_early


def late_plan(performing):
    """Return when the plan of last year's rule was due: a plan that was proposed long after January."""
    late = performing.at - timedelta(minutes=5)
    return performing.plan(state=PlanState.PROPOSED, proposed_at=late)


def test_the_person_remarks_on_a_late_step_and_the_leader_reads_it(performing, visit):
    plan = late_plan(performing)
    if performing.today <= date(performing.today.year, 1, 31):
        pytest.skip("nothing is late in January")
    sari, address = visit(performing.sari), reverse("effort:remark", args=[f"skp-{plan.pk}"])
    assert address in sari.get(OWN).text
    assert sari.post(address, {"words": "Sistem mati tiga hari"}, follow=True).status_code == 200
    assert sari.get(reverse("effort:remark", args=["skp-0"])).status_code == 404
    budi = visit(performing.budi)
    shown = budi.get(of_sari(performing)).text
    assert "Sistem mati tiga hari" in shown
    assert address not in shown
    assert budi.get(address).status_code == 404
    assert StepRemark.objects.get().words == "Sistem mati tiga hari"


def test_a_stranger_finds_nothing_and_human_resources_leave_a_trace(performing, goal, visit, dewi, rina):
    one = performing.reads(goal, performing.service())
    stranger = visit(dewi)
    for name, pk in (("person", performing.of_sari.pk), ("propose", goal.pk), ("guard", one.pk)):
        assert stranger.get(reverse(f"effort:{name}", args=[pk])).status_code == 404
    page = visit(rina).get(of_sari(performing))
    assert page.status_code == 200
    assert "Usulkan" not in page.text
    assert rina.username in AuditEvent.objects.filter(operation="look_at_effort").values_list(
        "actor__username", flat=True
    )


def test_there_is_no_total_and_the_predicate_is_named_as_untouched(performing, goal, visit):
    shown = visit(performing.sari).get(OWN).text
    assert "tidak mengubah predikat" in shown
    assert "Ketentuan Pembina" in shown
    assert "nilai gabungan" in shown


def test_a_period_is_chosen_and_an_unknown_one_is_the_year(performing, goal, visit):
    year = performing.today.year
    period = EvaluationPeriod.objects.create(
        cycle="quarterly", year=year, number=1, starts_on=date(year, 1, 1), ends_on=date(year, 3, 31),
        window_opens=date(year, 3, 25), window_ends=date(year, 4, 15), opened_by=performing.rina,
        opened_at=performing.at,
    )  # fmt: skip
    sari = visit(performing.sari)
    assert f'<option value="{period.pk}" selected>' in sari.get(OWN, {"periode": period.pk}).text
    assert sari.get(OWN, {"periode": "x"}).status_code == 200


def test_an_account_without_a_record_is_told(visit, dewi):
    assert "belum terhubung" in visit(dewi).get(OWN).text


def test_the_page_costs_the_same_for_one_result_as_for_six(performing, goal, visit):
    sari, costs = visit(performing.sari), []
    for number in (1, 5):
        for more in range(number):
            made = performing.goal(goal.plan, f"Hasil {number}{more}")
            one = performing.reads(made, performing.service(f"S{number}{more}"))
            performing.indicator(made)
            NamedGuard.objects.create(
                indicator=one, service=one.service, figure="satisfaction", tolerated=1, named_by=performing.sari,
                named_at=performing.at,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as counted:
            assert sari.get(OWN).status_code == 200
        costs.append(len(counted))
    assert costs[0] == costs[1]
    assert costs[0] <= 42


def test_kinerja_saya_and_the_team_page_lead_here(performing, goal, visit):
    assert f'href="{OWN}"' in visit(performing.sari).get("/kinerja/").text
    assert 'href="/proses-upaya/tim/"' in visit(performing.budi).get("/tim/").text

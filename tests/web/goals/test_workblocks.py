"""The workblock of a result (A.1.4): offered to leaders, written in a draft, carried over, frozen once agreed."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from pembina.domain.access.audit import events_on
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import PerformancePlan, StrategyBlock
from pembina.domain.performance.operations.content_copies import _copy_content
from pembina.domain.performance.operations.strategies import StrategyTold, write_strategy_block
from pembina.domain.performance.plan_refusals import NotYourExpectationsError, PlanStepError
from pembina.domain.performance.queries.plans import with_content
from pembina.domain.performance.strategy_refusals import StrategyElsewhereError, StrategyIncompleteError
from pembina.exchange.papers.official_form import official_form, official_form_data
from pembina.exchange.papers.strategy_blocks import workblocks_form

SAID = {
    "title": "Aplikasi #strong[izin]", "parties": "Kominfo, BSSN", "due": "12 bulan", "beneficiaries": "Pemohon",
    "aim": "Izin cepat", "budget": "", "routine_activities": "Membuka pengaduan",
    "new_activities": "Memakai aplikasi\nMelatih pemeriksa", "routine_milestones": "",
    "new_milestones": "Aplikasi tersedia",
}  # fmt: skip
pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def goal(performing):
    """Return the result of the draft of Budi, who leads Sari and Tono, on the form of everybody."""
    return performing.full_plan(performing.of_budi).goals.get()


@pytest.fixture
def write(performing, goal):
    """Return a function that lets Budi, or somebody else, write a workblock."""

    def told(by=None, on=goal, **said):
        write_strategy_block(goal=on, told=StrategyTold(**said), by=by or performing.budi, at=performing.at)

    return told


def paper_of(goal):
    plan = with_content(PerformancePlan.objects.filter(pk=goal.plan_id)).get()
    return workblocks_form(plan, government="Pemerintah Contoh", written_on=date(2026, 11, 23))


def test_budi_writes_it_reads_it_and_takes_it_out(performing, goal, visit):
    budi, plan = visit(performing.budi), goal.plan
    address = reverse("goals:workblock", args=[plan.pk, goal.pk])
    assert address in budi.get(reverse("goals:show", args=[plan.pk])).text
    refused = budi.post(address, SAID | {"title": ""})
    assert (refused.status_code, "belum lengkap" in refused.text) == (422, True)
    assert "Kominfo, BSSN" in refused.text
    assert (
        budi.post(address, SAID | {"new_activities": " Memakai aplikasi \r\n\r\n Melatih pemeriksa"}).status_code == 302
    )
    shown = budi.get(reverse("goals:show", args=[plan.pk])).text
    assert "1. Membuka pengaduan" in shown
    assert "2. Memakai aplikasi<br>3. Melatih pemeriksa" in shown
    assert "Aplikasi #strong[izin]" in budi.get(address).text
    budi.post(address, dict.fromkeys(SAID, " "))
    assert not StrategyBlock.objects.exists()
    assert events_on(plan).filter(operation="write_strategy_block").count() == 2


@pytest.mark.parametrize("missing", [("title",), ("routine_activities", "new_activities"), ("new_milestones",)])
def test_it_needs_a_title_an_activity_and_a_milestone(goal, write, missing):
    with pytest.raises(StrategyIncompleteError):
        write(**SAID | dict.fromkeys(missing, " \n "))
    with pytest.raises(IntegrityError), transaction.atomic():
        StrategyBlock.objects.create(goal=goal, **SAID | dict.fromkeys(missing, ""))
    write(title="Aplikasi", routine_activities="Mencatat", routine_milestones="Catatan")
    assert StrategyBlock.objects.get().budget == ""


def test_what_is_agreed_is_frozen_and_others_do_not_write(performing, goal, write, visit):
    with pytest.raises(NotYourExpectationsError):
        write(by=performing.sari, **SAID)
    PerformancePlan.objects.update(state=PlanState.PROPOSED, proposed_at=performing.at)
    with pytest.raises(PlanStepError):
        write(**SAID)
    address = reverse("goals:workblock", args=[goal.plan_id, goal.pk])
    assert visit(performing.sari).get(address).status_code == 404
    assert visit(performing.budi).post(address, SAID).status_code == 422
    assert not StrategyBlock.objects.exists()


def test_it_is_for_leaders_only(performing, write, visit):
    of_sari = performing.full_plan().goals.get()
    with pytest.raises(StrategyElsewhereError):
        write(by=performing.sari, on=of_sari, **SAID)
    sari = visit(performing.sari)
    assert sari.get(reverse("goals:workblock", args=[of_sari.plan_id, of_sari.pk])).status_code == 404
    assert sari.get(reverse("goals:workblocks_paper", args=[of_sari.plan_id])).status_code == 404
    assert "workblock" not in sari.get(reverse("goals:show", args=[of_sari.plan_id])).text.lower()
    PerformancePlan.objects.filter(pk=of_sari.plan_id).update(form=PlanForm.TOP_QUALITATIVE)
    write(by=performing.sari, on=of_sari, **SAID)


def test_who_no_longer_leads_may_only_take_it_out(performing, goal, write, visit):
    write(**SAID)
    performing.of_sari.assignments.update(superior=performing.wira)
    performing.tono.assignments.update(superior=performing.wira)
    with pytest.raises(StrategyElsewhereError):
        write(**SAID | {"aim": "Lain"})
    assert visit(performing.budi).get(reverse("goals:workblocks_paper", args=[goal.plan_id])).status_code == 200
    write()
    assert not StrategyBlock.objects.exists()


@pytest.mark.parametrize(("as_version", "leads", "copies"), [(False, True, 1), (False, False, 0), (True, False, 1)])
def test_a_copy_carries_it_over(performing, goal, write, as_version, leads, copies):
    write(**SAID)
    performing.goal(goal.plan, "Tanpa workblock")
    into = performing.plan(performing.of_budi if leads else performing.tono, year=performing.today.year + 1)
    _copy_content(goal.plan, into, as_version=as_version)
    carried = StrategyBlock.objects.filter(goal__plan=into)
    assert [(one.title, one.new_activities) for one in carried] == [(SAID["title"], SAID["new_activities"])] * copies
    assert all(one.goal.words == goal.words for one in carried)


def test_the_paper_numbers_on_and_names_what_is_not_written(performing, goal, write, visit):
    write(**SAID)
    performing.goal(goal.plan, "Tanpa workblock")
    told = official_form_data(paper_of(goal))
    assert told["format"] == "FORMAT A.1.4"
    facts, activities, milestones, unwritten = told["sections"]
    said = dict(facts["rows"])
    assert said["ANGGARAN"] == "–"
    assert said["INDIKATOR DAN TARGET YANG DIINTERVENSI"].startswith("Berkas diperiksa pada hari yang sama: 100 berkas")
    assert "Kepala Bidang" in said["PEMILIK STRATEGI"]
    assert activities["rows"] == [
        ["A. RUTIN"], ["1", "Membuka pengaduan"],
        ["B. TRANSFORMATIF"], ["2", "Memakai aplikasi"], ["3", "Melatih pemeriksa"],
    ]  # fmt: skip
    assert milestones["rows"] == [["A. RUTIN"], ["", "–"], ["B. TRANSFORMATIF"], ["1", "Aplikasi tersedia"]]
    assert unwritten["remark"] == "Workblock belum ditulis"
    answer = visit(performing.budi).get(reverse("goals:workblocks_paper", args=[goal.plan_id]))
    assert answer.headers["Content-Type"] == "application/pdf"


def test_long_lines_are_set_whole(goal, write):
    long = "\n".join(f"Langkah {number} " + "memeriksa berkas " * 5 for number in range(18))
    write(**SAID | {"new_activities": long[:1990], "routine_activities": long[:1990]})
    assert official_form(paper_of(goal)).startswith(b"%PDF-")

"""Sari plans on a phone, Budi agrees on his list, she notes what she achieved; Rina gives a template: in a browser."""

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import PerformancePlan, Realisation
from pembina.domain.performance.operations.templates import make_goal_template
from performance import Performing


@pytest.fixture
def performing(transactional_db, rina, sari, budi):
    return Performing(sari=sari, budi=budi, rina=rina, at=timezone.localtime())


@pytest.fixture
def addresses(performing):
    """Return what each of the three opens."""
    plan = performing.full_plan(state=PlanState.AGREED)
    performing.reads(plan.goals.get(), performing.service())
    one = plan.goals.get().indicators.first()
    waits = performing.full_plan(performing.tono, state=PlanState.PROPOSED)
    text = "Berkas rapi | Berkas diperiksa | kuantitas | 100 | berkas | naik"
    template = make_goal_template(
        title="Penata", position="", form=PlanForm.QUANTITATIVE, text=text, by=performing.rina, at=performing.at
    )
    return {
        "sari": [
            "/kinerja/", "/kinerja/susun/", f"/kinerja/{plan.pk}/", f"/kinerja/{plan.pk}/indikator/{one.pk}/realisasi/",
        ],
        "budi": ["/tim/", f"/kinerja/{waits.pk}/", f"/kinerja/{waits.pk}/kembalikan/"],
        "rina": [
            "/kinerja/papan/", "/kinerja/papan/pegawai/", "/kinerja/templat/", "/kinerja/templat/baru/",
            f"/kinerja/templat/{template.pk}/bagikan/",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, addresses, name):
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in addresses[name]:
            axe_check(page, address(path), width, scheme)
    for path in addresses[name]:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_plan_is_written_agreed_and_reached_on_a_phone(page, address, sign_in_as, performing):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(performing.sari)
    page.goto(address("/kinerja/"))
    page.get_by_role("link", name="Susun SKP").click()
    page.get_by_role("button", name="Mulai menyusun").click()
    page.get_by_role("link", name="Tambah hasil kerja").click()
    page.get_by_label("Hasil apa yang diharapkan?").fill("Izin terbit lebih cepat")
    page.get_by_role("button", name="Simpan, lalu isi indikator").click()
    page.get_by_label("Dari apa terlihat").fill("Waktu tunggu izin")
    page.get_by_label("Angka awal").fill("21")
    page.get_by_label("Target", exact=False).first.fill("3")
    page.get_by_label("Satuan").fill("hari")
    page.get_by_label("Arah").select_option("lower")
    page.get_by_role("button", name="Simpan indikator").click()
    refuse_violations(page, "a plan in the making")
    page.get_by_role("button", name="Ajukan kepada pejabat penilai").click()
    page.context.clear_cookies()
    sign_in_as(performing.budi)
    page.goto(address("/tim/"))
    page.get_by_role("button", name="Tetapkan: Sari").click()
    page.get_by_text("ditetapkan.").wait_for()
    assert PerformancePlan.objects.get().state == PlanState.AGREED
    page.context.clear_cookies()
    sign_in_as(performing.sari)
    page.goto(address("/kinerja/"))
    page.get_by_role("link", name="Catat realisasi").click()
    page.get_by_label("Realisasi (hari)").fill("2")
    page.get_by_label("Bukti dukung").fill("Buku register")
    page.get_by_role("button", name="Simpan realisasi").click()
    page.get_by_text("Melampaui target").wait_for()
    assert Realisation.objects.get().amount == 2

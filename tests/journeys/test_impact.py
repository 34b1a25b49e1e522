"""The whole question in a browser: designed, drawn, locked, answered months later, decided, signed, told to citizens.

The clock is handed in: data arrive for a year after the design was locked.
"""

import re
from datetime import datetime, timedelta

import numpy as np
import pytest
from django.utils import timezone

from journeys.accessibility import refuse_violations
from pembina.domain.development.operations.waves import start_wave
from pembina.domain.impact.models import Decision, DecisionSignature, EvaluationDesign, EvaluationRun
from pembina.domain.impact.whole_months import moved
from planning import Planning
from training import Training

DESK = {"width": 1366, "height": 900}
PHONE = {"width": 390, "height": 844}
MONTHS_AFTER = 6
SLOW, FAST = 12, 4
REASON = "Mitra belum siap bagi gelombang berikutnya."


class Clock:
    """The moment that the whole product takes for now."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock(monkeypatch):
    made = Clock(timezone.now())
    monkeypatch.setattr(timezone, "now", made)
    return made


@pytest.fixture
def planning(transactional_db, clock, person):
    made = Planning(Training(rina=person("rina"), at=clock.at), person("lia"), units=12)
    made.give_past(months=8)
    return made


@pytest.fixture
def visit(chromium, address):
    """Return a function that opens a browser of one's own; without a user as a stranger."""
    opened = []

    def enter(user=None, screen=DESK):
        context = chromium.new_context(locale="id-ID", reduced_motion="reduce", viewport=screen)
        opened.append(context)
        page = context.new_page()
        if user is not None:
            page.goto(address("/akun/masuk/"))
            page.get_by_label("NIP").fill(user.username)
            page.get_by_label("Kata sandi").fill("a-password-for-tests")
            page.locator("main").get_by_role("button", name="Masuk").click()
            page.wait_for_url(address("/"))
        return page

    yield enter
    for context in opened:
        context.close()


def press(page, name):
    """Press a button that sends a form, and wait for the page that answers it."""
    with page.expect_navigation(wait_until="load"):
        page.locator("main").get_by_role("button", name=name, exact=True).click()


def draws_the_waves(page, address, planning):
    """Human resources let the lot decide, after a look at what the plan would see."""
    page.goto(address(f"/rencana-gelombang/{planning.evaluation.pk}/undi/"))
    page.get_by_label("Perizinan").check()
    page.get_by_label("Jumlah gelombang").fill("2")
    page.locator("[name=first_start]").fill(planning.first_start.isoformat())
    page.get_by_label("Satu kelompok diundi").check()
    page.get_by_label("Teks undian").fill("Lotre 5 Januari")
    press(page, "Undi dan simpan")
    press(page, "Undi dan simpan")
    page.get_by_text("Gelombang terundi dan tersimpan.").wait_for()


def designs_and_locks(page, address, planning):
    """The evaluator says until when is looked at and who signs, reads the warnings, and locks."""
    at = f"/evaluasi/{planning.evaluation.pk}/"
    last = moved(planning.programme.waves.get(number=2).planned_on.replace(day=1), MONTHS_AFTER)
    page.goto(address(f"{at}jangka-waktu/"))
    page.get_by_label("Bulan pertama").fill(f"{moved(planning.first_start, -9):%Y-%m}")
    page.get_by_label("Bulan terakhir").fill(f"{last:%Y-%m}")
    page.get_by_label("Hari keputusan").fill(moved(last, 2).isoformat())
    press(page, "Simpan dan lanjut")
    for name, capacity in (("Hasan", "Kepala daerah"), ("Lia", "Evaluator")):
        page.goto(address(f"{at}penanda-tangan/"))
        page.get_by_label("Cari nama pemilik akun").fill(name)
        page.locator("main").get_by_role("button", name="Cari", exact=True).click()
        page.get_by_role("radio", name=re.compile(name)).check()
        page.get_by_label("Menandatangani sebagai").select_option(label=capacity)
        press(page, "Tunjuk")
    page.goto(address(f"{at}periksa/"))
    refuse_violations(page, "a design to lock")
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "Kunci rancangan")
    return EvaluationDesign.objects.get(evaluation=planning.evaluation, state="locked")


def data_arrive(planning, design, clock, rina):
    """The waves begin as planned, and each office is quicker from its own start on."""
    for wave in planning.programme.waves.order_by("number"):
        clock.at = clock.at.replace(year=wave.planned_on.year, month=wave.planned_on.month, day=wave.planned_on.day)
        start_wave(wave=wave, on=wave.planned_on, by=rina, at=clock.at)
    clock.at = datetime.combine(moved(design.last_month, 1), clock.at.timetz()) + timedelta(days=4)
    starts = {row.unit_id: row.planned_month for row in design.units.all()}
    random = np.random.default_rng(5)
    month = moved(planning.first_start, -2)
    while month <= design.last_month:
        planning.receive(
            month, days={unit.pk: _days(starts.get(unit.pk), month) for unit in planning.units}, random=random
        )
        month = moved(month, 1)
    planning.count()


def _days(start, month):
    return FAST if start and start <= month else SLOW


def is_answered(desk, address, evaluation):
    """The evaluator asks for a run and reads what it found."""
    desk.goto(address(f"/hasil-evaluasi/evaluasi/{evaluation.pk}/"))
    press(desk, "Hitung dampaknya")
    run = EvaluationRun.objects.get()
    assert run.state == "done", run.failure
    desk.goto(address(f"/hasil-evaluasi/{run.pk}/"))
    refuse_violations(desk, "the result")
    found = run.result["outcomes"][0]
    assert not found["refused"], found["refused"]
    assert found["planned"]["id"]["headline"]["estimate"] < -3


def is_decided(phone, address, evaluation):
    """The head of region departs from the rule with a reason, on a phone."""
    phone.goto(address(f"/keputusan/evaluasi/{evaluation.pk}/"))
    phone.get_by_label("Diperbaiki").check()
    phone.get_by_label("Alasan").fill(REASON)
    press(phone, "Periksa keputusan")
    press(phone, "Putuskan")
    made = Decision.objects.get()
    assert made.departs
    return made


def is_signed(phone, address, decision, head):
    """The head of region signs, takes the paper along, and publishes."""
    phone.goto(address(f"/keputusan/{decision.pk}/tanda-tangan/"))
    phone.get_by_label("Setuju").check()
    press(phone, "Tanda tangani")
    press(phone, "Tanda tangani")
    assert DecisionSignature.objects.get().user == head
    phone.goto(address(f"/keputusan/{decision.pk}/"))
    with phone.expect_download() as paper:
        phone.get_by_role("button", name="Unduh naskah (PDF)").click()
    assert paper.value.path().read_bytes().startswith(b"%PDF")
    phone.goto(address(f"/keputusan/{decision.pk}/kabar/"))
    press(phone, "Terbitkan untuk umum")


def is_read(stranger, address):
    """A citizen finds the programme and reads what was decided, and nobody's name."""
    stranger.goto(address("/program-berhasil/"))
    stranger.get_by_role("link", name=re.compile("Izin lebih cepat")).first.click()
    stranger.get_by_text(REASON).first.wait_for()
    refuse_violations(stranger, "what citizens read")
    assert "Lia Hartono" not in stranger.locator("main").inner_text()


def test_from_a_design_to_a_decision_that_citizens_read(visit, address, planning, clock, person):
    rina, lia, head = person("rina"), person("lia"), person("bupati")
    draws_the_waves(visit(rina), address, planning)
    design = designs_and_locks(visit(lia), address, planning)
    assert design.units.filter(wave__isnull=True).count() in {4, 5}
    data_arrive(planning, design, clock, rina)
    is_answered(visit(lia), address, planning.evaluation)
    phone = visit(head, PHONE)
    decision = is_decided(phone, address, planning.evaluation)
    is_signed(phone, address, decision, head)
    is_read(visit(screen=PHONE), address)

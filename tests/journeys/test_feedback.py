"""Sari asks, Budi answers in two taps, both confirm a coaching, staff answer the pulse: at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.performance.guidance_parts import GuidanceKind
from pembina.domain.performance.models import Feedback, PulseInvitation, PulseRound
from pembina.domain.performance.operations.counselling import report_for_counselling
from pembina.domain.performance.operations.guidance import write_guidance
from pembina.domain.performance.operations.pulse import RoundWish, answer_pulse, open_pulse, release_pulse
from speaking import Speaking

WEEK = timedelta(days=7)


@pytest.fixture
def speaking(transactional_db, rina, sari, budi, dewi):
    return Speaking(at=timezone.now(), sari=sari, budi=budi, dewi=dewi)


@pytest.fixture
def pulses(speaking, rina):
    """A published round about Budi, and one that is open."""
    for number in range(3):
        speaking.person(f"P{number}", speaking.division, superior=speaking.budi)
    made = []
    for begins in (speaking.today - 3 * WEEK, speaking.today):
        at = speaking.at - (speaking.today - begins)
        wish = RoundWish(f"Denyut {begins:%m/%Y}", ["Mendengarkan"], begins, begins + WEEK, [speaking.office])
        made.append(open_pulse(wish=wish, by=rina, at=at))
    closed = made[0]
    for each in PulseInvitation.objects.filter(round=closed).select_related("rater"):
        by, at = speaking.account(each.rater), speaking.at - 3 * WEEK
        answer_pulse(invitation=each, answers=[3], by=by, at=at)
    release_pulse(round_=closed, by=rina, at=speaking.at)
    return made


@pytest.fixture
def addresses(speaking, pulses, budi):
    """Return what each of the three opens."""
    note = speaking.say(by=speaking.budi, about=speaking.sari)
    asked = speaking.ask(by=speaking.sari, of=speaking.budi)
    parts = {"aim": "Berkas", "progress": "12 dari 20", "forward": "Periksa pagi"}
    coached = write_guidance(
        kind=GuidanceKind.COACHING, other=speaking.sari, parts=parts, held_on=speaking.today, by=budi, at=speaking.at
    )
    reported = report_for_counselling(
        person=speaking.tono, problem="Berkas tertunda", tried="Coaching", by=budi, at=speaking.at
    )
    closed, running = pulses
    own = PulseInvitation.objects.get(round=running, rater=speaking.sari, leader=speaking.budi)
    return {
        "sari": [
            "/umpan-balik/", f"/umpan-balik/{note.pk}/", f"/umpan-balik/{note.pk}/tanggapi/",
            "/umpan-balik/permintaan/", "/umpan-balik/permintaan/baru/", "/bimbingan/", f"/bimbingan/{coached.pk}/",
            "/denyut/", f"/denyut/{own.pk}/",
        ],
        "budi": [
            "/umpan-balik/?whose=staff", "/umpan-balik/beri/", f"/umpan-balik/beri/{speaking.sari.pk}/",
            "/umpan-balik/irama/", f"/umpan-balik/permintaan/{asked.pk}/tolak/", "/bimbingan/orang/",
            f"/bimbingan/catat/{speaking.sari.pk}/mentoring/", f"/denyut/hasil/{closed.pk}/", "/konseling/",
            "/konseling/lapor/", f"/konseling/lapor/{speaking.sari.pk}/", f"/konseling/{reported.pk}/",
        ],
        "rina": [
            "/umpan-balik/irama/pimpinan/", "/denyut/kelola/", "/denyut/kelola/baru/", f"/denyut/kelola/{closed.pk}/",
            f"/denyut/kelola/{running.pk}/",
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


def test_asked_and_answered_in_two_taps_on_a_phone(page, address, sign_in_as, speaking):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(speaking.account(speaking.sari))
    page.goto(address("/umpan-balik/permintaan/baru/"))
    page.get_by_label("Cari nama pimpinan").fill("Budi")
    page.get_by_role("button", name="Cari").click()
    page.get_by_label("Budi Santoso").check()
    page.get_by_label("Tentang apa").fill("Cara saya memimpin rapat")
    page.get_by_role("button", name="Kirim permintaan").click()
    page.get_by_text("Permintaan terkirim.").wait_for()
    page.context.clear_cookies()
    sign_in_as(speaking.account(speaking.budi))
    page.get_by_role("link", name="Permintaan umpan balik untuk dijawab").click()
    page.get_by_role("link", name="Jawab permintaan: Sari Wulandari").click()
    page.get_by_label("Situasi").fill("Rapat hari Kamis")
    page.get_by_label("Perilaku").fill("Membuka rapat dengan agenda")
    page.get_by_role("button", name="Kirim").click()
    page.get_by_text("Umpan balik terkirim.").wait_for()
    refuse_violations(page, "a note that was sent")
    assert Feedback.objects.get().request.asker == speaking.sari


def test_the_pulse_is_answered_on_a_phone(page, address, sign_in_as, speaking, pulses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(speaking.account(speaking.sari))
    page.goto(address("/denyut/"))
    page.get_by_role("link", name="Jawab tentang Budi Santoso").click()
    page.get_by_label("3 · Setuju").check()
    page.get_by_role("button", name="Kirim jawaban").click()
    page.get_by_text("Jawaban Anda sudah dihitung").wait_for()
    assert PulseRound.objects.get(released_at=None).invitations.get(rater=speaking.sari).is_answered

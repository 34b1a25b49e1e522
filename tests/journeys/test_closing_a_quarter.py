"""Rina opens a quarter, has three thousand appraisals made and closes it, and sees how far each work has come."""

from contextlib import contextmanager

import pytest
from django.test import override_settings

from appraising import Appraising, noon
from journeys.accessibility import refuse_violations
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.models import Appraisal, AppraisalRun, EvaluationPeriod
from pembina.exchange.appraisals import running

# A worker of its own takes the work up; here the test is that worker.
BY_A_WORKER = override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}})
PEOPLE = 3_000


@pytest.fixture
def appraising(transactional_db, person, monkeypatch):
    made = Appraising(person)
    made.crowd(PEOPLE)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


def as_shown(number):
    return f"{number:,}".replace(",", ".")


@contextmanager
def watched(monkeypatch, page):
    """Let every step of a work be seen on the page, which asks by itself, before the next begins."""
    seen, told = [], running.note_appraisal_progress

    def note(*, run, done, total):
        told(run=run, done=done, total=total)
        page.get_by_text(f"{as_shown(done)} / {as_shown(total)}").first.wait_for()
        seen.append((done, total))

    with monkeypatch.context() as patched:
        patched.setattr(running, "note_appraisal_progress", note)
        yield seen


def do(page, appraising, link):
    """Ask for a work after reading what it would do; the worker is not there yet."""
    page.get_by_role("link", name=link).click()
    page.get_by_role("button", name=link).click()
    page.get_by_text("pekerjaan berjalan terus di server").wait_for()
    refuse_violations(page, f"{link} under way")


def carried_out(appraising):
    return running.carry_out(AppraisalRun.objects.get(finished_at=None), clock=lambda: appraising.at)


def opened(page, address):
    """Open the third quarter and rate the organisation, as the pages ask."""
    page.goto(address("/penilaian/periode/"))
    page.get_by_role("link", name="Buka periode").click()
    page.locator("select[name=cycle]").select_option("quarterly")
    page.locator("[name=number]").fill("3")
    page.get_by_label("Evaluasi dibuka").fill("2026-09-25")
    page.get_by_label("Evaluasi paling lambat").fill("2026-10-16")
    page.get_by_role("button", name="Buka periode").click()
    page.get_by_role("link", name="Capaian organisasi").click()
    page.get_by_label("Capaian Dinas Perizinan").select_option("good")
    page.get_by_label("Dasar Dinas Perizinan").fill("LKjIP")
    page.get_by_label("Terbit Dinas Perizinan").fill("2026-09-30")
    page.get_by_role("button", name="Simpan capaian").click()
    page.get_by_text("Capaian organisasi disimpan.").wait_for()
    period = EvaluationPeriod.objects.get()
    page.goto(address(f"/penilaian/periode/{period.pk}/"))
    return period


def test_a_quarter_of_three_thousand_is_made_and_closed(page, address, sign_in_as, person, appraising, monkeypatch):
    page.set_viewport_size({"width": 1366, "height": 900})
    with BY_A_WORKER:
        sign_in_as(person("rina"))
        period = opened(page, address)
        do(page, appraising, "Buat evaluasi")
        with watched(monkeypatch, page) as seen:
            made = carried_out(appraising)
        assert len(seen) == 7
        page.get_by_text(f"{as_shown(made.counts['made'])} dibuat").wait_for()
        signed = appraising.all_signed(period=period, but=appraising.sari)
        appraising.at = noon(period.window_ends.replace(day=period.window_ends.day + 1))
        # Three weeks later nobody is signed in any more.
        sign_in_as(person("rina"))
        page.goto(address(f"/penilaian/periode/{period.pk}/"))
        do(page, appraising, "Tutup periode")
        with watched(monkeypatch, page) as seen:
            carried_out(appraising)
        assert seen[-1] == (signed + 1, signed + 1)
        page.get_by_text(f"{as_shown(signed)} disampaikan, 1 diteruskan").wait_for()
    assert Appraisal.objects.filter(state=AppraisalState.DELIVERED).count() == signed >= PEOPLE
    assert appraising.of(appraising.sari).escalated_at == appraising.at

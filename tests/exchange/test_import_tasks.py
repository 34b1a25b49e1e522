"""What a worker does for an import: check, apply and undo, once each, and never without telling how it ended."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.intake.batches import PATIENCE, begin_check, is_interrupted, receive
from pembina.domain.people.intake.queries import findings_of
from pembina.domain.people.intake.requests import begin_apply
from pembina.domain.people.intake.transitions import WrongStateError
from pembina.domain.people.models import Assignment, ImportBatch, Person, Unit
from pembina.exchange.staff import asking, tasks
from pembina.exchange.staff.asking import ask_again, ask_to_apply, ask_to_check, ask_to_undo
from pembina.exchange.staff.kept_files import KeptFile, forget, keep
from pembina.exchange.staff.receiving import Received, received

UNITS = "kode;nama;kode induk\n01;Dinas Kesehatan;\n01.1;Puskesmas Sukamaju;01\n"
STAFF = """nip;nama;jenis pegawai;unit kerja;jabatan;jenis jabatan;tmt jabatan;nip atasan
198511022010012001;Rina Contoh;PNS;Dinas Kesehatan;Kepala Dinas;Struktural;01-03-2020;
199203152019032001;Sari Contoh;PNS;Puskesmas Sukamaju;Perawat Ahli Pertama;Fungsional;01-03-2021;198511022010012001
199001012015012001;Tuti Contoh;PNS;Dinas Entah;Perawat Ahli Pertama;Fungsional;01-03-2021;
"""


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.PEMBINA_HOME = tmp_path
    return tmp_path


@pytest.fixture
def sent(rina, home):
    """Return a function that takes a file in without letting it be checked."""

    def make(text, kind=ImportKind.STAFF):
        file = received(text.encode(), "berkas.csv", kind, None)
        assert isinstance(file, Received)
        kept = keep(file.copy, home=home)
        return receive(
            kind=kind,
            file_name="berkas.csv",
            file_sha256=file.file_sha256,
            kept_file=kept.path,
            kept_sha256=kept.sha256,
            on=timezone.localdate(),
            by=rina,
            at=timezone.now(),
        )

    return make


@pytest.fixture
def units(sent, rina):
    """The two units, brought in the same way."""
    return applied(sent(UNITS, ImportKind.UNITS), rina)


def applied(batch, by):
    ask_to_check(batch, at=timezone.now())
    batch.refresh_from_db()
    ask_to_apply(batch, by=by, at=timezone.now(), seen=batch.digest)
    batch.refresh_from_db()
    assert batch.state == ImportState.APPLIED, batch.problem
    return batch


def test_a_file_is_checked_applied_and_undone(units, sent, rina):
    batch = sent(STAFF)
    ask_to_check(batch, at=timezone.now())
    batch.refresh_from_db()
    assert (batch.state, batch.counts.new, batch.counts.refused) == (ImportState.CHECKED, 2, 1)
    assert [(found.row, found.column) for found in findings_of(batch)][-1] == (4, "unit kerja")
    assert not Person.objects.exists()
    ask_to_apply(batch, by=rina, at=timezone.now(), seen=batch.digest)
    sari = Assignment.objects.get(person__nip="199203152019032001")
    assert (sari.unit.code, sari.superior.name) == ("01.1", "Rina Contoh")
    batch.refresh_from_db()
    ask_to_undo(batch, by=rina, at=timezone.now())
    batch.refresh_from_db()
    assert batch.state == ImportState.UNDONE
    assert not Person.objects.exists()
    assert Unit.objects.filter(code="01.1").exists()


def test_every_step_names_the_officer(units, rina):
    done = {event.operation: event.actor for event in events_on(units)}
    assert done == dict.fromkeys(("receive_import", "check_import", "apply_import"), rina)


@pytest.mark.parametrize("lost", [{"is_active": False}, {}], ids=["account", "role"])
def test_what_was_asked_for_by_whoever_may_not_any_more_is_not_done(sent, rina, lost):
    batch = sent(UNITS, ImportKind.UNITS)
    ask_to_check(batch, at=timezone.now())
    batch.refresh_from_db()
    begin_apply(batch, seen=batch.digest, at=timezone.now())
    rina.role_grants.update(revoked_on=timezone.localdate()) if not lost else User.objects.update(**lost)
    tasks.apply_import.call(batch.pk, batch.touched_at.isoformat(), rina.pk, batch.digest)
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED
    assert batch.problem.id.startswith("Yang memintanya tidak berwenang lagi")
    assert not Unit.objects.exists()


def test_a_task_that_comes_twice_does_its_work_once(sent, monkeypatch):
    batch = sent(UNITS, ImportKind.UNITS)
    asked = batch.touched_at.isoformat()
    tasks.check_import.call(batch.pk, asked)
    checked = ImportBatch.objects.get()
    monkeypatch.setattr(tasks, "check", lambda *args, **named: pytest.fail("checked twice"))
    tasks.check_import.call(batch.pk, asked)
    assert ImportBatch.objects.get().touched_at == checked.touched_at


def test_a_task_for_an_import_that_is_gone_does_nothing(db):
    tasks.check_import.call(987_654, timezone.now().isoformat())


def test_a_copy_that_was_lost_is_told_and_can_be_checked_once_it_is_back(sent, home):
    batch = sent(UNITS, ImportKind.UNITS)
    kept = KeptFile(batch.kept_file, batch.kept_sha256)
    content = (home / kept.path).read_bytes()
    forget(kept, home=home)
    ask_to_check(batch, at=timezone.now())
    batch.refresh_from_db()
    assert batch.state == ImportState.FAILED
    assert "tidak ada lagi" in batch.problem.id
    keep(content, home=home)
    ask_again(batch, by=batch.by, at=timezone.now())
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED
    assert not batch.problem_id


def test_a_mistake_of_ours_is_told_and_not_blamed_on_the_file(sent, monkeypatch):
    monkeypatch.setattr(tasks, "check", lambda *args, **named: 1 / 0)
    batch = sent(UNITS, ImportKind.UNITS)
    with pytest.raises(ZeroDivisionError):
        tasks.check_import.call(batch.pk, batch.touched_at.isoformat())
    batch.refresh_from_db()
    assert batch.state == ImportState.FAILED
    assert "bukan karena berkas Anda" in batch.problem.id


def test_what_cannot_be_applied_goes_back_with_the_reason(units, sent, rina):
    batch = sent(STAFF)
    ask_to_check(batch, at=timezone.now())
    batch.refresh_from_db()
    other = sent(STAFF.replace("Rina", "Rini"))
    applied(other, rina)
    ask_to_apply(batch, by=rina, at=timezone.now(), seen=batch.digest)
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED
    assert "Data berubah sejak diperiksa" in batch.problem.id
    ask_again(batch, by=rina, at=timezone.now())
    batch.refresh_from_db()
    assert (batch.state, batch.counts.changed, batch.problem_id) == (ImportState.CHECKED, 1, "")


def test_what_cannot_be_undone_stays_applied_with_the_reason(units, sent, rina):
    batch = applied(sent(STAFF), rina)
    ask_to_undo(units, by=rina, at=timezone.now())
    units.refresh_from_db()
    assert units.state == ImportState.APPLIED
    assert units.problem_id
    ask_to_undo(batch, by=rina, at=timezone.now())
    ask_to_undo(units, by=rina, at=timezone.now())
    units.refresh_from_db()
    assert units.state == ImportState.UNDONE


@pytest.mark.parametrize("state", ["checking", "applying", "applied", "undoing", "undone", "discarded"])
def test_only_what_waits_failed_or_was_checked_is_checked(units, state):
    units.state = state
    with pytest.raises(WrongStateError):
        ask_to_check(units, at=timezone.now())


def test_a_worker_that_died_is_recognised_and_its_import_checked_again(sent, monkeypatch):
    """As after a power cut: the task was begun and never ended."""
    batch = sent(UNITS, ImportKind.UNITS)
    long_ago = timezone.now() - PATIENCE - timedelta(minutes=1)
    begin_check(batch, at=long_ago)
    assert is_interrupted(batch, at=timezone.now())
    ask_again(batch, by=batch.by, at=timezone.now())
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED


def test_progress_is_noted_now_and_then_and_at_the_end(sent, monkeypatch):
    batch = sent(UNITS, ImportKind.UNITS)
    noted = []
    monkeypatch.setattr(tasks, "note_progress", lambda batch, *, done, total, at: noted.append((done, total, type(at))))
    note = tasks.noting(batch)
    for done in range(1, 1_001):
        note(done, 1_000)
    assert noted[0] == (1, 1_000, datetime)
    assert noted[-1][0] == 1_000
    assert len(noted) < 20


def test_the_tasks_are_known_by_names_that_a_waiting_task_carries():
    names = {task.module_path for task in (asking.check_import, asking.apply_import, asking.undo_import)}
    assert names == {f"pembina.exchange.staff.tasks.{name}_import" for name in ("check", "apply", "undo")}

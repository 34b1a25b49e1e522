"""A run keeps design, data and result together; whoever has the files gets the same result anywhere."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import numpy as np
import pytest
from click.testing import CliRunner

from designing import Designing
from domain.impact.observed import count
from pembina.cli.evaluation import evaluation as evaluation_command
from pembina.core.text import Text
from pembina.domain.access.audit import events_on
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.chain.verifying import verify
from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.enums import EvaluationState, RunState
from pembina.domain.impact.models import EvaluationRun, FrozenPanel
from pembina.domain.impact.operations.runs import ask_for_run, fail_run, finish_run
from pembina.domain.impact.questions import asked_of, question_of
from pembina.domain.impact.result import result_text
from pembina.domain.impact.run_refusals import MonthOutsideError, NotLockedError, RunGoingError, TooEarlyError
from pembina.domain.people.operations import edit_unit, move_unit
from pembina.domain.services.models import ServiceStandard
from pembina.exchange.impact import running as running_module
from pembina.exchange.impact.asking import ask_to_run
from pembina.exchange.impact.code_version import hash_of, source_hash, source_of
from pembina.exchange.impact.panel_parquet import read_panel
from pembina.exchange.impact.running import carry_out
from pembina.exchange.impact.tasks import compute_run
from running import LATER, Running
from training import Training

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def designing(rina, person):
    return Designing(Training(rina=rina, at=NOON), person("lia"))


@pytest.fixture
def running(designing):
    return Running(designing)


def test_a_run_finds_the_effect_and_seals_design_data_and_result(running):
    run = running.run()
    assert run.state == RunState.DONE, run.failure
    outcome = run.result["outcomes"][0]
    assert outcome["role"] == "primary"
    assert outcome["planned"]["id"]["headline"]["estimate"] < -2
    assert run.data_until == date(2027, 6, 1)
    panel = run.panels.get()
    assert panel.sha256 == sha256(bytes(panel.content)).hexdigest()
    assert (panel.units, panel.rows) == (6, 6 * panel.months)
    assert run.data_hash == sha256(panel.sha256.encode()).hexdigest()
    assert run.result_hash == sha256(result_text(run.result).encode()).hexdigest()
    sealed = json.loads(ChainEntry.objects.filter(kind="run_finished").get().content)
    assert (sealed["design"], sealed["data"], sealed["result"]) == (run.design.digest, run.data_hash, run.result_hash)
    assert not list(verify({}))
    assert [event.operation for event in events_on(run)] == ["finish_run", "ask_for_run"]
    assert run.code_version.startswith("pembina ")
    assert run.levels["on"] == "2027-07-05"
    assert run.progress_done == run.progress_total == 2


def test_the_result_that_the_database_gives_back_has_the_very_hash(running):
    run = EvaluationRun.objects.get(pk=running.run().pk)
    assert sha256(result_text(run.result).encode()).hexdigest() == run.result_hash


def test_the_panel_holds_planned_and_actual_starts(running):
    place = WaveUnit.objects.get(unit=running.designing.units[0])
    place.started_on = date(2027, 2, 10)
    place.save()
    run = running.run()
    columns = read_panel(bytes(run.panels.get().content), name="panel")
    unit = np.array(columns.unit) == running.designing.units[0].code
    assert set(columns.planned[unit]) == {2026 * 12 + 11}
    assert set(columns.actual[unit]) == {2027 * 12 + 1}
    others = np.array(columns.unit) == running.designing.units[5].code
    assert np.isnan(columns.planned[others]).all()
    assert run.result["outcomes"][0]["slipped"]


def test_the_same_data_freeze_to_the_same_bytes_and_give_the_same_result(running):
    first, second = running.run(), running.run()
    assert (second.number, second.data_hash, second.result_hash) == (2, first.data_hash, first.result_hash)


def test_a_late_correction_gives_a_new_run_beside_the_old_one(running):
    first = running.run()
    before = first.result_hash
    running.receive(0, months=[date(2027, 3, 1)], seed=77_777)
    count(running.services[0])
    second = running.run()
    first.refresh_from_db()
    assert first.result_hash == before
    assert second.data_hash != first.data_hash
    assert running.evaluation.runs.filter(state=RunState.DONE).count() == 2


def written(run, folder):
    design = folder / "design.json"
    design.write_text(run.design.content)
    files = []
    for panel in run.panels.order_by("outcome__position"):
        files.append(folder / f"panel-{panel.outcome.position}.parquet")
        files[-1].write_bytes(bytes(panel.content))
    return [str(design), *map(str, files)]


@pytest.mark.parametrize("processor", ["", "Nehalem"])
def test_another_process_on_another_processor_gives_identical_bytes(running, tmp_path, processor):
    run = running.run()
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"}
    if processor:
        environment["OPENBLAS_CORETYPE"] = processor
    command = [sys.executable, "-m", "pembina.cli.main", "evaluation", "repeat", *written(run, tmp_path)]
    done = subprocess.run([*command, "--hash", run.result_hash], env=environment, capture_output=True, check=False)
    assert done.stdout.decode().strip() == result_text(run.result), done.stderr.decode()
    assert done.returncode == 0


def test_a_repeat_says_when_design_or_data_are_not_the_same(running, tmp_path):
    run = running.run()
    files = written(run, tmp_path)
    command = CliRunner().invoke(evaluation_command, ["repeat", *files, "--hash", "0" * 64, "--language", "en"])
    assert command.exit_code == 1
    assert "Another result" in command.stderr
    out = tmp_path / "result.json"
    told = CliRunner().invoke(evaluation_command, ["repeat", *files, "--out", str(out), "--hash", run.result_hash])
    assert told.exit_code == 0
    assert "Sama persis" in told.stderr
    assert out.read_text() == result_text(run.result)


def test_a_repeat_says_when_the_program_is_another(running, tmp_path):
    run = running.run()
    assert source_of(run.code_version) == source_hash()
    files = written(run, tmp_path)
    for code, is_told in ((run.code_version, False), (source_hash(), False), ("pembina 0.0.9", True), ("0" * 16, True)):
        told = CliRunner().invoke(evaluation_command, ["repeat", *files, "--code", code, "--hash", run.result_hash])
        assert told.exit_code == 0
        assert ("kode sumber bagian penghitungnya lain" in told.stderr) == is_told, code


def test_the_hash_of_the_source_sees_a_changed_engine_and_nothing_else(tmp_path):
    for name in ("core/effect/verdict.py", "domain/impact/panels.py", "web/pages.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"one\ntwo\n")
    before = hash_of(tmp_path)
    (tmp_path / "web/pages.py").write_bytes(b"else")
    (tmp_path / "core/effect/verdict.py").write_bytes(b"one\r\ntwo\r\n")
    assert hash_of(tmp_path) == before
    (tmp_path / "core/effect/verdict.py").write_bytes(b"one\nthree\n")
    assert hash_of(tmp_path) != before


def test_a_run_tells_what_happened_to_units_and_standards(running):
    units = running.designing.units
    assert running.run().cautions == []
    moved_at = datetime(2027, 3, 2, 3, 0, tzinfo=UTC)
    above = running.designing.training.unit("7")
    move_unit(unit=units[1], to=above, on=date(2027, 3, 1), by=None, at=moved_at)
    units[5].closed_on = date(2027, 5, 31)
    units[5].save()
    running.services[2].standards.update(ends_on=date(2027, 3, 31))
    ServiceStandard.objects.create(
        service=running.services[2], starts_on=date(2027, 4, 1), promised_amount=2, promised_unit="working_days",
        start_event="berkas lengkap", stop_event="izin terbit",
    )  # fmt: skip
    told = {one["names"][0]: one["message"]["id"] for one in running.run().cautions}
    assert list(told) == [units[5].name, units[1].name, f"{running.services[2].name} · {units[2].name}"]
    assert "ditutup" in told[units[5].name]
    assert "dipindahkan" in told[units[1].name]


def test_a_code_that_changed_since_the_lock_stays_in_panel_and_strata(running):
    before = running.run()
    unit = running.designing.units[0]
    edit_unit(
        unit=unit, code="5.1-BARU", name="Dinas lain", kind=unit.kind, sector=unit.sector, time_zone=unit.time_zone,
        by=None, at=LATER,
    )  # fmt: skip
    after = running.run()
    assert (after.data_hash, after.result_hash) == (before.data_hash, before.result_hash)


def test_files_that_are_no_design_or_no_panel_are_refused(running, tmp_path):
    run = running.run()
    design, panel = written(run, tmp_path)
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": "else"}')
    for files, word in (
        ([str(wrong), panel], "bukan rancangan"),
        ([design, panel, panel], "2 berkas data"),
        ([design, design], "tidak terbaca"),
        ([panel, panel], "bukan rancangan"),
    ):
        told = CliRunner().invoke(evaluation_command, ["repeat", *files])
        assert told.exit_code == 2
        assert word in told.stderr


def test_the_question_of_the_records_is_that_of_what_was_locked(running):
    design = running.design
    outcome = design.outcomes.get()
    locked = asked_of(design)
    strata = {one["code"]: one["stratum"] for one in locked["units"] if one["stratum"]}
    question = question_of(design, outcome, strata)
    assert question.random_timing
    assert question.lower_is_better
    assert question.smallest_effect == 1.5
    assert (question.draws, question.seed) == (design.draws, design.seed)
    design.content = ""
    from_records = asked_of(design)
    assert from_records["outcomes"][0]["name"] == locked["outcomes"][0]["name"]
    assert from_records["computation"] == locked["computation"]
    assert {one["code"] for one in from_records["units"]} == {one["code"] for one in locked["units"]}


def test_a_run_needs_a_locked_design_and_a_month_after_the_first_start(designing):
    asked = {"evaluation": designing.evaluation, "by": designing.maker}
    with pytest.raises(NotLockedError):
        ask_for_run(**asked, at=NOON)
    designing.lock()
    with pytest.raises(TooEarlyError, match="Desember 2026"):
        ask_for_run(**asked, at=NOON)
    designing.evaluation.state = EvaluationState.DROPPED
    designing.evaluation.drop_reason = "Berhenti"
    designing.evaluation.save()
    with pytest.raises(NotLockedError):
        ask_for_run(**asked, at=LATER)


def test_a_run_may_stop_at_an_earlier_month_of_the_window(running):
    with pytest.raises(MonthOutsideError):
        running.ask(data_until=date(2027, 7, 1))
    assert running.ask(data_until=date(2027, 3, 15)).data_until == date(2027, 3, 1)


def test_one_run_at_a_time_and_one_that_stopped_is_noted(running):
    first = running.ask()
    with pytest.raises(RunGoingError):
        running.ask()
    later = LATER + timedelta(hours=3)
    second = ask_for_run(evaluation=running.evaluation, by=running.maker, at=later)
    first.refresh_from_db()
    assert (first.state, second.number) == (RunState.FAILED, 2)
    assert "berhenti" in first.failure["message"]["id"]
    assert carry_out(first, clock=lambda: later).state == RunState.FAILED


def test_a_run_without_data_fails_with_its_remedy(designing):
    designing.lock()
    run = ask_for_run(evaluation=designing.evaluation, by=designing.maker, at=LATER)
    failed = carry_out(run, clock=lambda: LATER)
    assert failed.state == RunState.FAILED
    assert "Tidak ada satu pun data" in failed.failure["message"]["id"]
    assert failed.failure["remedy"]["en"]
    assert not FrozenPanel.objects.exists()
    assert events_on(failed).first().operation == "fail_run"


def test_a_figure_that_counts_in_another_unit_than_locked_is_not_computed(running):
    content = json.loads(running.design.content)
    content["outcomes"][0]["unit"] = {"id": "jam kerja", "en": "working hours"}
    type(running.design).objects.filter(pk=running.design.pk).update(content=json.dumps(content))
    failed = running.run()
    assert failed.state == RunState.FAILED
    assert "jam kerja" in failed.failure["message"]["id"]


def test_a_mistake_of_ours_is_told_and_goes_on_to_the_log(running, monkeypatch):
    def broken(*_told, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(running_module, "frozen_result", broken)
    run = running.ask()
    with pytest.raises(ZeroDivisionError):
        carry_out(run, clock=lambda: LATER)
    run.refresh_from_db()
    assert (run.state, run.failure["remedy"]["en"][:9]) == (RunState.FAILED, "Try again")


def test_a_page_asks_and_a_worker_computes_once(running, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        run = ask_to_run(evaluation=running.evaluation, by=running.maker, at=LATER)
    run.refresh_from_db()
    assert run.state == RunState.DONE
    finished = run.finished_at
    compute_run.func(run.pk)
    run.refresh_from_db()
    assert run.finished_at == finished


def test_what_has_ended_is_not_ended_again(running):
    run = running.run()
    same = fail_run(run=run, problem=Text(id="x", en="x"), remedy=Text(id="y", en="y"), at=LATER)
    assert same.state == RunState.DONE
    kept = finish_run(run=run, files=[], result={}, levels={}, cautions=[], code_version="x", at=LATER)
    assert kept.result_hash == run.result_hash

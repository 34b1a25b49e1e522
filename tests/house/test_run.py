"""The one door: what it decides, and what it says where something is missing."""

import json
import os
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path):
    """Return the script as a module, working on an empty checkout."""
    loader = SourceFileLoader("run_script", str(ROOT / "run"))
    module = module_from_spec(spec_from_loader("run_script", loader))
    loader.exec_module(module)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    module.ROOT, module.VENV = tmp_path, tmp_path / ".venv"
    module.STAMP, module.UNFINISHED = module.VENV / "stamp.json", module.VENV / "unfinished"
    return module


@pytest.fixture
def installed(run):
    """Return a maker of an environment that holds a lock as it is now."""

    def make(lock):
        (run.VENV / "bin").mkdir(parents=True, exist_ok=True)
        (run.VENV / "bin" / "python").symlink_to(sys.executable)
        run.STAMP.write_text(json.dumps({lock: run.fingerprint(lock)}))

    return make


@pytest.fixture
def commands(run, monkeypatch):
    """Collect the commands instead of running them."""
    seen = []
    monkeypatch.setattr(run, "installer", lambda: ["install"])
    monkeypatch.setattr(run, "_run_or_stop", seen.append)
    return seen


def test_an_empty_checkout_is_not_ready(run):
    assert not run.is_ready("base")


@pytest.mark.parametrize(
    ("holds", "wanted", "ready"), [("dev", "base", True), ("dev", "dev", True), ("base", "dev", False)]
)
def test_a_larger_lock_holds_the_smaller(run, installed, holds, wanted, ready):
    installed(holds)
    assert run.is_ready(wanted) is ready


@pytest.mark.parametrize("changed", ["requirements/base.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_again(run, installed, changed):
    installed("base")
    path = run.ROOT / changed
    path.write_text(path.read_text().replace('version = "0.1.0"', 'version = "0.2.0"') + "\n# new\n")
    assert not run.is_ready("base")


def test_a_ready_environment_is_left_alone(run, installed, commands):
    installed("base")
    run.prepare("base")
    assert commands == []


def test_the_lock_is_installed_with_its_hashes_and_the_package_without_dependencies(run, commands):
    run.prepare("base")
    packages, package = commands
    assert packages == ["install", "--require-hashes", "-r", str(run.ROOT / "requirements" / "base.txt")]
    assert package == ["install", "--no-deps", "--no-build-isolation", "-e", str(run.ROOT)]
    assert run.is_ready("base")


def test_an_interrupted_installation_is_begun_anew(run, commands, monkeypatch):
    def interrupt(command):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "_run_or_stop", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run.prepare("base")
    half_installed = run.VENV / "half-a-package"
    half_installed.touch()
    assert not run.is_ready("base")
    monkeypatch.setattr(run, "_run_or_stop", commands.append)
    run.prepare("base")
    assert run.is_ready("base")
    assert not half_installed.exists()


def test_another_python_gives_way_to_python_3_11(run, monkeypatch):
    started = []
    monkeypatch.setattr(run, "PYTHON", (2, 7))
    monkeypatch.delenv("PEMBINA_RUN_AGAIN", raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/opt/{name}")
    monkeypatch.setattr(run.os, "execv", lambda path, arguments: started.append((path, arguments[1])))
    with pytest.raises(run.MissingPrerequisiteError):
        run.use_right_python()
    monkeypatch.delenv("PEMBINA_RUN_AGAIN")
    assert started == [("/opt/python3.11", str(run.ROOT / "run"))]


def test_without_python_3_11_the_remedy_is_named(run, monkeypatch):
    monkeypatch.setattr(run, "PYTHON", (2, 7))
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    with pytest.raises(run.MissingPrerequisiteError, match=r"apt-get install python3\.11"):
        run.use_right_python()


@pytest.mark.parametrize(
    ("version", "recent"), [("pip 22.2.2 from", False), ("pip 22.3 from", True), ("pip 25.0.1 from", True)]
)
def test_pip_must_be_able_to_install_elsewhere(run, monkeypatch, version, recent):
    answer = subprocess.CompletedProcess([], 0, stdout=version)
    monkeypatch.setattr(run.subprocess, "run", lambda *args, **kwargs: answer)
    assert run._is_recent_pip([sys.executable, "-m", "pip"]) is recent


def test_uv_stands_in_where_there_is_no_pip(run, monkeypatch):
    monkeypatch.setattr(run, "_is_recent_pip", lambda command: False)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/opt/{name}")
    assert run.installer()[:3] == ["uv", "pip", "install"]


def test_without_pip_and_uv_the_remedy_is_named(run, monkeypatch):
    monkeypatch.setattr(run, "_is_recent_pip", lambda command: False)
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    with pytest.raises(run.MissingPrerequisiteError, match="python3-pip"):
        run.installer()


def test_each_lock_is_compiled_in_agreement_with_the_smaller_one(run):
    command = run.lock_command("uv", "dev", ("base",))
    assert command[-2:] == ["-c", "requirements/base.txt"]
    assert "--generate-hashes" in command
    assert [command[i + 1] for i, word in enumerate(command) if word == "--group"] == ["build", "test", "check"]


class Rehearsal:
    """Stands in for pytest and for the probe of PostgreSQL."""

    def __init__(self, run, monkeypatch, reason=None, codes=(0, 0, 0)):
        self.calls, codes = [], iter(codes)
        monkeypatch.setattr(run, "prepare", lambda lock: None)
        monkeypatch.setattr(run, "why_no_answer", lambda url: reason)
        monkeypatch.setattr(run, "pytest", lambda arguments, **env: self.calls.append((arguments, env)) or next(codes))


def test_database_tests_run_on_postgresql_first_and_chromium_last_and_alone(run, monkeypatch):
    rehearsal = Rehearsal(run, monkeypatch)
    assert run.test(["-x"]) == 0
    (on_postgresql, environment), without_browser, in_browser = rehearsal.calls
    assert on_postgresql == [*run.SIDE_BY_SIDE, "-m", "database", "-x"]
    assert environment["PEMBINA_TEST_DATABASE_URL"].startswith("postgresql://")
    assert without_browser == ([*run.SIDE_BY_SIDE, "-m", "not browser", "-x"], {})
    assert in_browser == (["-m", "browser", "-x"], {})


@pytest.mark.parametrize(
    ("codes", "code", "runs"),
    [((1,), 1, 1), ((5, 0, 0), 0, 3), ((0, 3, 0), 3, 3), ((0, 0, 1), 1, 3), ((0, 5, 0), 0, 3), ((5, 5, 5), 5, 3)],
)
def test_a_failure_anywhere_fails_the_run(run, monkeypatch, codes, code, runs):
    rehearsal = Rehearsal(run, monkeypatch, codes=codes)
    assert run.test([]) == code
    assert len(rehearsal.calls) == runs


def test_without_postgresql_a_user_is_told_and_the_rest_runs(run, monkeypatch, capsys):
    monkeypatch.delenv("CI", raising=False)
    rehearsal = Rehearsal(run, monkeypatch, reason="connection refused")
    assert run.test([]) == 0
    assert len(rehearsal.calls) == 2
    assert "SKIPPED" in capsys.readouterr().out


def test_without_postgresql_a_build_fails(run, monkeypatch):
    monkeypatch.setenv("CI", "true")
    rehearsal = Rehearsal(run, monkeypatch, reason="connection refused")
    assert run.test([]) == 1
    assert rehearsal.calls == []


@pytest.mark.slow
def test_a_server_that_is_not_there_is_noticed(run):
    run.VENV = ROOT / ".venv" if (ROOT / ".venv").exists() else Path(sys.prefix)
    assert run.why_no_answer("postgresql://nobody@127.0.0.1:1/none")


def script(*arguments, path=os.environ["PATH"]):
    environment = {**os.environ, "PATH": path, "HOME": "/nonexistent"}
    return subprocess.run(
        [sys.executable, str(ROOT / "run"), *arguments], capture_output=True, text=True, env=environment
    )


@pytest.mark.slow
def test_help_names_every_verb():
    answer = script("--help")
    assert answer.returncode == 0
    for verb in ("demo", "test", "setup", "check", "bench", "lock"):
        assert f"\n  {verb} " in answer.stdout


@pytest.mark.slow
def test_an_unknown_verb_is_refused():
    assert script("fly").returncode == 2


@pytest.mark.slow
def test_a_checkout_on_a_machine_without_pip_says_what_to_install(tmp_path):
    for name in ("run", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
    answer = subprocess.run(
        [str(bare / "bin" / "python"), str(tmp_path / "run"), "setup"],
        capture_output=True,
        text=True,
        env={"PATH": "/none"},
    )
    assert answer.returncode == 1
    assert "python3-pip" in answer.stderr
    assert "Traceback" not in answer.stderr

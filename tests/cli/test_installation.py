"""The doctor: what it finds, and the remedy it names."""

import sys
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from pembina.cli import installation
from pembina.cli.doctor import doctor
from pembina.cli.installation import BrokenError


@pytest.fixture
def home(tmp_path, settings):
    settings.PEMBINA_HOME = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


def remedy_of(check):
    with pytest.raises(BrokenError) as broken:
        check()
    return broken.value.remedy


def test_another_python_is_named(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 13, 1))
    assert "3.11" in remedy_of(installation.python_is_supported)


def test_a_home_that_is_no_directory_is_named(home, settings):
    settings.PEMBINA_HOME = home / "missing"
    assert "PEMBINA_HOME" in remedy_of(installation.home_is_writable)


def test_a_full_disk_is_named(home, monkeypatch):
    monkeypatch.setattr(installation, "ENOUGH_FREE_BYTES", 10**18)
    assert "Make room" in remedy_of(installation.disk_has_space)


def test_a_key_that_others_can_read_is_named_with_the_command_that_mends_it(home, monkeypatch):
    monkeypatch.delenv("PEMBINA_SECRET_KEY")
    key = home / "secret.key"
    key.write_text("secret")
    key.chmod(0o644)
    assert remedy_of(installation.secret_is_private) == f"Run: chmod 600 {key}"
    key.chmod(0o600)
    assert "600" in installation.secret_is_private()


def test_a_database_that_does_not_answer_is_named(monkeypatch):
    def refuses():
        raise DatabaseError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", refuses)
    assert "PEMBINA_DATABASE_URL" in remedy_of(installation.database_answers)


def test_waiting_migrations_are_counted(db):
    assert installation.database_is_migrated() == "all migrations applied"
    MigrationRecorder(connection).migration_qs.filter(app="access").delete()
    with pytest.raises(BrokenError, match=r"[0-9]+ migrations wait"):
        installation.database_is_migrated()


def test_missing_style_sheets_are_named(home):
    assert "collectstatic" in remedy_of(installation.static_files_are_collected)
    (home / "static").mkdir()
    (home / "static" / "staticfiles.json").write_text("{}")
    assert installation.static_files_are_collected() == str(home / "static")


def test_a_clock_before_this_release_is_named(monkeypatch):
    monkeypatch.setattr(installation, "RELEASED", datetime(9999, 1, 1, tzinfo=UTC))
    assert "Set the clock" in remedy_of(installation.clock_is_plausible)


def test_papers_that_cannot_be_written_are_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    assert "typst" in remedy_of(installation.papers_can_be_written)


@pytest.mark.slow
def test_the_doctor_fails_on_a_fresh_home_and_passes_once_its_remedies_were_followed(home, db):
    fresh = CliRunner().invoke(doctor)
    assert fresh.exit_code == 1
    assert "BROKEN  Static files" in fresh.output
    (home / "static").mkdir()
    (home / "static" / "staticfiles.json").write_text("{}")
    assert "Everything works." in CliRunner().invoke(doctor).output
    assert [path.name for path in home.iterdir()] == ["static"]

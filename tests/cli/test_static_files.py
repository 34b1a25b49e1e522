"""Static files are collected once for each state of their sources."""

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.management.commands import collectstatic

from pembina.cli import static_files
from pembina.cli.static_files import collect_static_files, fingerprint


@pytest.fixture
def style_sheet(tmp_path, settings, monkeypatch):
    """Return the only static file of an installation that brings one."""
    source = tmp_path / "source"
    source.mkdir()
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], tmp_path / "root"
    only_finder = finders.FileSystemFinder()
    for module in (finders, collectstatic):
        monkeypatch.setattr(module, "get_finders", lambda: [only_finder])
    path = source / "page.css"
    path.write_text("body { color: black }")
    return path


def test_files_are_collected_once(style_sheet, settings):
    assert collect_static_files() is True
    assert (settings.STATIC_ROOT / "page.css").read_text() == style_sheet.read_text()
    assert collect_static_files() is False


def test_a_changed_file_is_collected_again_and_a_vanished_one_leaves(style_sheet, settings):
    collect_static_files()
    style_sheet.rename(style_sheet.with_name("other.css"))
    assert collect_static_files() is True
    assert sorted(path.name for path in settings.STATIC_ROOT.iterdir()) == [static_files.STAMP, "other.css"]


def test_the_fingerprint_sees_names_and_contents(style_sheet):
    first = fingerprint()
    style_sheet.write_text("body { color: navy }")
    assert fingerprint() != first

"""The command ``pembina``: every command loads, explains itself and is documented."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pembina.cli.main import COMMANDS, main
from pembina.cli.reference import OPENING, every_command, reference

ROOT = Path(__file__).resolve().parents[2]


def command_named(name):
    return main.get_command(click.Context(main), name)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "manage"])
def test_a_command_explains_itself(name):
    answer = CliRunner().invoke(main, [name, "--help"])
    assert answer.exit_code == 0
    assert " ".join(command_named(name).help.split()[:4]) in answer.output


def test_every_option_has_help():
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in every_command(main, "pembina")
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_the_reference_says_what_the_commands_say():
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "Run: python -m pembina.cli.reference > docs/cli.md"


def test_every_variable_that_is_read_is_documented():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    read = {name for name in re.findall(r"PEMBINA_[A-Z_]+", sources) if not name.startswith("PEMBINA_TEST_")}
    assert {name for name in read if f"`{name}`" not in OPENING} == set()


def test_an_unknown_command_is_named():
    answer = CliRunner().invoke(main, ["fly"])
    assert answer.exit_code == 2
    assert "fly" in answer.output


def test_the_version_is_said():
    assert CliRunner().invoke(main, ["--version"]).output == "0.1.0\n"


@pytest.mark.slow
def test_help_starts_without_loading_django_or_numpy():
    probe = "import sys, pembina.cli.main; print([m for m in ('django', 'numpy', 'granian') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"

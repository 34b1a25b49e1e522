"""The command ``pembina``: every command loads, explains itself and is documented."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pembina.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTATION = (ROOT / "README.md", ROOT / "docs" / "cli.md")


def command_named(name):
    return main.get_command(click.Context(main), name)


def every_command():
    """Yield each command with its full name, groups entered."""
    waiting = [(f"pembina {name}", command_named(name)) for name in COMMANDS]
    for name, command in waiting:
        yield name, command
        if isinstance(command, click.Group):
            waiting += [(f"{name} {child}", command.commands[child]) for child in command.commands]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "manage"])
def test_a_command_explains_itself(name):
    answer = CliRunner().invoke(main, [name, "--help"])
    assert answer.exit_code == 0
    assert " ".join(command_named(name).help.split()[:4]) in answer.output


def test_every_option_has_help():
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in every_command()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_every_command_and_option_is_documented():
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTATION if path.exists())
    wanted = [name for name, _ in every_command()]
    wanted += [o.opts[0] for _, command in every_command() for o in command.params if isinstance(o, click.Option)]
    assert [name for name in wanted if name not in text] == []


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

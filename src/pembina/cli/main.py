"""The command ``pembina``. A command is imported when it is called, so that each starts as fast as it can."""

import os
from importlib import import_module
from keyword import iskeyword
from typing import cast

import click

import pembina

# Our matrices are small: threads of the linear algebra would wait for each other longer than they compute (measured:
# up to eleven times the processor time on two cores). Whoever runs larger ones may set it otherwise.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

COMMANDS = (
    "demo",
    "serve",
    "worker",
    "import",
    "holidays",
    "effect",
    "evaluation",
    "rule",
    "tidy",
    "audit",
    "doctor",
    "manage",
)


class LazyCommands(click.Group):
    """A group whose command NAME is ``pembina.cli.NAME.NAME``; with an underscore after a word of Python's own."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import the command ``name``."""
        if name not in COMMANDS:
            return None
        place = f"{name}_" if iskeyword(name) else name
        return cast(click.Command, getattr(import_module(f"pembina.cli.{place}"), place))


@click.group(cls=LazyCommands)
@click.version_option(pembina.__version__, message="%(version)s")
def main() -> None:
    """Pembina: run a development programme for civil servants, and show whether it worked.

    Data are kept in the directory PEMBINA_HOME.
    """


if __name__ == "__main__":
    main(prog_name="pembina")

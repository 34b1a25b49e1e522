"""``pembina manage``: Django's own commands on this installation."""

import sys

import click

from pembina.cli.django_start import start_django


@click.command(
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    short_help="Run a command of Django: migrate, collectstatic, open_account, shell …",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a command of Django on this installation. Without one, list them."""
    start_django()

    from django.core.management import execute_from_command_line

    # Django writes its own usage lines from this name.
    sys.argv[0] = "pembina manage"
    execute_from_command_line(["pembina manage", *arguments])

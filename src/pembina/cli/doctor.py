"""``pembina doctor``: what of this installation does not work, and what to do about it."""

import sys
from collections.abc import Callable

import click

from pembina.cli.django_start import start_django
from pembina.cli.installation import CHECKS, BrokenError


@click.command()
def doctor() -> None:
    """Check this installation. Each line that fails says its remedy; the exit code is then 1."""
    start_django()
    broken = [name for name, check in CHECKS.items() if not _report(name, check)]
    if broken:
        click.echo(f"\n{len(broken)} of {len(CHECKS)} need attention: {', '.join(broken)}.")
        sys.exit(1)
    click.echo("\nEverything works.")


def _report(name: str, check: Callable[[], str]) -> bool:
    """Print one line, or two where something is broken; return whether all is well."""
    try:
        click.echo(f"ok      {name:<14}{check()}")
    except BrokenError as broken:
        click.echo(f"BROKEN  {name:<14}{broken.reason}\n        {'':<14}{broken.remedy}")
        return False
    return True

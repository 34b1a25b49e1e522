"""``pembina demo``: everything on one's own computer, with people and figures that are made up."""

import io
import threading

import click

from pembina.cli.demo_programme import evaluated_programme
from pembina.cli.django_start import start_django
from pembina.cli.ports import FIRST_PORT, choose_port, wait_until_answering
from pembina.cli.static_files import collect_static_files
from pembina.cli.web_server import run_web_server
from pembina.cli.worker_child import worker_child

HOST = "127.0.0.1"
SECONDS_TO_START = 60.0


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to serve on.  [default: the first free from 8000]")
@click.option(
    "--size",
    type=click.IntRange(180, 25_000),
    default=3_000,
    show_default=True,
    help="Persons of the invented government; heeded by the first start only.",
)
@click.option("--no-serve", is_flag=True, help="End after the evaluated programme is printed.")
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
def demo(*, port: int | None, size: int, no_serve: bool, language: str) -> None:
    """Show one evaluated programme, then serve the demonstration on this computer.

    Its data are kept in PEMBINA_HOME/demo, apart from all others. Every start makes new sign-ins.
    """
    chosen = None if no_serve else choose_port(HOST, port)
    start_django("pembina.config.settings.demo")
    _prepare(size)
    click.echo(evaluated_programme(language))
    if chosen is not None:
        _serve(chosen, wish=port)


def _prepare(size: int) -> None:
    """Make the database, the static files of this release and, once, Kabupaten Contoh with all it does."""
    from django.core.management import call_command
    from django.utils import timezone

    from pembina.domain.career.demonstration import load_demo_awards
    from pembina.domain.development.demonstration import load_demo_development
    from pembina.domain.impact.demonstration import load_demo_impact
    from pembina.domain.people.demonstration import SIZE, load_demo_government, load_demo_sites
    from pembina.domain.performance.demonstration import load_demo_performance
    from pembina.domain.services.demonstration import load_demo_services
    from pembina.exchange.impact.running import carry_out

    call_command("check", stdout=io.StringIO())
    call_command("migrate", interactive=False, verbosity=0)
    collect_static_files()
    on, at = timezone.localdate(), timezone.now()
    load_demo_government(size=size, on=on, at=at)
    load_demo_sites(at=at)
    # A small government has few citizens.
    load_demo_services(on=on, at=at, scale=size / SIZE)
    load_demo_development(on=on, at=at)
    load_demo_performance(on=on, at=at)
    load_demo_awards(on=on, at=at)
    load_demo_impact(on=on, at=at, compute=lambda run, then: carry_out(run, clock=lambda: then))


def _serve(port: int, *, wish: int | None) -> None:
    if wish is None and port != FIRST_PORT:
        click.echo(f"Port {FIRST_PORT} is taken; using {port}.")
    announcer = threading.Thread(target=_announce, args=(port, _sign_ins()), daemon=True)
    announcer.start()
    with worker_child():
        run_web_server(host=HOST, port=port, processes=1, threads=64)


def _sign_ins() -> str:
    """Return the people of the demonstration with passwords made a moment ago."""
    from django.utils import timezone

    from pembina.domain.access.personas import open_personas

    return "\n".join(
        f"  {user.display_name:<20}{user.role.name.id if user.role else '':<32}{user.username:<26}{opened.password}"
        for opened in open_personas(at=timezone.now())
        for user in [opened.user]
    )


def _announce(port: int, sign_ins: str) -> None:
    """Print the address once a page really comes back from it."""
    if wait_until_answering(HOST, port, seconds=SECONDS_TO_START):
        click.echo(f"\nPembina: http://{HOST}:{port}/\n\nMasuk dengan NIP dan kata sandi / sign in:\n{sign_ins}\n")
        click.echo("Ctrl+C menghentikan / stops.")
    else:
        click.echo(f"The server did not answer on port {port} within {SECONDS_TO_START:.0f} seconds.", err=True)

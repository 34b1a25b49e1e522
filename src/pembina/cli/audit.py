"""``pembina audit``: whether what was written down is still what was written."""

import re
import sys
from typing import TYPE_CHECKING

import click

from pembina.cli.django_start import start_django
from pembina.core.text import Text

if TYPE_CHECKING:
    from pembina.domain.access.chain.links import Link

HEAD = re.compile(r"([1-9][0-9]*):([0-9a-f]{64})")
MOST_SHOWN = 100
LANGUAGE = click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)


def _heads(context: click.Context, parameter: click.Parameter, written: tuple[str, ...]) -> dict[int, str]:
    """Read links that were written down elsewhere as ``SEQUENCE:HASH``."""
    found = {}
    for text in written:
        head = HEAD.fullmatch(text.strip().lower())
        if head is None:
            raise click.BadParameter(
                f"{text!r} is not SEQ:HASH, as `pembina audit head` prints it.", context, parameter
            )
        found[int(head[1])] = head[2]
    return found


@click.group()
def audit() -> None:
    """Check the hash chain over decisions, and the audit trail that it seals."""


@audit.command()
@click.option(
    "--head", "heads", metavar="SEQ:HASH", multiple=True, callback=_heads, help="A head kept elsewhere; repeatable."
)
@LANGUAGE
def verify(*, heads: dict[int, str], language: str) -> None:
    """Compute the whole chain anew, and every sealed day of the audit trail.

    Names each link that was changed, removed, inserted or moved; the exit code is then 1. That links at the end are
    missing can only be seen with --head.
    """
    start_django()
    from pembina.domain.access.chain import verifying

    count = 0
    for count, fault in enumerate(verifying.verify(heads), start=1):
        if count <= MOST_SHOWN:
            click.echo(f"{_word('RUSAK', 'BROKEN', language)}  {_place(fault.sequence, fault.kind)}")
            click.echo(f"       {fault.problem.in_language(language)}")
    if count:
        click.echo(Text(id=f"\n{count} kerusakan.", en=f"\n{count} faults.").in_language(language))
        sys.exit(1)
    click.echo(_intact(verifying.head(), heads, language))


@audit.command()
def head() -> None:
    """Print number and hash of the last link, to be kept elsewhere: in a letter, in another system."""
    start_django()
    from pembina.domain.access.chain import verifying

    last = verifying.head()
    if last is None:
        raise click.ClickException("Nothing has been sealed yet.")
    click.echo(f"{last.sequence}:{last.hash}")


@audit.command()
def seal_trail() -> None:
    """Seal every day of the audit trail that has ended. Let it run once a day."""
    start_django()
    from django.utils import timezone

    from pembina.domain.access.chain.trail import seal_trail as seal_ended_days

    sealed = seal_ended_days(by=None, at=timezone.now())
    click.echo(f"{len(sealed)} day(s) sealed.")
    if sealed:
        click.echo(f"{sealed[-1].sequence}:{sealed[-1].hash}")


def _place(sequence: int, kind: str) -> str:
    return f"{sequence} {kind}".rstrip()


def _word(indonesian: str, english: str, language: str) -> str:
    return Text(id=indonesian, en=english).in_language(language)


def _intact(last: "Link | None", heads: dict[int, str], language: str) -> str:
    if last is None:
        return _word("Belum ada yang disegel.", "Nothing has been sealed yet.", language)
    lines = [_word(f"Utuh sampai nomor {last.sequence}.", f"Intact up to number {last.sequence}.", language)]
    if not heads:
        lines.append(
            _word(
                "Tanpa kepala rantai dari luar, ekor yang dipotong tidak terlihat.",
                "Without a head kept elsewhere, a tail that was cut off cannot be seen.",
                language,
            )
        )
    return "\n".join([*lines, f"{last.sequence}:{last.hash}"])

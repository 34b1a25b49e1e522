"""``pembina import``: staff, units and requests from files, what would change shown first, and the way back."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click

from pembina.cli.django_start import start_django
from pembina.cli.result_file import is_csv, write_result
from pembina.cli.unusable_input import unusable_input
from pembina.exchange.tables import UnreadableFileError

FILE = click.Path(path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])
_language = click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
_by = click.option("--by", metavar="NIP", help="Account that answers for the import; needed where it writes.")
_yes = click.option("--yes", is_flag=True, help="Write without asking.")
_OF_FILES = (
    click.option("--sheet", metavar="NAME", help="Sheet of a workbook.  [the first with data]"),
    click.option("--on", type=_DAY, help="Day from which the file holds.  [today]"),
    _by,
    click.option("--dry-run", is_flag=True, help="Show what would change and write nothing."),
    _yes,
    click.option("--report", type=FILE, metavar="FILE", help="Write all findings to FILE.xlsx or FILE.csv."),
    _language,
    _json,
)


_of_requests = click.option("--requests", "of_requests", is_flag=True, help="Imports of service requests.")


def _options_of_requests(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every file but the day from which it holds: a request carries its own times."""
    for option in reversed(_OF_FILES[:1] + _OF_FILES[2:]):
        command = option(command)
    return command


def _options_of_files(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OF_FILES):
        command = option(command)
    return command


@click.group("import")
def import_() -> None:
    """Bring in staff, units and service requests from files, look at what was brought in, take it back."""


@import_.command()
@click.argument("file", type=FILE)
@click.option("--units", type=FILE, metavar="FILE", help="A file of units, brought in first.")
@click.option("--complete", is_flag=True, help="The file names everybody: whoever is not in it leaves.")
@_options_of_files
def staff(*, file: Path, units: Path | None, complete: bool, **options: Any) -> None:
    """Bring in staff from FILE: an export of SIASN, our template, or any CSV or XLSX with NIP and name.

    Shows how many are new, changed, unchanged, leaving and refused, and asks before it writes. Without a terminal to
    ask on and without --yes it writes nothing. Rows that are refused are left out; all others are written together or
    not at all. Ends with 0, with 1 where rows were refused, with 2 for a file or an account that cannot be used.
    """
    _bring_in([("units", units), ("staff", file)], complete=complete, **options)


@import_.command()
@click.argument("file", type=FILE)
@_options_of_files
def units(*, file: Path, **options: Any) -> None:
    """Bring in units from FILE, CSV or XLSX with at least a code and a name; otherwise as `pembina import staff`."""
    _bring_in([("units", file)], complete=False, **options)


@import_.command()
@click.argument("file", type=FILE)
@click.option("--service", metavar="CODE", default="", help="Service of all rows.  [a column of the file]")
@click.option("--zone", metavar="ZONE", default="", help="Of times without an offset: WIB, +07:00.  [of the unit]")
@click.option("--shape", type=click.Choice(["rows", "events"]), help="One row a request, or a log.  [guessed]")
@click.option("--column", "columns", metavar="FIELD=NAME", multiple=True, help="Which column a field is; repeat it.")
@click.option(
    "--word", "words", metavar="MEANING=WORD", multiple=True, help="What an activity or a status means; repeat it."
)
@_options_of_requests
def requests(*, file: Path, **options: Any) -> None:
    """Bring in service requests from FILE: one row a request, or a log of their events; CSV, XLSX or Parquet.

    Prints how long requests took in the file as it stands (mean, sample SD, longest, and the median beside them), how
    many are open or impossible, what would change, and asks before it writes. Fields are number, service, channel,
    received, ended, status, pause_began, pause_ended, pause_reason, at, activity. Meanings are progress,
    waiting_applicant, waiting_other_office, waiting_office, completed, withdrawn, ignored. Rows that are refused are
    left out; impossible ones are kept, listed and never measured. Ends with 0, with 1 where rows were refused, with 2
    for a file or an account that cannot be used.
    """
    _bring_requests_in(file, **options)


@import_.command()
@click.argument("file", type=FILE)
@click.option("--unit", metavar="CODE", help="Unit for agencies that no unit is named after.  [rows refused]")
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook.  [the first with data]")
@click.option("--by", metavar="NIP", required=True, help="Account that answers for it, and whose reach holds.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@_yes
@_language
@_json
def complaints(*, file: Path, by: str, yes: bool, dry_run: bool, language: str, **options: Any) -> None:
    """Bring in complaints from FILE, an export of SP4N-LAPOR! as CSV or XLSX.

    Known by their tracking id: the same file again changes nothing, a later one only goes forward. Names and contacts
    of those who complained are not read. Ends with 1 where rows were refused, with 2 for a file that cannot be used.
    """
    start_django()
    from pembina.cli.import_complaints import REFUSALS, bring_in

    writes = not dry_run and (yes or _asks())
    told = {"unit": options["unit"], "sheet": options["sheet"], "as_json": options["as_json"], "language": language}
    with unusable_input((UnreadableFileError, *REFUSALS), language):
        refused = bring_in(file, by=by, writes=writes, asks=not yes, **told)
    raise SystemExit(1 if refused else 0)


@import_.command("undo-complaints")
@click.argument("number", type=int)
@click.option("--by", metavar="NIP", required=True, help="Account that answers for it.")
@_yes
@_language
def undo_complaints(*, number: int, by: str, yes: bool, language: str) -> None:
    """Take the import of complaints NUMBER back, unless officers went on with one of them."""
    start_django()
    from pembina.cli.import_complaints import REFUSALS, take_back

    with unusable_input(REFUSALS, language):
        take_back(number, by=by, yes=yes, language=language)


@import_.command()
@click.argument("file", type=FILE)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook.  [the first with data]")
@click.option("--by", metavar="NIP", required=True, help="Account that answers for it, and whose reach holds.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@_yes
@_language
@_json
def skp(*, file: Path, by: str, yes: bool, dry_run: bool, language: str, **options: Any) -> None:
    """Bring in results of performance (SKP) from FILE, an export of e-Kinerja or SIASN as CSV or XLSX.

    The predicate follows from both ratings; a row that tells another is refused, and one of a year before 2022 too. The
    same file again changes nothing. Ends with 1 where rows were refused, with 2 for a file that cannot be used.
    """
    start_django()
    from pembina.cli.import_results import REFUSALS, bring_in

    writes = not dry_run and (yes or _asks())
    told = {"sheet": options["sheet"], "as_json": options["as_json"], "language": language}
    with unusable_input((UnreadableFileError, *REFUSALS), language):
        refused = bring_in(file, by=by, writes=writes, asks=not yes, **told)
    raise SystemExit(1 if refused else 0)


@import_.command("undo-skp")
@click.argument("number", type=int)
@click.option("--by", metavar="NIP", required=True, help="Account that answers for it.")
@_yes
@_language
def undo_skp(*, number: int, by: str, yes: bool, language: str) -> None:
    """Take the import of results NUMBER back, unless a later one changed some of them."""
    start_django()
    from pembina.cli.import_results import REFUSALS, take_back

    with unusable_input(REFUSALS, language):
        take_back(number, by=by, yes=yes, language=language)


@import_.command("list")
@_of_requests
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many, the latest first.")
@_language
@_json
def list_(*, of_requests: bool, limit: int, language: str, as_json: bool) -> None:
    """List what was brought in: number, day, file, state, and how many rows did what."""
    start_django()
    from pembina.cli.import_list import listed

    click.echo(listed(of_requests=of_requests, limit=limit, language=language, as_json=as_json))


@import_.command()
@click.argument("number", type=int)
@_of_requests
@_by
@_yes
@_language
def undo(*, number: int, of_requests: bool, by: str | None, yes: bool, language: str) -> None:
    """Take the import NUMBER back, as `pembina import list` numbers them: every record is again as it was before."""
    start_django()
    from pembina.cli.import_undo import UNDO_REFUSALS, take_back

    with unusable_input(UNDO_REFUSALS, language):
        take_back(number, of_requests=of_requests, by=by, yes=yes, language=language)


@import_.command()
@click.argument("kind", type=click.Choice(["staff", "units", "requests", "events"]))
@click.argument("file", type=FILE)
@_language
def template(*, kind: str, file: Path, language: str) -> None:
    """Write the template to fill in to FILE.xlsx or FILE.csv; that of requests has one row a request or an event."""
    from pembina.cli.import_templates import filled_in

    write_result(file, filled_in(kind, plain=is_csv(file), language=language))


@import_.command()
@click.argument("file", type=FILE)
@click.option("--units", type=FILE, metavar="FILE", help="Write the units it names to FILE.csv too.")
@click.option("--size", type=click.IntRange(180, 25_000), default=300, show_default=True, help="Persons.")
@click.option("--defects", type=click.IntRange(0, 1_000), default=0, show_default=True, help="Rows with a defect.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same file.")
@click.option(
    "--shape", type=click.Choice(["export", "sheet"]), default="export", show_default=True, help="Of the two of SIASN."
)
def sample(*, file: Path, units: Path | None, size: int, defects: int, seed: int, shape: Any) -> None:
    """Write a file of invented staff to FILE.csv or FILE.xlsx, in the shape of a SIASN export, to try an import with.

    Prints the rows with a defect and what is wrong with each.
    """
    start_django()
    from pembina.exchange.staff.samples import staff_sample, unit_sample

    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date()
    form: Literal["csv", "xlsx"] = "csv" if is_csv(file) else "xlsx"
    made = staff_sample(size=size, seed=seed, on=today, shape=shape, form=form, defects=min(defects, size // 3))
    write_result(file, made.content)
    if units is not None:
        write_result(units, unit_sample())
    for row, defect in made.defects:
        click.echo(f"{row}\t{defect.value}")


def _bring_in(
    files: list[tuple[str, Path | None]],
    *,
    complete: bool,
    report: Path | None,
    yes: bool,
    dry_run: bool,
    by: str | None,
    language: str,
    **options: Any,
) -> None:
    writes = _is_to_write(dry_run=dry_run, yes=yes, by=by, report=report)
    start_django()
    from pembina.cli.import_run import RUN_REFUSALS, Run
    from pembina.cli.import_wishes import wishes_of

    with unusable_input((UnreadableFileError, *RUN_REFUSALS), language):
        wishes = wishes_of(files, complete=complete, sheet=options["sheet"], on=options["on"])
        run = Run(wishes, by=by, language=language, as_json=options["as_json"], report=report)
        refused = run.write(ask=not yes) if writes else run.preview(unasked=not dry_run)
    raise SystemExit(1 if refused else 0)


def _bring_requests_in(
    file: Path, *, dry_run: bool, yes: bool, by: str | None, report: Path | None, language: str, **options: Any
) -> None:
    writes = _is_to_write(dry_run=dry_run, yes=yes, by=by, report=report)
    start_django()
    from pembina.cli.import_requests import RequestRun, Wish
    from pembina.domain.people.refusals import RefusedError

    as_json = options.pop("as_json")
    with unusable_input((UnreadableFileError, RefusedError), language):
        run = RequestRun(Wish(file, **options), by=by, language=language, as_json=as_json, report=report)
        refused = run.write(ask=not yes) if writes else run.preview(unasked=not dry_run)
    raise SystemExit(1 if refused else 0)


def _is_to_write(*, dry_run: bool, yes: bool, by: str | None, report: Path | None) -> bool:
    """Tell whether a file is to be written, after refusing what could not be done at its end."""
    writes = not dry_run and (yes or _asks())
    if writes and by is None:
        raise click.UsageError("Name the account that answers for the import with --by NIP, or add --dry-run.")
    if report is not None:
        is_csv(report)
    return writes


def _asks() -> bool:
    """Tell whether somebody sits at a terminal and can answer."""
    return sys.stdin.isatty()

"""``pembina evaluation``: compute a run again from its frozen files, without any installation's data."""

import sys
from hashlib import sha256
from pathlib import Path

import click

from pembina.cli.result_file import write_result
from pembina.cli.unusable_input import unusable_input
from pembina.core.effect.frozen_study import FrozenColumns, frozen_result
from pembina.core.effect.notes import RefusedError
from pembina.core.text import Text
from pembina.domain.impact.result import result_text
from pembina.exchange.impact.code_version import code_version, source_hash, source_of
from pembina.exchange.impact.design_file import read_design
from pembina.exchange.impact.panel_parquet import read_panel
from pembina.exchange.tables import UnreadableFileError

REFUSALS = (UnreadableFileError, RefusedError)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def evaluation() -> None:
    """Evaluations of programmes: repeat a run anywhere, to the last digit."""


@evaluation.command()
@click.argument("design", type=FILE)
@click.argument("panels", type=FILE, nargs=-1, required=True)
@click.option("--hash", "expected", metavar="SHA256", help="Hash of the result, as the page of the run shows it.")
@click.option("--code", metavar="VERSION", help="Version of the program, as the page of the run shows it.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write the JSON here instead.")
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is said about it."
)
def repeat(
    *, design: Path, panels: tuple[Path, ...], expected: str | None, code: str | None, out: Path | None, language: str
) -> None:
    """Compute a run again from its locked DESIGN (JSON) and its PANELS (Parquet), in the order of the outcomes.

    Prints the result as the one JSON text whose SHA-256 is the hash of the run. With --hash it says whether the two
    are equal; where they differ the exit code is 1. With --code it says whether this program judges by other source
    than the one of the run. Needs neither a database nor a network.
    """
    with unusable_input(REFUSALS, language):
        asked = read_design(design.read_bytes(), name=design.name)
        positions = [told["position"] for told in asked["outcomes"]]
        if len(panels) != len(positions):
            raise _wrong_number(len(positions), len(panels))
        data: dict[int, FrozenColumns] = {
            position: read_panel(path.read_bytes(), name=path.name)
            for position, path in zip(positions, panels, strict=True)
        }
        text = result_text(frozen_result(asked, data))
    if out is None:
        click.echo(text)
    else:
        write_result(out, text.encode())
    found = sha256(text.encode()).hexdigest()
    click.echo(f"SHA-256 {found}", err=True)
    click.echo(code_version(), err=True)
    if code is not None and source_of(code) != source_hash():
        click.echo(OTHER_SOURCE.in_language(language), err=True)
    if expected is not None:
        equal = found == expected.strip().lower()
        click.echo((EQUAL if equal else DIFFERENT).in_language(language), err=True)
        sys.exit(0 if equal else 1)


EQUAL = Text(id="Sama persis dengan hasil yang disimpan.", en="Exactly the result that was kept.")
OTHER_SOURCE = Text(
    id="Program ini bukan yang menghitung hasil itu: kode sumber bagian penghitungnya lain.",
    en="This is not the program that computed the result: the source of the part that computes is another.",
)
DIFFERENT = Text(
    id="Berbeda dari hasil yang disimpan: rancangan, data, atau versi programnya bukan yang sama.",
    en="Another result than the one kept: design, data or version of the program is not the same.",
)


def _wrong_number(needed: int, given: int) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Rancangan ini mempunyai {needed} ukuran hasil, tetapi ada {given} berkas data.",
            en=f"This design has {needed} outcomes, but {given} files of data were given.",
        ),
        Text(
            id="Sebutkan satu berkas Parquet untuk setiap ukuran, menurut urutannya dalam rancangan.",
            en="Name one Parquet file for each outcome, in the order of the design.",
        ),
    )

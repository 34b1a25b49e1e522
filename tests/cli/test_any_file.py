"""However damaged the file, ``pembina effect`` answers or says what is wrong: it never ends in a traceback."""

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from pembina.cli.main import main

ODD = [
    "",
    "0",
    "never",
    "inf",
    "1e400",
    "-5",
    "abc",
    "1,5",
    "1.234",
    "12%",
    "2024-13",
    "9" * 20,
    '"',
    "=1+1",
    "\0",
    "½",
]
COLUMNS = ["--unit", "unit", "--time", "bulan", "--outcome", "y", "--start", "mulai"]


def damaged_file(chance: random.Random) -> bytes:
    """Twelve offices and eight months; some cells odd, sometimes some bytes too."""
    starts = ["", "3", "5"]
    rows = [[f"K{u}", str(t), f"{chance.gauss(0, 1):.2f}", starts[u % 3]] for u in range(12) for t in range(1, 9)]
    for _ in range(chance.choice([0, 1, 1, 3])):
        chance.choice(rows)[chance.randrange(4)] = chance.choice(ODD)
    separator = chance.choice([",", ";", "\t"])
    lines = [separator.join(row) for row in [["unit", "bulan", "y", "mulai"], *rows]]
    data = bytearray("\n".join(lines).encode(chance.choice(["utf-8", "utf-16", "cp1252"]), "replace"))
    for _ in range(chance.choice([0, 0, 4])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


@pytest.mark.parametrize("seed", range(40))
def test_an_answer_or_a_sentence(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "berkas.csv"
    path.write_bytes(damaged_file(random.Random(seed)))
    found = CliRunner().invoke(main, ["effect", str(path), *COLUMNS, "--draws", "99"])
    assert isinstance(found.exception, SystemExit | None)
    assert found.exit_code in (0, 2)
    assert (found.stdout if found.exit_code == 0 else found.stderr).strip()

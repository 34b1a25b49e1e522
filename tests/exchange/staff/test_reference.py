"""What docs/import.md says of files is what the readers do."""

import re
from pathlib import Path

import pytest

from pembina.exchange.staff import problems, reading
from pembina.exchange.staff.cells import key_of
from pembina.exchange.staff.columns import PRIVATE, STAFF, UNITS

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
QUOTED = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)))


@pytest.mark.parametrize("aliases", [STAFF, UNITS])
def test_every_name_of_a_column_is_told(aliases):
    assert {alias for names in aliases.values() for alias in names} - QUOTED == set()


def test_every_column_that_is_never_read_is_told():
    assert {key_of(word) for word in QUOTED} >= PRIVATE


def test_every_code_of_a_finding_is_told():
    source = Path(problems.__file__).read_text(encoding="utf-8")
    codes = set(re.findall(r'Problem\(\s*"([a-z_]+)"', source))
    assert len(codes) > 15
    assert codes - QUOTED == set()


def test_the_limit_of_rows_is_told():
    assert f"{reading.MAX_ROWS:,} rows" in PAGE

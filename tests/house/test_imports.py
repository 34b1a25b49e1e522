"""An import points down."""

import subprocess
import sys
from pathlib import Path

import pytest

from house.tree import ROOT


@pytest.mark.slow
def test_the_import_contracts_are_kept():
    program = Path(sys.executable).parent / "lint-imports"
    said = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert said.returncode == 0, said.stdout

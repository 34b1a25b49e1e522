"""The guide for evaluators quotes what the program says, to the last digit."""

import re
from pathlib import Path

import pytest

from . import worked_example

GUIDE = Path(__file__).parents[3] / "docs" / "panduan" / "evaluasi-dampak.md"


@pytest.fixture(scope="module")
def guide():
    """The text of the guide, without the signs of quotation and the breaks of its lines."""
    return " ".join(re.sub(r"^> ?", "", GUIDE.read_text("utf-8"), flags=re.MULTILINE).split())


def test_every_sentence_of_the_example_stands_in_the_guide(guide):
    missing = [said for said in worked_example.sentences() if said not in guide]
    assert missing == []


def test_the_guide_quotes_nothing_else(guide):
    quoted = re.findall(r"^> (.+)$", GUIDE.read_text("utf-8"), flags=re.MULTILINE)
    assert [line for line in quoted if line not in worked_example.sentences()] == []

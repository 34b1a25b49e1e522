"""Published data beside the repository are asked for in one way: absent, a test is skipped here and fails in CI."""

import re

import pytest

from house.tree import ROOT, files, judge, name_of
from needed import shared

AROUND = re.compile(r'"shared" / |/shared/data')


def test_without_its_data_a_test_is_skipped_with_the_reason_and_fails_in_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not-published is missing"):
        shared("not-published")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="not-published is missing"):
        shared("not-published")


def test_every_test_asks_for_shared_data_in_this_way():
    around = {name_of(path) for path in files("tests/*.py", under=ROOT) if AROUND.search(path.read_text("utf-8"))}
    judge(around - {"tests/needed.py", "tests/house/test_needed.py"}, {}, "Use needed.shared() in:")
